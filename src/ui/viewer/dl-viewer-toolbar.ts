import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/popover/popover.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import { viewerToolbarWords as words } from '../../core/messages/viewer.ts';
import { DEFAULT_VIEW, type ViewSettings } from '../../core/volume/view-settings.ts';
import type { OverlayMode } from '../../core/volume/overlay.ts';
import type { Selection, StructureRef } from '../../core/labels/selection.ts';
import { CT_WINDOWS } from '../../core/volume/window-presets.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../controls/dl-segmented.ts';
import { elementEvent, selectionChange, structureSelection } from '../case/selection-event.ts';
import { structureChip } from '../labels/structure-chip.ts';
import type { NamedLabel } from './dl-view-panel.ts';
import { viewerToolbarStyles } from './viewer-toolbar-styles.ts';

/** A structure that can be shown; `labels` are those of a region, one for a label. */
export interface StructureChoice {
  readonly structure: StructureRef;
  readonly name: string;
  readonly labels: readonly number[];
}

/**
 * The bar above the slices: what is laid over the image, of which structure, how opaque, over which channel
 * and window.
 * @fires mode-change - detail: the overlay mode chosen
 * @fires selection-change - detail: the selection of the structure chosen
 * @fires opacity-change - detail: 0 to 1
 * @fires channel-change - detail: the index of the image channel chosen
 * @fires view-change - detail: the settings of the slices that change
 * @fires window-preset - detail: the window chosen, null for the automatic one
 */
@customElement('dl-viewer-toolbar')
export class DlViewerToolbar extends DlElement {
  @property() mode: OverlayMode = 'errors';
  /** Modes that have something to show; the others are left out. */
  @property({ attribute: false }) modes: readonly OverlayMode[] = ['reference', 'prediction', 'errors'];
  @property({ attribute: false }) structures: readonly StructureChoice[] = [];
  @property({ attribute: false }) selection: Selection | null = null;
  @property({ type: Number }) opacity = 1;
  @property({ attribute: false }) channels: readonly string[] = [];
  @property({ type: Number }) channel = 0;
  /** Whether the channel is computed tomography, for which windows have names. */
  @property({ type: Boolean }) ct = false;

  @property({ attribute: false }) view: ViewSettings = DEFAULT_VIEW;
  /** Labels whose looks can be chosen, and names of the channels of the probabilities. */
  @property({ attribute: false }) labels: readonly NamedLabel[] = [];
  @property({ attribute: false }) probabilities: readonly string[] = [];
  /** Whether there is a second prediction to compare with. */
  @property({ type: Boolean }) models = false;

  /** Until the select is reached only the chosen structure is among its options: there may be hundreds. */
  @state() private offersAll = false;
  #onlyOffered = '';

  static override styles = [baseStyles, viewerToolbarStyles];

  protected override render() {
    return html`<dl-segmented
        .label=${this.say(words.overlay)}
        .segments=${this.modes.map((mode) => ({ value: mode, text: this.say(words[mode]) }))}
        .value=${this.mode}
        @value-change=${this.#chooseMode}
      ></dl-segmented>
      ${this.structures.length > 0 ? this.#structureSelect() : nothing}
      <span class="icons" @pointerover=${loadPanel} @focusin=${loadPanel}>
        <button
          id="opacity"
          class="icon-button"
          aria-label=${this.say(words.opacity)}
          title=${this.say(words.opacity)}
        >
          <dl-icon name="blend"></dl-icon>
        </button>
        ${
          this.channels.length > 0
            ? html`<button
                id="image"
                class="icon-button"
                aria-label=${this.say(words.imageAndWindow)}
                title=${this.say(words.imageAndWindow)}
              >
                <dl-icon name="contrast"></dl-icon>
              </button>`
            : nothing
        }
        <button
          id="layout"
          class="icon-button"
          aria-label=${this.say(words.layout)}
          title=${this.say(words.layout)}
        >
          <dl-icon name="layout-dashboard"></dl-icon>
        </button>
      </span>
      <wa-popover for="layout" placement="bottom-end" distance="6" without-arrow>
        ${this.#panel('layout')}
      </wa-popover>
      ${this.#opacityPanel()} ${this.channels.length > 0 ? this.#imagePanel() : nothing}`;
  }

