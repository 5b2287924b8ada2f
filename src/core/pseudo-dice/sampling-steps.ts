import type { SampledCase } from './patch-locations.ts';
import type { SamplerSettings } from './patch-settings.ts';
import { planSampling } from './sampling-planner.ts';

/** What an epoch of so many steps is expected to come to. */
export interface StepsPoint {
  readonly iterations: number;
  /** Draws of a case, over all cases alike. */
  readonly viewsPerCase: number;
  /** Share of the cases that an epoch sees at least once, in [0, 1]. */
  readonly casesSeen: number;
  /** Per structure, the chance that no patch of an epoch is forced on it. */
  readonly missed: readonly number[];
}

/**
 * The same plan at several numbers of steps an epoch, everything else as in `settings`, in a data set of `count`
 * cases. Empty without cases.
 */
export function planSteps(
  cases: readonly SampledCase[],
  settings: SamplerSettings,
  count: number,
  steps: readonly number[],
): StepsPoint[] {
  if (cases.length === 0) return [];
  return steps.map((iterations) => {
    const { perCase, forcedPerStructure } = planSampling(cases, { ...settings, iterations }, count);
    return {
      iterations,
      viewsPerCase: (settings.batch * iterations) / count,
      casesSeen: 1 - perCase.reduce((sum, { missedInEpoch }) => sum + missedInEpoch, 0) / perCase.length,
      missed: forcedPerStructure.map(({ missedInEpoch }) => missedInEpoch),
    };
  });
}

/**
 * The fewest steps after which an epoch has drawn a given case with a chance of `chance`, cases being drawn evenly:
 * ln(1 - chance) / (batch ln(1 - 1 / count)), rounded up; 1 where there is one case.
 */
export function stepsToSee(count: number, batch: number, chance: number): number {
  if (count <= 1) return 1;
  return Math.ceil(Math.log(1 - chance) / (batch * Math.log1p(-1 / count)) - 1e-9);
}

/** Steps after which every case was drawn once on average. */
export function stepsPerPass(count: number, batch: number): number {
  return Math.ceil(count / batch);
}

/** Steps on a scale by ratio from 1 to `most`, whole numbers, each once. */
export function scaleOfSteps(most: number, points: number): number[] {
  const steps = Array.from({ length: points }, (_, i) => Math.round(most ** (i / Math.max(1, points - 1))));
  return [...new Set(steps)];
}
