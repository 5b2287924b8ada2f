import { confusionOf, type Confusion } from '../counts/confusion.ts';
import type { JointCounts } from '../counts/joint-counts.ts';
import { drawPatches, type PatchDraws } from '../pseudo-dice/patch-sampler.ts';
import type { SampledCase } from '../pseudo-dice/patch-locations.ts';
import type { SamplerSettings } from '../pseudo-dice/patch-settings.ts';
import { noSums, pseudoEpochs, type EpochSums, type PseudoEpoch } from '../pseudo-dice/pseudo-dice.ts';
import { seededRandom } from '../statistics/random.ts';
import type { Vec3 } from '../volume/grid.ts';
import { chooseLocations } from '../volume/case-locations.ts';
import type { FigurePair } from './figure-model.ts';
import { nestedScheme } from './nested-case.ts';
import { countInBox, sumMask, type SummedMask } from './patch-sums.ts';

/** Voxels of 1 mm along each axis of every case. */
export const COHORT_EDGE = 40;
const SIZE: Vec3 = [COHORT_EDGE, COHORT_EDGE, COHORT_EDGE];

/** Radius of the whole tumour of each case, and where its centre lies; mm. */
const CASES = [
  { radius: 14, at: [18.2, 19.1, 20.3] },
  { radius: 11, at: [22.3, 15.2, 17.1] },
  { radius: 8, at: [13.1, 24.2, 21.3] },
  { radius: 5, at: [27.2, 12.3, 25.1] },
  { radius: 3, at: [30.1, 28.3, 9.2] },
] as const;
/** The core is that much smaller; it is predicted so much aside, and everything so much too large; mm. */
const CORE_SHARE = 0.55;
const CORE_SHIFT = 2;
const ERROR_MM = 1;
/** A false positive of this radius in a corner of the largest case, where no forced patch looks for it; mm. */
const FALSE_POSITIVE = { radius: 4.5, at: [35.2, 35.3, 35.1] } as const;

/** The regions of the cohort: whole_tumor of labels 1 and 2, tumor_core of label 2. */
export const COHORT_SCHEME = nestedScheme(2);
const REGIONS = 2;

/** A case of the phantom: reference labels 0 to 2 against patterns of two regions, and what a sampler knows of it. */
export interface CohortPhantomCase {
  readonly pair: FigurePair;
  readonly sampled: SampledCase;
  /** Per region. */
  readonly masks: readonly {
    readonly both: SummedMask;
    readonly reference: SummedMask;
    readonly predicted: SummedMask;
  }[];
}

let made: readonly CohortPhantomCase[] | null = null;

/** Five cases with the same boundary error on tumours of different size; made once. */
export function cohortPhantom(): readonly CohortPhantomCase[] {
  made ??= CASES.map((_, index) => makeCase(index));
  return made;
}

function makeCase(index: number): CohortPhantomCase {
  const { radius, at } = CASES[index];
  const core = radius * CORE_SHARE;
  const reference = new Uint8Array(COHORT_EDGE ** 3);
  const predicted = new Uint8Array(COHORT_EDGE ** 3);
  for (let i = 0; i < reference.length; i++) {
    const [x, y, z] = [
      i % COHORT_EDGE,
      Math.floor(i / COHORT_EDGE) % COHORT_EDGE,
      Math.floor(i / COHORT_EDGE ** 2),
    ];
    const far = (from: readonly number[], shift = 0) =>
      Math.hypot(x - from[0] - shift, y - from[1], z - from[2]);
    reference[i] = far(at) > radius ? 0 : far(at) > core ? 1 : 2;
    const isFalse = index === 0 && far(FALSE_POSITIVE.at) <= FALSE_POSITIVE.radius;
    predicted[i] =
      (far(at) <= radius + ERROR_MM || isFalse ? 1 : 0) | (far(at, CORE_SHIFT) <= core + ERROR_MM ? 2 : 0);
  }
  const inReference = (region: number, i: number) => reference[i] > region;
  const inPrediction = (region: number, i: number) => (predicted[i] & (1 << region)) !== 0;
  const masks = [0, 1].map((region) => ({
    both: sumMask(SIZE, (i) => inReference(region, i) && inPrediction(region, i)),
    reference: sumMask(SIZE, (i) => inReference(region, i)),
    predicted: sumMask(SIZE, (i) => inPrediction(region, i)),
  }));
  const voxels = masks.map((mask) => countInBox(mask.reference, [0, 0, 0], SIZE));
  const sets = voxels.map((count, region) => ({ voxels: count, holds: (code: number) => code > region }));
  return {
    pair: { rows: 3, columns: 4, reference, predicted },
    sampled: {
      name: `phantom_${index + 1}`,
      size: SIZE,
      voxels,
      locations: chooseLocations(reference, 3, sets, seededRandom(index + 1)),
      annotated: null,
    },
    masks,
  };
}

