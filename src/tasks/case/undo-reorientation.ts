import { halfToNumber } from '../../core/volume/half-float.ts';
import { countVoxels } from '../../core/volume/grid.ts';
import type { Region } from '../../core/labels/label-scheme.ts';
import { isRas, sizeInRas, stridesInRas, turnFromRas } from '../../core/volume/reorient.ts';
import type { LabelMap, ProbabilityVolume } from '../../core/volume/volume.ts';
import { NNUNET_THRESHOLD } from '../../core/reconstruction/rule.ts';

/** Voxels that are looked at to tell which way the probabilities lie. */
const MAX_SAMPLES = 400_000;
/** The share by which the turned probabilities must agree better where both ways fit in size. */
const CLEAR_MARGIN = 0.1;

/**
 * Probabilities in the axes of the reference. nnU-Net's readers WithReorient write them in R, A, S axes whatever
 * the axes of the file. Where the affine of the reference runs otherwise, they are turned if only then their size
 * fits, or if both fit and turned they agree clearly better with the reference (mean raw Dice of a sample).
 */
export function undoReorientation(
  probabilities: ProbabilityVolume,
  reference: LabelMap,
  regions: readonly Region[],
): { readonly probabilities: ProbabilityVolume; readonly wasTurned: boolean } {
  const { grid } = reference;
  const fits = (size: readonly number[]) => size.every((n, axis) => n === probabilities.size[axis]);
  if (isRas(grid) || !fits(sizeInRas(grid))) return { probabilities, wasTurned: false };
  const wasTurned =
    !fits(grid.size) ||
    agreement(probabilities, reference, regions, stridesInRas(grid)) >
      agreement(probabilities, reference, regions, ownStrides(reference)) + CLEAR_MARGIN;
  return { probabilities: wasTurned ? turnFromRas(probabilities, grid) : probabilities, wasTurned };
}

type Strides = ReturnType<typeof stridesInRas>;

function ownStrides({ grid: { size } }: LabelMap): Strides {
  return { start: 0, step: [1, size[0], size[0] * size[1]] };
}

/** Mean over the regions of Dice between probabilities above 0.5, read by these strides, and the reference. */
function agreement(
  { channels, type, data }: ProbabilityVolume,
  { grid, codes, labels }: LabelMap,
  regions: readonly Region[],
  { start, step }: Strides,
): number {
  const voxels = countVoxels(grid.size);
  const skip = Math.max(1, Math.floor(voxels / MAX_SAMPLES)) | 1; // odd: not always the same columns
  const [sizeX, sizeY] = grid.size;
  const both = new Float64Array(channels);
  const either = new Float64Array(channels);
  const inRegion = regions.map((region) => labels.map((label) => region.labels.includes(label)));
  for (let i = 0; i < voxels; i += skip) {
    const x = i % sizeX;
    const y = Math.floor(i / sizeX) % sizeY;
    const z = Math.floor(i / (sizeX * sizeY));
    const at = start + x * step[0] + y * step[1] + z * step[2];
    for (let channel = 0; channel < channels; channel++) {
      const stored = data[channel * voxels + at];
      const isSet = (type === 'float16' ? halfToNumber(stored) : stored) > NNUNET_THRESHOLD;
      const isReference = inRegion[channel][codes[i]];
      either[channel] += Number(isSet) + Number(isReference);
      if (isSet && isReference) both[channel] += 2;
    }
  }
  const scores = [...both].flatMap((n, channel) => (either[channel] > 0 ? [n / either[channel]] : []));
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}
