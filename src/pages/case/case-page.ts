import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import {
  choose,
  moveTo,
  readUnderPointer,
  setWindow,
  showChannel,
  stepPiece,
} from '../../app/case/view-case.ts';
import { defineRegions, type RegionDraft } from '../../app/case/define-regions.ts';
import { exportCase } from '../../app/case/export-case.ts';
import { openFiles } from '../../app/case/open-files.ts';
import type { AppState, OpenedCase } from '../../app/state.ts';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import { formatMl } from '../../core/text/format.ts';
import { voxelVolumeMl, type Vec3 } from '../../core/volume/grid.ts';
import { sayHeadline } from '../../core/case/headline.ts';
import { exportWords, pieceWords } from '../../core/messages/shell.ts';
import type { OverlayMode } from '../../core/volume/overlay.ts';
import type { Selection, StructureRef } from '../../core/labels/selection.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import '../../ui/case/dl-account.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import '../../ui/case/dl-joint-matrix.ts';
import '../../ui/case/dl-pattern-strip.ts';
import '../../ui/case/dl-region-editor.ts';
import '../../ui/case/dl-score-tables.ts';
import '../../ui/viewer/dl-viewer-toolbar.ts';
import type { StructureChoice } from '../../ui/viewer/dl-viewer-toolbar.ts';
import '../../ui/viewer/dl-viewer.ts';
import '../../ui/case/dl-warnings.ts';
import { overlayOfCase } from '../../ui/viewer/overlay-of-case.ts';
import type { OverlaySpec } from '../../ui/viewer/overlay-spec.ts';
import { casePageStyles } from './case-page-styles.ts';
import { followKeys } from './case-keys.ts';
import { drawInParts } from '../draw-in-parts.ts';
import './empty-case.ts';

const NOTHING_CHOSEN: Selection = { kind: 'cell', reference: 0, predicted: 0 };
/** Parts of the page beside the toolbar. */
const PARTS = 5;

/**
 * One case: looking and counting are one act, slices left, numbers right. When it is first filled its parts are
 * drawn in a task each, so that none keeps the page from answering.
 */
