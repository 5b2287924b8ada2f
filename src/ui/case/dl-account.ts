import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatMl, formatScore, formatVoxels } from '../../core/text/format.ts';
import type { CaseResult, StructureScore } from '../../core/case/case-result.ts';
import { voxelVolumeMl } from '../../core/volume/grid.ts';
import { nameOf } from '../../core/labels/label-scheme.ts';
import { isSelected, makeUpOf, naturalPartner, scoreOf, type LabelShare } from '../../core/counts/make-up.ts';
import { accountWords, scoreWords } from '../../core/messages/case-page.ts';
import type { Selection, StructureRef } from '../../core/labels/selection.ts';
import { ACCOUNT_METRICS, edgeOf, type AccountMetric, type Term } from './account-metrics.ts';
import { accountStyles } from './account-styles.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../controls/dl-segmented.ts';
import { elementEvent, selectionChange, structureSelection } from './selection-event.ts';
import { structureChip } from '../labels/structure-chip.ts';

const MOST_SHARES = 4;

/**
 * The account of one structure's score: the fraction with its figures, what every figure consists of, how the
 * label and its region relate, edge cases and source. Without a structure it is empty.
 * @fires selection-change - detail: the voxels of a term, or of one cell of its make-up
 * @fires account-close
 */
@customElement('dl-account')
export class DlAccount extends DlElement {
  @property({ attribute: false }) result: CaseResult | null = null;
  @property({ attribute: false }) structure: StructureRef | null = null;
  @property({ attribute: false }) selection: Selection | null = null;
  @property({ type: Boolean }) raw = false;
  /** Where "Why" leads; no link where it is empty. */
  @property() why = '';
  @state() private metric: AccountMetric = ACCOUNT_METRICS[0];

  static override styles = [baseStyles, accountStyles];

  protected override render() {
    const { result, structure, metric } = this;
    const score = result && structure && scoreOf(result, structure, this.#raw);
    if (!result || !score) return nothing;
    return html`
      <header>
        <h2>
          <span class="lead">${this.say(accountWords.title, { metric: this.say(metric.name) })}</span>
          ${structureChip(score.structure, score.labels)}
          <span class="cut" title=${score.name}>${score.name}</span>
        </h2>
        <button
          class="icon-button"
          aria-label=${this.say(accountWords.close)}
          title=${this.say(accountWords.close)}
          @click=${() => this.dispatchEvent(elementEvent('account-close'))}
        >
          <dl-icon name="x"></dl-icon>
        </button>
      </header>
      <dl-segmented
        small
        .label=${this.say(accountWords.metrics)}
        .segments=${ACCOUNT_METRICS.map(({ id, name }) => ({ value: id, text: this.say(name) }))}
        .value=${metric.id}
        @value-change=${this.#choose}
      ></dl-segmented>
      ${this.#formula(score)} ${this.#terms(result, score)} ${this.#relation(result, score)}
      ${this.#note(score)}
    `;
  }

  get #raw(): boolean {
    return this.raw && this.structure?.kind === 'region' && Boolean(this.result?.rawRegionScores);
  }

