import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DistributionPlot } from '../../core/cohort/plot-distribution.ts';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import { footOf, PLOT_TOP } from '../../core/cohort/plot-layout.ts';
import { plotWords } from '../../core/messages/cohort-plots.ts';
import { formatScore } from '../../core/text/format.ts';
import { elementEvent } from '../case/selection-event.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { CohortFigure } from './dl-cohort-plot-figure.ts';

/** Height of a row in CSS px, by how many there are: few have room for their marks. */
const ROW_HEIGHTS = [
  [4, 44],
  [8, 34],
  [Infinity, 26],
] as const;

/**
 * The distribution of Dice, a row a structure: marks, box, mean; the median in figures.
 * @fires case-choose - detail: the mark (CohortMark) chosen
 * @fires structure-choose - detail: the key of the structure whose row was clicked
 * @fires plot-export - detail: PlotExport
 */
@customElement('dl-cohort-distribution')
export class DlCohortDistribution extends CohortFigure {
  @property({ attribute: false }) structures: readonly PlotStructure[] = [];
  @property({ attribute: false }) plot: DistributionPlot | null = null;
  /** Key of the chosen structure. */
  @property() structure = '';

  static override styles = [
    ...[CohortFigure.styles].flat(),
    css`
      .rows {
        display: grid;
        grid-template-columns: minmax(0, 150px) minmax(0, 1fr) 44px;
        overflow-y: auto;
        max-height: 460px;
        scrollbar-width: thin;
        scrollbar-color: var(--line-strong) transparent;
      }
      .heads,
      .medians {
        display: flex;
        flex-direction: column;
      }
      .heads button,
      .medians span {
        display: flex;
        flex: none;
        gap: 8px;
        align-items: center;
      }
      .heads button {
        border-radius: var(--r1);
      }
      .heads button:hover,
      .heads button[aria-pressed='true'] {
        background: var(--hover);
      }
      .medians span {
        justify-content: flex-end;
        font-weight: 500;
      }
      @media (max-width: 480px) {
        .rows {
          grid-template-columns: minmax(0, 96px) minmax(0, 1fr) 40px;
        }
      }
    `,
  ];

  protected override render() {
    const { plot, structures } = this;
    if (!plot) return nothing;
    const height = ROW_HEIGHTS.find(([rows]) => structures.length <= rows)![1];
    const row = `height: ${height}px`;
    const whole = `height: ${PLOT_TOP + structures.length * height + footOf(plot.spec)}px`;
    const body = html`<div class="rows">
      <div class="heads" .style=${`padding-top: ${PLOT_TOP}px`}>
        ${structures.map(
          ({ key, name, structure, labels }) =>
            html`<button
              .style=${row}
              title=${name}
              aria-pressed=${key === this.structure}
              @click=${() => this.dispatchEvent(elementEvent('structure-choose', key))}
            >
              ${structureChip(structure, labels)}<span class="cut">${name}</span>
            </button>`,
        )}
      </div>
      <dl-cohort-plot
        .style=${whole}
        .spec=${plot.spec}
        .theme=${this.theme}
        .chosen=${this.chosen}
        .describe=${this.describe}
      ></dl-cohort-plot>
      <div class="medians" .style=${`padding-top: ${PLOT_TOP}px`}>
        ${plot.medians.map(
          (median) => html`<span .style=${row}>${Number.isNaN(median) ? '–' : formatScore(median)}</span>`,
        )}
      </div>
    </div>`;
    return this.frame(
      this.say(plotWords.distribution),
      plot.spec,
      { caption: this.say(plotWords.distributionCaption), figure: this.say(plotWords.median) },
      body,
      structures.map(({ name }) => name),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-distribution': DlCohortDistribution;
  }
}
