import { html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { patchPictureWords as text } from '../../core/messages/patch-pictures.ts';
import { integer } from '../../core/messages/sentence.ts';
import { viewerWords } from '../../core/messages/viewer.ts';
import { contentOnPlane, type ContentBox } from '../../core/volume/content-box.ts';
import type { SliceGeometry } from '../../core/volume/slice-geometry.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import { elementEvent } from '../case/selection-event.ts';
import { DlElement } from '../controls/dl-element.ts';
import { fitPlane, type PlaneFit } from '../controls/plane-fit.ts';
import type { OverlaySpec } from '../viewer/overlay-spec.ts';
import { SlicePainter } from '../viewer/slice-painter.ts';
import { boxUnder, pointOfPixel, rectOfBox, type ScreenRect, type ShownBox } from './patch-slice-boxes.ts';
import { letterStyles } from '../viewer/letter-styles.ts';
import { patchSliceStyles } from './patch-slice-styles.ts';

/** One line of the legend. */
export interface BoxLegend {
  readonly kind: ShownBox['kind'] | 'edge' | 'drawn' | 'drawn-elsewhere';
  readonly text: string;
  readonly count: number | null;
}

/**
 * One slice: grey values, labels over them, and boxes over both. The view is as large as `reach`.
 * @fires box-select - detail: the key of the box that was clicked
 * @fires slice-step - detail: slices along the voxel axis; wheel, arrows, Page Up and Down (10), Home and End (infinite)
 */
@customElement('dl-patch-slice')
export class DlPatchSlice extends DlElement {
  @property({ attribute: false }) plane: SlicePlane | null = null;
  @property({ attribute: false }) geometry: SliceGeometry | null = null;
  /** The grey value that is white. */
  @property({ type: Number }) most = 1;
  /** What the grey values stand for. */
  @property() scale = '';
  @property({ attribute: false }) overlay: OverlaySpec | null = null;
  @property({ attribute: false }) boxes: readonly ShownBox[] = [];
  @property({ attribute: false }) chosen: number | null = null;
  @property({ attribute: false }) legend: readonly BoxLegend[] = [];
  /** What the view shows whole; null for the slice alone. */
  @property({ attribute: false }) reach: ContentBox | null = null;

  /** In device pixels; `ratio` is device pixels per screen pixel. */
  @state() private size = { width: 0, height: 0, ratio: 1 };
  @query('canvas') private canvas!: HTMLCanvasElement;
  @query('.well') private well!: HTMLElement;
  #painter: SlicePainter | null = null;
  #turned = 0;
  readonly #observer = new ResizeObserver((entries) => {
    const box = entries.at(-1)?.devicePixelContentBoxSize[0];
    if (box) this.size = { width: box.inlineSize, height: box.blockSize, ratio: devicePixelRatio };
  });

  static override styles = [letterStyles, patchSliceStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observer.observe(this.well, { box: 'device-pixel-content-box' });
  }

  protected override firstUpdated(): void {
    this.#observer.observe(this.well, { box: 'device-pixel-content-box' });
  }

  override disconnectedCallback(): void {
    this.#observer.disconnect();
    super.disconnectedCallback();
  }

  protected override render() {
    const { geometry } = this;
    return html`<div class="well">
        <div
          class=${`view ${this.#isCrowded() ? 'crowded' : ''}`}
          role="application"
          tabindex="0"
          aria-label=${this.#description()}
          @click=${this.#click}
          @keydown=${this.#keyDown}
          @wheel=${this.#wheel}
        >
          <canvas aria-hidden="true"></canvas>
          <svg aria-hidden="true">${this.#shapes()}</svg>
        </div>
        ${this.#title()} ${geometry ? this.#letters(geometry) : nothing}
      </div>
      ${this.#legend()}`;
  }

  protected override updated(): void {
    this.#painter ??= new SlicePainter(this.canvas);
    const { width, height, ratio } = this.size;
    if (width === 0 || height === 0) return;
    const { plane, overlay } = this;
    const fit = this.#fit();
    if (!plane || !fit) return this.#painter.clear(width, height);
    const most = Math.max(this.most, Number.MIN_VALUE);
    this.#painter.paint({
      plane,
      fit,
      width,
      height,
      line: Math.max(1, Math.round(ratio)),
      window: { width: most, level: most / 2 },
      overlay,
      opacity: 1,
      crosshair: null,
    });
  }

  #fit(): PlaneFit | null {
    const { plane, geometry, reach, size } = this;
    if (!plane || !geometry || plane.plane !== geometry.plane) return null;
    return fitPlane(plane, size, reach ? contentOnPlane(geometry, reach) : undefined);
  }

  #rects(fit: PlaneFit): { readonly key: number; readonly rect: ScreenRect }[] {
    return this.boxes.map(({ key, box }) => ({ key, rect: rectOfBox(box, fit, this.size.ratio) }));
  }

  #shapes() {
    const { plane, boxes, chosen, size } = this;
    const fit = this.#fit();
    if (!plane || !fit || size.width === 0) return nothing;
    const { width, height } = plane;
    const edge = rectOfBox({ column: 0, row: 0, width, height }, fit, size.ratio);
    const ordered = [...boxes].sort((a, b) => Number(a.key === chosen) - Number(b.key === chosen));
    return svg`${rect(edge, 'edge')}
      ${ordered.map(({ key, kind, box }) => {
        const shape = rectOfBox(box, fit, size.ratio);
        if (key !== chosen) return rect(shape, kind);
        return svg`${rect(shape, 'rim')}${rect(shape, `${kind} chosen`)}`;
      })}
      ${ordered.map(({ drawn, key }) => {
        if (!drawn) return nothing;
        const { x, y } = pointOfPixel(drawn, fit, size.ratio);
        const radius = key === chosen ? 4.5 : 3;
        return svg`<circle class=${kindOfDot(drawn.isOnSlice, key === chosen)} cx=${x} cy=${y} r=${radius}></circle>`;
      })}`;
  }

  #isCrowded(): boolean {
    const { boxes, chosen } = this;
    return boxes.length > CROWD || boxes.some(({ key, kind }) => key === chosen && kind !== 'tile');
  }

  #title() {
    const { plane, geometry } = this;
    if (!plane || !geometry) return nothing;
    return html`<div class="over title">
      <b>${this.say(viewerWords[plane.plane])}</b> ${`${'xyz'[geometry.normal]} ${plane.slice}`}
    </div>`;
  }

  #letters({ letters }: SliceGeometry) {
    return (['left', 'right', 'top', 'bottom'] as const).map(
      (end) => html`<div class="over letter ${end}">${letters[end]}</div>`,
    );
  }

  #legend() {
    return html`<ul>
      ${this.legend.map(
        ({ kind, text: name, count }) =>
          html`<li>
            <svg viewBox="0 0 14 10" aria-hidden="true">${swatch(kind)}</svg>
            ${name}${count === null ? nothing : html`<b>${integer(count)}</b>`}
          </li>`,
      )}
      <li>${this.scale}</li>
    </ul>`;
  }

  #description(): string {
    const { plane, geometry, boxes } = this;
    if (!plane || !geometry) return this.say(viewerWords.viewer);
    return this.say(text.sliceDescription, {
      plane: this.say(viewerWords[plane.plane]),
      axis: 'xyz'[geometry.normal],
      index: plane.slice,
      last: geometry.slices - 1,
      boxes: boxes.length,
    });
  }

  readonly #click = (event: MouseEvent): void => {
    const fit = this.#fit();
    if (!fit) return;
    const { left, top } = this.well.getBoundingClientRect();
    const key = boxUnder(event.clientX - left, event.clientY - top, this.#rects(fit));
    if (key !== null) this.dispatchEvent(elementEvent('box-select', key));
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(event.key in STEPS)) return;
    event.preventDefault();
    event.stopPropagation(); // arrows change the slice here, not the epoch
    this.#step(STEPS[event.key]);
  };

  readonly #wheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    if (Math.sign(event.deltaY) !== Math.sign(this.#turned)) this.#turned = 0;
    this.#turned += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * WHEEL_STEP;
    if (Math.abs(this.#turned) < WHEEL_STEP) return;
    this.#step(this.#turned < 0 ? 1 : -1);
    this.#turned = 0;
  };

  /** Up is towards the patient's head, front or right; Home and End are indices. */
  #step(up: number): void {
    const sign = this.geometry?.normalSign ?? 1;
    this.dispatchEvent(elementEvent('slice-step', Number.isFinite(up) ? up * sign : up));
  }
}

const WHEEL_STEP = 60;
/** More boxes than these are drawn paler. */
const CROWD = 24;
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function rect({ x, y, width, height }: ScreenRect, kind: string) {
  return svg`<rect class=${kind} x=${x} y=${y} width=${width} height=${height}></rect>`;
}

function kindOfDot(isOnSlice: boolean, isChosen: boolean): string {
  return `${isOnSlice ? '' : 'elsewhere'} ${isChosen ? 'chosen' : ''}`;
}

function swatch(kind: BoxLegend['kind']) {
  if (kind === 'drawn') return svg`<circle cx="7" cy="5" r="3"></circle>`;
  if (kind === 'drawn-elsewhere') return svg`<circle class="elsewhere" cx="7" cy="5" r="3"></circle>`;
  return rect({ x: 1.5, y: 0.5, width: 11, height: 9 }, kind);
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-patch-slice': DlPatchSlice;
  }
}
