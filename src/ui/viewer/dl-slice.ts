import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { contentOnPlane, type ContentBox } from '../../core/volume/content-box.ts';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import { toWorld, type Affine, type Vec3 } from '../../core/volume/grid.ts';
import { viewerWords } from '../../core/messages/viewer.ts';
import { letterOf, type Axis } from '../../core/volume/orientation.ts';
import type { SliceGeometry } from '../../core/volume/slice-geometry.ts';
import { pixelOfVoxel } from '../../core/volume/slice-geometry.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import { DlElement } from '../controls/dl-element.ts';
import './dl-slice-legend.ts';
import type { OverlaySpec } from './overlay-spec.ts';
import { DEFAULT_VIEW, type ViewSettings } from '../../core/volume/view-settings.ts';
import { zoomPlacement } from '../../core/volume/view-zoom.ts';
import { fitPlane, rulerMm, type PixelBox, type PlaneFit } from '../controls/plane-fit.ts';
import { SliceInput } from './slice-input.ts';
import { SlicePainter } from './slice-painter.ts';
import { letterStyles } from './letter-styles.ts';
import { sliceStyles } from './slice-styles.ts';

const WORLD_AXIS = { axial: 2, coronal: 1, sagittal: 0 } as const;
/** Round the content, as a share of its size. */
const MARGIN = 0.02;
const LONGEST_RULER = 90;

/** A slice as a picture of its own. */
export interface SlicePicture {
  readonly canvas: HTMLCanvasElement;
  readonly pixelsPerMm: number;
  readonly title: string;
  readonly large: boolean;
}

/**
 * One slice with its overlay, the crosshair and what tells where it is.
 * @fires voxel-select - detail: { voxel }; a click or a drag, or Shift with arrows
 * @fires voxel-hover - detail: { voxel }, null outside the slice
 * @fires slice-step - detail: { plane, by }; wheel, arrows, Page Up and Down (10), Home and End (infinite)
 * @fires view-change - detail: the settings that change; zoom and pan (mm) of every plane, or the line of a swipe
 * @fires window-change - detail: { window }; a drag with the right button or Ctrl, or Ctrl with arrows
 */
@customElement('dl-slice')
export class DlSlice extends DlElement {
  @property({ attribute: false }) plane: SlicePlane | null = null;
  @property({ attribute: false }) geometry: SliceGeometry | null = null;
  @property({ attribute: false }) affine: Affine | null = null;
  @property({ attribute: false }) window: DisplayWindow = { width: 1, level: 0.5 };
  @property({ attribute: false }) overlay: OverlaySpec | null = null;
  @property({ type: Number }) opacity = 1;
  @property({ attribute: false }) crosshair: Vec3 | null = null;
  /** The slice is zoomed to this part; null shows all of it. */
  @property({ attribute: false }) content: ContentBox | null = null;
  @property() imageName = '';
  @property({ attribute: false }) view: ViewSettings = DEFAULT_VIEW;
  /** Drawn right of the line of a swipe in place of the first overlay. */
  @property({ attribute: false }) second: OverlaySpec | null = null;
  /** What is compared here: a model, or a label map. */
  @property() what = '';
  @property() secondWhat = '';
  /** What the heat map is the probability of. */
  @property() heatName = '';
  /** One of many: nothing but its index stands on it. */
  @property({ type: Boolean, reflect: true }) tile = false;
  /** The large slice carries the image's name, the window, the ruler and the legend. */
  @property({ type: Boolean, reflect: true }) large = false;

  /** In device pixels; `ratio` is device pixels per screen pixel. */
  @state() private size = { width: 0, height: 0, ratio: 1 };
  @query('canvas') private canvas!: HTMLCanvasElement;
  #painter: SlicePainter | null = null;
  readonly #input = new SliceInput(this, () => this.#scene());
  readonly #observer = new ResizeObserver((entries) => this.#measure(entries));

