import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { splitAtBand, type BoundaryZones } from '../../core/surface/boundary-zones.ts';
import type { StructureScore } from '../../core/case/case-result.ts';
import type { BoundaryDifficulty } from '../../core/surface/boundary-difficulty.ts';
import type { BoundaryHistogram } from '../../core/surface/boundary-histogram.ts';
import { EMPTY_CONVENTIONS, reportedForEmpty } from '../../core/labels/empty-conventions.ts';
import { formatMm, formatScore, formatShare } from '../../core/text/format.ts';
import { scoreWords } from '../../core/messages/case-page.ts';
import { toolWords } from '../../core/messages/definitions.ts';
import { surfaceWords } from '../../core/messages/surface.ts';
import { boundaryTableWords as text } from '../../core/messages/why-page.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import type { Presence, SurfaceMetrics } from '../../core/surface/surface-metrics.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { boundaryTableStyles } from './boundary-table-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { whyTableStyles } from './why-table-styles.ts';

/** What the table shows of one structure; `measure` is null until it is there. */
export interface BoundaryRow {
  readonly score: StructureScore;
  readonly toleranceMm: number;
  readonly measure: {
    readonly histogram: BoundaryHistogram | null;
    readonly surface: SurfaceMetrics;
    readonly difficulty: BoundaryDifficulty;
  } | null;
}

/** The metrics of the table that can be explained. */
export type BoundaryMetric =
  'dice' | 'band' | 'interior' | 'share' | 'surface' | 'displacement' | 'nsd' | 'hd95';

/** A number of the table that is asked about. */
export interface MetricChoice {
  readonly structure: StructureRef;
  readonly metric: BoundaryMetric;
}

/**
 * Structures of different size compared by their boundary: every number opens its account.
 * @fires metric-open - detail: MetricChoice
 * @fires band-choose - detail: the structure whose band is to be drawn
 * @fires tolerance-change - detail: { structure, mm }
 * @fires empty-change - detail: the tool whose convention is to hold, '' for none
 */
@customElement('dl-boundary-table')
export class DlBoundaryTable extends DlElement {
  @property({ attribute: false }) rows: readonly BoundaryRow[] = [];
  @property({ type: Number }) bandMm = 2;
  /** The structure whose band is drawn. */
  @property({ attribute: false }) chosen: StructureRef | null = null;
  @property({ attribute: false }) open: MetricChoice | null = null;
  /** The tool whose convention holds for absent structures; '' leaves them not defined, as nnU-Net does. */
  @property() emptyAs = '';

  static override styles = [baseStyles, whyTableStyles, boundaryTableStyles];

  protected override render() {
    const heads: readonly (readonly [BoundaryMetric, string])[] = [
      ['dice', 'Dice'],
      ['band', this.say(text.band)],
      ['interior', this.say(text.interior)],
      ['share', this.say(text.share)],
      ['surface', this.say(text.surface)],
      ['displacement', this.say(text.displacement)],
      ['nsd', 'NSD'],
      ['hd95', this.say(text.hd95)],
    ];
    return html`<h2>
        ${this.say(text.title)}
        <span class="caption">${this.say(surfaceWords.elements)}</span>
        ${this.rows.some(({ score }) => presenceOf(score) !== 'both') ? this.#emptySelect() : nothing}
        <slot name="actions" class="actions"></slot>
      </h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col" class="first">${this.say(text.structure)}</th>
              ${heads.map(
                ([metric, head]) =>
                  html`<th scope="col" title=${this.say(text.headTitles[metric], { mm: this.bandMm })}>
                    ${head}
                  </th>`,
              )}
              <th scope="col" title=${this.say(text.toleranceTitle)}>${this.say(text.tolerance)}</th>
            </tr>
          </thead>
          <tbody>
            ${this.rows.map((row) => this.#row(row))}
          </tbody>
        </table>
      </div>`;
  }

