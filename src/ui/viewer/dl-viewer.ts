import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ContentBox } from '../../core/volume/content-box.ts';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import type { Grid, Vec3 } from '../../core/volume/grid.ts';
import { viewerWords } from '../../core/messages/viewer.ts';
import { orientationOf } from '../../core/volume/orientation.ts';
import { PLANES, sliceGeometry, type Plane, type SliceGeometry } from '../../core/volume/slice-geometry.ts';
import { clampVoxel, type SlicePlane } from '../../core/volume/slice.ts';
import { DEFAULT_VIEW, type Convention, type ViewSettings } from '../../core/volume/view-settings.ts';
import { DlElement } from '../controls/dl-element.ts';
import './dl-slice.ts';
import type { OverlaySpec } from './overlay-spec.ts';
import { elementEvent } from '../case/selection-event.ts';
import type { SliceStep, VoxelSelect } from './slice-input.ts';
import { viewerLayoutStyles } from './viewer-layout-styles.ts';

export type SlicePlanes = Readonly<Record<Plane, SlicePlane | null>>;

const NO_PLANES: SlicePlanes = { axial: null, coronal: null, sagittal: null };

/**
 * What stands in the two halves of a comparison: a name each, and what is drawn in the second. Of a flicker the
 * first name is what is shown just now.
 */
export interface ComparedOverlay {
  readonly names: readonly [string, string];
  readonly second: OverlaySpec | null;
}

/**
 * Linked slices on black in both themes: one, a large one over the two others, three beside a 3D view (slot
 * `volume`), a lightbox, or one slice twice to compare two overlays.
 * A step through slices is a move of the crosshair, so that `voxel-select` is all that has to be followed.
 * @fires voxel-select - detail: { voxel }
 * @fires voxel-hover - detail: { voxel }, null outside the slices
 * @fires view-change - detail: the settings that change
 * @fires slices-need - detail: { plane, slices }: what the lightbox has room for
 * @fires window-change - detail: { window }
 */
@customElement('dl-viewer')
export class DlViewer extends DlElement {
  @property({ attribute: false }) grid: Grid | null = null;
  @property({ attribute: false }) planes: SlicePlanes = NO_PLANES;
  @property({ attribute: false }) crosshair: Vec3 | null = null;
  @property({ attribute: false }) window: DisplayWindow = { width: 1, level: 0.5 };
  @property({ attribute: false }) overlay: OverlaySpec | null = null;
  /** Of the overlay, 0 to 1; outlines stay. */
  @property({ type: Number }) opacity = 1;
  /** The slices are zoomed to this part of the volume; null shows all of it. */
  @property({ attribute: false }) content: ContentBox | null = null;
  @property() imageName = '';
  @property({ attribute: false }) view: ViewSettings = DEFAULT_VIEW;
  /** What the overlay is compared with, by a swipe or side by side. */
  @property({ attribute: false }) compared: ComparedOverlay | null = null;
  /** What the heat map is the probability of. */
  @property() heatName = '';
  /** The slices that the lightbox asked for. */
  /** Of what volumes the slices are: the lightbox asks for its slices anew where it changes. */
  @property() source = '';
  @property({ attribute: false }) tiles: readonly SlicePlane[] | null = null;

  #convention: Convention = 'radiological';
  #geometries: Readonly<Record<Plane, SliceGeometry>> | null = null;

  static override styles = viewerLayoutStyles;

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.role = 'group';
    this.ariaLabel = this.say(viewerWords.viewer);
    this.setAttribute('layout', this.#layout());
    if (this.#layout() === 'lightbox') void import('./dl-lightbox.ts');
    // slices stand as they were cut: those of the other convention arrive a moment after the switch
    const convention = this.planes.axial?.convention ?? 'radiological';
    if (!changed.has('grid') && convention === this.#convention) return;
    this.#convention = convention;
    const { grid } = this;
    const orientation = grid && orientationOf(grid.affine);
    const geometryOf = (plane: Plane) =>
      grid && orientation && sliceGeometry(grid, plane, orientation, convention);
    const [axial, coronal, sagittal] = PLANES.map(geometryOf);
    this.#geometries = axial && coronal && sagittal && { axial, coronal, sagittal };
  }

  #layout(): ViewSettings['layout'] | 'pair' {
    return this.view.compare === 'side-by-side' && this.compared ? 'pair' : this.view.layout;
  }

  protected override render() {
    const { view, compared } = this;
    switch (this.#layout()) {
      case 'one':
        return this.#slice(view.plane, true);
      case 'pair':
        return [
          this.#slice(view.plane, true, this.overlay, compared?.names[0]),
          this.#slice(view.plane, true, compared?.second ?? null, compared?.names[1]),
        ];
      case 'lightbox':
        return html`<dl-lightbox
          .plane=${view.plane}
          .geometry=${this.#geometries?.[view.plane] ?? null}
          .affine=${this.grid?.affine ?? null}
          .tiles=${this.tiles}
          .window=${this.window}
          .overlay=${this.overlay}
          .opacity=${this.opacity}
          .crosshair=${this.crosshair}
          .content=${this.content}
          .view=${view}
          .source=${this.source}
          @slice-step=${this.#step}
        ></dl-lightbox>`;
      case 'four':
        return [
          PLANES.map((plane) => this.#slice(plane, plane === view.plane)),
          html`<div class="volume">
            <slot name="volume"><span class="nothing">${this.say(viewerWords.noVolume)}</span></slot>
          </div>`,
        ];
      case 'three':
        return PLANES.map((plane) => this.#slice(plane, plane === view.plane));
    }
  }

  #slice(plane: Plane, isLarge: boolean, overlay: OverlaySpec | null = this.overlay, what = '') {
    const { view, compared } = this;
    const swiped = view.compare === 'swipe' ? compared : null;
    const flickered = view.compare === 'flicker' ? compared : null;
    return html`<dl-slice
      class="${plane} ${isLarge ? 'large' : ''}"
      ?large=${isLarge}
      .plane=${this.planes[plane]}
      .geometry=${this.#geometries?.[plane] ?? null}
      .affine=${this.grid?.affine ?? null}
      .window=${this.window}
      .overlay=${overlay}
      .opacity=${this.opacity}
      .crosshair=${this.crosshair}
      .content=${this.content}
      .imageName=${this.imageName}
      .view=${view}
      .second=${swiped?.second ?? null}
      .what=${isLarge ? ((swiped ?? flickered)?.names[0] ?? what) : ''}
      .secondWhat=${isLarge ? (swiped?.names[1] ?? '') : ''}
      .heatName=${this.heatName}
      @slice-step=${this.#step}
      @view-change=${this.#changeView}
    ></dl-slice>`;
  }

  #changeView(event: CustomEvent<Partial<ViewSettings>>): void {
    this.view = { ...this.view, ...event.detail };
  }

  #step(event: CustomEvent<SliceStep>): void {
    event.stopPropagation();
    const { grid, crosshair } = this;
    const geometry = this.#geometries?.[event.detail.plane];
    if (!grid || !crosshair || !geometry) return;
    const moved = [...crosshair] as [number, number, number];
    moved[geometry.normal] += event.detail.by;
    const voxel = clampVoxel(moved, grid.size);
    if (voxel.every((value, axis) => value === crosshair[axis])) return;
    this.dispatchEvent(elementEvent<VoxelSelect>('voxel-select', { voxel }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-viewer': DlViewer;
  }
}