  static override styles = [letterStyles, sliceStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this, { box: 'device-pixel-content-box' });
  }

  override disconnectedCallback(): void {
    this.#observer.disconnect();
    super.disconnectedCallback();
  }

  protected override render() {
    const { plane, geometry } = this;
    const input = this.#input;
    return html`<div
        class="view"
        role="application"
        tabindex=${this.tile ? -1 : 0}
        aria-label=${this.#description()}
        @pointerdown=${input.pointerDown}
        @pointermove=${input.pointerMove}
        @pointerup=${input.pointerUp}
        @pointercancel=${input.pointerUp}
        @pointerleave=${input.pointerLeave}
        @contextmenu=${input.contextMenu}
        @wheel=${input.wheel}
        @keydown=${input.keyDown}
        @keyup=${input.zoom.keyUp}
        @blur=${input.zoom.blur}
      >
        <canvas aria-hidden="true"></canvas>
      </div>
      ${this.#title()} ${plane && geometry && !this.tile ? this.#letters(geometry) : nothing}
      ${this.large ? this.#largeParts() : nothing}`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.#painter ??= new SlicePainter(this.canvas);
    const { width, height } = this.size;
    if (width === 0 || height === 0) return;
    const { plane, geometry, crosshair, window, overlay, second, opacity, view } = this;
    const fit = this.#fit();
    if (!plane || !geometry || !fit) return this.#painter.clear(width, height);
    this.#painter.paint({
      plane,
      fit,
      width,
      height,
      line: Math.max(1, Math.round(this.size.ratio)),
      window,
      overlay,
      opacity,
      crosshair: this.tile ? null : crosshair && pixelOfVoxel(geometry, crosshair),
      style: view.style,
      nearest: view.display === 'nearest',
      second: second && { overlay: second, from: view.swipe },
    });
  }

  /**
   * The slice as it stands, without crosshair and letters, drawn anew `scale` times as fine as the screen shows it;
   * null where there is no slice.
   */
  picture(scale: number): SlicePicture | null {
    const { plane, window, overlay, second, opacity, view, size } = this;
    const fit = this.#fit();
    if (!plane || !fit || size.width === 0) return null;
    const canvas = document.createElement('canvas');
    const by = scale / size.ratio;
    const [width, height] = [Math.round(size.width * by), Math.round(size.height * by)];
    new SlicePainter(canvas).paint({
      plane,
      fit: { left: fit.left * by, top: fit.top * by, scaleX: fit.scaleX * by, scaleY: fit.scaleY * by },
      width,
      height,
      line: Math.max(1, Math.round(scale)),
      window,
      overlay,
      opacity,
      crosshair: null,
      style: view.style,
      nearest: view.display === 'nearest',
      second: second && { overlay: second, from: view.swipe },
    });
    const title = `${this.say(viewerWords[plane.plane])} ${plane.slice}`;
    return { canvas, pixelsPerMm: (fit.scaleX * by) / plane.spacingMm[0], title, large: this.large };
  }

  /** Device pixels as the browser lays them out: a canvas of another size would be blurred. */
  #measure(entries: readonly ResizeObserverEntry[]): void {
    const box = entries.at(-1)?.devicePixelContentBoxSize[0];
    if (box) this.size = { width: box.inlineSize, height: box.blockSize, ratio: devicePixelRatio };
  }

  /** As the slice stands without zoom. */
  #fitted(): PlaneFit | null {
    const { plane, geometry, content } = this;
    if (!plane || !geometry) return null;
    return fitPlane(plane, this.size, content ? withMargin(contentOnPlane(geometry, content)) : undefined);
  }

  #fit(): PlaneFit | null {
    const fitted = this.#fitted();
    return fitted && this.geometry && zoomPlacement(fitted, this.size, this.geometry, this.view);
  }

  #scene() {
    const { plane, geometry, crosshair, window, size, view } = this;
    const [fit, fitted] = [this.#fit(), this.#fitted()];
    if (!plane || !geometry || !fit || !fitted) return null;
    const isSwiped = this.second !== null;
    return { plane, geometry, fit, ratio: size.ratio, crosshair, window, size, fitted, view, isSwiped };
  }

  #position(): { axis: string; letter: string; mm: number } | null {
    const { plane, geometry, affine } = this;
    if (!plane || !geometry || !affine) return null;
    const voxel = [...(this.crosshair ?? [0, 0, 0])] as [number, number, number];
    voxel[geometry.normal] = plane.slice;
    const world: Axis = WORLD_AXIS[geometry.plane];
    const mm = toWorld(affine, voxel)[world];
    return { axis: 'xyz'[geometry.normal], letter: letterOf(world, mm < 0 ? -1 : 1), mm: Math.abs(mm) };
  }

  #title() {
    const { plane } = this;
    const position = this.#position();
    if (!plane || !position) return nothing;
    const { axis, letter, mm } = position;
    if (this.tile) return html`<div class="over title"><span>${axis} ${plane.slice}</span></div>`;
    return html`<div class="over title">
        <b>${this.say(viewerWords[plane.plane])}</b> <span>${axis} ${plane.slice}</span>
        ${this.large ? html`<span class="place">${this.say(viewerWords.place, { letter, mm })}</span>` : nothing}
      </div>
      ${
        this.what
          ? html`<div class="over compared">${this.what}${this.secondWhat && ` | ${this.secondWhat}`}</div>`
          : nothing
      }`;
  }

  #letters({ letters }: SliceGeometry) {
    return (['left', 'right', 'top', 'bottom'] as const).map(
      (edge) => html`<div class="over letter ${edge}">${letters[edge]}</div>`,
    );
  }

  #largeParts() {
    const { plane, imageName: image, window } = this;
    if (!plane) return nothing;
    return html`${
        plane.image
          ? html`<div class="over window">${this.say(viewerWords.window, { image, ...window })}</div>`
          : html`<div class="over window empty">${this.say(viewerWords.noImage)}</div>`
      }
      ${this.heatName && plane.heat ? html`<div class="over heat">0<i></i>1 <b>${this.heatName}</b></div>` : nothing}
      ${this.#ruler(plane)} <dl-slice-legend .entries=${this.overlay?.legend ?? []}></dl-slice-legend>`;
  }

  #ruler(plane: SlicePlane) {
    const fit = this.#fit();
    if (!fit || this.size.width === 0) return nothing;
    const perMm = fit.scaleX / plane.spacingMm[0] / this.size.ratio;
    const mm = rulerMm(perMm, Math.min(LONGEST_RULER, this.size.width / this.size.ratio / 6));
    return html`<div class="over ruler">
      <i .style=${`width: ${mm * perMm}px`}></i>${this.say(viewerWords.ruler, { mm })}
    </div>`;
  }

  #description(): string {
    const { plane, geometry } = this;
    const position = this.#position();
    if (!plane || !geometry || !position) return this.say(viewerWords.viewer);
    return this.say(viewerWords.slice, {
      plane: this.say(viewerWords[plane.plane]),
      axis: position.axis,
      index: plane.slice,
      last: geometry.slices - 1,
      place: this.say(viewerWords.place, position),
    });
  }
}

function withMargin({ column, row, width, height }: PixelBox): PixelBox {
  const [across, below] = [width * MARGIN, height * MARGIN];
  return { column: column - across, row: row - below, width: width + 2 * across, height: height + 2 * below };
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-slice': DlSlice;
  }
}
