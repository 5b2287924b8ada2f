import { html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { volumeViewWords as words } from '../../core/messages/volume-view.ts';
import {
  type Camera,
  facing,
  FIRST_CAMERA,
  nearestLetter,
  sidesSeen,
  VIEW_SIDES,
  viewAxes,
} from '../../core/volume/camera.ts';
import { mmPerPixel, projectVoxel } from '../../core/volume/camera-rays.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { Orientation } from '../../core/volume/orientation.ts';
import type { Plane } from '../../core/volume/slice-geometry.ts';
import { PLANES } from '../../core/volume/slice-geometry.ts';
import type { SurfaceOf } from '../../core/volume/smooth-classes.ts';
import type { SurfaceGrid } from '../../core/volume/smooth-surface.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { elementEvent } from '../case/selection-event.ts';
import { volumeLegend } from './volume-view-legend.ts';
import { VolumeViewInput } from './volume-view-input.ts';
import { letterStyles } from '../viewer/letter-styles.ts';
import { volumeViewStyles } from './volume-view-styles.ts';

/** A picture in opaque RGBA bytes. */
export interface ViewPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** The clip plane through the crosshair; `flipped` cuts off the other side. */
export interface ViewClip {
  readonly plane: Plane;
  readonly flipped: boolean;
}

export interface CameraChange {
  readonly camera: Camera;
  /** More is to come. */
  readonly isMoving: boolean;
}
export interface ViewSizeChange {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

const SURFACES: readonly SurfaceOf[] = ['reference', 'prediction', 'errors'];
const MOST_RATIO = 2;

/**
 * Surfaces of a structure, errors in their colours; the picture is drawn elsewhere, for the camera and size told here.
 * @fires camera-change - detail: { camera, isMoving }
 * @fires view-size - detail: { width, height, ratio } in screen pixels
 * @fires surface-change - detail: whose surface
 * @fires clip-change - detail: { plane, flipped }, null for none
 * @fires point-choose - detail: [x, y] in screen pixels of the view
 */
@customElement('dl-volume-view')
export class DlVolumeView extends DlElement {
  @property({ attribute: false }) picture: ViewPicture | null = null;
  /** Where the surface lies; null while there is none. */
  @property({ attribute: false }) grid: SurfaceGrid | null = null;
  @property({ attribute: false }) orientation: Orientation | null = null;
  @property({ attribute: false }) camera: Camera = FIRST_CAMERA;
  @property({ attribute: false }) clip: ViewClip | null = null;
  @property({ attribute: false }) crosshair: Vec3 | null = null;
  @property() surface: SurfaceOf = 'errors';
  /** Name of the structure. */
  @property() name = '';
  /** Voxels of the classes 0 to 4 in the whole case. */
  @property({ attribute: false }) counts: readonly number[] = [];
  @property({ type: Boolean }) hasPrediction = true;
  /** Stands in place of the picture. */
  @property() message = '';
  /** How it is drawn, where that needs a word. */
  @property() note = '';

  @query('canvas') private canvas!: HTMLCanvasElement | null;
  @state() private view: ViewSizeChange = { width: 0, height: 0, ratio: 1 };
  #plane: Plane = 'axial';
  readonly #resized = new ResizeObserver(() => this.#measure());
  readonly #input = new VolumeViewInput(
    () =>
      this.grid && {
        camera: this.camera,
        mmPerPixel: mmPerPixel(this.grid, this.camera, this.view.width || 1, this.view.height || 1),
      },
    {
      turn: (camera, isMoving) => this.#turn(camera, isMoving),
      point: (x, y) => this.dispatchEvent(elementEvent('point-choose', [x, y] as const)),
      clip: () => this.#changeClip(this.clip ? null : { plane: this.#plane, flipped: false }),
    },
  );

  static override styles = [baseStyles, letterStyles, volumeViewStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    this.#resized.disconnect();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    if (this.clip) this.#plane = this.clip.plane;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { canvas, picture } = this;
    if (!canvas || !changed.has('picture') || !picture) return;
    if (canvas.width !== picture.width || canvas.height !== picture.height) {
      [canvas.width, canvas.height] = [picture.width, picture.height];
    }
    canvas.getContext('2d')?.putImageData(new ImageData(picture.pixels, picture.width, picture.height), 0, 0);
  }

  protected override render() {
    const sides = sidesSeen(this.camera);
    const input = this.#input;
    return html`<div class="frame">
      <div
        class="view"
        tabindex="0"
        role="application"
        aria-label=${this.say(words.view, { name: this.name, sides })}
        @pointerdown=${input.pointerDown}
        @pointermove=${input.pointerMove}
        @pointerup=${input.pointerUp}
        @pointercancel=${input.pointerCancel}
        @contextmenu=${input.contextMenu}
        @wheel=${{ handleEvent: input.wheel, passive: false }}
        @keydown=${input.keyDown}
      >
        <canvas ?hidden=${!this.grid}></canvas>
        ${this.grid ? this.#crosshair(this.grid) : nothing}
      </div>
      <div class="over title"><b>${this.say(words.title)}</b>${this.say(words.from, { sides })}</div>
      ${this.note ? html`<div class="over note">${this.note}</div>` : nothing}
      ${this.grid ? this.#letters() : html`<div class="over middle" role="status">${this.message}</div>`}
      ${this.grid ? volumeLegend(this.counts, this.surface, (of) => this.say(of)) : nothing} ${this.#bar()}
    </div>`;
  }

  #letters() {
    const { right, down } = viewAxes(this.camera);
    const away = ([x, y, z]: Vec3): Vec3 => [-x, -y, -z];
    const ends = { left: away(right), right, top: away(down), bottom: down };
    return Object.entries(ends).map(
      ([place, direction]) => html`<span class="over letter ${place}">${nearestLetter(direction)}</span>`,
    );
  }

  #crosshair(grid: SurfaceGrid) {
    const { crosshair, orientation, view } = this;
    if (!crosshair || !orientation || view.width === 0) return nothing;
    const [x, y] = projectVoxel(grid, orientation, this.camera, view, crosshair);
    const d = `M${x - 16} ${y}h9M${x + 7} ${y}h9M${x} ${y - 16}v9M${x} ${y + 7}v9`;
    return html`<svg aria-hidden="true">
      ${svg`<path class="halo" d=${d}></path><path d=${d}></path>
        <circle class="halo" cx=${x} cy=${y} r="7"></circle><circle cx=${x} cy=${y} r="7"></circle>`}
    </svg>`;
  }

  #bar() {
    const { clip, camera } = this;
    const surfaces = this.hasPrediction ? SURFACES : [];
    return html`<div class="bar">
      <div class="group" role="group" aria-label=${this.say(words.surfaceOf)}>
        ${surfaces.map(
          (of) =>
            html`<button
              aria-pressed=${of === this.surface}
              aria-label=${this.say(words[of])}
              title=${this.say(words[`${of}Title`])}
              @click=${() => this.dispatchEvent(elementEvent('surface-change', of))}
            >
              <span class="long">${this.say(words[of])}</span
              ><span class="short">${this.say(words[`${of}Short`])}</span>
            </button>`,
        )}
      </div>
      <select
        class="end"
        aria-label=${this.say(words.clip)}
        title=${this.say(words.clip)}
        @change=${(event: Event) => this.#choosePlane((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${!clip}>${this.say(words.clipOff)}</option>
        ${PLANES.map(
          (plane) =>
            html`<option value=${plane} ?selected=${clip?.plane === plane}>
              ${this.say(words[plane])}
            </option>`,
        )}
      </select>
      ${
        clip
          ? html`<button
              aria-label=${this.say(words.flip)}
              title=${this.say(words.flip)}
              aria-pressed=${clip.flipped}
              @click=${() => this.#changeClip({ ...clip, flipped: !clip.flipped })}
            >
              ⇄
            </button>`
          : nothing
      }
      <div class="group sides" role="group" aria-label=${this.say(words.look)}>
        ${VIEW_SIDES.map(
          (side) =>
            html`<button
              title=${this.say(words.lookFrom, { side })}
              aria-label=${this.say(words.lookFrom, { side })}
              @click=${() => this.#turn(facing(camera, side), false)}
            >
              ${side}
            </button>`,
        )}
      </div>
      <button
        title=${this.say(words.fitTitle)}
        aria-label=${this.say(words.fitTitle)}
        @click=${() => this.#turn({ ...camera, zoom: 1, panMm: [0, 0] }, false)}
      >
        <dl-icon name="maximize"></dl-icon>
      </button>
    </div>`;
  }

  #turn(camera: Camera, isMoving: boolean): void {
    this.dispatchEvent(elementEvent<CameraChange>('camera-change', { camera, isMoving }));
  }

  #choosePlane(value: string): void {
    const plane = PLANES.find((known) => known === value);
    this.#changeClip(plane ? { plane, flipped: this.clip?.flipped ?? false } : null);
  }

  #changeClip(clip: ViewClip | null): void {
    this.dispatchEvent(elementEvent<ViewClip | null>('clip-change', clip));
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this;
    const ratio = Math.min(MOST_RATIO, devicePixelRatio);
    this.view = { width, height, ratio };
    this.dispatchEvent(elementEvent<ViewSizeChange>('view-size', this.view));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-volume-view': DlVolumeView;
  }
}
