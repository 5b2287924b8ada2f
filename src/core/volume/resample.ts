import type { Affine, Grid } from './grid.ts';
import type { Codes } from './volume.ts';

/** The inverse of an affine, or null where it has none. */
export function invertAffine(m: Affine): Affine | null {
  const [a, b, c, x, d, e, f, y, g, h, i, z] = m;
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (!Number.isFinite(1 / determinant)) return null;
  const r = [
    [e * i - f * h, c * h - b * i, b * f - c * e],
    [f * g - d * i, a * i - c * g, c * d - a * f],
    [d * h - e * g, b * g - a * h, a * e - b * d],
  ].map((row) => row.map((value) => value / determinant));
  return r.flatMap((row) => [...row, -(row[0] * x + row[1] * y + row[2] * z)]);
}

/**
 * The codes of a volume at the voxel centres of another grid, nearest neighbour in world space; `outside`
 * where the other volume does not reach. Null where its affine cannot be inverted.
 */
export function resampleNearest(codes: Codes, from: Grid, onto: Grid, outside: number): Codes | null {
  const inverse = invertAffine(from.affine);
  if (!inverse) return null;
  const [sizeX, sizeY, sizeZ] = onto.size;
  const [fromX, fromY, fromZ] = from.size;
  const step = (axis: number) => [0, 4, 8].map((r) => composed(inverse, onto.affine, r, axis));
  const [alongX, alongY, alongZ, start] = [step(0), step(1), step(2), step(3)];
  const result = new (codes.constructor as typeof Uint8Array | typeof Uint16Array)(sizeX * sizeY * sizeZ);
  let index = 0;
  for (let z = 0; z < sizeZ; z++) {
    for (let y = 0; y < sizeY; y++) {
      const [u0, v0, w0] = start.map((s, i) => s + alongY[i] * y + alongZ[i] * z);
      for (let x = 0; x < sizeX; x++, index++) {
        const u = Math.round(u0 + alongX[0] * x);
        const v = Math.round(v0 + alongX[1] * x);
        const w = Math.round(w0 + alongX[2] * x);
        const inside = u >= 0 && v >= 0 && w >= 0 && u < fromX && v < fromY && w < fromZ;
        result[index] = inside ? codes[u + fromX * (v + fromY * w)] : outside;
      }
    }
  }
  return result;
}

/** Entry of inverse x affine: row (0, 4 or 8) and column, 3 for the translation. */
function composed(inverse: Affine, affine: Affine, row: number, column: number): number {
  const product =
    inverse[row] * affine[column] +
    inverse[row + 1] * affine[4 + column] +
    inverse[row + 2] * affine[8 + column];
  return column === 3 ? product + inverse[row + 3] : product;
}
