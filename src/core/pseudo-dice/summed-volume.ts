import type { ContentBox } from '../volume/content-box.ts';
import { sizeOfBox } from '../labels/structure-pair.ts';

/** Numbers of a table entry: voxels in both, in the reference, in the prediction, of all voxels before it. */
export const ENTRY = 3;
const ENTRY_BYTES = 4 * ENTRY;

/**
 * A box cut along z into parts whose summed-volume tables take at most `maxBytes` each; a part is one slice at
 * least. A table has a row, a column and a plane of zeros in front.
 */
export function slabsOf(box: ContentBox, maxBytes: number): ContentBox[] {
  const [x, y, z] = sizeOfBox(box);
  const planeBytes = (x + 1) * (y + 1) * ENTRY_BYTES;
  const depth = Math.max(1, Math.floor(maxBytes / planeBytes) - 1);
  return Array.from({ length: Math.ceil(z / depth) }, (_, i) => {
    const from = box.first[2] + i * depth;
    return {
      first: [box.first[0], box.first[1], from],
      last: [box.last[0], box.last[1], Math.min(box.last[2], from + depth - 1)],
    };
  });
}

/** Entries of the table of a box, in numbers of 32 bits. */
export function tableLength(box: ContentBox): number {
  const [x, y, z] = sizeOfBox(box);
  return (x + 1) * (y + 1) * (z + 1) * ENTRY;
}
