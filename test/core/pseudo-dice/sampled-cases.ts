import { indexOf, type Vec3 } from '../../../src/core/volume/grid.ts';
import type { SampledCase } from '../../../src/core/pseudo-dice/patch-locations.ts';
import { NNUNET_SAMPLING, type SamplerSettings } from '../../../src/core/pseudo-dice/patch-settings.ts';

/** A case whose structures have these voxels; all of them may be forced on. */
export function sampledCase(
  size: Vec3,
  structures: readonly (readonly Vec3[])[],
  annotated: readonly Vec3[] | null = null,
): SampledCase {
  const indices = (voxels: readonly Vec3[]) => Uint32Array.from(voxels, (voxel) => indexOf(size, voxel));
  return {
    name: size.join('x'),
    size,
    voxels: structures.map(({ length }) => length),
    locations: structures.map(indices),
    annotated: annotated && indices(annotated),
  };
}

/** nnU-Net's settings with small patches. */
export function settingsOf(some: Partial<SamplerSettings>): SamplerSettings {
  return { ...NNUNET_SAMPLING, patch: [4, 4, 4], epochs: 10, ...some };
}

/** Patches of a simulation one by one. */
export function listDraws(draws: {
  cases: Uint32Array;
  starts: Int32Array;
  forced: Int32Array;
}): { at: number; start: number[]; forced: number }[] {
  return Array.from(draws.cases, (at, i) => ({
    at,
    start: [...draws.starts.subarray(3 * i, 3 * i + 3)],
    forced: draws.forced[i],
  }));
}

/** Chi-square of counts against equal shares, in units of its standard deviation above what is expected. */
export function chiSquareExcess(counts: readonly number[]): number {
  const expected = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  const chiSquare = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (chiSquare - freedom) / Math.sqrt(2 * freedom);
}
