import '@awesome.me/webawesome/dist/components/popover/popover.js';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import type { Laboratory, LaboratoryMode } from '../../app/reconstruction/reconstruction-state.ts';
import {
  moveInLaboratory,
  readInLaboratory,
  showMode,
  stepInLaboratory,
} from '../../app/reconstruction/reconstruction-view.ts';
import type { AppState } from '../../app/state.ts';
import { setWindow, showChannel } from '../../app/case/view-case.ts';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import { formatMl } from '../../core/text/format.ts';
import { voxelVolumeMl, type Vec3 } from '../../core/volume/grid.ts';
import { laboratoryWords as text } from '../../core/messages/reconstruction-page.ts';
import { viewerToolbarWords } from '../../core/messages/viewer.ts';
import { regionInitials } from '../../core/labels/region-initials.ts';
import { keyOfRow } from '../../core/reconstruction/rule-selection.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import '../../ui/labels/dl-pattern-chip.ts';
import '../../ui/controls/dl-segmented.ts';
import '../../ui/viewer/dl-viewer.ts';
import type { OverlaySpec } from '../../ui/viewer/overlay-spec.ts';
import { overlayOfRule } from '../../ui/reconstruction/rule-overlay.ts';
import { structureChip } from '../../ui/labels/structure-chip.ts';
import { reconstructionViewerStyles } from './reconstruction-viewer-styles.ts';

