import { css, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ContentBox } from '../../core/volume/content-box.ts';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import type { Grid, Vec3 } from '../../core/volume/grid.ts';
import { viewerWords } from '../../core/messages/viewer.ts';
import { orientationOf } from '../../core/volume/orientation.ts';
import { PLANES, sliceGeometry, type Plane, type SliceGeometry } from '../../core/volume/slice-geometry.ts';
import { clampVoxel, type SlicePlane } from '../../core/volume/slice.ts';
import { DlElement } from '../controls/dl-element.ts';
import './dl-slice.ts';
import type { OverlaySpec } from './overlay-spec.ts';
import { elementEvent } from '../case/selection-event.ts';
import type { SliceStep, VoxelSelect } from './slice-input.ts';

export type SlicePlanes = Readonly<Record<Plane, SlicePlane | null>>;

const NO_PLANES: SlicePlanes = { axial: null, coronal: null, sagittal: null };

/**
 * Three linked slices, a large axial one over a coronal and a sagittal one, on black in both themes.
 * A step through slices is a move of the crosshair, so that `voxel-select` is all that has to be followed.
 * @fires voxel-select - detail: { voxel }
 * @fires voxel-hover - detail: { voxel }, null outside the slices
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

  #geometries: Readonly<Record<Plane, SliceGeometry>> | null = null;

  static override styles = css`
    :host {
      display: grid;
      grid-template: minmax(0, 3fr) minmax(0, 2fr) / minmax(0, 1fr) minmax(0, 1fr);
      gap: 1px;
      min-width: 0;
      min-height: 0;
      background: #3a4148;
    }
    :host([hidden]) {
      display: none;
    }
    .axial {
      grid-column: 1 / -1;
    }
  `;

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.role = 'group';
    this.ariaLabel = this.say(viewerWords.viewer);
    if (!changed.has('grid')) return;
    const { grid } = this;
    const orientation = grid && orientationOf(grid.affine);
    const geometryOf = (plane: Plane) => grid && orientation && sliceGeometry(grid, plane, orientation);
    const [axial, coronal, sagittal] = PLANES.map(geometryOf);
    this.#geometries = axial && coronal && sagittal && { axial, coronal, sagittal };
  }

  protected override render() {
    return PLANES.map(
      (plane) =>
        html`<dl-slice
          class=${plane}
          ?large=${plane === 'axial'}
          .plane=${this.planes[plane]}
          .geometry=${this.#geometries?.[plane] ?? null}
          .affine=${this.grid?.affine ?? null}
          .window=${this.window}
          .overlay=${this.overlay}
          .opacity=${this.opacity}
          .crosshair=${this.crosshair}
          .content=${this.content}
          .imageName=${this.imageName}
          @slice-step=${this.#step}
        ></dl-slice>`,
    );
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