/** Validation epochs of the cohort, simulated. */
export interface SimulatedCohort {
  readonly draws: PatchDraws;
  /** Per region. */
  readonly sums: readonly EpochSums[];
  readonly epochs: readonly PseudoEpoch[];
}

/** Draws the patches of all epochs as nnU-Net does and sums them per epoch, exactly, from tables of the volumes. */
export function simulateCohort(settings: SamplerSettings, cases = cohortPhantom()): SimulatedCohort {
  const draws = drawPatches(
    cases.map(({ sampled }) => sampled),
    settings,
    seededRandom(settings.seed),
  );
  const sums = Array.from({ length: REGIONS }, () => noSums(settings.epochs));
  for (let i = 0; i < draws.cases.length; i++) {
    const epoch = Math.floor(i / draws.perEpoch);
    const start: Vec3 = [draws.starts[3 * i], draws.starts[3 * i + 1], draws.starts[3 * i + 2]];
    const { masks } = cases[draws.cases[i]];
    for (const [region, { both, reference, predicted }] of masks.entries()) {
      sums[region].tp[epoch] += countInBox(both, start, settings.patch);
      sums[region].nRef[epoch] += countInBox(reference, start, settings.patch);
      sums[region].nPred[epoch] += countInBox(predicted, start, settings.patch);
    }
  }
  return { draws, sums, epochs: pseudoEpochs(sums, settings.epochs) };
}

/** The first `count` patches drawn as one pair of volumes, one patch after the other; what is outside is background. */
export function patchesAsPair(
  draws: PatchDraws,
  count: number,
  patch: Vec3,
  cases = cohortPhantom(),
): FigurePair {
  const voxels = patch[0] * patch[1] * patch[2];
  const [reference, predicted] = [new Uint8Array(count * voxels), new Uint8Array(count * voxels)];
  const isInside = (at: number) => at >= 0 && at < COHORT_EDGE;
  for (let i = 0, to = 0; i < count; i++) {
    const { pair } = cases[draws.cases[i]];
    for (let z = draws.starts[3 * i + 2], dz = 0; dz < patch[2]; z++, dz++) {
      for (let y = draws.starts[3 * i + 1], dy = 0; dy < patch[1]; y++, dy++) {
        for (let x = draws.starts[3 * i], dx = 0; dx < patch[0]; x++, dx++, to++) {
          if (!isInside(x) || !isInside(y) || !isInside(z)) continue;
          const from = x + COHORT_EDGE * (y + COHORT_EDGE * z);
          reference[to] = pair.reference[from];
          predicted[to] = pair.predicted[from];
        }
      }
    }
  }
  return { rows: 3, columns: 4, reference, predicted };
}

/** TP, FP and FN of a region in counts of reference labels against patterns. */
export function confusionOfRegion(counts: JointCounts, region: number): Confusion {
  return confusionOf(
    counts,
    (label) => label > region,
    (pattern) => (pattern & (1 << region)) !== 0,
  );
}
