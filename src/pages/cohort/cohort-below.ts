import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { closeSummary } from '../../app/cohort/cohort-open.ts';
import { keepLast } from '../../app/cohort/keep-last.ts';
import type { ShownCohort } from '../../app/cohort/cohort-shown.ts';
import { COHORT_PANELS, type CohortPanel, type CohortState } from '../../app/cohort/cohort-state.ts';
import { changeCohort } from '../../app/cohort/cohort-view.ts';
import { listStructures } from '../../core/cohort/cohort-result.ts';
import { describeFingerprint } from '../../core/cohort/fingerprint.ts';
import { checkSummary, wayOf } from '../../core/cohort/summary-check.ts';
import type { EvaluationSummary } from '../../core/runs/run-summary.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-segmented.ts';
import '../../ui/cohort/dl-cohort-fingerprint.ts';
import '../../ui/cohort/dl-cohort-statistics.ts';
import '../../ui/cohort/dl-cohort-statistics-compare.ts';
import type { CheckedSummary } from '../../ui/cohort/dl-summary-check.ts';
import '../../ui/cohort/dl-summary-check.ts';
import './cohort-errors.ts';

const fingerprintOf = keepLast(describeFingerprint);

/** Below the table: statistics, what the files are like, or a summary.json held against the recount. */
@customElement('cohort-below')
export class CohortBelow extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) cohort!: CohortState;
  @property({ attribute: false }) shown!: ShownCohort;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
        gap: 4px;
        min-height: 0;
        padding: 6px 0 8px;
        border-top: 1px solid var(--line);
      }
      .panel {
        min-height: 0;
        overflow: hidden auto;
        scrollbar-width: thin;
        scrollbar-color: var(--line-strong) transparent;
      }
      @media (max-width: 900px) {
        .panel {
          overflow: visible;
        }
      }
    `,
  ];

  protected override render() {
    const { cohort } = this;
    const panels = COHORT_PANELS.filter((panel) => panel !== 'errors' || cohort.source === 'files');
    const panel = panels.includes(cohort.panel) ? cohort.panel : panels[0];
    return html`<dl-segmented
        small
        label=${this.say(words.panels)}
        .segments=${panels.map((value) => ({ value, text: this.say(words[value]) }))}
        .value=${panel}
        @value-change=${({ detail }: CustomEvent<CohortPanel>) => changeCohort(this.app, { panel: detail })}
      ></dl-segmented>
      <div class="panel">${this.#panel(panel)}</div>`;
  }

  #panel(panel: CohortPanel) {
    switch (panel) {
      case 'dataset':
        return this.#dataset();
      case 'errors':
        return html`<cohort-errors .app=${this.app} .cohort=${this.cohort}></cohort-errors>`;
      case 'summary':
        return this.#summary();
      default:
        return this.#statistics();
    }
  }

  #statistics() {
    const { cohort, shown, app } = this;
    const chosen = shown.structures[shown.structure]?.key ?? '';
    return html`<dl-cohort-statistics
        .statistics=${cohort.statistics}
        .way=${shown.way}
        .structures=${shown.structures}
        .structure=${chosen}
        @structure-choose=${({ detail }: CustomEvent<string>) => changeCohort(app, { structure: detail })}
      ></dl-cohort-statistics>
      <dl-cohort-statistics-compare .statistics=${cohort.statistics}></dl-cohort-statistics-compare>`;
  }

  #dataset() {
    const { shown } = this;
    return html`<dl-cohort-fingerprint
      .fingerprint=${fingerprintOf(shown.scope, shown.structures, shown.way)}
      .structures=${shown.structures}
      @case-choose=${({ detail }: CustomEvent<string>) => this.#chooseByName(detail)}
    ></dl-cohort-fingerprint>`;
  }

  #summary() {
    const { cohort, shown, app } = this;
    const { summaries, scheme, source, progress } = cohort;
    const isChecked = source === 'files' && progress === null;
    const checked = summaries.map((opened, id): CheckedSummary => {
      const { file, folder, summary } = opened;
      const found = isChecked ? checkModels(summary, shown, scheme) : null;
      return {
        id,
        file: folder === '' ? file : `${folder}/${file}`,
        cases: summary.cases.length,
        model: found?.model ?? '',
        check: found?.check ?? null,
      };
    });
    return html`<dl-summary-check
      .summaries=${checked}
      .structures=${[...scheme.regions, ...scheme.labels.map(({ value, name }) => ({ key: `${value}`, name }))]}
      @summary-close=${({ detail }: CustomEvent<number>) => closeSummary(app, summaries[detail])}
      @case-choose=${({ detail }: CustomEvent<string>) => this.#chooseByName(detail)}
    ></dl-summary-check>`;
  }

  #chooseByName(name: string): void {
    const found = this.shown.scope.find((one) => one.name === name);
    if (found) changeCohort(this.app, { chosen: found.id });
  }
}

/** A summary.json is of one model: the one whose recount has most scores in common with it. */
function checkModels(
  summary: EvaluationSummary,
  { scope, models }: ShownCohort,
  scheme: CohortState['scheme'],
) {
  const checks = models.map((model) => {
    const counted = scope.flatMap((one) => (one.model === model && one.evaluated ? [one.evaluated] : []));
    const structures = listStructures(scheme, counted, wayOf(summary));
    return { model, check: checkSummary(summary, counted, structures, scheme.ignore) };
  });
  return checks.reduce((best, one) => (one.check.equal > best.check.equal ? one : best));
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-below': CohortBelow;
  }
}
