import type { ContentBox } from '../volume/content-box.ts';
import type { Vec3 } from '../volume/grid.ts';
import type { SliceGeometry } from '../volume/slice-geometry.ts';
import { sizeOfBox } from '../labels/structure-pair.ts';

/** The code of everything beyond 10 mm. */
export const FAR_CODE = 101;
/** Added where the voxel is in the prediction of the structure. */
export const PREDICTED_CODE = 128;

/**
 * Distances as they are drawn, one byte a voxel of a box: code c means c / 10 mm or a little less, so that "within
 * w mm" is exact for every tenth of a mm. Figures never come from these codes.
 */
export interface DrawnDistances {
  readonly box: ContentBox;
  readonly codes: Uint8Array;
}

/** The codes of signed distances in mm. */
export function codeDistances(box: ContentBox, signedMm: Float64Array): DrawnDistances {
  const codes = new Uint8Array(signedMm.length);
  for (let i = 0; i < codes.length; i++) codes[i] = codeOf(Math.abs(signedMm[i]));
  return { box, codes };
}

function codeOf(mm: number): number {
  if (mm > 10) return FAR_CODE;
  let code = Math.ceil(mm * 10);
  if (code > 0 && mm <= (code - 1) / 10) code--; // the product was rounded up
  if (mm > code / 10) code++;
  return code;
}

/** The codes of one slice as it stands on screen; beyond the box everything is far. */
export function cutDistances(
  { box, codes }: DrawnDistances,
  geometry: SliceGeometry,
  slice: number,
): Uint8Array {
  const { normal, right, down, width, height } = geometry;
  const pixels = new Uint8Array(width * height).fill(FAR_CODE);
  if (slice < box.first[normal] || slice > box.last[normal]) return pixels;
  const size = sizeOfBox(box);
  const strides: Vec3 = [1, size[0], size[0] * size[1]];
  const base = (slice - box.first[normal]) * strides[normal];
  for (let v = box.first[down.axis]; v <= box.last[down.axis]; v++) {
    const row = down.flipped ? height - 1 - v : v;
    const line = base + (v - box.first[down.axis]) * strides[down.axis];
    for (let u = box.first[right.axis]; u <= box.last[right.axis]; u++) {
      const column = right.flipped ? width - 1 - u : u;
      pixels[row * width + column] = codes[line + (u - box.first[right.axis]) * strides[right.axis]];
    }
  }
  return pixels;
}
