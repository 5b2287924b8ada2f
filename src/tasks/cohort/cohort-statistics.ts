import { compareCohorts } from '../../core/cohort/cohort-compare.ts';
import type {
  CohortStatistics,
  ModelStatistics,
  WayOfModels,
  WayStatistics,
} from '../../core/cohort/cohort-statistics.ts';
import { rankingStability } from '../../core/cohort/ranking.ts';
import type { EvaluationSummary } from '../../core/runs/run-summary.ts';
import { nanMean, numpyMean } from '../../core/statistics/pairwise-sum.ts';
import { describeCohort, type StructureStatistics } from '../../core/statistics/statistics.ts';
import { holm } from '../../core/statistics/statistics-holm.ts';

/** Draws of a bootstrap interval, and the seed of all draws: as the command line has them. */
export const STATISTICS_DRAWS = 10_000;
export const STATISTICS_SEED = 1;
/** The order of models needs fewer: its shares are read to a percent. */
export const STABILITY_DRAWS = 1000;

export interface StatisticsContext {
  readonly signal?: AbortSignal;
  /** Told how many structures are done, over all ways and models. */
  readonly progress?: (done: number, total: number) => void;
  /** Draws of each interval; tests take fewer. */
  readonly draws?: number;
  readonly seed?: number;
}

/**
 * Statistics of every model by regions and by labels, and of the second against the first: a structure at a time, with
 * a breath between two, so that a worker hears that it should stop and a page stays alive.
 * @throws the signal's reason, once aborted
 */
export async function computeCohortStatistics(
  ways: readonly WayOfModels[],
  context: StatisticsContext = {},
): Promise<CohortStatistics> {
  const { signal, progress, draws = STATISTICS_DRAWS, seed = STATISTICS_SEED } = context;
  const total = ways.reduce(
    (sum, { structures, models }) => sum + structures.length * (models.length + (models.length > 1 ? 1 : 0)),
    0,
  );
  let done = 0;
  const step = async <Result>(work: () => Result): Promise<Result> => {
    signal?.throwIfAborted();
    const result = work();
    progress?.(++done, total);
    await breathe();
    return result;
  };
  const counted: WayStatistics[] = [];
  for (const { way, structures, models } of ways) {
    const described: ModelStatistics[] = [];
    for (const { name, evaluation } of models) {
      const ofModel: StructureStatistics[] = [];
      for (const { key } of structures) {
        ofModel.push(...(await step(() => describeCohort(ofStructure(evaluation, key), { draws, seed }))));
      }
      described.push({
        name,
        cases: evaluation.cases.length,
        structures: ofModel,
        foreground: numpyMean(ofModel.map(({ mean }) => mean.value)),
      });
    }
    const [a, b] = models;
    const compared = [];
    for (const { key } of a && b ? structures : []) {
      const [ofA, ofB] = [ofStructure(a.evaluation, key), ofStructure(b.evaluation, key)];
      compared.push(await step(() => compareCohorts(ofA, ofB, { draws, seed })));
    }
    const single = compared.flatMap((one) => one.structures);
    const adjusted = holm(single.map(({ test }) => test.p));
    counted.push({
      way,
      structures,
      models: described,
      comparison:
        compared.length === 0
          ? null
          : {
              ...compared[0],
              otherReference: [...new Set(compared.flatMap(({ otherReference }) => otherReference))],
              structures: single.map((one, i) => ({ ...one, pHolm: adjusted[i] })),
            },
      stability: stabilityOf(models, seed),
    });
  }
  return { draws, seed, ways: counted };
}

/** The evaluation of one structure alone. */
function ofStructure({ version, cases, meanDice }: EvaluationSummary, key: string): EvaluationSummary {
  return { version, keys: [key], cases, meanDice };
}

/** Models are ranked by the mean Dice of each case that all of them have. */
function stabilityOf(models: WayOfModels['models'], seed: number): WayStatistics['stability'] {
  if (models.length < 2) return null;
  const byCase = models.map(
    ({ evaluation: { keys, cases } }) =>
      new Map(
        cases.map(({ name, counts }) => [name, nanMean(keys.map((key) => counts[key]?.dice ?? Number.NaN))]),
      ),
  );
  const common = [...byCase[0].keys()].filter((name) => byCase.every((scores) => scores.has(name)));
  const scores = byCase.map((of) => common.map((name) => of.get(name) ?? Number.NaN));
  return rankingStability(scores, { seed, draws: STABILITY_DRAWS });
}

/** Lets messages in; in a page, frames too. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