  #structureSelect() {
    const { selection, structures } = this;
    const chosen = selection?.kind === 'structure' && !this.#showsAll() ? keyOf(selection.structure) : '';
    const current = structures.find(({ structure }) => keyOf(structure) === chosen);
    const offered = this.offersAll ? structures : structures.filter((choice) => choice === current);
    const group = (kind: StructureRef['kind']) => offered.filter(({ structure }) => structure.kind === kind);
    const options = (of: readonly StructureChoice[]) =>
      repeat(
        of,
        ({ structure }) => keyOf(structure),
        ({ structure, name, labels }) =>
          html`<wa-option value=${keyOf(structure)} .label=${name} title=${name}>
            <span slot="start">${structureChip(structure, labels)}</span>${name}
          </wa-option>`,
      );
    const [regions, labels] = [group('region'), group('label')];
    // the select keeps the text of an option it once showed: other names need another select
    if (!this.offersAll) this.#onlyOffered = chosen;
    const names = structures.map(({ structure, name }) => `${keyOf(structure)} ${name}`).join('\n');
    return keyed(
      `${names}\n${this.#onlyOffered}`,
      html`<wa-select
        class="structure"
        size="s"
        appearance="filled"
        placement="bottom-start"
        aria-label=${this.say(words.structure)}
        placeholder=${this.#showsAll() ? this.say(words.allLabels) : ''}
        title=${current?.name ?? this.say(this.#showsAll() ? words.allLabels : words.structure)}
        .value=${chosen}
        @pointerover=${this.#offerAll}
        @focusin=${this.#offerAll}
        @change=${this.#chooseStructure}
      >
        <span slot="label" class="off-screen">${this.say(words.structure)}</span>
        ${current ? html`<span slot="start">${structureChip(current.structure, current.labels)}</span>` : nothing}
        <dl-icon slot="expand-icon" name="chevron-down"></dl-icon>
        ${regions.length > 0 ? html`<small>${this.say(words.regions)}</small>${options(regions)}` : nothing}
        ${labels.length > 0 ? html`<small>${this.say(words.labels)}</small>${options(labels)}` : nothing}
      </wa-select>`,
    );
  }

  /** The browser's own slider: Web Awesome's writes style attributes, which the page's policy refuses. */
  #opacityPanel() {
    const percent = Math.round(this.opacity * 100);
    return html`<wa-popover for="opacity" placement="bottom-end" distance="6" without-arrow>
      <div class="row">
        <span>${this.say(words.opacity)}</span>
        <span class="value">${this.say(words.opacityValue, { percent })}</span>
      </div>
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        aria-label=${this.say(words.opacity)}
        .value=${String(percent)}
        @input=${this.#changeOpacity}
      />
      ${this.#panel('overlay')}
    </wa-popover>`;
  }

  #imagePanel() {
    const { channels, channel } = this;
    const presets = [{ name: words.auto, window: null }, ...(this.ct ? CT_PRESETS : [])] satisfies readonly {
      name: typeof words.auto;
      window: DisplayWindow | null;
    }[];
    return html`<wa-popover for="image" placement="bottom-end" distance="6" without-arrow>
      <div class="row">
        <span>${this.say(words.channel)}</span><span class="hint">${this.say(words.channelKey)}</span>
      </div>
      <div class="choices">
        ${channels.map(
          (name, index) =>
            html`<button
              class="choice cut"
              title=${name}
              aria-pressed=${index === channel}
              @click=${() => this.dispatchEvent(elementEvent('channel-change', index))}
            >
              ${name}
            </button>`,
        )}
      </div>
      <div class="row">${this.say(words.windowHead)}</div>
      <div class="choices">
        ${presets.map(
          ({ name, window }) =>
            html`<button
              class="choice"
              @click=${() => this.dispatchEvent(elementEvent('window-preset', window))}
            >
              ${this.say(name)}
            </button>`,
        )}
      </div>
      <p class="hint">${this.say(words.windowHint)}</p>
      ${this.#panel('image')}
    </wa-popover>`;
  }

  #panel(part: 'layout' | 'overlay' | 'image') {
    return html`<dl-view-panel
      .for=${part}
      .view=${this.view}
      .labels=${this.labels}
      .probabilities=${this.probabilities}
      .models=${this.models}
    ></dl-view-panel>`;
  }

  #chooseMode(event: CustomEvent<string>): void {
    const mode = this.modes.find((known) => known === event.detail);
    if (mode) this.dispatchEvent(elementEvent<OverlayMode>('mode-change', mode));
  }

  #offerAll(): void {
    this.offersAll = true;
  }

  #chooseStructure(event: Event): void {
    const { value } = event.target as HTMLElement & { value: string };
    const found = this.structures.find(({ structure }) => keyOf(structure) === value);
    if (!found) return;
    if (this.#showsAll()) this.dispatchEvent(elementEvent('view-change', { everything: false }));
    const raw = this.selection?.kind === 'structure' && this.selection.raw;
    this.dispatchEvent(selectionChange(structureSelection(found.structure, 'all', raw)));
  }

  /** Errors of all labels are on the slices: none of the structures is the one shown. */
  #showsAll(): boolean {
    return this.mode === 'errors' && this.view.everything;
  }

  #changeOpacity(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.dispatchEvent(elementEvent('opacity-change', Number(value) / 100));
  }
}

/** What the buttons open is read when one of them is reached. */
const loadPanel = () => void import('./dl-view-panel.ts');

const CT_PRESETS = [
  { name: words.brain, window: CT_WINDOWS.brain },
  { name: words.softTissue, window: CT_WINDOWS.softTissue },
  { name: words.lung, window: CT_WINDOWS.lung },
  { name: words.bone, window: CT_WINDOWS.bone },
];

function keyOf(structure: StructureRef): string {
  return structure.kind === 'label' ? `label-${structure.value}` : `region-${structure.index}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-viewer-toolbar': DlViewerToolbar;
  }
}