@customElement('case-page')
export class CasePage extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  @state() private editingRegions = false;
  @state() private drawn = 0;
  #isDrawing = false;
  #unfollow: (() => void) | null = null;
  #overlay: { opened: OpenedCase; mode: OverlayMode; selection: Selection; spec: OverlaySpec } | null = null;

  static override styles = [baseStyles, casePageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unfollow = followKeys(this.app);
  }

  override disconnectedCallback(): void {
    this.#unfollow?.();
    super.disconnectedCallback();
  }

  protected override updated(): void {
    if (!this.state.opened || this.#isDrawing) return;
    this.#isDrawing = true;
    drawInParts(this.app, PARTS, (drawn) => (this.drawn = drawn));
  }

  protected override render() {
    const { opened } = this.state;
    if (!opened) {
      return this.state.pending > 0 && this.state.files.length === 0
        ? nothing
        : html`<empty-case
            .files=${this.state.files}
            @files-open=${(event: CustomEvent<Parameters<typeof openFiles>[1]>) =>
              openFiles(this.app, event.detail)}
          ></empty-case>`;
    }
    return html`${this.#viewer(opened)} ${this.drawn < 2 ? nothing : this.#numbers(opened)}`;
  }

  #viewer(opened: OpenedCase) {
    const { state, app } = this;
    return html`<section class="viewer">
      <dl-viewer-toolbar
        .mode=${state.overlay}
        .modes=${modesOf(opened)}
        .structures=${structuresOf(opened)}
        .selection=${state.selection}
        .opacity=${state.opacity}
        .channels=${opened.channels}
        .channel=${state.channel ?? 0}
        @mode-change=${({ detail }: CustomEvent<OverlayMode>) => app.store.change({ overlay: detail })}
        @selection-change=${this.#choose}
        @opacity-change=${({ detail }: CustomEvent<number>) => app.store.change({ opacity: detail })}
        @channel-change=${({ detail }: CustomEvent<number>) => showChannel(app, detail)}
        @window-preset=${({ detail }: CustomEvent<DisplayWindow | null>) => setWindow(app, detail)}
      ></dl-viewer-toolbar>
      ${this.drawn < 1 ? html`<div></div>` : this.#slices(opened)} ${this.#pieces(opened)}
    </section>`;
  }

  #slices(opened: OpenedCase) {
    const { state, app } = this;
    const window = (state.channel !== null && state.windows.get(state.channel)) || { width: 1, level: 0.5 };
    return html`<dl-viewer
      .grid=${opened.result.grid}
      .planes=${state.planes}
      .crosshair=${state.voxel}
      .window=${window}
      .overlay=${this.#overlayOf(opened)}
      .opacity=${state.opacity}
      .content=${state.channel === null ? opened.content : (state.channels.get(state.channel)?.content ?? null)}
      .imageName=${state.channel === null ? '' : (opened.channels[state.channel] ?? '')}
      @voxel-select=${({ detail }: CustomEvent<{ voxel: Vec3 }>) => moveTo(app, detail.voxel)}
      @voxel-hover=${({ detail }: CustomEvent<{ voxel: Vec3 } | null>) =>
        readUnderPointer(app, detail?.voxel ?? null)}
      @window-change=${({ detail }: CustomEvent<{ window: DisplayWindow }>) => setWindow(app, detail.window)}
    ></dl-viewer>`;
  }

  #pieces({ result }: OpenedCase) {
    const { pieces, piece } = this.state;
    if (!pieces) return nothing;
    const chosen = pieces.pieces[piece];
    const step = (by: 1 | -1) => () => stepPiece(this.app, by);
    const text = chosen
      ? this.say(pieceWords.piece, {
          at: piece + 1,
          count: pieces.count,
          voxels: chosen.voxels,
          ml: formatMl(chosen.voxels * voxelVolumeMl(result.grid)),
        })
      : this.say(pieceWords.none);
    const button = (name: 'chevron-left' | 'chevron-right', label: string, by: 1 | -1) =>
      html`<button
        class="icon-button"
        aria-label=${label}
        title=${label}
        ?disabled=${pieces.pieces.length < 2}
        @click=${step(by)}
      >
        <dl-icon name=${name}></dl-icon>
      </button>`;
    return html`<div class="piece">
      <span class="cut" role="status">${text}</span>
      ${button('chevron-left', this.say(pieceWords.previous), -1)}
      ${button('chevron-right', this.say(pieceWords.next), 1)}
    </div>`;
  }

  #numbers(opened: OpenedCase) {
    const { state, app } = this;
    const { result } = opened;
    const { selection } = state;
    const structure = this.#structure(opened);
    const account = state.accountOpen && structure !== null;
    return html`<section class="numbers" @selection-change=${this.#choose}>
      <h1>${sayHeadline(result, spoken())}</h1>
      <dl-warnings
        .warnings=${[...result.warnings, ...state.channelWarnings]}
        ?hidden=${result.warnings.length + state.channelWarnings.length === 0}
      ></dl-warnings>
      ${
        this.editingRegions
          ? html`<dl-region-editor
              .labels=${result.labelScores.map(({ labels: [value], name }) => ({ value, name }))}
              .regions=${result.scheme.regions}
              ?revertible=${state.regionsByHand !== null}
              @regions-change=${({ detail }: CustomEvent<readonly RegionDraft[] | null>) =>
                defineRegions(app, detail)}
              @editor-close=${() => (this.editingRegions = false)}
            ></dl-region-editor>`
          : nothing
      }
      <dl-score-tables
        .result=${result}
        .selection=${selection}
        ?raw=${state.raw}
        @raw-change=${({ detail }: CustomEvent<boolean>) => app.store.change({ raw: detail })}
        @regions-edit=${() => (this.editingRegions = true)}
      >
        <span slot="actions" class="exports">
          <button class="export" @click=${() => exportCase(app, 'csv')}>
            <dl-icon name="download"></dl-icon>${this.say(exportWords.exportCsv)}
          </button>
          <button class="export" @click=${() => exportCase(app, 'json')}>
            <dl-icon name="download"></dl-icon>${this.say(exportWords.exportJson)}
          </button>
        </span>
      </dl-score-tables>
      <div class="proof ${account ? 'with-account' : ''}">
        ${
          this.drawn < 3
            ? nothing
            : html`<dl-joint-matrix
                .result=${result}
                .selection=${selection}
                .structure=${structure}
              ></dl-joint-matrix>`
        }
        ${
          account && this.drawn >= 4
            ? html`<dl-account
                .result=${result}
                .structure=${structure}
                .selection=${selection}
                ?raw=${state.raw}
                .why=${result.scheme.regions.length > 0 ? '#/why' : ''}
                @account-close=${() => app.store.change({ accountOpen: false })}
              ></dl-account>`
            : nothing
        }
      </div>
      ${
        result.patterns && this.drawn >= PARTS
          ? html`<dl-pattern-strip
              .result=${result}
              .selection=${selection}
              laboratory="#/reconstruction"
            ></dl-pattern-strip>`
          : nothing
      }
    </section>`;
  }

  /** The structure whose account is open: the one chosen, or the reference label of a chosen cell. */
  #structure({ result }: OpenedCase): StructureRef | null {
    const { selection } = this.state;
    if (selection?.kind === 'structure') return selection.structure;
    if (selection?.kind !== 'cell') return null;
    const value = selection.reference || selection.predicted;
    return result.labelScores.some(({ labels: [label] }) => label === value)
      ? { kind: 'label', value }
      : null;
  }

  #choose(event: CustomEvent<Selection>): void {
    void choose(this.app, event.detail);
  }

  #overlayOf(opened: OpenedCase): OverlaySpec | null {
    const { overlay: mode, selection } = this.state;
    const chosen = selection ?? NOTHING_CHOSEN;
    const known = this.#overlay;
    if (known?.opened === opened && known.mode === mode && known.selection === chosen) return known.spec;
    const spec = overlayOfCase(opened.result, opened.meaning, mode, chosen);
    this.#overlay = { opened, mode, selection: chosen, spec };
    return spec;
  }
}

function modesOf({ hasPatterns }: OpenedCase): readonly OverlayMode[] {
  const modes: OverlayMode[] = ['reference', 'prediction', 'errors'];
  return hasPatterns ? [...modes, 'reconstruction'] : modes;
}

function structuresOf({ result }: OpenedCase): readonly StructureChoice[] {
  return [...result.regionScores, ...result.labelScores];
}

declare global {
  interface HTMLElementTagNameMap {
    'case-page': CasePage;
  }
}
