import { findNearest, makeEnvelope } from './distance-envelope.ts';
import { demandSpacing } from './distance-spacing.ts';
import type { Vec3 } from '../volume/grid.ts';

/** The nearest site of every voxel. */
export interface DistanceMap {
  /** Squared distance in mm^2 between the centres, float64; Infinity everywhere where there is no site. */
  readonly squaredMm: Float64Array;
  /** Index of the nearest site (one of them where several are as near); -1 where there is none. */
  readonly nearest: Int32Array;
}

/**
 * The exact Euclidean distance of every voxel centre to the nearest site, a voxel that is not 0. Axis by axis by
 * lower envelopes of parabolas; the result is computed from the indices of both voxels, not accumulated.
 * @param sites one byte a voxel, x fastest
 * @throws DiceLensError spacingUnusable
 */
export function transformDistances(sites: Uint8Array, size: Vec3, spacingMm: Vec3): DistanceMap {
  demandSpacing(spacingMm);
  const [sizeX, sizeY, sizeZ] = size;
  const squaredMm = new Float64Array(sites.length).fill(Infinity);
  const nearest = new Int32Array(sites.length).fill(-1);
  for (let line = 0; line < sites.length; line += sizeX) {
    spreadAlongX(sites, line, sizeX, spacingMm[0], squaredMm, nearest);
  }
  const longest = Math.max(sizeY, sizeZ);
  const lines = {
    heights: new Float64Array(longest),
    sites: new Int32Array(longest),
    places: new Int32Array(longest),
    envelope: makeEnvelope(longest),
  };
  for (let z = 0; sizeY > 1 && z < sizeZ; z++) {
    for (let x = 0; x < sizeX; x++) {
      spreadAlongLine(x + sizeX * sizeY * z, sizeX, sizeY, spacingMm[1], squaredMm, nearest, lines);
    }
  }
  for (let inPlane = 0; sizeZ > 1 && inPlane < sizeX * sizeY; inPlane++) {
    spreadAlongLine(inPlane, sizeX * sizeY, sizeZ, spacingMm[2], squaredMm, nearest, lines);
  }
  return { squaredMm, nearest };
}

/** Along x every site has height 0, so that two sweeps do: the last site to the left, then the next one. */
function spreadAlongX(
  sites: Uint8Array,
  line: number,
  sizeX: number,
  spacingMm: number,
  squaredMm: Float64Array,
  nearest: Int32Array,
): void {
  const end = line + sizeX;
  let previous = -1;
  for (let site = line; site < end; site++) {
    if (sites[site] === 0) continue;
    // from the middle between two sites on, the right one is nearer
    const middle = previous < 0 ? line : ((previous + site) >> 1) + 1;
    nearest.fill(site, middle, site);
    for (let i = middle; i < site; i++) squaredMm[i] = ((site - i) * spacingMm) ** 2;
    if (previous >= 0) {
      nearest.fill(previous, previous, middle);
      for (let i = previous + 1; i < middle; i++) squaredMm[i] = ((i - previous) * spacingMm) ** 2;
    }
    squaredMm[site] = 0;
    nearest[site] = site;
    previous = site;
  }
  if (previous < 0) return;
  nearest.fill(previous, previous, end);
  for (let i = previous + 1; i < end; i++) squaredMm[i] = ((i - previous) * spacingMm) ** 2;
}

interface Lines {
  readonly heights: Float64Array;
  readonly sites: Int32Array;
  readonly places: Int32Array;
  readonly envelope: ReturnType<typeof makeEnvelope>;
}

function spreadAlongLine(
  start: number,
  stride: number,
  length: number,
  spacingMm: number,
  squaredMm: Float64Array,
  nearest: Int32Array,
  { heights, sites, places, envelope }: Lines,
): void {
  let isAllZero = true;
  for (let place = 0, i = start; place < length; place++, i += stride) {
    heights[place] = squaredMm[i];
    if (heights[place] !== 0) isAllZero = false;
  }
  if (isAllZero || !findNearest(heights, length, spacingMm, envelope, places)) return;
  for (let place = 0, i = start; place < length; place++, i += stride) sites[place] = nearest[i];
  for (let place = 0, i = start; place < length; place++, i += stride) {
    const from = places[place];
    if (from === place) continue;
    squaredMm[i] = heights[from] + ((place - from) * spacingMm) ** 2;
    nearest[i] = sites[from];
  }
}
