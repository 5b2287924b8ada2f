import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import type { AppState } from '../../app/state.ts';
import { setWindow } from '../../app/case/view-case.ts';
import { setBand, structuresToMeasure } from '../../app/why/why-measure.ts';
import { keyOfStructure, type ShownSlice, type Why } from '../../app/why/why-state.ts';
import { moveInWhy, readInWhy, stepInWhy } from '../../app/why/why-view.ts';
import { sayBoundary } from '../../core/surface/boundary-sentence.ts';
import { errorDensity, splitAtBand } from '../../core/surface/boundary-zones.ts';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import { pieceWords } from '../../core/messages/shell.ts';
import { boundarySentences } from '../../core/messages/why.ts';
import { whyPageWords as text } from '../../core/messages/why-page.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { sliceGeometry } from '../../core/volume/slice-geometry.ts';
import { clampVoxel } from '../../core/volume/slice.ts';
import type { WhyChoice } from '../../core/account/why-choice.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import '../../ui/why/dl-boundary-band.ts';
import '../../ui/why/dl-boundary-density.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import '../../ui/viewer/dl-slice.ts';
import { overlayOfCase } from '../../ui/viewer/overlay-of-case.ts';
import type { OverlaySpec } from '../../ui/viewer/overlay-spec.ts';
import type { SliceStep } from '../../ui/viewer/slice-input.ts';
import { structureChip } from '../../ui/labels/structure-chip.ts';
import { overlayOfBand, overlayOfChoice } from '../../ui/why/why-overlay.ts';
import { whyViewerStyles } from './why-viewer-styles.ts';