  #emptySelect() {
    return html`<label class="caption empty">
      ${this.say(text.emptyAs)}
      <select
        @change=${(event: Event) =>
          this.dispatchEvent(elementEvent('empty-change', (event.target as HTMLSelectElement).value))}
      >
        <option value="" .selected=${this.emptyAs === ''}>NaN</option>
        ${TOOLS.map((tool) => html`<option value=${tool} .selected=${tool === this.emptyAs}>${tool}</option>`)}
      </select>
    </label>`;
  }

  #row(row: BoundaryRow) {
    const { score, measure } = row;
    const zones = measure?.histogram ? splitAtBand(measure.histogram, this.bandMm) : null;
    const isChosen = JSON.stringify(score.structure) === JSON.stringify(this.chosen);
    return html`<tr aria-current=${isChosen ? 'true' : 'false'}>
      <th scope="row" class="first">
        <button
          class="structure"
          title=${this.say(text.showBand, { name: score.name })}
          @click=${() => this.dispatchEvent(elementEvent<StructureRef>('band-choose', score.structure))}
        >
          ${structureChip(score.structure, score.labels)}<span class="cut">${score.name}</span>
        </button>
      </th>
      ${this.#number(row, 'dice', score.dice, formatScore, 'score')} ${this.#zones(row, zones)}
      ${
        measure
          ? html`${this.#number(row, 'surface', measure.difficulty.surfaceToVolume, twoDecimals)}
            ${this.#number(row, 'displacement', measure.difficulty.displacementMm, formatMm, 'strong')}
            ${this.#number(row, 'nsd', measure.surface.elements.nsd[0] ?? Number.NaN, formatScore)}
            ${this.#number(row, 'hd95', measure.surface.elements.hd95Mm, formatMm)}`
          : html`${WAIT} ${WAIT} ${WAIT} ${WAIT}`
      }
      <td class="tolerance">
        <input
          type="number"
          min="0"
          max="50"
          step="0.5"
          aria-label=${this.say(text.toleranceOf, { name: score.name })}
          .value=${String(row.toleranceMm)}
          @change=${(event: Event) => this.#setTolerance(score.structure, event.target as HTMLInputElement)}
        />
      </td>
    </tr>`;
  }

  #zones(row: BoundaryRow, zones: BoundaryZones | null) {
    if (!row.measure) return html`${WAIT} ${WAIT} ${WAIT}`;
    return html`${this.#number(row, 'band', zones?.band.dice ?? Number.NaN, formatScore)}
    ${this.#number(row, 'interior', zones?.interior.dice ?? Number.NaN, formatScore)}
    ${this.#number(row, 'share', zones?.band.errorShare ?? Number.NaN, formatShare)}`;
  }

  #number(
    { score }: BoundaryRow,
    metric: BoundaryMetric,
    value: number,
    format: (value: number) => string,
    kind = '',
  ): TemplateResult {
    const { structure, name } = score;
    const reported = this.#reported(score, metric);
    const isAbsent = reported === null && Number.isNaN(value);
    const shown =
      reported ?? (isAbsent ? this.say(scoreWords.absent) : Number.isFinite(value) ? format(value) : '∞');
    const title = isAbsent || reported !== null ? this.#whyAbsent(metric, presenceOf(score)) : `${value}`;
    const isOpen =
      this.open?.metric === metric && JSON.stringify(this.open.structure) === JSON.stringify(structure);
    return html`<td class=${kind}>
      <button
        class="number score ${isAbsent || reported !== null ? 'absent' : ''}"
        data-metric=${metric}
        title=${title}
        aria-label=${this.say(text.openMetric, { metric: this.say(text.metricNames[metric]), name, value: shown })}
        aria-pressed=${isOpen ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(elementEvent<MetricChoice>('metric-open', { structure, metric }))}
      >
        ${shown}
      </button>
    </td>`;
  }

  /** What the chosen tool makes of a structure that is absent; null where nothing of the kind is known or asked. */
  #reported(score: StructureScore, metric: BoundaryMetric): string | null {
    if (!this.emptyAs || (metric !== 'dice' && metric !== 'nsd' && metric !== 'hd95')) return null;
    const value = reportedForEmpty(this.emptyAs, metric, presenceOf(score));
    if (value === null) return null;
    if (typeof value === 'string') return this.say(toolWords[value]);
    return Number.isNaN(value) ? 'NaN' : value === Infinity ? '∞' : `${value}`;
  }

  #whyAbsent(metric: BoundaryMetric, presence: Presence): string {
    if (metric === 'band' || metric === 'interior') return this.say(text.emptyZone);
    if (metric === 'share') return this.say(text.noErrors);
    if (presence === 'reference') return this.say(surfaceWords.absentPrediction);
    if (presence === 'prediction') return this.say(surfaceWords.absentReference);
    return this.say(surfaceWords.absentBoth);
  }

  #setTolerance(structure: StructureRef, input: HTMLInputElement): void {
    const mm = input.valueAsNumber;
    if (mm >= 0) this.dispatchEvent(elementEvent('tolerance-change', { structure, mm }));
    else input.value = String(this.rows.find(({ score }) => score.structure === structure)?.toleranceMm ?? 2);
  }
}

/** Tools whose convention for absent structures is known, of the metrics in the table. */
const TOOLS = [
  ...new Set(
    EMPTY_CONVENTIONS.filter(({ metric }) => metric === 'dice' || metric === 'nsd' || metric === 'hd95').map(
      ({ tool }) => tool,
    ),
  ),
];

function presenceOf({ nRef, nPred }: StructureScore): Presence {
  if (nRef > 0) return nPred > 0 ? 'both' : 'reference';
  return nPred > 0 ? 'prediction' : 'neither';
}

const twoDecimals = (value: number) => value.toFixed(2);
const WAIT = html`<td><i class="wait"></i></td>`;

declare global {
  interface HTMLElementTagNameMap {
    'dl-boundary-table': DlBoundaryTable;
  }
}
