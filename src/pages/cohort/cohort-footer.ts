import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { countingWorkers } from '../../app/cohort/cohort-count.ts';
import { keepLast } from '../../app/cohort/keep-last.ts';
import { shownCohort } from '../../app/cohort/cohort-shown.ts';
import type { CohortState } from '../../app/cohort/cohort-state.ts';
import { foregroundMean } from '../../core/cohort/summary-check.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { integer } from '../../core/messages/sentence.ts';
import { shellWords } from '../../core/messages/shell.ts';
import { formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import { footerStyles } from '../../ui/controls/footer-styles.ts';
import { structureChip } from '../../ui/labels/structure-chip.ts';

/** The first file whose mean is not that of its cases; null where all hold. */
const differingMean = keepLast((summaries: CohortState['summaries']) => {
  for (const { summary } of summaries) {
    const [file, here] = [summary.meanDice, foregroundMean(summary)];
    if (!Number.isNaN(file) && !Object.is(file, here)) return { file, here };
  }
  return null;
});

/** Where the scores come from, whether the means of a file hold, and the chosen case and structure. */
@customElement('cohort-footer')
export class CohortFooter extends DlElement {
  @property({ attribute: false }) cohort: CohortState | null = null;

  static override styles = [
    baseStyles,
    footerStyles,
    css`
      footer > span {
        display: inline-flex;
        flex: none;
        gap: 6px;
        align-items: center;
      }
      footer > .source {
        flex: 0 1 auto;
        min-width: 0;
      }
      .chosen {
        gap: 12px;
        margin-left: auto;
      }
      b {
        color: var(--text);
        font-weight: 500;
      }
      @media (max-width: 720px) {
        .chosen {
          display: none !important;
        }
      }
    `,
  ];

  protected override render() {
    const { cohort } = this;
    return html`<footer>
      ${cohort && cohort.cases.length > 0 ? this.#source(cohort) : nothing}
      <span><dl-icon name="shield-check"></dl-icon>${this.say(shellWords.nothingLeaves)}</span>
      ${cohort ? this.#chosen(cohort) : nothing}
    </footer>`;
  }

  #source(cohort: CohortState) {
    const { scope, rows, structures } = shownCohort(cohort);
    const counted = rows.filter(({ of }) => of.evaluated !== null);
    const scores = counted.length * structures.length;
    const text =
      cohort.source === 'files'
        ? this.say(words.countedHere, { cases: counted.length, scores, workers: countingWorkers() })
        : this.say(words.fromSummary, { file: 'summary.json', cases: scope.length, scores });
    return html`<span class="source cut" title=${text}>
        <dl-icon name=${cohort.source === 'files' ? 'cpu' : 'file'}></dl-icon
        ><span class="cut">${text}</span></span
      >
      ${cohort.source === 'summary' ? html`<span>${this.#means(cohort)}</span>` : nothing}`;
  }

  #means({ summaries }: CohortState): string {
    const differing = differingMean(summaries);
    return differing ? this.say(words.meansDiffer, differing) : this.say(words.meansEqual);
  }

  #chosen(cohort: CohortState) {
    const { chosen, structures, structure } = shownCohort(cohort);
    const counts = chosen?.counts[structure];
    if (!chosen || !counts) return nothing;
    const { labels, structure: ref } = structures[structure];
    const { tp, fp, fn } = counts;
    const score = chosen.scores[structure];
    return html`<span class="chosen">
      <span class="cut">${chosen.of.name}</span>
      ${structureChip(ref, labels)}
      <span>${this.say(words.reference)} <b>${integer(tp + fn)}</b></span>
      <span>${this.say(words.prediction)} <b>${integer(tp + fp)}</b></span>
      <span
        >${this.say(words[cohort.metric])}
        <b>${Number.isNaN(score) ? this.say(words.absent) : formatScore(score)}</b></span
      >
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-footer': CohortFooter;
  }
}
