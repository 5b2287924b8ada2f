import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StructureScore } from '../../core/case/case-result.ts';
import { definitionOf, type DefinitionKey } from '../../core/counts/definitions.ts';
import { formatVoxels } from '../../core/text/format.ts';
import { accountWords } from '../../core/messages/case-page.ts';
import { metricPanelWords as text } from '../../core/messages/why-panels.ts';
import { accountStyles } from '../case/account-styles.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { elementEvent, selectionChange, structureSelection } from '../case/selection-event.ts';
import { structureChip } from '../labels/structure-chip.ts';

/** A metric with its figures. */
export interface MetricFigures {
  readonly definition: DefinitionKey;
  /** The formula with numbers in it, as a fraction; without a lower half as one line. Empty where it has none. */
  readonly upper: string;
  readonly lower: string;
  readonly value: string;
  /** A remark on this very number, such as why it is not defined. */
  readonly note: string;
}

/**
 * The account of a number that is no plain fraction of counts: its formula in words and in figures, edge cases, source,
 * and the voxels that it comes from.
 * @fires selection-change - detail: TP, FP or FN of the structure
 * @fires panel-close
 */
@customElement('dl-why-metric')
export class DlWhyMetric extends DlElement {
  @property({ attribute: false }) score: StructureScore | null = null;
  @property({ attribute: false }) figures: MetricFigures | null = null;
  @property({ type: Boolean }) raw = false;

  static override styles = [baseStyles, accountStyles];

  protected override render() {
    const { score, figures } = this;
    if (!score || !figures) return nothing;
    const { name, formula, edgeCases, source } = definitionOf(figures.definition);
    return html`<header>
        <h2>
          <span class="lead">${this.say(accountWords.title, { metric: this.say(name) })}</span>
          ${structureChip(score.structure, score.labels)}
          <span class="cut" title=${score.name}>${score.name}</span>
        </h2>
        <button
          class="icon-button"
          aria-label=${this.say(accountWords.close)}
          title=${this.say(accountWords.close)}
          @click=${() => this.dispatchEvent(elementEvent('panel-close'))}
        >
          <dl-icon name="x"></dl-icon>
        </button>
      </header>
      <p class="sentence">${this.say(formula)}</p>
      <div class="formula">
        ${
          figures.upper
            ? html`<span class="fraction">
                  <span>${figures.upper}</span
                  >${figures.lower ? html`<span>${figures.lower}</span>` : nothing}
                </span>
                =`
            : nothing
        }
        <span class="value">${figures.value}</span>
      </div>
      <ul class="terms">
        ${(['tp', 'fp', 'fn'] as const).map((part) => this.#part(score, part))}
      </ul>
      <p class="note caption">
        ${figures.note ? html`${figures.note} ` : nothing}${this.say(edgeCases)} ${this.say(text.source)}
        <code>${source}</code>
      </p>`;
  }

  #part(score: StructureScore, part: 'tp' | 'fp' | 'fn') {
    const voxels = score[part];
    const show = this.say(accountWords.show, { part: part.toUpperCase(), voxels });
    return html`<li class=${part}>
      <span class="dot"></span>
      <strong title=${voxels}>${formatVoxels(voxels)}</strong>
      <span class="made-of"><span>${part.toUpperCase()}</span></span>
      <button
        class="icon-button eye"
        aria-label=${show}
        title=${show}
        ?disabled=${voxels === 0}
        @click=${() =>
          this.dispatchEvent(selectionChange(structureSelection(score.structure, part, this.raw)))}
      >
        <dl-icon name="eye"></dl-icon>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-why-metric': DlWhyMetric;
  }
}
