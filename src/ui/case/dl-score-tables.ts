import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CaseResult, StructureScore } from '../../core/case/case-result.ts';
import { formatDifference } from '../../core/text/format.ts';
import { voxelVolumeMl } from '../../core/volume/grid.ts';
import { isSameStructure, structureOf } from '../../core/counts/make-up.ts';
import { scoreWords } from '../../core/messages/case-page.ts';
import { pairScores, type ScoreRow } from '../../core/counts/score-rows.ts';
import type { ConfusionPart, Selection } from '../../core/labels/selection.ts';
import { baseStyles } from '../controls/base-styles.ts';
import '../controls/dl-icon.ts';
import '../controls/dl-segmented.ts';
import { DlElement } from '../controls/dl-element.ts';
import { scoreBarStyles } from './score-bar.ts';
import { emptyHalf, halfRow } from './score-row.ts';
import { scoreTablesFitting } from './score-tables-fitting.ts';
import { scoreTablesStyles } from './score-tables-styles.ts';
import { elementEvent, selectionChange, structureSelection } from './selection-event.ts';

const DENSE_FROM = 8;
const DROP_COLUMN = 4;
/** More rows than are seen at once follow in tasks of their own: 117 at once keep the page for a tenth of a second. */
const ROWS_AT_ONCE = 30;

/**
 * Regions and labels side by side, aligned row by row, with the drop of every natural pair between them.
 * What stands beside the title of the labels (the exports) goes into the slot `actions`.
 * @fires selection-change - detail: Selection, on a click on a row, a Dice, a count or a drop
 * @fires raw-change - detail: boolean, whether the regions' raw masks are scored instead
 * @fires regions-edit - the regions are to be defined or edited
 */
@customElement('dl-score-tables')
export class DlScoreTables extends DlElement {
  @property({ attribute: false }) result: CaseResult | null = null;
  @property({ attribute: false }) selection: Selection | null = null;
  /** Scores of the raw masks in place of the reconstructed regions. */
  @property({ type: Boolean }) raw = false;
  @state() private rates = false;
  @state() private cursor: { row: number; column: number } | null = null;
  @state() private filled = ROWS_AT_ONCE;
  private rows: readonly ScoreRow[] = [];
  private stop = { row: 0, column: 0 };
  private mustReveal = false;

