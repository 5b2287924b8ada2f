import { chooseRanks, countLocations, locateVoxels } from '../pseudo-dice/patch-locations.ts';
import type { Random } from '../statistics/random.ts';
import type { Codes } from './volume.ts';

/** A set of voxels of a reference, told by its codes. */
export interface CodeSet {
  /** Voxels of the set. */
  readonly voxels: number;
  holds(code: number): boolean;
}

/**
 * The voxels of each set on which patches may be forced: a random subset, fixed from here on, as nnU-Net's
 * preprocessing keeps it. The draws of one set come after those of the set before. `codes` are below `count`.
 */
export function chooseLocations(
  codes: Codes,
  count: number,
  sets: readonly CodeSet[],
  random: Random,
): Uint32Array[] {
  const ranks = sets.map(({ voxels }) => chooseRanks(voxels, countLocations(voxels), random));
  const setsOf = Array.from({ length: count }, (_, code) =>
    [...sets.keys()].filter((i) => sets[i].holds(code)),
  );
  return locateVoxels(codes, setsOf, ranks);
}
