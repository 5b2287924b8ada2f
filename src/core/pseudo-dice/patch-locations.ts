import { randomBelow, type Random } from '../statistics/random.ts';
import type { Codes } from '../volume/volume.ts';

/** What a sampler knows of a case. */
export interface SampledCase {
  readonly name: string;
  readonly size: readonly [number, number, number];
  /** Voxels of each structure in the reference. */
  readonly voxels: readonly number[];
  /** The voxels on which patches are forced, as indices of the volume, per structure; none where it is absent. */
  readonly locations: readonly Uint32Array[];
  /** Those of the annotated voxels, background too; null where the data set has no ignore label. */
  readonly annotated: Uint32Array | null;
}

/**
 * How many of a structure's `voxels` are kept to force patches on: all up to 10,000, beyond that 10,000 or 1 %
 * (rounded up), whichever is more.
 * Source: nnU-Net v2, preprocessing/preprocessors/default_preprocessor.py, `_sample_foreground_locations`.
 */
export function countLocations(voxels: number): number {
  return Math.max(Math.min(voxels, 10_000), Math.ceil(voxels * 0.01));
}

/** `count` different integers in [0, total), ascending; every set of that size equally likely (R. Floyd's way). */
export function chooseRanks(total: number, count: number, random: Random): Uint32Array {
  if (count >= total) return Uint32Array.from({ length: total }, (_, i) => i);
  const chosen = new Set<number>();
  for (let last = total - count; last < total; last++) {
    const drawn = randomBelow(random, last + 1);
    chosen.add(chosen.has(drawn) ? last : drawn);
  }
  return Uint32Array.from(chosen).sort();
}

/**
 * The voxels of several sets that have these ranks among the voxels of their set, in one pass: `ranks[s]`
 * ascending, `setsOf[code]` the sets that a voxel of this code belongs to. Indices of `codes`, ascending.
 */
export function locateVoxels(
  codes: Codes,
  setsOf: readonly (readonly number[])[],
  ranks: readonly Uint32Array[],
): Uint32Array[] {
  const found = ranks.map(({ length }) => new Uint32Array(length));
  const seen = new Float64Array(ranks.length);
  const taken = new Uint32Array(ranks.length);
  const isWanted = Uint8Array.from(setsOf, (sets) => (sets.length > 0 ? 1 : 0));
  for (let i = 0; i < codes.length; i++) {
    if (isWanted[codes[i]] === 0) continue;
    for (const set of setsOf[codes[i]]) {
      const next = taken[set];
      if (next < ranks[set].length && ranks[set][next] === seen[set]) {
        found[set][next] = i;
        taken[set]++;
      }
      seen[set]++;
    }
  }
  return found;
}