  static override styles = [baseStyles, scoreBarStyles, scoreTablesStyles, scoreTablesFitting];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('selection')) this.mustReveal = true;
    if (changed.has('result') || changed.has('raw')) {
      this.rows = this.result ? pairScores(this.result, this.raw) : [];
    }
    if (changed.has('result')) {
      this.cursor = null;
      this.filled = ROWS_AT_ONCE;
    }
    this.stop = this.cursor ?? this.#firstStop();
  }

  protected override updated(): void {
    if (this.filled < this.rows.length) setTimeout(() => (this.filled += ROWS_AT_ONCE));
    else if (this.mustReveal && this.rows.length >= DENSE_FROM) {
      this.mustReveal = false;
      const reveal = () => this.renderRoot.querySelector('td.chosen')?.scrollIntoView({ block: 'nearest' });
      requestAnimationFrame(reveal);
    }
  }

  protected override render() {
    const { result } = this;
    if (!result) return nothing;
    const alone = result.regionScores.length === 0;
    const dense = this.rows.length >= DENSE_FROM;
    const classes = ['wrap', alone && 'alone', dense && 'dense', this.rates && 'with-rates']
      .filter(Boolean)
      .join(' ');
    return html`<div class=${classes}>
      ${this.#titles(result, alone)}
      ${
        this.rows.length === 0
          ? html`<p class="hint">${this.say(scoreWords.noLabels)}</p>`
          : html`<div class="scroll">
              <table @click=${this.#click} @keydown=${this.#keydown}>
                <thead>
                  <tr>
                    ${
                      alone
                        ? nothing
                        : html`${this.#heads('region', dense)}
                            <th class="drop" title=${this.say(scoreWords.dropTitle)}>
                              ${this.say(scoreWords.drop)}
                            </th>`
                    }
                    ${this.#heads('label', dense)}
                  </tr>
                </thead>
                <tbody>
                  ${this.rows.slice(0, this.filled).map((row, index) => this.#row(row, index, alone, result))}
                </tbody>
              </table>
            </div>`
      }
    </div>`;
  }

  #titles(result: CaseResult, alone: boolean): TemplateResult {
    const edit = () => this.dispatchEvent(elementEvent('regions-edit'));
    const labels = html`<div>
      <h2>${this.say(scoreWords.labels)}</h2>
      ${
        alone
          ? html`<button class="quiet" title=${this.say(scoreWords.noRegions)} @click=${edit}>
              <dl-icon name="plus"></dl-icon>${this.say(scoreWords.defineRegions)}
            </button>`
          : nothing
      }
      <span class="actions"><slot name="actions"></slot></span>
    </div>`;
    if (alone) return html`<div class="titles">${labels}</div>`;
    const raw = result.rawRegionScores;
    return html`<div class="titles">
      <div>
        <h2>${this.say(scoreWords.regions)}</h2>
        ${
          // the regions of masks and probabilities are those that the network was trained on
          result.rawRegionScores
            ? nothing
            : html`<button
                class="icon-button"
                title=${this.say(scoreWords.editRegions)}
                aria-label=${this.say(scoreWords.editRegions)}
                @click=${edit}
              >
                <dl-icon name="pencil"></dl-icon>
              </button>`
        }
        <button
          class="icon-button toggle"
          title=${this.say(scoreWords.showRates)}
          aria-label=${this.say(scoreWords.showRates)}
          aria-pressed=${this.rates}
          @click=${() => (this.rates = !this.rates)}
        >
          <dl-icon name="columns-3"></dl-icon>
        </button>
        ${
          raw
            ? html`<dl-segmented
                .label=${this.say(scoreWords.regionsShown)}
                .segments=${[
                  { value: 'map', text: this.say(scoreWords.reconstructed) },
                  { value: 'raw', text: this.say(scoreWords.rawMasks) },
                ]}
                .value=${this.raw ? 'raw' : 'map'}
                @value-change=${this.#switchRaw}
              ></dl-segmented>`
            : nothing
        }
      </div>
      ${labels}
    </div>`;
  }

  #heads(half: 'region' | 'label', dense: boolean): TemplateResult {
    const count = (part: 'tp' | 'fp' | 'fn') =>
      html`<span><i class="dot ${part}"></i>${part.toUpperCase()}</span>`;
    return html`
      <th scope="col" class="name">
        ${this.say(half === 'region' ? scoreWords.region : scoreWords.label)}
        ${dense ? nothing : html`<br />${this.say(scoreWords.referencePredicted)}`}
      </th>
      <th scope="col" class="dice">Dice${dense ? html`<span class="iou">IoU</span>` : html`<br />IoU`}</th>
      <th scope="col" class="rates">
        <div class="grid">
          <span title=${this.say(scoreWords.precision)}>${this.say(scoreWords.precisionShort)}</span>
          <span>${this.say(scoreWords.recallShort)}</span>
          <span title=${this.say(scoreWords.volumeDifferenceTitle)}
            >${this.say(scoreWords.volumeDifference)}</span
          >
        </div>
      </th>
      <th scope="col" class="counts"><div class="three">${count('tp')}${count('fp')}${count('fn')}</div></th>
    `;
  }

  #row({ region, label, change }: ScoreRow, row: number, alone: boolean, result: CaseResult): TemplateResult {
    const half = (score: StructureScore | null, column: number, name: 'region' | 'label') =>
      score
        ? halfRow({
            half: name,
            row,
            column,
            score,
            voxelMl: voxelVolumeMl(result.grid),
            chosen: this.#chosen(score),
            tabbable: (at) => this.#isTabbable(row, at),
            say: (sentence, ...facts) => this.say(sentence, ...facts),
          })
        : emptyHalf();
    return html`<tr>
      ${alone ? nothing : half(region, 0, 'region')} ${alone ? nothing : this.#drop(change, label, row)}
      ${half(label, DROP_COLUMN + 1, 'label')}
    </tr>`;
  }

  #drop(change: number | null, label: StructureScore | null, row: number): TemplateResult {
    if (change === null || Number.isNaN(change) || !label) return html`<td class="drop"></td>`;
    if (change === 0)
      return html`<td class="drop"><span class="same">${this.say(scoreWords.same)}</span></td>`;
    const difference = formatDifference(change);
    return html`<td class="drop" data-row=${row} data-half="label">
      <button
        class="number"
        data-part="all"
        data-column=${DROP_COLUMN}
        tabindex=${this.#isTabbable(row, DROP_COLUMN) ? 0 : -1}
        aria-label=${this.say(scoreWords.dropOf, { difference, label: label.name })}
        title=${`${change}`}
      >
        ${difference}
      </button>
    </td>`;
  }

  #chosen(score: StructureScore): ConfusionPart | null {
    if (this.selection?.kind !== 'structure') return null;
    return isSameStructure(structureOf(this.selection), score.structure) ? this.selection.part : null;
  }

  /** One control of the table is in the sequence of the Tab key: the last one used, else the chosen Dice. */
  #isTabbable(row: number, column: number): boolean {
    return this.stop.row === row && this.stop.column === column;
  }

  #firstStop(): { row: number; column: number } {
    const chosen = this.rows.findIndex(
      ({ region, label }) => (region && this.#chosen(region)) || (label && this.#chosen(label)),
    );
    const row = Math.max(chosen, 0);
    const { region = null, label = null } = this.rows[row] ?? {};
    return { row, column: region && (!label || this.#chosen(region) || chosen < 0) ? 0 : DROP_COLUMN + 1 };
  }

  #click(event: Event): void {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('[data-row]');
    if (!cell) return;
    const row = Number(cell.dataset.row);
    const score = this.rows[row][cell.dataset.half === 'region' ? 'region' : 'label'];
    if (!score) return;
    const button = target.closest<HTMLElement>('button');
    const part = (button?.dataset.part ?? 'all') as ConfusionPart;
    if (button) this.cursor = { row, column: Number(button.dataset.column) };
    this.dispatchEvent(selectionChange(structureSelection(score.structure, part, this.raw)));
  }

  #keydown(event: KeyboardEvent): void {
    const from = (event.target as HTMLElement).closest<HTMLElement>('button[data-column]');
    const row = Number(from?.closest<HTMLElement>('[data-row]')?.dataset.row);
    if (!from || Number.isNaN(row)) return;
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('button[data-column]')]
      .filter((button) => button.offsetParent)
      .map((button) => ({
        button,
        row: Number(button.closest<HTMLElement>('[data-row]')?.dataset.row),
        column: Number(button.dataset.column),
      }));
    const column = Number(from.dataset.column);
    const inRow = stops.filter((stop) => stop.row === row);
    const inColumn = stops.filter((stop) => stop.column === column);
    const place = inRow.findIndex((stop) => stop.button === from);
    const line = inColumn.findIndex((stop) => stop.button === from);
    const next = {
      ArrowLeft: inRow[place - 1],
      ArrowRight: inRow[place + 1],
      ArrowUp: inColumn[line - 1],
      ArrowDown: inColumn[line + 1],
      Home: inColumn[0],
      End: inColumn.at(-1),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    this.cursor = { row: next.row, column: next.column };
    next.button.focus();
  }

  #switchRaw(event: CustomEvent<string>): void {
    this.raw = event.detail === 'raw';
    this.dispatchEvent(elementEvent('raw-change', this.raw));
    const { selection } = this;
    if (selection?.kind === 'structure' && selection.structure.kind === 'region') {
      this.dispatchEvent(selectionChange({ ...selection, raw: this.raw }));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-score-tables': DlScoreTables;
  }
}
