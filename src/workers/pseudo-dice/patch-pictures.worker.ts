import { expose, transfer } from 'comlink';
import { countVoxels, type Vec3 } from '../../core/volume/grid.ts';
import { outsideShare } from '../../core/pseudo-dice/patch-outlines.ts';
import { countSeenOnSlice, type SeenSummary } from '../../core/pseudo-dice/patch-slice-seen.ts';
import { cellsOfStructures } from '../../core/pseudo-dice/patch-structure-cells.ts';
import { readSlicePlane, type SlicePlane } from '../../core/volume/slice.ts';
import { sliceGeometry, type Plane } from '../../core/volume/slice-geometry.ts';
import type { LabelMap } from '../../core/volume/volume.ts';
import { visitCoverage } from '../../engine/cpu/patch-coverage.ts';
import { readLabelMap } from '../../io/volumes/read-label-map.ts';
import { sourceOf } from '../case/named-file.ts';
import { settle } from '../outcome.ts';
import type { PatchPicturesSession, PicturedCase } from './patch-pictures-session.ts';
import { PicturedTiles } from './patch-pictures-tiles.ts';

let reference: LabelMap | null = null;
let patches: { readonly patch: Vec3; readonly starts: Int32Array } | null = null;
const tiles = new PicturedTiles();

const session: PatchPicturesSession = {
  openReference: (files, ignore) =>
    settle(
      (async (): Promise<PicturedCase> => {
        const map = await readLabelMap(files.map(sourceOf));
        reference = map;
        patches = null;
        const isShown = Uint8Array.from(map.labels, (label) => (label > 0 && label !== ignore ? 1 : 0));
        return { grid: map.grid, labels: map.labels, cells: cellsOfStructures(map.codes, map.grid, isShown) };
      })(),
    ),
  countSeen: (patch, starts) => {
    patches = { patch, starts };
    return summarize(theReference().grid.size, patches);
  },
  readSeenSlice: (plane, slice) => {
    const geometry = sliceGeometry(theReference().grid, plane);
    const { patch, starts } = patches ?? { patch: [1, 1, 1], starts: new Int32Array() };
    const shown = planeWith(countSeenOnSlice(geometry, slice, patch, starts), plane, slice);
    return transfer(shown, buffersOf(shown));
  },
  readTileSlice: (settings, ground, tile, plane, slice) => {
    const { grid } = theReference();
    const laid = tiles.lay(settings, grid.size);
    const values = laid.readSlice(ground, tile, sliceGeometry(grid, plane), slice);
    const { most, places } = laid;
    const shown = planeWith(values, plane, slice);
    return transfer({ plane: shown, most: most[ground], places }, buffersOf(shown));
  },
};

function theReference(): LabelMap {
  if (!reference) throw new Error('No case is held.');
  return reference;
}

/** A slice of the reference over grey values in display order. */
function planeWith(stored: Uint32Array | Float32Array, plane: Plane, slice: number): SlicePlane {
  const { codes, grid } = theReference();
  const volumes = { image: null, reference: codes, predicted: null, pattern: null };
  const read = readSlicePlane(volumes, grid.size, sliceGeometry(grid, plane), slice);
  return { ...read, image: { stored, slope: 1, intercept: 0 } };
}

function buffersOf({ image, reference: codes }: SlicePlane): ArrayBuffer[] {
  return [image?.stored, codes].flatMap((array) => (array ? [array.buffer as ArrayBuffer] : []));
}

function summarize(size: Vec3, { patch, starts }: { patch: Vec3; starts: Int32Array }): SeenSummary {
  let [most, never] = [0, 0];
  visitCoverage(size, { patch, starts }, (_, plane) => {
    for (let i = 0; i < plane.length; i++) {
      if (plane[i] > most) most = plane[i];
      if (plane[i] === 0) never++;
    }
  });
  const outside = outsideShare(size, patch, starts);
  return { patches: starts.length / 3, most, never, voxels: countVoxels(size), outside };
}

expose(session);
