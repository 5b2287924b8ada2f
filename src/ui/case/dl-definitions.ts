import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  compareDefinitions,
  sayCitation,
  type PairNumbers,
  type ReportedValue,
  type ToolReport,
} from '../../core/surface/definitions-compare.ts';
import { definitionOf } from '../../core/counts/definitions.ts';
import { EMPTY_CONVENTIONS, type EmptyValue } from '../../core/labels/empty-conventions.ts';
import { formatMm, formatScore } from '../../core/text/format.ts';
import { stateWords } from '../../core/messages/case-page.ts';
import { toolWords } from '../../core/messages/definitions.ts';
import { surfaceWords } from '../../core/messages/surface.ts';
import { definitionsPanelWords as text } from '../../core/messages/why-panels.ts';
import type { StructureScore } from '../../core/case/case-result.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { definitionsStyles } from './definitions-styles.ts';
import { DlElement, spoken } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { elementEvent } from './selection-event.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { whyTableStyles } from '../why/why-table-styles.ts';

type Metric = ReportedValue['metric'];
const COLUMNS = [
  'dice',
  'hd',
  'hd95',
  'nsd',
  'assd',
  'lesion-dice',
  'pq',
] as const satisfies readonly Metric[];
const HEADS: Readonly<Record<Exclude<Metric, 'lesion-dice'>, string>> = {
  dice: 'Dice',
  iou: 'IoU',
  hd: 'HD mm',
  hd95: 'HD95 mm',
  nsd: 'NSD',
  assd: 'ASSD mm',
  pq: 'PQ',
};

/**
 * One pair by the convention of every known tool, why they differ, what each reports where a structure is absent, and a
 * line to cite.
 * @fires panel-close
 */
@customElement('dl-definitions')
export class DlDefinitions extends DlElement {
  @property({ attribute: false }) score: StructureScore | null = null;
  /** Null while it is measured. */
  @property({ attribute: false }) pair: PairNumbers | null = null;
  @property({ type: Number }) toleranceMm = 2;
  @state() private copied = '';
  @state() private showsEmpty = false;

  static override styles = [baseStyles, whyTableStyles, definitionsStyles];

  protected override render() {
    const { score, pair } = this;
    if (!score) return nothing;
    return html`<h2>
        <span>${this.say(text.title)}</span>
        ${structureChip(score.structure, score.labels)} <span class="cut">${score.name}</span>
        <button
          class="icon-button actions"
          aria-label=${this.say(text.close)}
          title=${this.say(text.close)}
          @click=${() => this.dispatchEvent(elementEvent('panel-close'))}
        >
          <dl-icon name="x"></dl-icon>
        </button>
      </h2>
      ${pair ? this.#matrix(compareDefinitions(pair)) : html`<p class="dim">${this.say(text.waiting)}</p>`}
      <p>${this.say(toolWords.why)}</p>
      <p><b>${this.say(surfaceWords.elements)}</b>: ${this.say(surfaceWords.elementsNote)}</p>
      <p><b>${this.say(surfaceWords.border)}</b>: ${this.say(surfaceWords.borderNote)}</p>
      <button class="link" aria-expanded=${this.showsEmpty ? 'true' : 'false'} @click=${this.#toggleEmpty}>
        ${this.say(this.showsEmpty ? text.hideEmpty : text.showEmpty)}
      </button>
      ${this.showsEmpty ? this.#conventions() : nothing}`;
  }

  #matrix(reports: readonly ToolReport[]) {
    const used = COLUMNS.filter((metric) =>
      reports.some(({ values }) => values.some((value) => value.metric === metric)),
    );
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col" class="first">${this.say(text.tool)}</th>
            ${used.map((metric) => html`<th scope="col">${this.#head(metric)}</th>`)}
            <th scope="col">${this.say(text.cite)}</th>
          </tr>
        </thead>
        <tbody>
          ${reports.map((report) => this.#row(report, used))}
        </tbody>
      </table>
    </div>`;
  }

  #head(metric: Metric): string {
    if (metric === 'lesion-dice') return this.say(text.lesionDice);
    return metric === 'nsd' ? this.say(text.nsdAt, { mm: this.toleranceMm }) : HEADS[metric];
  }

  #row(report: ToolReport, used: readonly Metric[]) {
    const { tool, surface, values } = report;
    const copied = this.copied === tool;
    return html`<tr>
      <th scope="row" class="first">
        ${tool} <span class="caption">${this.say(surfaceWords[surface])}</span>
      </th>
      ${used.map((metric) => {
        const found = values.find((value) => value.metric === metric);
        if (!found) return html`<td class="dim" title=${this.say(toolWords.notReported)}>–</td>`;
        const definition = definitionOf(found.definition);
        const title = `${this.say(definition.name)}. ${this.say(definition.formula)} ${definition.source}`;
        return html`<td title=${title}>${this.#value(metric, found.value)}</td>`;
      })}
      <td>
        <button
          class="icon-button"
          aria-label=${this.say(text.copyCitation, { tool })}
          title=${sayCitation(report, this.toleranceMm, spoken())}
          @click=${() => this.#copy(report)}
        >
          <dl-icon name=${copied ? 'check' : 'copy'}></dl-icon>
        </button>
        ${copied ? html`<span class="off-screen" role="status">${this.say(stateWords.copied)}</span>` : nothing}
      </td>
    </tr>`;
  }

  #value(metric: Metric, value: EmptyValue): string {
    if (value === null) return this.say(text.unknown);
    if (typeof value === 'string') return this.say(toolWords[value]);
    if (Number.isNaN(value)) return 'NaN';
    if (value === Infinity) return '∞';
    return metric === 'hd' || metric === 'hd95' || metric === 'assd' ? formatMm(value) : formatScore(value);
  }

  #conventions() {
    return html`<div class="scroll conventions">
      <table>
        <thead>
          <tr>
            <th scope="col" class="first">${this.say(text.tool)}</th>
            <th scope="col" class="first">${this.say(text.metric)}</th>
            <th scope="col">${this.say(toolWords.bothEmpty)}</th>
            <th scope="col">${this.say(toolWords.referenceEmpty)}</th>
            <th scope="col">${this.say(toolWords.predictionEmpty)}</th>
          </tr>
        </thead>
        <tbody>
          ${EMPTY_CONVENTIONS.map(
            ({ tool, metric, neither, prediction, reference, source }) =>
              html`<tr title=${source}>
                <th scope="row" class="first">${tool}</th>
                <td class="first">${HEADS[metric].replace(' mm', '')}</td>
                ${[neither, prediction, reference].map((value) => html`<td>${this.#value(metric, value)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #toggleEmpty(): void {
    this.showsEmpty = !this.showsEmpty;
  }

  #copy(report: ToolReport): void {
    const line = sayCitation(report, this.toleranceMm, spoken());
    void navigator.clipboard.writeText(line).then(() => (this.copied = report.tool));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-definitions': DlDefinitions;
  }
}
