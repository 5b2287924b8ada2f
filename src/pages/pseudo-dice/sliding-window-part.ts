import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { followPictures, tileOf } from '../../app/pseudo-dice/patch-pictures.ts';
import type { PatchPictures } from '../../app/pseudo-dice/patch-pictures-state.ts';
import { changePictures, stepSlice } from '../../app/pseudo-dice/patch-pictures-view.ts';
import type { PseudoDiceState } from '../../app/pseudo-dice/pseudo-dice-state.ts';
import { slidingWindowWords as text } from '../../core/messages/patch-pictures.ts';
import { boxOfPatch, meetsSlice } from '../../core/pseudo-dice/patch-outlines.ts';
import { countSeenAt } from '../../core/pseudo-dice/patch-slice-seen.ts';
import { tileCorners, type TileGround } from '../../core/pseudo-dice/sliding-slice.ts';
import { costOfTiles, planTiles, type TilePlan } from '../../core/pseudo-dice/sliding-window.ts';
import { contentOnPlane } from '../../core/volume/content-box.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import { sliceGeometry, type Plane, type SliceGeometry } from '../../core/volume/slice-geometry.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/pseudo-dice/dl-sliding-window.ts';
import { labelOverlay } from '../../ui/pseudo-dice/patch-label-overlay.ts';
import type { ShownBox } from '../../ui/pseudo-dice/patch-slice-boxes.ts';
import type { OverlaySpec } from '../../ui/viewer/overlay-spec.ts';

/** The sliding window over the chosen case. Reads what it lacks. */
@customElement('sliding-window-part')
export class SlidingWindowPart extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) pseudo!: PseudoDiceState;
  @property({ attribute: false }) pictures: PatchPictures | null = null;
  #overlay: { readonly of: PatchPictures['opened']; readonly spec: OverlaySpec } | null = null;

  override disconnectedCallback(): void {
    changePictures(this.app, { hasTiles: false });
    super.disconnectedCallback();
  }

  protected override updated(): void {
    if (this.pictures && !this.pictures.hasTiles) changePictures(this.app, { hasTiles: true });
    followPictures(this.app);
  }

  protected override render() {
    const { app, pictures, pseudo } = this;
    const { shown } = pseudo;
    const { opened = null, tiled = null, starts = null } = pictures ?? {};
    if (!shown || !pictures || !opened || !tiled || !starts) return nothing;
    const { structures, settings } = shown.result;
    const { step, mirrorAxes } = pictures;
    const plan = planTiles(opened.grid.size, settings.patch, step);
    const heads = structures.length + (structures[0]?.structure.kind === 'label' ? 1 : 0); // background has one too
    const geometry = sliceGeometry(opened.grid, tiled.plane.plane);
    const chosen = numberOfTile(tileOf(pictures, plan), plan);
    return html`<dl-sliding-window
      .tiled=${{
        plan,
        cost: costOfTiles(plan, heads, mirrorAxes),
        heads,
        places: tiled.places.map((place) => ({
          ...place,
          seen: countSeenAt(place.voxel, settings.patch, starts.starts),
        })),
        most: tiled.most,
        reach: reachOfTiles(plan),
      }}
      .slice=${tiled.plane}
      .geometry=${geometry}
      .overlay=${this.#overlayOf(opened)}
      .boxes=${this.#boxes(plan, geometry, tiled.plane.slice)}
      .chosen=${pictures.tileGround === 'tile' ? chosen : null}
      .plane=${pictures.plane}
      .ground=${pictures.tileGround}
      .step=${step}
      .mirrorAxes=${mirrorAxes}
      @step-change=${({ detail }: CustomEvent<number>) => changePictures(app, { step: detail })}
      @mirror-change=${({ detail }: CustomEvent<number>) => changePictures(app, { mirrorAxes: detail })}
      @ground-change=${({ detail }: CustomEvent<TileGround>) => changePictures(app, { tileGround: detail })}
      @plane-change=${({ detail }: CustomEvent<Plane>) => changePictures(app, { plane: detail })}
      @slice-step=${({ detail }: CustomEvent<number>) => stepSlice(app, detail)}
      @box-select=${({ detail }: CustomEvent<number>) =>
        changePictures(app, { tile: placeOfTile(detail, plan), tileGround: 'tile' })}
    ></dl-sliding-window>`;
  }

  #boxes(plan: TilePlan, geometry: SliceGeometry, slice: number): ShownBox[] {
    const corners = tileCorners(plan);
    return Array.from({ length: plan.tiles }, (_, key) => {
      const start: Vec3 = [corners[3 * key], corners[3 * key + 1], corners[3 * key + 2]];
      return { key, start };
    })
      .filter(({ start }) => meetsSlice(start, plan.patch, geometry, slice))
      .map(({ key, start }) => ({
        key,
        kind: 'tile',
        box: contentOnPlane(geometry, boxOfPatch(start, plan.patch)),
        drawn: null,
        name: this.say(text.tileName, { number: key + 1, start }),
      }));
  }

  #overlayOf(opened: NonNullable<PatchPictures['opened']>): OverlaySpec {
    if (this.#overlay?.of !== opened) {
      const ignore = this.app.store.state.opened?.meaning.ignore ?? null;
      this.#overlay = { of: opened, spec: labelOverlay(opened.labels, ignore) };
    }
    return this.#overlay.spec;
  }
}

/** The padded image. */
function reachOfTiles({ padded, padBefore }: TilePlan) {
  const [x, y, z] = padBefore;
  return {
    first: [-x, -y, -z] as const,
    last: [padded[0] - x - 1, padded[1] - y - 1, padded[2] - z - 1] as const,
  };
}

function numberOfTile([x, y, z]: Vec3, { starts }: TilePlan): number {
  return x + starts[0].length * (y + starts[1].length * z);
}

function placeOfTile(number: number, { starts }: TilePlan): Vec3 {
  const [x, y] = [starts[0].length, starts[1].length];
  return [number % x, Math.floor(number / x) % y, Math.floor(number / (x * y))];
}

declare global {
  interface HTMLElementTagNameMap {
    'sliding-window-part': SlidingWindowPart;
  }
}
