import type { Grid, Vec3 } from '../volume/grid.ts';
import type { Codes } from '../volume/volume.ts';

/** Structures in coarse cells, for a picture in space: only cells at a surface. */
export interface StructureCells {
  /** Voxels of a cell along x, y, z. */
  readonly cell: Vec3;
  /** x, y, z of the middle of each cell in voxels, three numbers a cell. */
  readonly places: Float32Array;
  /** The code that most voxels of the cell have, of those that are shown. */
  readonly codes: Codes;
}

/** Cells along the longest side of a volume. */
const MOST_CELLS = 56;

/**
 * Structures in cells about as long as wide, at most `most` along the longest side. A cell shows the code that most
 * of its shown voxels have (the lowest of several), however few they are: nothing small is lost. Cells
 * with shown cells on all six sides are left out. `isShown[code]` is 1 for codes of structures.
 */
export function cellsOfStructures(
  codes: Codes,
  { size, spacingMm }: Grid,
  isShown: Uint8Array,
  most = MOST_CELLS,
): StructureCells {
  const longestMm = Math.max(...size.map((n, axis) => n * spacingMm[axis]));
  const cellOf = (axis: 0 | 1 | 2) =>
    Math.max(1, Math.ceil(size[axis] / most), Math.round(longestMm / most / spacingMm[axis]));
  const cell: Vec3 = [cellOf(0), cellOf(1), cellOf(2)];
  const [x, y, z] = size.map((n, axis) => Math.ceil(n / cell[axis]));
  const shown = new Int32Array(x * y * z).fill(-1);
  const tally = new Uint32Array(isShown.length);
  for (let k = 0, at = 0; k < z; k++) {
    for (let j = 0; j < y; j++) {
      for (let i = 0; i < x; i++) shown[at++] = commonCode(codes, size, [i, j, k], cell, isShown, tally);
    }
  }
  const surface: number[] = [];
  for (let at = 0; at < shown.length; at++) {
    if (shown[at] < 0) continue;
    const [i, j, k] = [at % x, Math.floor(at / x) % y, Math.floor(at / (x * y))];
    const isInside =
      i > 0 && i < x - 1 && j > 0 && j < y - 1 && k > 0 && k < z - 1 &&
      [at - 1, at + 1, at - x, at + x, at - x * y, at + x * y].every((beside) => shown[beside] >= 0); // prettier-ignore
    if (!isInside) surface.push(at);
  }
  const places = new Float32Array(3 * surface.length);
  surface.forEach((at, n) => {
    const cellAt = [at % x, Math.floor(at / x) % y, Math.floor(at / (x * y))];
    cellAt.forEach((index, axis) => (places[3 * n + axis] = (index + 0.5) * cell[axis] - 0.5));
  });
  const Kind = codes.constructor as new (values: Iterable<number>) => Codes;
  return { cell, places, codes: new Kind(surface.map((at) => shown[at])) };
}

/** The shown code that most voxels of a cell have; -1 where none is shown. `tally` is all 0 before and after. */
function commonCode(
  codes: Codes,
  size: Vec3,
  [i, j, k]: Vec3,
  cell: Vec3,
  isShown: Uint8Array,
  tally: Uint32Array,
): number {
  const found: number[] = [];
  const endX = Math.min(size[0], (i + 1) * cell[0]);
  const endY = Math.min(size[1], (j + 1) * cell[1]);
  const endZ = Math.min(size[2], (k + 1) * cell[2]);
  for (let z = k * cell[2]; z < endZ; z++) {
    for (let y = j * cell[1]; y < endY; y++) {
      const line = size[0] * (y + size[1] * z);
      for (let at = line + i * cell[0]; at < line + endX; at++) {
        const code = codes[at];
        if (isShown[code] === 1 && tally[code]++ === 0) found.push(code);
      }
    }
  }
  let common = -1;
  for (const code of found) {
    const isMore = common < 0 || tally[code] > tally[common];
    if (isMore || (tally[code] === tally[common] && code < common)) common = code;
  }
  for (const code of found) tally[code] = 0;
  return common;
}
