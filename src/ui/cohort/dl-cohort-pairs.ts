import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import type { PairsPlot } from '../../core/cohort/plot-pairs.ts';
import { plotWords } from '../../core/messages/cohort-plots.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { CohortFigure } from './dl-cohort-plot-figure.ts';

/**
 * The same cases by two models, a column a structure: a line in the colour of the model that is better.
 * @fires case-choose - detail: the mark (CohortMark) chosen
 * @fires plot-export - detail: PlotExport
 */
@customElement('dl-cohort-pairs')
export class DlCohortPairs extends CohortFigure {
  /** In the order of the columns. */
  @property({ attribute: false }) structures: readonly PlotStructure[] = [];
  @property({ attribute: false }) plot: PairsPlot | null = null;
  @property({ attribute: false }) models: readonly [a: string, b: string] = ['A', 'B'];

  static override styles = [
    ...[CohortFigure.styles].flat(),
    css`
      .columns {
        display: flex;
        margin: 0 10px 0 44px;
      }
      .columns > span {
        display: flex;
        flex: 1 1 0;
        gap: 6px;
        align-items: center;
        justify-content: center;
        min-width: 0;
        height: 24px;
      }
      .sides {
        display: flex;
        gap: var(--s3);
        color: var(--text-2);
      }
      .sides span::before {
        display: inline-block;
        width: 10px;
        height: 2px;
        margin: 0 5px 3px 0;
        background: var(--pred);
        content: '';
      }
      .sides .b::before {
        background: var(--model-b);
      }
    `,
  ];

  protected override render() {
    const { plot, structures, models } = this;
    if (!plot) return nothing;
    const [a, b] = models;
    const body = html`<p class="sides caption">
        <span class="a cut" title=${a}>A = ${a}</span><span class="b cut" title=${b}>B = ${b}</span>
      </p>
      <div class="columns">
        ${structures.map(({ name, structure, labels }, i) => {
          const { aBetter, bBetter, pairs } = plot.counts[i];
          const fared = this.say(plotWords.better, { a: aBetter, b: bBetter, pairs });
          return html`<span title="${name}: ${fared}"
            >${structureChip(structure, labels)}<span class="cut">${name}</span></span
          >`;
        })}
      </div>
      ${this.plotOf(plot.spec)}`;
    const [only] = plot.counts;
    const figure =
      plot.counts.length === 1
        ? this.say(plotWords.better, { a: only.aBetter, b: only.bBetter, pairs: only.pairs })
        : '';
    return this.frame(this.say(plotWords.pairs), plot.spec, { figure }, body);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-pairs': DlCohortPairs;
  }
}
