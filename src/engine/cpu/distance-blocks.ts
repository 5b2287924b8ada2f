import type { Vec3 } from '../../core/volume/grid.ts';
import type { SurfaceSites } from './surface-sites.ts';

const SHIFT = 3; // blocks of 8 x 8 x 8 voxels

/**
 * The sites of a surface sorted by blocks of voxels; y and z count from the first row of the surface. Blocks
 * without sites are none, and the blocks stand in the order of z, then y, then x.
 */
export interface SiteBlocks {
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly z: Int32Array;
  /** Block b has the sites starts[b] to starts[b + 1] - 1. */
  readonly starts: Int32Array;
  /** Six numbers a block: its sites lie between the first three and the last three. */
  readonly bounds: Int32Array;
  /** Slab s, eight slices, has the blocks slabs[s] to slabs[s + 1] - 1. */
  readonly slabs: Int32Array;
}

/** Sorts the sites by blocks. */
export function blockSites({ count, starts, x, rowsY, rowsZ }: SurfaceSites): SiteBlocks {
  let [lowX, highX] = [x[0], x[0]];
  for (let site = 1; site < count; site++) {
    if (x[site] < lowX) lowX = x[site];
    if (x[site] > highX) highX = x[site];
  }
  const [cellsX, cellsY, slabCount] = [highX - lowX + 1, rowsY, rowsZ].map((n) => ((n - 1) >> SHIFT) + 1);
  const sitesBefore = new Int32Array(cellsX * cellsY * slabCount + 1);
  const cellOf = new Int32Array(count);
  for (let row = 0; row < rowsY * rowsZ; row++) {
    const line = cellsX * (((row % rowsY) >> SHIFT) + cellsY * (Math.floor(row / rowsY) >> SHIFT));
    for (let site = starts[row]; site < starts[row + 1]; site++) {
      cellOf[site] = line + ((x[site] - lowX) >> SHIFT);
      sitesBefore[cellOf[site] + 1]++;
    }
  }
  const blockStarts: number[] = [0];
  const slabs = new Int32Array(slabCount + 1);
  for (let cell = 0; cell < sitesBefore.length - 1; cell++) {
    if (sitesBefore[cell + 1] > 0) blockStarts.push(sitesBefore[cell] + sitesBefore[cell + 1]);
    sitesBefore[cell + 1] += sitesBefore[cell];
    if ((cell + 1) % (cellsX * cellsY) === 0) slabs[(cell + 1) / (cellsX * cellsY)] = blockStarts.length - 1;
  }
  const sorted = { x: new Int32Array(count), y: new Int32Array(count), z: new Int32Array(count) };
  for (let row = 0; row < rowsY * rowsZ; row++) {
    for (let site = starts[row]; site < starts[row + 1]; site++) {
      const at = sitesBefore[cellOf[site]]++;
      sorted.x[at] = x[site];
      sorted.y[at] = row % rowsY;
      sorted.z[at] = Math.floor(row / rowsY);
    }
  }
  return { ...sorted, starts: Int32Array.from(blockStarts), slabs, bounds: boundsOf(sorted, blockStarts) };
}

function boundsOf({ x, y, z }: Pick<SiteBlocks, 'x' | 'y' | 'z'>, starts: readonly number[]): Int32Array {
  const bounds = new Int32Array(6 * (starts.length - 1));
  for (let block = 0, b = 0; b < bounds.length; block++, b += 6) {
    const first = starts[block];
    bounds.set([x[first], y[first], z[first], x[first], y[first], z[first]], b);
    for (let site = first + 1; site < starts[block + 1]; site++) {
      if (x[site] < bounds[b]) bounds[b] = x[site];
      if (y[site] < bounds[b + 1]) bounds[b + 1] = y[site];
      if (z[site] < bounds[b + 2]) bounds[b + 2] = z[site];
      if (x[site] > bounds[b + 3]) bounds[b + 3] = x[site];
      if (y[site] > bounds[b + 4]) bounds[b + 4] = y[site];
      if (z[site] > bounds[b + 5]) bounds[b + 5] = z[site];
    }
  }
  return bounds;
}

/** The index of the nearest site that is closer than `within`, squared mm; -1 where there is none. */
export function nearestInBlocks(
  { x: xs, y: ys, z: zs, starts, bounds, slabs }: SiteBlocks,
  x: number,
  y: number,
  z: number,
  [mmX, mmY, mmZ]: Vec3,
  within: number,
): number {
  let [best, found] = [within, -1];
  for (let slab = 0; slab < slabs.length - 1; slab++) {
    const low = slab << SHIFT;
    const outside = (z < low ? low - z : z > low + 7 ? z - low - 7 : 0) * mmZ;
    if (outside * outside >= best) continue;
    for (let block = slabs[slab], b = 6 * block; block < slabs[slab + 1]; block++, b += 6) {
      const gapX = (x < bounds[b] ? bounds[b] - x : x > bounds[b + 3] ? x - bounds[b + 3] : 0) * mmX;
      const gapY = (y < bounds[b + 1] ? bounds[b + 1] - y : y > bounds[b + 4] ? y - bounds[b + 4] : 0) * mmY;
      const gapZ = (z < bounds[b + 2] ? bounds[b + 2] - z : z > bounds[b + 5] ? z - bounds[b + 5] : 0) * mmZ;
      if (gapX * gapX + gapY * gapY + gapZ * gapZ >= best) continue;
      for (let site = starts[block]; site < starts[block + 1]; site++) {
        const [alongX, alongY, alongZ] = [(xs[site] - x) * mmX, (ys[site] - y) * mmY, (zs[site] - z) * mmZ];
        const squared = alongX * alongX + alongY * alongY + alongZ * alongZ;
        if (squared < best) [best, found] = [squared, site];
      }
    }
  }
  return found;
}
