import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { samplerWords as words } from '../../core/messages/pseudo-dice-page.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import {
  SETTING_LIMITS,
  type LimitedSetting,
  type SettingClamp,
} from '../../core/pseudo-dice/clamp-settings.ts';
import { countForced } from '../../core/pseudo-dice/patch-forced.ts';
import { NNUNET_SAMPLING, type SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../controls/dl-segmented.ts';
import { samplerSettingsStyles } from './sampler-settings-styles.ts';

const AXES = ['x', 'y', 'z'] as const;

/**
 * How patches are drawn: patch, batch, iterations, epochs, forced share, seed and order, what they come to in a
 * sentence, and what had to be changed.
 * @fires settings-change - detail: the settings that were entered, not yet within their limits
 * @fires plans-open - detail: the file
 * @fires configuration-choose - detail: its name
 * @fires link-copy
 */
@customElement('dl-sampler-settings')
export class DlSamplerSettings extends DlElement {
  @property({ attribute: false }) settings: SamplerSettings = NNUNET_SAMPLING;
  @property({ attribute: false }) clamps: readonly SettingClamp[] = [];
  /** Of the plans that were opened, with a patch; and the one that was taken. */
  @property({ attribute: false }) configurations: readonly string[] = [];
  @property() configuration = '';
  /** The patch is that of nobody: half of the first case. */
  @property({ type: Boolean }) half = false;
  /** Cases that are smaller than the patch along an axis. */
  @property({ type: Number }) padded = 0;
  @state() private copied = false;

  static override styles = [baseStyles, samplerSettingsStyles];

  protected override render() {
    const { settings } = this;
    const { patch } = settings;
    return html`<div class="head">
        <h2>${this.say(words.title)}</h2>
        <button
          class="icon-button"
          aria-label=${this.say(this.copied ? words.copied : words.copyLink)}
          title=${this.say(this.copied ? words.copied : words.copyLink)}
          @click=${this.#copy}
          @blur=${this.#forget}
        >
          <dl-icon name=${this.copied ? 'check' : 'copy'}></dl-icon>
        </button>
        ${this.#configurations()}
        <label class="open" title=${this.say(words.fromPlansTitle)}
          ><dl-icon name="file"></dl-icon>${this.say(words.fromPlans)}<input
            class="off-screen"
            type="file"
            accept=".json,.pkl"
            @change=${this.#pick}
        /></label>
      </div>
      <div class="fields">
        <fieldset>
          <legend>${this.say(words.patch)}</legend>
          ${AXES.map(
            (axis, i) =>
              html`${i > 0 ? html`<span aria-hidden="true">×</span>` : nothing}<input
                  type="number"
                  aria-label=${this.say(words.patchAlong, { axis })}
                  min=${SETTING_LIMITS.patch[0]}
                  max=${SETTING_LIMITS.patch[1]}
                  .value=${String(patch[i])}
                  @change=${(event: Event) => {
                    const lengths = [...patch] as [number, number, number];
                    lengths[i] = valueOf(event);
                    this.#change({ patch: lengths });
                  }}
                />`,
          )}
        </fieldset>
        ${this.#number(words.batch, 'batch')} ${this.#number(words.iterations, 'iterations')}
        ${this.#number(words.epochs, 'epochs')}
        ${this.#number(words.forced, 'oversampling', words.forcedTitle)} ${this.#number(words.seed, 'seed')}
      </div>
      <div class="order">
        <dl-segmented
          small
          .label=${this.say(words.order)}
          .value=${settings.order}
          .segments=${[
            { value: 'case-first', text: this.say(words.nnunet) },
            { value: 'class-first', text: this.say(words.textbook), title: this.say(words.textbookTitle) },
          ]}
          @value-change=${({ detail }: CustomEvent<string>) =>
            this.#change({ order: detail === 'class-first' ? 'class-first' : 'case-first' })}
        ></dl-segmented>
        <label class="check" title=${this.say(words.probabilisticTitle)}
          ><input
            type="checkbox"
            .checked=${settings.isProbabilistic}
            @change=${(event: Event) =>
              this.#change({ isProbabilistic: (event.target as HTMLInputElement).checked })}
          />${this.say(words.probabilistic)}</label
        >
      </div>
      <p class="note">${this.#note()}</p>
      <div role="status">
        ${this.padded > 0 ? html`<p class="note">${this.say(words.largerThanImage, { cases: this.padded })}</p>` : nothing}
        ${this.clamps.map(
          (clamp) =>
            html`<p class="clamp">
              <dl-icon name="triangle-alert"></dl-icon>${this.say(words.clamped, clamp)}
            </p>`,
        )}
      </div>`;
  }

  #configurations() {
    if (this.configurations.length < 2) return nothing;
    return html`<select
      aria-label=${this.say(words.configuration)}
      @change=${(event: Event) =>
        this.dispatchEvent(elementEvent('configuration-choose', (event.target as HTMLSelectElement).value))}
    >
      ${this.configurations.map(
        (name) => html`<option value=${name} ?selected=${name === this.configuration}>${name}</option>`,
      )}
    </select>`;
  }

  #number(name: Sentence, setting: Exclude<LimitedSetting, 'patch'>, title?: Sentence) {
    const [min, max] = SETTING_LIMITS[setting];
    return html`<label class=${setting} title=${title ? this.say(title) : nothing}
      >${this.say(name)}<input
        type="number"
        min=${min}
        max=${max}
        step=${setting === 'oversampling' ? '0.01' : '1'}
        .value=${String(this.settings[setting])}
        @change=${(event: Event) => this.#change({ [setting]: valueOf(event) })}
    /></label>`;
  }

  #note(): string {
    const halved = this.half ? [this.say(words.halfPatch)] : [];
    return [this.#forced(), this.say(words.grid), ...halved].join(this.say(words.betweenSentences));
  }

  #forced(): string {
    const { batch, oversampling, isProbabilistic } = this.settings;
    if (isProbabilistic) return this.say(words.forcedByChance, { oversampling });
    return this.say(words.forcedOfBatch, { oversampling, forced: countForced(batch, oversampling), batch });
  }

  /** What was typed stays in its field until the settings that come of it are there; then they stand in it. */
  #change(fields: Partial<SamplerSettings>): void {
    this.dispatchEvent(elementEvent('settings-change', fields));
    for (const input of this.renderRoot.querySelectorAll<HTMLInputElement>('input[type=number]')) {
      if (input.value === '') this.requestUpdate();
    }
  }

  #pick(event: Event): void {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = ''; // the same file can be picked again
    if (file) this.dispatchEvent(elementEvent('plans-open', file));
  }

  #forget(): void {
    this.copied = false;
  }

  #copy(): void {
    this.dispatchEvent(elementEvent('link-copy'));
    this.copied = true;
  }
}

function valueOf(event: Event): number {
  return (event.target as HTMLInputElement).valueAsNumber;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-sampler-settings': DlSamplerSettings;
  }
}
