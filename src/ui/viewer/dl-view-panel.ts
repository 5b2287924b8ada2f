import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Sentence } from '../../core/messages/sentence.ts';
import { viewerWords } from '../../core/messages/viewer.ts';
import { viewWords as words } from '../../core/messages/view-settings.ts';
import { colourOfLabel } from '../../core/volume/overlay.ts';
import { PLANES } from '../../core/volume/slice-geometry.ts';
import {
  DEFAULT_VIEW,
  LAYOUTS,
  OVERLAY_STYLES,
  type LabelLook,
  type ViewSettings,
} from '../../core/volume/view-settings.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { LABELS, OVERLAY, type Hex } from '../labels/palette.ts';
import { viewPanelStyles } from './view-panel-styles.ts';

/** A label of the case, as its look is chosen. */
export interface NamedLabel {
  readonly value: number;
  readonly name: string;
}

const EVERY: readonly (number | null)[] = [null, 1, 2, 3, 5, 10];
const ZOOM_STEP = 1.25;
const USUAL: LabelLook = { visible: true, opacity: 1, colour: null };

/**
 * The settings of the slices, a part of them behind each button of the bar.
 * @fires view-change - detail: the settings that change
 */
@customElement('dl-view-panel')
export class DlViewPanel extends DlElement {
  @property() for = 'layout';
  @property({ attribute: false }) view: ViewSettings = DEFAULT_VIEW;
  @property({ attribute: false }) labels: readonly NamedLabel[] = [];
  /** Names of the channels of the probabilities. */
  @property({ attribute: false }) probabilities: readonly string[] = [];
  /** Whether there is a second prediction to compare with. */
  @property({ type: Boolean }) models = false;

  static override styles = [baseStyles, viewPanelStyles];

  protected override render() {
    return this.for === 'layout'
      ? this.#layoutPart()
      : this.for === 'overlay'
        ? this.#overlayPart()
        : this.#imagePart();
  }

