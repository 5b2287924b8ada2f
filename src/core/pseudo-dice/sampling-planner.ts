import { countVoxels } from '../volume/grid.ts';
import { countForced } from './patch-forced.ts';
import { samplingWeights, type CaseWeights } from './sampling-weights.ts';
import type { SampledCase } from './patch-locations.ts';
import { patchesPerEpoch, type SamplerSettings } from './patch-settings.ts';

/** How often one case, or one structure, is expected to be drawn. */
export interface ExpectedDraws {
  readonly perEpoch: number;
  readonly perTraining: number;
  /** The chance that an epoch does without it. */
  readonly missedInEpoch: number;
  readonly missedInTraining: number;
}

/** What a sampling plan comes to. */
export interface SamplingPlan {
  readonly weights: readonly CaseWeights[];
  readonly perCase: readonly ExpectedDraws[];
  /** Patches forced on each structure. */
  readonly forcedPerStructure: readonly ExpectedDraws[];
  /** Image and reference voxels in memory for a batch of patches, and for as many whole images on average. */
  readonly batchVoxels: number;
  readonly wholeBatchVoxels: number;
}

/**
 * Expected numbers of a plan, in closed form, of the probabilities by which `drawPatches` draws. `settings.iterations`
 * are those of the plan: 250 for a training epoch of nnU-Net, 50 for a validation epoch. Empty without cases. In a
 * data set of `count` cases each of `cases` stands for as many like it, and `perCase` tells of one of those.
 */
export function planSampling(
  cases: readonly SampledCase[],
  settings: SamplerSettings,
  count = cases.length,
): SamplingPlan {
  const each = Math.min(1, cases.length / count);
  const kinds = kindsOfSamples(cases, settings);
  const drawsOf = (weight: (of: CaseWeights, index: number) => number) =>
    expectedDraws(
      kinds.map(({ samples, weights }) => ({ samples, weight: sum(weights.map(weight)) })),
      settings.epochs,
    );
  const structures = [...(cases[0]?.locations ?? []).keys()];
  return {
    weights: samplingWeights(cases, settings),
    perCase: cases.map((_, index) =>
      drawsOf((of, i) => (i === index ? each * (of.random + sum(of.forced)) : 0)),
    ),
    forcedPerStructure: structures.map((structure) => drawsOf(({ forced }) => forced[structure])),
    batchVoxels: settings.batch * countVoxels(settings.patch),
    wholeBatchVoxels:
      (settings.batch * sum(cases.map(({ size }) => countVoxels(size)))) / Math.max(1, cases.length),
  };
}

/** Samples of an epoch that are drawn alike: forced or not at fixed places of a batch, or each by chance. */
function kindsOfSamples(cases: readonly SampledCase[], settings: SamplerSettings) {
  const samples = patchesPerEpoch(settings);
  if (settings.isProbabilistic) return [{ samples, weights: samplingWeights(cases, settings) }];
  const forced = settings.iterations * countForced(settings.batch, settings.oversampling);
  const weightsAt = (oversampling: number) =>
    samplingWeights(cases, { ...settings, isProbabilistic: true, oversampling });
  return [
    { samples: forced, weights: weightsAt(1) },
    { samples: samples - forced, weights: weightsAt(0) },
  ];
}

/** (1 - weight)^samples of each kind is the chance that none of them draws it. */
function expectedDraws(
  kinds: readonly { readonly samples: number; readonly weight: number }[],
  epochs: number,
): ExpectedDraws {
  const perEpoch = sum(kinds.map(({ samples, weight }) => samples * weight));
  const missedInEpoch = kinds.reduce((chance, { samples, weight }) => chance * missed(weight, samples), 1);
  return {
    perEpoch,
    perTraining: perEpoch * epochs,
    missedInEpoch,
    missedInTraining: missedInEpoch ** epochs,
  };
}

/** Rounding may take a weight that is 1 a little beyond. */
function missed(weight: number, samples: number): number {
  return Math.max(0, 1 - weight) ** samples;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
