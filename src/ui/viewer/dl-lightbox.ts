import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { viewWords } from '../../core/messages/view-settings.ts';
import type { ContentBox } from '../../core/volume/content-box.ts';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import type { Affine, Vec3 } from '../../core/volume/grid.ts';
import { lightboxSlices, tileColumns } from '../../core/volume/slice-lightbox.ts';
import type { Plane, SliceGeometry } from '../../core/volume/slice-geometry.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import { DEFAULT_VIEW, type ViewSettings } from '../../core/volume/view-settings.ts';
import { elementEvent } from '../case/selection-event.ts';
import { DlElement } from '../controls/dl-element.ts';
import './dl-slice.ts';
import type { SliceStep } from './slice-input.ts';
import type { OverlaySpec } from './overlay-spec.ts';

export interface SlicesNeed {
  readonly plane: Plane;
  readonly slices: readonly number[];
}

/** Screen pixels that a tile is to be wide at least. */
const LEAST_WIDTH = 132;

/**
 * Every n-th slice of one plane, as many as there is room for; where they are more, those round the crosshair.
 * @fires slices-need - detail: { plane, slices }
 * @fires slice-step - detail: { plane, by }; arrows, Page Up and Down, Home, End and the wheel
 * @fires voxel-select - of the tile that is clicked
 */
@customElement('dl-lightbox')
export class DlLightbox extends DlElement {
  @property() plane: Plane = 'axial';
  @property({ attribute: false }) geometry: SliceGeometry | null = null;
  @property({ attribute: false }) affine: Affine | null = null;
  @property({ attribute: false }) tiles: readonly SlicePlane[] | null = null;
  @property({ attribute: false }) window: DisplayWindow = { width: 1, level: 0.5 };
  @property({ attribute: false }) overlay: OverlaySpec | null = null;
  @property({ type: Number }) opacity = 1;
  @property({ attribute: false }) crosshair: Vec3 | null = null;
  @property({ attribute: false }) content: ContentBox | null = null;
  @property({ attribute: false }) view: ViewSettings = DEFAULT_VIEW;
  /** Of what volumes the slices are: another name asks for them anew. */
  @property() source = '';

  @state() private size = { width: 0, height: 0 };
  #needed = '';
  readonly #observer = new ResizeObserver(() => {
    const { width, height } = this.getBoundingClientRect();
    this.size = { width, height };
  });

  static override styles = css`
    :host {
      position: relative;
      display: block;
      overflow: hidden;
      min-width: 0;
      min-height: 0;
      background: var(--well);
    }
    .tiles {
      display: grid;
      gap: 1px;
      height: 100%;
      background: #24292e;
      outline-offset: -2px;
    }
    .tiles:focus-visible {
      outline: 2px solid #fff;
    }
    .here {
      outline: 2px solid #fff;
      outline-offset: -2px;
      z-index: 1;
    }
    .every {
      position: absolute;
      right: 8px;
      bottom: 6px;
      padding: 1px 6px;
      border-radius: var(--r1);
      background: rgb(15 17 19 / 78%);
      color: var(--well-text);
      font: 400 11px/16px var(--font);
      pointer-events: none;
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.#observer.disconnect();
    super.disconnectedCallback();
  }

  #shown() {
    const { geometry, crosshair, view, size } = this;
    if (!geometry || size.width === 0) return null;
    const shape = (geometry.width * geometry.spacingMm[0]) / (geometry.height * geometry.spacingMm[1]);
    const { columns, rows } = tileColumns(size, shape, LEAST_WIDTH, geometry.slices);
    const at = crosshair?.[geometry.normal] ?? Math.floor(geometry.slices / 2);
    return { columns, rows, ...lightboxSlices(geometry.slices, columns * rows, at, view.everyNth) };
  }

  protected override updated(): void {
    const shown = this.#shown();
    if (!shown) return;
    const { plane, view, source } = this;
    const needed = [plane, view.convention, view.heat, source, ...shown.slices].join();
    if (needed === this.#needed) return;
    this.#needed = needed;
    this.dispatchEvent(elementEvent<SlicesNeed>('slices-need', { plane, slices: shown.slices }));
  }

  protected override render() {
    const shown = this.#shown();
    if (!shown || !this.geometry) return nothing;
    const { columns, rows, slices, step } = shown;
    const { geometry, crosshair, tiles } = this;
    const here = crosshair?.[geometry.normal] ?? 0;
    const nearest = slices.reduce(
      (best, slice) => (Math.abs(slice - here) < Math.abs(best - here) ? slice : best),
      slices[0],
    );
    const grid = `grid-template: repeat(${rows}, minmax(0, 1fr)) / repeat(${columns}, minmax(0, 1fr))`;
    return html`<div
        class="tiles"
        role="application"
        tabindex="0"
        aria-label=${this.say(viewWords.lightboxOf, { count: slices.length, step })}
        .style=${grid}
        @keydown=${this.#keyDown}
      >
        ${slices.map((slice) => {
          const tile = tiles?.find((read) => read.slice === slice && read.plane === this.plane) ?? null;
          return html`<dl-slice
            tile
            class=${slice === nearest ? 'here' : ''}
            .plane=${tile}
            .geometry=${geometry}
            .affine=${this.affine}
            .window=${this.window}
            .overlay=${this.overlay}
            .opacity=${this.opacity}
            .crosshair=${crosshair}
            .content=${this.content}
            .view=${this.view}
          ></dl-slice>`;
        })}
      </div>
      <div class="every">${this.say(viewWords.everyNth, { step })}</div>`;
  }

  #keyDown(event: KeyboardEvent): void {
    const shown = this.#shown();
    if (!shown || event.ctrlKey || event.altKey || event.metaKey) return;
    const { columns, rows, step } = shown;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -step,
      ArrowRight: step,
      ArrowUp: -step * columns,
      ArrowDown: step * columns,
      PageUp: -step * columns * rows,
      PageDown: step * columns * rows,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    this.dispatchEvent(elementEvent<SliceStep>('slice-step', { plane: this.plane, by }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-lightbox': DlLightbox;
  }
}