  #choose(event: CustomEvent<string>): void {
    event.stopPropagation();
    this.metric = ACCOUNT_METRICS.find(({ id }) => id === event.detail) ?? ACCOUNT_METRICS[0];
  }

  #formula(score: StructureScore): TemplateResult {
    const { metric } = this;
    const names = (terms: readonly Term[]) =>
      terms.map((term) => (term === '×' ? ' ' : term.toUpperCase())).join(' ');
    const figures = (terms: readonly Term[]) =>
      terms.map((term) => {
        if (term === '2' || term === '+' || term === '×') return ` ${term} `;
        return html`<i class=${term} title=${term.toUpperCase()}>${formatVoxels(score[term])}</i>`;
      });
    const value = score[metric.id];
    return html`<div class="formula">
      <span class="fraction names"
        ><span>${names(metric.upper)}</span><span>${names(metric.lower)}</span></span
      >
      =
      <span class="fraction"><span>${figures(metric.upper)}</span><span>${figures(metric.lower)}</span></span>
      =
      <span class="value" title=${`${value}`}>
        ${Number.isNaN(value) ? this.say(scoreWords.absent) : formatScore(value, 4)}
      </span>
    </div>`;
  }

  #terms(result: CaseResult, score: StructureScore): TemplateResult {
    const { structure } = score;
    const raw = this.#raw;
    const made = makeUpOf(result, structure, raw);
    const isLabel = structure.kind === 'label';
    const own = isLabel ? structure.value : 0;
    const cell = (reference: number, predicted: number): Selection => ({
      kind: 'cell',
      reference,
      predicted,
    });
    return html`<ul class="terms">
      ${
        isLabel
          ? this.#term(score, 'tp', this.say(accountWords.tpLabel, { label: own }), [])
          : this.#term(score, 'tp', this.say(accountWords.tp), made.tp)
      }
      ${this.#term(score, 'fp', this.say(accountWords.fp), made.fp, isLabel ? (label) => cell(label, own) : undefined)}
      ${this.#term(
        score,
        'fn',
        this.say(raw ? accountWords.fnRaw : accountWords.fn),
        made.fn,
        isLabel ? (label) => cell(own, label) : undefined,
      )}
    </ul>`;
  }

  #term(
    score: StructureScore,
    part: 'tp' | 'fp' | 'fn',
    words: string,
    shares: readonly LabelShare[],
    cellOf?: (label: number) => Selection,
  ): TemplateResult {
    const voxels = score[part];
    const show = this.say(accountWords.show, { part: part.toUpperCase(), voxels });
    const shown = shares.length > MOST_SHARES + 1 ? shares.slice(0, MOST_SHARES) : shares;
    const rest = shares.slice(shown.length);
    return html`<li class=${part}>
      <span class="dot"></span>
      <strong title=${voxels}>${formatVoxels(voxels)}</strong>
      <span class="made-of">
        <span>${words}</span>
        ${shown.map((share) => this.#share(share, cellOf))}
        ${
          rest.length > 0
            ? html`<span>
                ${this.say(accountWords.more, {
                  labels: rest.length,
                  voxels: rest.reduce((sum, share) => sum + share.voxels, 0),
                })}
              </span>`
            : nothing
        }
      </span>
      <button
        class="icon-button eye"
        aria-label=${show}
        title=${show}
        aria-pressed=${isSelected(this.selection, score.structure, part, this.#raw) ? 'true' : 'false'}
        ?disabled=${voxels === 0}
        @click=${() => this.dispatchEvent(selectionChange(structureSelection(score.structure, part, this.#raw)))}
      >
        <dl-icon name="eye"></dl-icon>
      </button>
    </li>`;
  }

  #share({ label, voxels }: LabelShare, cellOf?: (label: number) => Selection): TemplateResult {
    const name = nameOf(this.result!.scheme, label);
    const content = html`${formatVoxels(voxels)}<dl-label-chip .label=${label}></dl-label-chip>`;
    return cellOf
      ? html`<button
          class="share"
          title=${name}
          @click=${() => this.dispatchEvent(selectionChange(cellOf(label)))}
        >
          ${content}
        </button>`
      : html`<span class="share" title=${name}>${content}</span>`;
  }

  /** How the region and the label at its node relate, or why there is no fraction to speak of. */
  #relation(result: CaseResult, score: StructureScore): TemplateResult | typeof nothing {
    const edge = edgeOf(this.metric, score);
    const { kind } = score.structure;
    if (edge) return html`<p class="sentence">${this.say(edge, { kind })}</p>`;
    const other = naturalPartner(result, score.structure, this.raw);
    if (!other || this.metric.id !== 'dice') return nothing;
    const chip = structureChip(other.structure, other.labels);
    if (Number.isNaN(other.dice))
      return html`<p class="sentence">${chip}${this.say(accountWords.otherAbsent)}</p>`;
    const volume = ({ nRef, nPred }: StructureScore) => formatMl((nRef + nPred) * voxelVolumeMl(result.grid));
    return html`<p class="sentence" title=${other.name}>
      ${chip}${this.say(accountWords.other, {
        score: formatScore(other.dice),
        errors: other.fp + other.fn,
        volume: volume(other),
        ownKind: kind,
        ownErrors: score.fp + score.fn,
        ownVolume: volume(score),
      })}
      ${this.why ? html`<a class="link" href=${this.why}>${this.say(accountWords.why)}</a>` : nothing}
    </p>`;
  }

  #note({ structure: { kind } }: StructureScore): TemplateResult {
    const { note, source } = this.metric;
    return html`<p class="note caption">
      ${this.#raw ? this.say(accountWords.rawNote) : nothing} ${this.say(note, { kind })}
      ${source ? html`<code>${source}</code>` : nothing}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-account': DlAccount;
  }
}
