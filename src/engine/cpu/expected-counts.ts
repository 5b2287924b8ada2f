import { voxelAt } from '../../core/volume/grid.ts';
import { MAX_DENSE_CELLS, type JointCounts } from '../../core/counts/joint-counts.ts';
import { forcedStart, startRanges } from '../../core/pseudo-dice/patch-bounds.ts';
import { randomCoverage } from '../../core/pseudo-dice/patch-coverage.ts';
import type { SampledCase } from '../../core/pseudo-dice/patch-locations.ts';
import type { SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import type { CaseWeights } from '../../core/pseudo-dice/sampling-weights.ts';
import type { CodePair } from '../engine.ts';
import { visitCoverage, type WeighedPatches } from './patch-coverage.ts';

/**
 * Joint counts of a case that one sample is expected to add, as fractions of voxels: every voxel counts with the
 * chance that the patch covers it. What the mean over ever more simulated patches tends to. Null where a dense
 * table would be too large.
 */
export function countExpected(
  { rows, columns, reference, predicted }: CodePair,
  sampled: SampledCase,
  weights: CaseWeights,
  settings: SamplerSettings,
): JointCounts | null {
  if (rows * columns > MAX_DENSE_CELLS) return null;
  const cells = new Float64Array(rows * columns);
  const { size, annotated } = sampled;
  const isAnywhere = annotated === null || annotated.length === 0;
  const [alongX, alongY, alongZ] = randomCoverage(size, settings.patch);
  const anywhere = isAnywhere ? weights.random : 0;
  visitCoverage(size, forcedPatches(sampled, weights, settings), (z, plane) => {
    for (let y = 0; y < size[1]; y++) {
      const line = y * size[0];
      const voxel = size[0] * (y + size[1] * z);
      const ofLine = anywhere * alongZ[z] * alongY[y];
      for (let x = 0; x < size[0]; x++) {
        const cell = reference[voxel + x] * columns + predicted[voxel + x];
        cells[cell] += plane[line + x] + ofLine * alongX[x];
      }
    }
  });
  return { rows, columns, cells };
}

/** A patch for each voxel that one may be forced on, with the chance of that. */
function forcedPatches(
  { size, locations, annotated }: SampledCase,
  weights: CaseWeights,
  { patch }: SamplerSettings,
): WeighedPatches {
  const sets = locations.map((voxels, s) => ({ voxels, weight: weights.forced[s] }));
  if (annotated) sets.push({ voxels: annotated, weight: weights.random });
  const used = sets.filter(({ voxels, weight }) => voxels.length > 0 && weight > 0);
  const total = used.reduce((sum, { voxels }) => sum + voxels.length, 0);
  const starts = new Int32Array(3 * total);
  const shares = new Float64Array(total);
  const ranges = startRanges(size, patch);
  let i = 0;
  for (const { voxels, weight } of used) {
    for (const index of voxels) {
      const at = voxelAt(size, index);
      for (let axis = 0; axis < 3; axis++) {
        starts[3 * i + axis] = forcedStart(at[axis], patch[axis], ranges[axis]);
      }
      shares[i++] = weight / voxels.length;
    }
  }
  return { patch, starts, weights: shares };
}
