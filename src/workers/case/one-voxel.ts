import { countVoxels } from '../../core/volume/grid.ts';
import type { ProbabilityVolume } from '../../core/volume/volume.ts';
import type { RegionCase } from '../../tasks/reconstruction/written-labels.ts';

/** A case with regions cut down to one of its voxels: what a rule writes there is found without any other. */
export function voxelOf({ volumes, scheme }: RegionCase, index: number): RegionCase {
  const { probabilities, masks } = volumes;
  const size = [1, 1, 1] as const;
  const mask = masks && {
    ...masks,
    patterns: { ...masks.patterns, size, codes: masks.patterns.codes.slice(index, index + 1) },
  };
  return {
    scheme,
    volumes: {
      ...volumes,
      probabilities: probabilities && probabilitiesAt(probabilities, index),
      masks: mask,
    },
  };
}

function probabilitiesAt(
  { size, channels, type, data }: ProbabilityVolume,
  index: number,
): ProbabilityVolume {
  const voxels = countVoxels(size);
  const own = new (data.constructor as new (length: number) => ProbabilityVolume['data'])(channels);
  for (let channel = 0; channel < channels; channel++) own[channel] = data[channel * voxels + index];
  return { size: [1, 1, 1], channels, type, data: own };
}
