import { axisCoverage } from '../pseudo-dice/patch-coverage.ts';
import { NNUNET_SAMPLING, type SamplerSettings } from '../pseudo-dice/patch-settings.ts';
import { planSampling, type ExpectedDraws } from '../pseudo-dice/sampling-planner.ts';
import type { Vec3 } from '../volume/grid.ts';
import { emptyCase } from './batch-phantom.ts';
import { patchesWords as words } from '../messages/learn-patches-figures.ts';
import type { FigureModel } from './figure-model.ts';

/** Iterations of a training epoch of nnU-Net v1 and v2. */
export const EPOCH_ITERATIONS = 250;
/** Edge of every image, in voxels. */
export const COVERED_EDGE = 192;

export interface CoverageSettings {
  readonly cases: number;
  readonly batch: number;
  /** Edge of the patch, in voxels; at most `COVERED_EDGE`. */
  readonly patch: number;
}

export interface EpochCoverage {
  /** Of one case in an epoch. */
  readonly draws: ExpectedDraws;
  /** Expected number of cases that no patch of the epoch is of. */
  readonly unseenCases: number;
  /** After 0, 1, 2, ... 250 iterations: the chance that a given case was drawn, and that a patch held its middle, its corner. */
  readonly byCase: readonly number[];
  readonly byMiddle: readonly number[];
  readonly byCorner: readonly number[];
  /** The same at the end of the epoch. */
  readonly middle: number;
  readonly corner: number;
}

/** What an epoch of random patches sees of a data set in which every image has the same size. */
export function coverEpoch({ cases, batch, patch }: CoverageSettings): EpochCoverage {
  const size: Vec3 = [COVERED_EDGE, COVERED_EDGE, COVERED_EDGE];
  const images = Array.from({ length: cases }, (_, i) => emptyCase(`${i + 1}`, size));
  const settings: SamplerSettings = {
    ...NNUNET_SAMPLING,
    patch: [patch, patch, patch],
    batch,
    iterations: EPOCH_ITERATIONS,
    epochs: 1,
  };
  const draws = planSampling(images, settings).perCase[0];
  const along = axisCoverage(size, settings.patch, 0);
  const held = (at: number) => along[at] ** 3 / cases;
  const seen = (chance: number) =>
    Array.from({ length: EPOCH_ITERATIONS + 1 }, (_, i) => 1 - (1 - chance) ** (batch * i));
  const byMiddle = seen(held(COVERED_EDGE / 2));
  const byCorner = seen(held(0));
  return {
    draws,
    unseenCases: cases * draws.missedInEpoch,
    byCase: seen(1 / cases),
    byMiddle,
    byCorner,
    middle: byMiddle[EPOCH_ITERATIONS],
    corner: byCorner[EPOCH_ITERATIONS],
  };
}

/** What an epoch sees. */
export const EPOCH_COVERAGE: FigureModel<EpochCoverage> = {
  name: 'epoch-coverage',
  parameters: [
    { name: 'cases', min: 5, max: 1000, step: 5, initial: 40, label: words.cases },
    { name: 'batch', min: 1, max: 12, step: 1, initial: 2, label: words.batch },
    {
      name: 'patch',
      min: 32,
      max: COVERED_EDGE,
      step: 16,
      initial: 80,
      label: words.patchEdge,
      value: words.cubed,
    },
  ],
  pairs: () => [],
  result: ({ cases, batch, patch }) => coverEpoch({ cases, batch, patch }),
  numbers: ({ draws, unseenCases, middle, corner }) => ({
    perEpoch: draws.perEpoch,
    missed: draws.missedInEpoch,
    unseenCases,
    middle,
    corner,
  }),
};