/** The slices of the laboratory with what is laid over them, and the pieces of what is chosen. */
@customElement('reconstruction-viewer')
export class ReconstructionViewer extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  #overlay: { readonly of: readonly unknown[]; readonly spec: OverlaySpec } | null = null;

  static override styles = [baseStyles, reconstructionViewerStyles];

  protected override render() {
    const { state, app } = this;
    const { laboratory, opened, channel } = state;
    if (!laboratory || !opened) return nothing;
    const window = (channel !== null && state.windows.get(channel)) || { width: 1, level: 0.5 };
    return html`${this.#toolbar(laboratory)}
      <dl-viewer
        .grid=${opened.result.grid}
        .planes=${laboratory.shown?.planes ?? state.planes}
        .crosshair=${state.voxel}
        .window=${window}
        .overlay=${this.#overlayOf(laboratory)}
        .opacity=${state.opacity}
        .content=${channel === null ? opened.content : (state.channels.get(channel)?.content ?? null)}
        .imageName=${channel === null ? '' : (opened.channels[channel] ?? '')}
        @voxel-select=${({ detail }: CustomEvent<{ voxel: Vec3 }>) => moveInLaboratory(app, detail.voxel)}
        @voxel-hover=${({ detail }: CustomEvent<{ voxel: Vec3 } | null>) =>
          readInLaboratory(app, detail?.voxel ?? null)}
        @window-change=${({ detail }: CustomEvent<{ window: DisplayWindow }>) => setWindow(app, detail.window)}
      ></dl-viewer>
      ${this.#pieces(laboratory)}`;
  }

  #toolbar(laboratory: Laboratory) {
    const { app, state } = this;
    const { mode, opened } = laboratory;
    const { regions } = opened.nnunet.scheme;
    const channels = state.opened?.channels ?? [];
    return html`<div class="toolbar">
      <dl-segmented
        .label=${this.say(text.overlay)}
        .segments=${modesOf(laboratory).map((value) => ({ value, text: this.say(text[value]) }))}
        .value=${mode}
        @value-change=${({ detail }: CustomEvent<LaboratoryMode>) => showMode(app, detail)}
      ></dl-segmented>
      ${
        mode === 'probability'
          ? html`<select
              aria-label=${this.say(text.probabilityOf)}
              @change=${(event: Event) =>
                showMode(app, 'probability', Number((event.target as HTMLSelectElement).value))}
            >
              ${regions.map(
                ({ name }, i) =>
                  html`<option value=${i} .selected=${i === laboratory.region}>${name}</option>`,
              )}
            </select>`
          : nothing
      }
      <span class="icons">
        <button
          id="opacity"
          class="icon-button"
          aria-label=${this.say(viewerToolbarWords.opacity)}
          title=${this.say(viewerToolbarWords.opacity)}
        >
          <dl-icon name="blend"></dl-icon>
        </button>
        <wa-popover for="opacity" placement="bottom-end" distance="6" without-arrow>
          ${this.say(viewerToolbarWords.opacity)}
          <input
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label=${this.say(viewerToolbarWords.opacity)}
            .value=${String(Math.round(state.opacity * 100))}
            @input=${(event: Event) =>
              app.store.change({ opacity: Number((event.target as HTMLInputElement).value) / 100 })}
          />
        </wa-popover>
        ${
          channels.length > 1
            ? html`<button
                class="icon-button"
                aria-label=${this.say(viewerToolbarWords.channel)}
                title="${this.say(viewerToolbarWords.channel)}: ${channels[state.channel ?? 0]} (C)"
                @click=${() => showChannel(app, ((state.channel ?? -1) + 1) % channels.length)}
              >
                <dl-icon name="layers"></dl-icon>
              </button>`
            : nothing
        }
      </span>
    </div>`;
  }

  #pieces(laboratory: Laboratory) {
    const { choice, pieces, piece, opened } = laboratory;
    const chosen = pieces?.pieces[piece];
    const { scheme, grid } = opened.nnunet;
    const initials = regionInitials(scheme.regions.map(({ name }) => name));
    const row =
      choice?.kind === 'pattern'
        ? laboratory.shown?.numbers.result.patterns?.find((entry) => keyOfRow(entry) === keyOfRow(choice))
        : undefined;
    const chip = !choice
      ? nothing
      : choice.kind === 'structure'
        ? structureChip(choice.structure, labelsOf(choice.structure, laboratory))
        : html`<dl-pattern-chip
            .initials=${initials}
            .pattern=${choice.pattern}
            .gained=${row?.gained ?? []}
            .lost=${row?.lost ?? []}
          ></dl-pattern-chip>`;
    const button = (name: 'chevron-left' | 'chevron-right', label: string, by: 1 | -1) =>
      html`<button
        class="icon-button"
        aria-label=${label}
        title=${label}
        ?disabled=${(pieces?.pieces.length ?? 0) < 2}
        @click=${() => stepInLaboratory(this.app, by)}
      >
        <dl-icon name=${name}></dl-icon>
      </button>`;
    return html`<div class="piece">
      ${chip}
      <span class="cut" role="status">
        ${
          chosen && pieces
            ? html`<b>${this.say(text.piece, { at: piece + 1, count: pieces.count })}</b>${this.say(
                  text.pieceSize,
                  {
                    voxels: chosen.voxels,
                    ml: formatMl(chosen.voxels * voxelVolumeMl(grid)),
                  },
                )}`
            : choice && !pieces
              ? nothing
              : this.say(text.none)
        }
      </span>
      ${button('chevron-left', this.say(text.previous), -1)}
      ${button('chevron-right', this.say(text.next), 1)}
    </div>`;
  }

  /** Kept as long as nothing of it changes, so that the slices are not painted anew. */
  #overlayOf({ shown, choice, audit }: Laboratory): OverlaySpec | null {
    if (!shown) return null;
    const { numbers, mode, region } = shown;
    const of = [numbers, mode, region, choice, audit];
    if (this.#overlay && of.every((value, i) => value === this.#overlay?.of[i])) return this.#overlay.spec;
    const { result, meaning } = numbers;
    const opened = audit.kind === 'done' ? audit.opened : null;
    const spec = overlayOfRule({ result, meaning, mode, choice, region, audit: opened });
    this.#overlay = { of, spec };
    return spec;
  }
}

/** The modes that have something to show. */
export function modesOf({ opened, audit, choice }: Laboratory): readonly LaboratoryMode[] {
  return [
    'labels',
    ...(opened.source === 'labels' ? [] : (['changes'] as const)),
    ...(opened.source === 'probabilities' ? (['probability'] as const) : []),
    ...(choice?.kind === 'structure' ? (['errors'] as const) : []),
    ...(audit.kind === 'done' && audit.opened.audit.differing > 0 ? (['audit'] as const) : []),
  ];
}

function labelsOf(
  structure: { kind: 'label'; value: number } | { kind: 'region'; index: number },
  { opened }: Laboratory,
) {
  return structure.kind === 'label'
    ? [structure.value]
    : opened.nnunet.scheme.regions[structure.index].labels;
}

declare global {
  interface HTMLElementTagNameMap {
    'reconstruction-viewer': ReconstructionViewer;
  }
}
