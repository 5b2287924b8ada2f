import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatWeight, slidingWindowWords as text } from '../../core/messages/patch-pictures.ts';
import { integer } from '../../core/messages/sentence.ts';
import { viewerWords } from '../../core/messages/viewer.ts';
import type { PlaceTreatment } from '../../core/pseudo-dice/sliding-edges.ts';
import type { TileGround } from '../../core/pseudo-dice/sliding-slice.ts';
import type { TileCost, TilePlan } from '../../core/pseudo-dice/sliding-window.ts';
import type { ContentBox } from '../../core/volume/content-box.ts';
import { countVoxels } from '../../core/volume/grid.ts';
import { PLANES, type Plane, type SliceGeometry } from '../../core/volume/slice-geometry.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-segmented.ts';
import type { OverlaySpec } from '../viewer/overlay-spec.ts';
import './dl-patch-slice.ts';
import type { ShownBox } from './patch-slice-boxes.ts';
import { patchViewerStyles } from './patch-viewer-styles.ts';

/** Tiles of one case, their cost and how they treat its edges. */
export interface TiledCase {
  readonly plan: TilePlan;
  readonly cost: TileCost;
  /** Channels of the network. */
  readonly heads: number;
  readonly places: readonly (PlaceTreatment & { readonly seen: number })[];
  /** The grey value that is white. */
  readonly most: number;
  readonly reach: ContentBox;
}

/** Steps between tiles that can be entered. */
const STEP = { min: 0.1, max: 1, step: 0.1 };

/**
 * How the sliding window predicts a case: tiles, how often each voxel is covered, the Gaussian weights, passes and
 * memory, and what becomes of voxels at the edge.
 * @fires step-change - detail: the step, in [0.1, 1]
 * @fires mirror-change - detail: axes mirrored, 0 to 3
 * @fires ground-change - detail: the ground
 * @fires plane-change - detail: the plane
 * @fires slice-step - detail: slices along the voxel axis
 * @fires box-select - detail: the index of a tile
 */
@customElement('dl-sliding-window')
export class DlSlidingWindow extends DlElement {
  @property({ attribute: false }) tiled: TiledCase | null = null;
  @property({ attribute: false }) slice: SlicePlane | null = null;
  @property({ attribute: false }) geometry: SliceGeometry | null = null;
  @property({ attribute: false }) overlay: OverlaySpec | null = null;
  /** The tiles that meet the slice. */
  @property({ attribute: false }) boxes: readonly ShownBox[] = [];
  @property({ attribute: false }) chosen: number | null = null;
  @property() plane: Plane = 'axial';
  @property() ground: TileGround = 'tiles';
  @property({ type: Number }) step = 0.5;
  @property({ type: Number }) mirrorAxes = 3;

  static override styles = [baseStyles, patchViewerStyles];

  protected override render() {
    const { tiled, ground } = this;
    if (!tiled) return nothing;
    const { plan, most, reach } = tiled;
    const intro = {
      tiles: plan.tiles,
      along: plan.starts.map(({ length }) => length),
      patch: plan.patch,
    };
    return html`<p class="note">${this.say(text.intro, intro)}</p>
      ${this.#controls()}
      <div class="wide">
        <dl-patch-slice
          .plane=${this.slice}
          .geometry=${this.geometry}
          .most=${most}
          .scale=${this.say(text.scale, { ground, most })}
          .overlay=${this.overlay}
          .boxes=${this.boxes}
          .chosen=${this.chosen}
          .reach=${reach}
        ></dl-patch-slice>
        <div class="figures">
          ${this.#figures(tiled)} ${this.#places(tiled)}
          <p class="caption">${this.say(text.approximates)}</p>
        </div>
      </div>`;
  }