/** The slices of what is chosen and of the boundary band, and where the errors lie. */
@customElement('why-viewer')
export class WhyViewer extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  readonly #choice = remember(overlayOfChoice);
  readonly #band = remember(bandOverlay);
  readonly #structures = remember(structuresToMeasure);
  readonly #geometry = remember(sliceGeometry);

  static override styles = [baseStyles, whyViewerStyles];

  protected override render() {
    const { why } = this.state;
    if (!why) return nothing;
    const { slice, choice, shown } = why;
    const numbers = slice?.numbers ?? shown;
    const choiceOverlay = choice
      ? this.#choice(numbers.result, numbers.meaning, numbers.account, choice)
      : null;
    const measured = slice?.distanceOf ?? null;
    const bandOf = why.band;
    const isDrawn = bandOf !== null && keyOf(measured) === keyOf(bandOf);
    return html`${this.#head(why)} ${this.#slice(why, slice, choiceOverlay)}
      <dl-boundary-band
        .structures=${this.#structures(shown.result, false)}
        .chosen=${bandOf}
        .bandMm=${why.bandMm}
        @band-width=${({ detail }: CustomEvent<number>) => setBand(this.app, { bandMm: detail })}
        @band-choose=${({ detail }: CustomEvent<StructureRef>) => setBand(this.app, { band: detail })}
      ></dl-boundary-band>
      ${
        bandOf
          ? this.#slice(
              why,
              slice,
              this.#band(numbers.result, numbers.meaning, bandOf, isDrawn ? why.bandMm : -1),
            )
          : nothing
      }
      ${this.#distances(why)}`;
  }

  #head({ choice, pieces, piece, shown }: Why) {
    const count = pieces?.pieces.length ?? 0;
    const words = !choice
      ? this.say(text.nothingChosen)
      : !pieces
        ? ''
        : pieces.count === 0
          ? this.say(text.noVoxels)
          : this.say(text.piecesOf, pieces);
    const button = (name: 'chevron-left' | 'chevron-right', label: string, by: 1 | -1) =>
      html`<button
        class="icon-button"
        aria-label=${label}
        title=${label}
        ?disabled=${count < 2}
        @click=${() => stepInWhy(this.app, by)}
      >
        <dl-icon name=${name}></dl-icon>
      </button>`;
    return html`<header>
      <h2>${choice ? this.#title(choice, shown.result.scheme) : nothing}</h2>
      <span class="caption cut" role="status">${words}</span>
      <span class="steps">
        ${count > 1 ? html`<span class="caption">${piece + 1} / ${count}</span>` : nothing}
        ${button('chevron-left', this.say(pieceWords.previous), -1)}
        ${button('chevron-right', this.say(pieceWords.next), 1)}
      </span>
    </header>`;
  }

  #title(choice: WhyChoice, { regions }: Why['shown']['result']['scheme']) {
    if (choice.kind === 'selection') {
      const { selection } = choice;
      const chip =
        selection.kind === 'structure'
          ? structureChip(
              selection.structure,
              selection.structure.kind === 'region' ? (regions[selection.structure.index]?.labels ?? []) : [],
            )
          : nothing;
      return html`${this.say(text.partTitles.selection)} ${chip}`;
    }
    const label = html`<dl-label-chip .label=${choice.label}></dl-label-chip>`;
    if (choice.kind === 'other') {
      return html`${this.say(text.partTitles.other)} ${label} ${this.say(text.against)}
        <dl-label-chip .label=${choice.other}></dl-label-chip>`;
    }
    const account = this.state.why?.shown.account.labels.find((one) => one.label === choice.label);
    const step = account?.ladder.at(choice.step);
    const side = choice.part.startsWith('region') ? step?.from : (step?.to ?? account?.own);
    return html`${this.say(text.partTitles[choice.part])}
    ${side ? structureChip(side.score.structure, side.score.labels) : label}`;
  }

  #slice(why: Why, slice: ShownSlice | null, overlay: OverlaySpec | null) {
    const { state, app } = this;
    const { opened, channel } = state;
    if (!opened) return nothing;
    const window = (channel !== null && state.windows.get(channel)) || { width: 1, level: 0.5 };
    const { grid } = opened.result;
    const geometry = this.#geometry(grid, why.plane);
    return html`<dl-slice
      large
      .plane=${slice?.plane ?? null}
      .geometry=${geometry}
      .affine=${grid.affine}
      .window=${window}
      .overlay=${overlay}
      .opacity=${state.opacity}
      .crosshair=${state.voxel}
      .content=${why.content}
      @voxel-select=${({ detail }: CustomEvent<{ voxel: Vec3 }>) => moveInWhy(app, detail.voxel)}
      @voxel-hover=${({ detail }: CustomEvent<{ voxel: Vec3 } | null>) => readInWhy(app, detail?.voxel ?? null)}
      @window-change=${({ detail }: CustomEvent<{ window: DisplayWindow }>) => setWindow(app, detail.window)}
      @slice-step=${({ detail }: CustomEvent<SliceStep>) => {
        const voxel = [...state.voxel] as [number, number, number];
        voxel[geometry.normal] += detail.by;
        void moveInWhy(app, clampVoxel(voxel, grid.size));
      }}
    ></dl-slice>`;
  }

  #distances({ band, measures, bandMm }: Why) {
    const measure = band && measures.get(keyOfStructure(band));
    if (!band || !measure) return html`<div class="distances"></div>`;
    const { histogram } = measure;
    return html`<div class="distances">
      <p>
        ${
          histogram
            ? sayBoundary(histogram, splitAtBand(histogram, bandMm), spoken()).replaceAll(' %', '\u00a0%')
            : this.say(boundarySentences.noBoundary)
        }
      </p>
      ${
        histogram
          ? html`<dl-boundary-density
              .steps=${errorDensity(histogram)}
              .bandMm=${bandMm}
            ></dl-boundary-density>`
          : nothing
      }
    </div>`;
  }
}

/** The band where its distances are known (`bandMm` from 0 on), else the structure's errors alone. */
function bandOverlay(
  result: Parameters<typeof overlayOfBand>[0],
  meaning: Parameters<typeof overlayOfBand>[1],
  structure: StructureRef,
  bandMm: number,
): OverlaySpec {
  if (bandMm >= 0) return overlayOfBand(result, meaning, structure, bandMm);
  return overlayOfCase(result, meaning, 'errors', { kind: 'structure', structure, part: 'all', raw: false });
}

function keyOf(structure: StructureRef | null): string {
  return structure ? keyOfStructure(structure) : '';
}

/** Keeps the last result as long as nothing of it changes, so that the slices are not painted anew. */
function remember<Facts extends readonly unknown[], Value>(make: (...facts: Facts) => Value) {
  let last: { readonly facts: Facts; readonly value: Value } | null = null;
  return (...facts: Facts): Value => {
    if (last && facts.every((fact, i) => fact === last?.facts[i])) return last.value;
    last = { facts, value: make(...facts) };
    return last.value;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'why-viewer': WhyViewer;
  }
}
