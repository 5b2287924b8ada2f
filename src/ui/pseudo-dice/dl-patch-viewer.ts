import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { patchPictureWords as text } from '../../core/messages/patch-pictures.ts';
import { viewerWords } from '../../core/messages/viewer.ts';
import type { DrawnPatch, PatchOutline } from '../../core/pseudo-dice/patch-outlines.ts';
import type { SeenSummary } from '../../core/pseudo-dice/patch-slice-seen.ts';
import type { StructureCells } from '../../core/pseudo-dice/patch-structure-cells.ts';
import type { ContentBox } from '../../core/volume/content-box.ts';
import type { Grid, Vec3 } from '../../core/volume/grid.ts';
import { PLANES, type Plane, type SliceGeometry } from '../../core/volume/slice-geometry.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../controls/dl-segmented.ts';
import type { OverlaySpec } from '../viewer/overlay-spec.ts';
import './dl-patch-list.ts';
import type { PatchRow } from './dl-patch-list.ts';
import './dl-patch-slice.ts';
import type { BoxLegend } from './dl-patch-slice.ts';
import './dl-patch-space.ts';
import type { ShownBox } from './patch-slice-boxes.ts';
import { patchViewerStyles } from './patch-viewer-styles.ts';

/** What the grey ground counts: patches of all epochs, or of the one that is shown. */
export type SeenGround = 'training' | 'epoch';

/** One epoch's patches in one case; every part of one moment. */
export interface EpochPatches {
  readonly epoch: number;
  readonly epochs: number;
  /** Patches of the epoch in all cases. */
  readonly all: number;
  readonly patches: readonly DrawnPatch[];
  readonly patchSize: Vec3;
  /** Place of the epoch's first patch among all draws. */
  readonly first: number;
  /** What the case and all its patches need. */
  readonly reach: ContentBox;
  readonly names: readonly string[];
}

/** The case that lies under the patches. */
export interface PatchedCase {
  readonly grid: Grid;
  readonly labels: readonly number[];
  readonly cells: StructureCells;
  readonly overlay: OverlaySpec;
}

/**
 * Where the patches of an epoch lie: on a slice, in space and as a list.
 * @fires epoch-step - detail: -1 or 1
 * @fires box-select - detail: the index of a patch among all draws
 * @fires slice-step - detail: slices along the voxel axis
 * @fires plane-change - detail: the plane
 * @fires ground-change - detail: the ground
 * @fires voxel-open - the voxel on view is to be shown in the viewer
 * @slot below-slice - what stands between slice and space
 */
@customElement('dl-patch-viewer')
export class DlPatchViewer extends DlElement {
  @property({ attribute: false }) drawn: EpochPatches | null = null;
  @property({ attribute: false }) of: PatchedCase | null = null;
  /** File that is read, where the case is not there yet. */
  @property() reading = '';
  @property({ attribute: false }) slice: SlicePlane | null = null;
  @property({ attribute: false }) geometry: SliceGeometry | null = null;
  /** The patches that meet the slice. */
  @property({ attribute: false }) outlines: readonly PatchOutline[] = [];
  @property() plane: Plane = 'axial';
  @property() ground: SeenGround = 'training';
  @property({ attribute: false }) seen: SeenSummary | null = null;
  @property({ attribute: false }) chosen: number | null = null;
  @property({ attribute: false }) voxel: Vec3 = [0, 0, 0];

  static override styles = [baseStyles, patchViewerStyles];

  protected override render() {
    const { drawn } = this;
    if (!drawn) return nothing;
    return html`${this.#head(drawn)} ${this.#controls()}
      <div class="pictures">
        ${this.#slice(drawn)}
        <slot name="below-slice"></slot>
        <dl-patch-space
          .grid=${this.of?.grid ?? null}
          .cells=${this.of?.cells ?? null}
          .labels=${this.of?.labels ?? []}
          .patches=${drawn.patches}
          .patchSize=${drawn.patchSize}
          .chosen=${this.chosen}
          .reach=${drawn.reach}
        ></dl-patch-space>
      </div>
      <p class="note">${this.#note()}</p>
      <dl-patch-list .rows=${this.#rows(drawn)} .chosen=${this.chosen}></dl-patch-list>`;
  }