  #controls() {
    const grounds = ['tiles', 'weights', 'tile'] as const;
    return html`<div class="controls">
      <dl-segmented
        small
        .label=${this.say(text.ground)}
        .value=${this.ground}
        .segments=${grounds.map((value) => ({
          value,
          text: this.say(text[value]),
          title: this.say(text[`${value}Title`]),
        }))}
        @value-change=${({ detail }: CustomEvent<TileGround>) =>
          this.dispatchEvent(elementEvent('ground-change', detail))}
      ></dl-segmented>
      <dl-segmented
        small
        .label=${this.say(viewerWords.viewer)}
        .value=${this.plane}
        .segments=${PLANES.map((plane) => ({ value: plane, text: this.say(viewerWords[plane]) }))}
        @value-change=${({ detail }: CustomEvent<Plane>) =>
          this.dispatchEvent(elementEvent('plane-change', detail))}
      ></dl-segmented>
      <label title=${this.say(text.step)}
        >${this.say(text.stepShort)}<input
          type="number"
          aria-label=${this.say(text.step)}
          min=${STEP.min}
          max=${STEP.max}
          step=${STEP.step}
          .value=${String(this.step)}
          @change=${this.#changeStep}
      /></label>
      <label
        >${this.say(text.mirrorShort)}<dl-segmented
          small
          .label=${this.say(text.mirror)}
          .value=${String(this.mirrorAxes)}
          .segments=${['0', '1', '2', '3'].map((value) => ({ value, text: value }))}
          @value-change=${({ detail }: CustomEvent<string>) =>
            this.dispatchEvent(elementEvent('mirror-change', Number(detail)))}
        ></dl-segmented
      ></label>
    </div>`;
  }

  #figures({ plan, cost, heads }: TiledCase) {
    const voxels = countVoxels(plan.padded);
    const inFront = plan.padBefore;
    const ways = 2 ** this.mirrorAxes;
    const padding = voxels - this.#imageVoxels();
    return html`<dl>
      <dt>${this.say(text.passes)}</dt>
      <dd>${integer(cost.passes)}</dd>
      <dd>${this.say(text.passesNote, { tiles: plan.tiles, ways })}</dd>
      <dt>${this.say(text.memory)}</dt>
      <dd>${this.say(text.memoryValue, { bytes: cost.accumulatorBytes })}</dd>
      <dd>${this.say(text.memoryNote, { heads, voxels })}</dd>
      <dt>${this.say(text.padded)}</dt>
      <dd>${this.say(text.paddedValue, { voxels: padding })}</dd>
      <dd>
        ${padding === 0 ? this.say(text.notPadded) : this.say(text.paddedNote, { padded: plan.padded, inFront })}
      </dd>
    </dl>`;
  }

  #imageVoxels(): number {
    const { geometry } = this;
    return geometry ? geometry.width * geometry.height * geometry.slices : 0;
  }

  #places({ places, plan }: TiledCase) {
    const corner = places.find(({ place }) => place === 'corner');
    const centre = places.find(({ place }) => place === 'centre');
    return html`<table>
        <caption>
          ${this.say(text.places)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${this.say(text.place)}</th>
            <th scope="col">${this.say(text.placeTiles)}</th>
            <th scope="col" title=${this.say(text.placeWeightTitle)}>${this.say(text.placeWeight)}</th>
            <th scope="col">${this.say(text.placeChance)}</th>
            <th scope="col">${this.say(text.placeSeen)}</th>
          </tr>
        </thead>
        <tbody>
          ${places.map(
            ({ place, voxel, tiles, bestWeight, chance, seen }) =>
              html`<tr>
                <th scope="row" title=${voxel.join(', ')}>${this.say(text[place])}</th>
                <td>${integer(tiles)}</td>
                <td title=${String(bestWeight)}>${formatWeight(bestWeight)}</td>
                <td title=${String(chance)}>${this.say(text.chanceValue, { chance })}</td>
                <td>${integer(seen)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        corner && centre
          ? html`<p class="note">
              ${this.say(text.edges, {
                tiles: corner.tiles,
                share: corner.bestWeight,
                times: centre.chance / corner.chance,
                isPadded: plan.padBefore.some((n) => n > 0),
              })}
            </p>`
          : nothing
      }`;
  }

  #changeStep(event: Event): void {
    const input = event.target as HTMLInputElement;
    const typed = input.valueAsNumber;
    const step = Number.isFinite(typed) ? Math.min(STEP.max, Math.max(STEP.min, typed)) : this.step;
    input.value = String(step);
    this.dispatchEvent(elementEvent('step-change', step));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-sliding-window': DlSlidingWindow;
  }
}
