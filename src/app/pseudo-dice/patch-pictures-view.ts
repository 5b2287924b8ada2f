import type { Vec3 } from '../../core/volume/grid.ts';
import { clampVoxel } from '../../core/volume/slice.ts';
import { sliceGeometry } from '../../core/volume/slice-geometry.ts';
import type { App } from '../app.ts';
import { chooseCase } from '../case/open-case.ts';
import { moveTo } from '../case/view-case.ts';
import { formatHash, NO_PLACE } from '../link.ts';
import type { PatchPictures } from './patch-pictures-state.ts';
import { changePseudoDice } from './pseudo-dice-view.ts';

/** Changes what the pictures show; nothing before there are any. */
export function changePictures({ store }: App, fields: Partial<PatchPictures>): void {
  const { patchPictures } = store.state;
  if (patchPictures) store.change({ patchPictures: { ...patchPictures, ...fields } });
}

/** Goes so many slices on along the voxel axis across the plane; infinite for the first and the last one. */
export function stepSlice(app: App, by: number): void {
  const { patchPictures } = app.store.state;
  if (!patchPictures?.opened) return;
  const { opened, plane, voxel } = patchPictures;
  const { normal, slices } = sliceGeometry(opened.grid, plane);
  const moved = [...voxel] as [number, number, number];
  moved[normal] = Math.min(slices - 1, Math.max(0, voxel[normal] + by));
  changePictures(app, { voxel: clampVoxel(moved, opened.grid.size) });
}

/** Chooses a patch: the slices go to its middle. The same one again is no longer chosen. */
export function choosePatch(app: App, index: number): void {
  const { pseudoDice } = app.store.state;
  changePseudoDice(app, { patch: pseudoDice?.patch === index ? null : index });
}

/** Shows a voxel of a case on the case page, opening the case where another is open; the way back is the browser's. */
export async function openInViewer(app: App, name: string, voxel: Vec3): Promise<void> {
  const { cases, current } = app.store.state;
  if (cases[current]?.name !== name) {
    const index = cases.findIndex((one) => one.name === name);
    if (index < 0) return;
    await chooseCase(app, index);
    if (app.store.state.cases[app.store.state.current]?.name !== name) return; // it could not be opened
  }
  const { overlay, selection } = app.store.state;
  await moveTo(app, voxel);
  location.hash = formatHash({ page: 'case', place: NO_PLACE, voxel, overlay, selection });
}