  #layoutPart() {
    const { view } = this;
    return html`
      ${this.#choices(
        words.layout,
        LAYOUTS.map((value) => ({ text: this.say(words[value]), fields: { layout: value } })),
        words.layoutKey,
      )}
      ${this.#choices(
        words.plane,
        PLANES.map((value) => ({ text: this.say(viewerWords[value]), fields: { plane: value } })),
      )}
      ${
        view.layout === 'lightbox'
          ? this.#choices(
              words.every,
              EVERY.map((value) => ({
                text: value === null ? this.say(words.fits) : `${value}`,
                fields: { everyNth: value },
              })),
            )
          : nothing
      }
      ${this.#choices(
        words.convention,
        (['radiological', 'neurological'] as const).map((value) => ({
          text: this.say(words[value]),
          fields: { convention: value },
        })),
      )}
      <p class="hint">${this.say(words.conventionHint)}</p>
      <div class="row">
        <span>${this.say(words.zoom)}</span
        ><span>${this.say(words.zoomValue, { percent: Math.round(view.zoom * 100) })}</span>
      </div>
      <div class="choices">
        ${this.#button('−', { zoom: view.zoom / ZOOM_STEP }, words.zoomOut)}
        ${this.#button('+', { zoom: view.zoom * ZOOM_STEP }, words.zoomIn)}
        ${this.#button(this.say(words.fit), { zoom: 1, panMm: [0, 0, 0] })}
      </div>
      <p class="hint">${this.say(words.zoomHint)}</p>
    `;
  }

  #overlayPart() {
    const { view, labels, models } = this;
    const compare = [
      ['none', words.none],
      ['flicker', words.flicker],
      ['swipe', words.swipe],
      ['side-by-side', words.sideBySide],
      ['agreement', words.agreement],
    ] as const;
    const hint =
      view.compare === 'flicker' ? words.flickerHint : view.compare === 'swipe' ? words.swipeHint : null;
    return html`
      ${this.#choices(
        words.style,
        OVERLAY_STYLES.map((value) => ({ text: this.say(words[value]), fields: { style: value } })),
      )}
      ${this.#choices(words.everything, [
        { text: this.say(words.chosen), fields: { everything: false } },
        { text: this.say(words.all), fields: { everything: true } },
      ])}
      ${this.#choices(
        words.compare,
        compare.map(([value, text]) => ({
          text: this.say(text),
          fields: { compare: value },
          disabled: value === 'agreement' && !models,
        })),
      )}
      ${hint || !models ? html`<p class="hint">${this.say(hint ?? words.modelHint)}</p>` : nothing}
      ${labels.length > 0 ? this.#labels() : nothing}
    `;
  }

  #labels() {
    const { view, labels } = this;
    return html`<div class="row">
        <span>${this.say(words.labels)}</span>
        ${
          Object.keys(view.looks).length > 0
            ? html`<button class="link" @click=${() => this.#change({ looks: {} })}>
                ${this.say(words.reset)}
              </button>`
            : nothing
        }
      </div>
      <ul class="labels">
        ${labels.map((label) => this.#label(label))}
      </ul>`;
  }

  #label({ value, name }: NamedLabel) {
    const look = this.view.looks[value] ?? USUAL;
    const colour = look.colour ?? LABELS[colourOfLabel(value) - 1] ?? OVERLAY.ignored;
    const named = `${value} ${name}`;
    return html`<li>
      <input
        type="checkbox"
        aria-label=${this.say(words.visible, { name: named })}
        .checked=${look.visible}
        @change=${(event: Event) =>
          this.#look(value, { visible: (event.target as HTMLInputElement).checked })}
      />
      <input
        type="color"
        aria-label=${this.say(words.colourOf, { name: named })}
        .value=${colour}
        @input=${(event: Event) =>
          this.#look(value, { colour: (event.target as HTMLInputElement).value as Hex })}
      />
      <span class="cut" title=${named}>${named}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        aria-label=${this.say(words.opacityOf, { name: named })}
        .value=${String(Math.round(look.opacity * 100))}
        @input=${(event: Event) =>
          this.#look(value, { opacity: Number((event.target as HTMLInputElement).value) / 100 })}
      />
    </li>`;
  }

  #imagePart() {
    return html`${this.#choices(
      words.display,
      (['smooth', 'nearest'] as const).map((value) => ({
        text: this.say(words[value]),
        fields: { display: value },
      })),
    )}
    ${
      this.probabilities.length === 0
        ? nothing
        : this.#choices(
            words.heat,
            [
              { text: this.say(words.none), fields: { heat: null } },
              ...this.probabilities.map((text, heat) => ({ text, fields: { heat } })),
            ],
            words.heatKey,
          )
    }`;
  }

  #choices(
    name: Sentence,
    choices: readonly {
      readonly text: string;
      readonly fields: Partial<ViewSettings>;
      readonly disabled?: boolean;
    }[],
    hint?: Sentence,
  ) {
    const isChosen = (fields: Partial<ViewSettings>) =>
      Object.entries(fields).every(([key, value]) => this.view[key as keyof ViewSettings] === value);
    return html`<div class="row">
        <span>${this.say(name)}</span>${hint ? html`<span class="hint">${this.say(hint)}</span>` : nothing}
      </div>
      <div class="choices" role="group" aria-label=${this.say(name)}>
        ${choices.map(
          ({ text, fields, disabled }) =>
            html`<button
              class="choice cut"
              title=${text}
              aria-pressed=${isChosen(fields)}
              ?disabled=${disabled ?? false}
              @click=${() => this.#change(fields)}
            >
              ${text}
            </button>`,
        )}
      </div>`;
  }

  #button(text: string, fields: Partial<ViewSettings>, name?: Sentence) {
    const label = name ? this.say(name) : text;
    return html`<button
      class="choice"
      aria-label=${label}
      title=${label}
      @click=${() => this.#change(fields)}
    >
      ${text}
    </button>`;
  }

  #look(value: number, fields: Partial<LabelLook>): void {
    const { looks } = this.view;
    this.#change({ looks: { ...looks, [value]: { ...USUAL, ...looks[value], ...fields } } });
  }

  #change(fields: Partial<ViewSettings>): void {
    this.dispatchEvent(elementEvent('view-change', fields));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-view-panel': DlViewPanel;
  }
}
