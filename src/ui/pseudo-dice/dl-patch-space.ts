import { html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { patchPictureWords as text } from '../../core/messages/patch-pictures.ts';
import type { DrawnPatch } from '../../core/pseudo-dice/patch-outlines.ts';
import {
  cornersOfBox,
  projectionOf,
  projectLetters,
  reachInWorld,
  turnView,
  type ViewAngles,
} from '../../core/pseudo-dice/patch-projection.ts';
import type { StructureCells } from '../../core/pseudo-dice/patch-structure-cells.ts';
import type { ContentBox } from '../../core/volume/content-box.ts';
import type { Grid, Vec3 } from '../../core/volume/grid.ts';
import { DlElement } from '../controls/dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';
import { paintCells } from './patch-space-cells.ts';
import { patchNear, pathOfBox, scaleOfSpace, type Place } from './patch-space-layout.ts';
import { patchSpaceStyles } from './patch-space-styles.ts';

const FRONT: ViewAngles = { yaw: 325, pitch: 20 };
/** Degrees that a key turns by, and per screen pixel of a drag. */
const KEY_TURN = 5;
const DRAG_TURN = 0.5;
/** A press that moves less is a click. */
const CLICK_PX = 4;
/** More boxes than these are drawn paler. */
const CROWD = 24;
/** Letters stand so far from what they name. */
const LETTER_PX = 10;

/**
 * The patches of an epoch as boxes round the structures of a case, in a parallel projection that can be turned.
 * @fires box-select - detail: the index of the patch that was clicked
 */
@customElement('dl-patch-space')
export class DlPatchSpace extends DlElement {
  @property({ attribute: false }) grid: Grid | null = null;
  @property({ attribute: false }) cells: StructureCells | null = null;
  /** Label value of each code of the cells. */
  @property({ attribute: false }) labels: readonly number[] = [];
  @property({ attribute: false }) patches: readonly DrawnPatch[] = [];
  @property({ attribute: false }) patchSize: Vec3 = [1, 1, 1];
  @property({ attribute: false }) chosen: number | null = null;
  /** What fits into the view; null for the image alone. */
  @property({ attribute: false }) reach: ContentBox | null = null;

  @state() private angles = FRONT;
  @state() private size = { width: 0, height: 0, ratio: 1 };
  @query('canvas') private canvas!: HTMLCanvasElement;
  #drag: { x: number; y: number; moved: number } | null = null;
  readonly #observer = new ResizeObserver((entries) => {
    const box = entries.at(-1)?.contentRect;
    if (box) this.size = { width: box.width, height: box.height, ratio: devicePixelRatio };
  });

  static override styles = patchSpaceStyles;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.#observer.disconnect();
    super.disconnectedCallback();
  }

  protected override render() {
    const { angles, patches } = this;
    return html`<div
        class=${`view ${patches.length > CROWD || this.chosen !== null ? 'crowded' : ''}`}
        role="application"
        tabindex="0"
        aria-label=${this.say(text.spaceDescription, { patches: patches.length, ...angles })}
        @pointerdown=${this.#pointerDown}
        @pointermove=${this.#pointerMove}
        @pointerup=${this.#pointerUp}
        @pointercancel=${this.#pointerCancel}
        @keydown=${this.#keyDown}
      >
        <canvas aria-hidden="true"></canvas>
        <svg aria-hidden="true">${this.#shapes()}</svg>
      </div>
      <div class="title">${this.say(text.space)}</div>
      <div class="hint">${this.say(text.spaceHint)}</div>`;
  }

  protected override updated(): void {
    const { canvas, size, grid, cells, labels, angles } = this;
    const scaled = this.#scale();
    if (size.width === 0) return;
    canvas.width = Math.round(size.width * size.ratio);
    canvas.height = Math.round(size.height * size.ratio);
    if (!grid || !cells || !scaled) return;
    paintCells(canvas, cells, labels, grid, projectionOf(grid, angles), scaled.scale * size.ratio);
  }

  /** Screen pixels per mm, and how far all that is shown reaches along R, A and S. */
  #scale(): { readonly scale: number; readonly reachMm: Vec3 } | null {
    const { grid, size, reach, angles } = this;
    if (!grid || size.width === 0) return null;
    const [x, y, z] = grid.size;
    const { first, last } = reach ?? { first: [0, 0, 0], last: [x - 1, y - 1, z - 1] };
    const reachMm = reachInWorld(grid, first, last);
    return { scale: scaleOfSpace(reachMm, angles, size), reachMm };
  }

  #shapes() {
    const { grid, patches, patchSize, chosen, angles } = this;
    const scaled = this.#scale();
    if (!grid || !scaled) return nothing;
    const { scale, reachMm } = scaled;
    const project = projectionOf(grid, angles);
    const path = (start: Vec3, length: Vec3) =>
      pathOfBox(cornersOfBox(start, length, project), this.#place(scale));
    const drawn = patches.find(({ index }) => index === chosen);
    const ordered = patches.filter(({ index }) => index !== chosen);
    const centre = drawn?.voxel ? this.#place(scale)(project(drawn.voxel)) : null;
    const letters = reachMm.map((mm) => mm + LETTER_PX / scale) as unknown as Vec3;
    return svg`<path class="image" d=${path([0, 0, 0], grid.size)}></path>
      ${ordered.map(
        ({ start, forced }) =>
          svg`<path class=${forced < 0 ? 'random' : 'forced'} d=${path(start, patchSize)}></path>`,
      )}
      ${
        drawn
          ? svg`<path class="rim" d=${path(drawn.start, patchSize)}></path>
              <path class="chosen" d=${path(drawn.start, patchSize)}></path>`
          : nothing
      }
      ${projectLetters(angles, letters).map(({ letter, ...at }) => {
        const { x, y } = this.#place(scale)(at);
        return svg`<text x=${x} y=${y} opacity=${at.near < 0 ? 0.45 : 1}>${letter}</text>`;
      })}
      ${centre ? svg`<circle cx=${centre.x} cy=${centre.y} r="3.5"></circle>` : nothing}`;
  }

  #place(scale: number): Place {
    const { width, height } = this.size;
    return ({ right, down }) => ({ x: width / 2 + right * scale, y: height / 2 + down * scale });
  }

  readonly #pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#drag = { x: event.clientX, y: event.clientY, moved: 0 };
  };

  readonly #pointerMove = (event: PointerEvent): void => {
    if (!this.#drag) return;
    const { x, y, moved } = this.#drag;
    const [across, below] = [event.clientX - x, event.clientY - y];
    this.#drag = { x: event.clientX, y: event.clientY, moved: moved + Math.abs(across) + Math.abs(below) };
    this.angles = turnView(this.angles, across * DRAG_TURN, below * DRAG_TURN);
  };

  readonly #pointerUp = (event: PointerEvent): void => {
    const moved = this.#drag?.moved ?? Infinity;
    this.#drag = null;
    if (moved > CLICK_PX) return;
    const { left, top } = this.getBoundingClientRect();
    const { grid, patches, patchSize, angles } = this;
    const scaled = this.#scale();
    if (!grid || !scaled) return;
    const at = { x: event.clientX - left, y: event.clientY - top };
    const index = patchNear(at, patches, patchSize, projectionOf(grid, angles), this.#place(scaled.scale));
    if (index !== null) this.dispatchEvent(elementEvent('box-select', index));
  };

  readonly #pointerCancel = (): void => {
    this.#drag = null;
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    const turn = TURNS[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || (!turn && event.key !== 'Home')) return;
    event.preventDefault();
    event.stopPropagation();
    this.angles = turn ? turnView(this.angles, turn[0] * KEY_TURN, turn[1] * KEY_TURN) : FRONT;
  };
}

const TURNS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

declare global {
  interface HTMLElementTagNameMap {
    'dl-patch-space': DlPatchSpace;
  }
}