  #head({ epoch, epochs, all, patches }: EpochPatches) {
    const counts = { here: patches.length, all, meeting: this.outlines.length };
    return html`<div class="head">
      <h2>${this.say(text.title, { epoch })}</h2>
      <span class="caption cut" title=${this.say(text.counts, counts)}>${this.say(text.counts, counts)}</span>
      ${this.#step('chevron-left', -1, epoch === 0)} ${this.#step('chevron-right', 1, epoch + 1 >= epochs)}
    </div>`;
  }

  #step(icon: 'chevron-left' | 'chevron-right', by: -1 | 1, isEnd: boolean) {
    const name = this.say(by < 0 ? text.previousEpoch : text.nextEpoch);
    return html`<button
      class="icon-button"
      aria-label=${name}
      title=${name}
      ?disabled=${isEnd}
      @click=${() => this.dispatchEvent(elementEvent('epoch-step', by))}
    >
      <dl-icon name=${icon}></dl-icon>
    </button>`;
  }

  #controls() {
    return html`<div class="controls">
      <dl-segmented
        small
        .label=${this.say(text.plane)}
        .value=${this.plane}
        .segments=${PLANES.map((plane) => ({ value: plane, text: this.say(viewerWords[plane]) }))}
        @value-change=${({ detail }: CustomEvent<Plane>) =>
          this.dispatchEvent(elementEvent('plane-change', detail))}
      ></dl-segmented>
      <dl-segmented
        small
        .label=${this.say(text.ground)}
        .value=${this.ground}
        .segments=${[
          { value: 'training', text: this.say(text.training), title: this.say(text.trainingTitle) },
          { value: 'epoch', text: this.say(text.epoch), title: this.say(text.epochTitle) },
        ]}
        @value-change=${({ detail }: CustomEvent<SeenGround>) =>
          this.dispatchEvent(elementEvent('ground-change', detail))}
      ></dl-segmented>
      <button
        class="icon-button"
        aria-label=${this.say(text.openInViewer)}
        title=${this.say(text.openInViewerTitle, { voxel: this.voxel })}
        ?disabled=${!this.of}
        @click=${() => this.dispatchEvent(elementEvent('voxel-open'))}
      >
        <dl-icon name="eye"></dl-icon>
      </button>
    </div>`;
  }

  #slice({ reach, first, names }: EpochPatches) {
    const { slice, geometry, outlines, seen, ground } = this;
    const boxes = outlines.map(({ patch, box, drawn }): ShownBox => {
      const { index, forced, start } = patch;
      const kind = forced < 0 ? this.say(text.random) : this.say(text.forcedOn, { name: names[forced] });
      return {
        key: index,
        kind: forced < 0 ? 'random' : 'forced',
        box,
        drawn,
        name: this.say(text.patchTitle, { number: index - first + 1, kind, start }),
      };
    });
    return html`<dl-patch-slice
      .plane=${slice}
      .geometry=${geometry}
      .most=${seen?.most ?? 1}
      .scale=${seen ? this.say(text.scale, { most: seen.most, isTraining: ground === 'training' }) : ''}
      .overlay=${this.of?.overlay ?? null}
      .boxes=${boxes}
      .chosen=${this.chosen}
      .legend=${this.#legend()}
      .reach=${reach}
    ></dl-patch-slice>`;
  }

  #legend(): BoxLegend[] {
    const { outlines } = this;
    const count = (holds: (outline: PatchOutline) => boolean) => outlines.filter(holds).length;
    const here = count(({ drawn }) => drawn?.isOnSlice === true);
    const elsewhere = count(({ drawn }) => drawn?.isOnSlice === false);
    return [
      {
        kind: 'forced',
        text: this.say(text.forced),
        count: count(({ patch }) => patch.forced >= 0),
      },
      { kind: 'random', text: this.say(text.random), count: count(({ patch }) => patch.forced < 0) },
      ...(here > 0 ? [{ kind: 'drawn', text: this.say(text.drawnHere), count: here } as const] : []),
      ...(elsewhere > 0
        ? [{ kind: 'drawn-elsewhere', text: this.say(text.drawnElsewhere), count: elsewhere } as const]
        : []),
      { kind: 'edge', text: this.say(text.edge), count: null },
    ];
  }

  #note(): string {
    const { seen, reading, ground } = this;
    if (!seen) return reading ? this.say(text.reading, { file: reading }) : '';
    return this.say(text.seen, { ...seen, isTraining: ground === 'training' });
  }

  #rows({ patches, first, names }: EpochPatches): PatchRow[] {
    const meeting = new Set(this.outlines.map(({ patch }) => patch.index));
    return patches.map(({ index, start, forced, voxel }) => ({
      index,
      number: index - first + 1,
      forcedOn: forced < 0 ? null : names[forced],
      start,
      voxel,
      meets: meeting.has(index),
    }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-patch-viewer': DlPatchViewer;
  }
}
