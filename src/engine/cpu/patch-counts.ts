import type { ContentBox } from '../../core/volume/content-box.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import { sizeOfBox, type StructurePair } from '../../core/labels/structure-pair.ts';
import { ENTRY, slabsOf } from '../../core/pseudo-dice/summed-volume.ts';
import { summedVolume, tableRoom, type TableRoom } from './summed-volume.ts';

/** Exact counts of a structure in many patches of a case, one number a patch. */
export interface PatchCounts {
  readonly tp: Uint32Array;
  readonly nRef: Uint32Array;
  readonly nPred: Uint32Array;
}

/**
 * Counts a structure in patches, with eight look-ups a patch instead of a walk. `starts` are x, y, z of the first
 * voxel, three numbers a patch; what lies outside the image is background in both maps. `box` holds every voxel
 * of the structure in either map; null where there is none. Patches are below 2^32 voxels.
 */
export function countPatches(
  pair: StructurePair,
  box: ContentBox | null,
  patch: Vec3,
  starts: Int32Array,
  room: TableRoom = tableRoom(),
): PatchCounts {
  const patches = starts.length / 3;
  const counts: PatchCounts = {
    tp: new Uint32Array(patches),
    nRef: new Uint32Array(patches),
    nPred: new Uint32Array(patches),
  };
  for (const slab of box ? slabsOf(box, room.maxBytes) : []) {
    addSlab(counts, summedVolume(pair, slab, room), slab, patch, starts);
  }
  return counts;
}

/** Adds what the patches hold of one slab. */
function addSlab(
  { tp, nRef, nPred }: PatchCounts,
  table: Int32Array,
  slab: ContentBox,
  [patchX, patchY, patchZ]: Vec3,
  starts: Int32Array,
): void {
  const [x, y, z] = sizeOfBox(slab);
  const [firstX, firstY, firstZ] = slab.first;
  const row = (x + 1) * ENTRY;
  const plane = (y + 1) * row;
  for (let i = 0, at = 0; i < tp.length; i++, at += 3) {
    const startX = starts[at] - firstX;
    const startY = starts[at + 1] - firstY;
    const startZ = starts[at + 2] - firstZ;
    const fromX = Math.max(0, startX);
    const fromY = Math.max(0, startY);
    const fromZ = Math.max(0, startZ);
    const toX = Math.min(x, startX + patchX);
    const toY = Math.min(y, startY + patchY);
    const toZ = Math.min(z, startZ + patchZ);
    if (fromX >= toX || fromY >= toY || fromZ >= toZ) continue;
    const a = fromZ * plane + fromY * row;
    const b = fromZ * plane + toY * row;
    const c = toZ * plane + fromY * row;
    const d = toZ * plane + toY * row;
    const [left, right] = [fromX * ENTRY, toX * ENTRY];
    for (let k = 0; k < ENTRY; k++) {
      const l = left + k;
      const r = right + k;
      const sum =
        table[d + r] - table[d + l] - table[c + r] + table[c + l] -
        (table[b + r] - table[b + l] - table[a + r] + table[a + l]); // prettier-ignore
      if (k === 0) tp[i] += sum;
      else if (k === 1) nRef[i] += sum;
      else nPred[i] += sum;
    }
  }
}
