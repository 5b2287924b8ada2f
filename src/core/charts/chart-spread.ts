import { valueAt, type ChartContext, type ChartedRun } from './chart-context.ts';
import type { ChartSpread } from './chart-spec.ts';

/** Places at which a spread is looked at. */
const PLACES = 400;

/** Lowest and highest EMA of the runs of each trainer folder with at least two of them, where at least two have one. */
export function spreadsOf({ chosen, others }: Pick<ChartContext, 'chosen' | 'others'>): ChartSpread[] {
  const groups = new Map<string, ChartedRun[]>();
  for (const run of [chosen, ...others]) groups.set(run.group, [...(groups.get(run.group) ?? []), run]);
  return [...groups.values()].filter((runs) => runs.length > 1).map(spreadOf);
}

function spreadOf(runs: readonly ChartedRun[]): ChartSpread {
  const ends = runs.map(({ positions }) => [positions[0], positions.at(-1)] as [number, number]);
  const from = Math.min(...ends.map(([first]) => first));
  const to = Math.max(...ends.map(([, last]) => last));
  const x = Array.from({ length: PLACES }, (_, i) => from + ((to - from) * i) / (PLACES - 1));
  const curves = runs.map(({ positions, check }) => ({ positions, values: check.ema.map(({ ema }) => ema) }));
  const at = x.map((place) =>
    curves.map(({ positions, values }) => valueAt(positions, values, place)).filter(Number.isFinite),
  );
  return {
    x,
    low: at.map((values) => (values.length > 1 ? Math.min(...values) : Number.NaN)),
    high: at.map((values) => (values.length > 1 ? Math.max(...values) : Number.NaN)),
    colour: runs[0].colour,
  };
}
