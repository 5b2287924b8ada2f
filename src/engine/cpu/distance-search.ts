import type { Vec3 } from '../../core/volume/grid.ts';
import { blockSites, nearestInBlocks, type SiteBlocks } from './distance-blocks.ts';
import type { SurfaceSites } from './surface-sites.ts';

/** Steps to neighbouring rows, the nearer first. */
export interface RowSteps {
  readonly y: Int32Array;
  readonly z: Int32Array;
  readonly squaredMm: Float64Array;
  /** Rows that are not among the steps are at least this far, squared. */
  readonly reach: number;
}

const MOST_STEPS = 96;
const SPAN = 12;

/** The steps to the nearest rows along x; the same ones for every surface of a case. */
export function orderRows([, mmY, mmZ]: Vec3): RowSteps {
  const steps: { y: number; z: number; squared: number }[] = [];
  for (let z = -SPAN; z <= SPAN; z++) {
    for (let y = -SPAN; y <= SPAN; y++) {
      steps.push({ y, z, squared: y * mmY * (y * mmY) + z * mmZ * (z * mmZ) });
    }
  }
  const complete = ((SPAN + 1) * Math.min(mmY, mmZ)) ** 2;
  const near = steps.filter(({ squared }) => squared < complete).sort((a, b) => a.squared - b.squared);
  const taken = near.slice(0, MOST_STEPS);
  return {
    y: Int32Array.from(taken, ({ y }) => y),
    z: Int32Array.from(taken, ({ z }) => z),
    squaredMm: Float64Array.from(taken, ({ squared }) => squared),
    reach: near[MOST_STEPS]?.squared ?? complete,
  };
}

/**
 * The exact distance in mm of every site of one surface to the nearest site of another, in the order of the
 * sites; Infinity where the other has none. Rows are looked through from near to far, which ends at once where
 * surfaces run close together; a site that is far away is looked for by blocks.
 */
export function measureDistances(
  from: SurfaceSites,
  to: SurfaceSites,
  spacingMm: Vec3,
  steps: RowSteps,
): Float64Array {
  const distances = new Float64Array(from.count).fill(Infinity);
  if (to.count === 0) return distances;
  const [mmX, mmY, mmZ] = spacingMm;
  const { reach } = steps;
  const toX = to.x;
  const rows = nearRows(to, steps);
  const { squaredMm, next, end, yOf, zOf } = rows;
  let blocks: SiteBlocks | null = null;
  let [nearX, nearY, nearZ] = firstSite(to); // the site that was nearest last is a good first guess
  let [distance, fromX, fromY, fromZ] = [0, 0, 0, 0];
  for (let row = 0; row < from.rowsY * from.rowsZ; row++) {
    if (from.starts[row] === from.starts[row + 1]) continue;
    const y = (row % from.rowsY) + from.firstY - to.firstY;
    const z = Math.floor(row / from.rowsY) + from.firstZ - to.firstZ;
    rows.centre(y, z);
    let known = 0;
    for (let site = from.starts[row]; site < from.starts[row + 1]; site++) {
      const x = from.x[site];
      // nearer than this no site can be, as it would have been near the place before
      const atLeast = distance - lengthOf((x - fromX) * mmX, (y - fromY) * mmY, (z - fromZ) * mmZ);
      let best = lengthOf((x - nearX) * mmX, (y - nearY) * mmY, (z - nearZ) * mmZ) ** 2;
      best += best * 1e-12; // the guess itself is found again, by the same sum as any other site
      let isFar = atLeast > 0 && atLeast * atLeast > reach;
      for (let k = 0; !isFar; k++) {
        if (k === known && (known = rows.findMore()) === k) {
          isFar = best > reach;
          break;
        }
        if (squaredMm[k] >= best) break;
        let place = next[k];
        while (place < end[k] && toX[place] < x) place++;
        next[k] = place;
        // the sites of this row before and behind x; row k has the sites from `rows.start` on
        if (place < end[k]) {
          const along = (toX[place] - x) * mmX;
          const squared = squaredMm[k] + along * along;
          if (squared < best) {
            best = squared;
            nearX = toX[place];
            nearY = yOf[k];
            nearZ = zOf[k];
          }
        }
        if (place > rows.start[k]) {
          const along = (x - toX[place - 1]) * mmX;
          const squared = squaredMm[k] + along * along;
          if (squared < best) {
            best = squared;
            nearX = toX[place - 1];
            nearY = yOf[k];
            nearZ = zOf[k];
          }
        }
      }
      if (isFar) {
        blocks ??= blockSites(to);
        const found = nearestInBlocks(blocks, x, y, z, spacingMm, best);
        if (found >= 0) {
          nearX = blocks.x[found];
          nearY = blocks.y[found];
          nearZ = blocks.z[found];
        }
      }
      distance = lengthOf((x - nearX) * mmX, (y - nearY) * mmY, (z - nearZ) * mmZ);
      distances[site] = distance;
      [fromX, fromY, fromZ] = [x, y, z];
    }
  }
  return distances;
}

/** One sum in whatever way a site was found, so that equal distances are equal numbers. */
function lengthOf(x: number, y: number, z: number): number {
  return Math.sqrt(y * y + z * z + x * x);
}

function firstSite({ x, starts, rowsY }: SurfaceSites): Vec3 {
  const row = starts.findIndex((start) => start > 0) - 1;
  return [x[0], row % rowsY, Math.floor(row / rowsY)];
}

/** The rows round one row that have sites, found only as far as they are asked for. */
function nearRows({ starts, rowsY, rowsZ }: SurfaceSites, steps: RowSteps) {
  const count = steps.y.length;
  const [start, next, end] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const [yOf, zOf, squaredMm] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  let [y, z, step, found] = [0, 0, 0, 0];
  return {
    start,
    /** The first site of each row that is not before the x asked for last; x must ascend. */
    next,
    end,
    yOf,
    zOf,
    squaredMm,
    centre(ofY: number, ofZ: number) {
      [y, z, step, found] = [ofY, ofZ, 0, 0];
    },
    /** Finds one more row with sites; the number of rows known. */
    findMore(): number {
      for (; step < count; step++) {
        const [otherY, otherZ] = [y + steps.y[step], z + steps.z[step]];
        if (otherY < 0 || otherY >= rowsY || otherZ < 0 || otherZ >= rowsZ) continue;
        const row = otherY + rowsY * otherZ;
        if (starts[row] === starts[row + 1]) continue;
        start[found] = next[found] = starts[row];
        end[found] = starts[row + 1];
        yOf[found] = otherY;
        zOf[found] = otherZ;
        squaredMm[found++] = steps.squaredMm[step++];
        break;
      }
      return found;
    },
  };
}
