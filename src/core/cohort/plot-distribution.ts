import { plotWords } from '../messages/cohort-plots.ts';
import { say } from '../messages/say.ts';
import type { Language } from '../messages/sentence.ts';
import { nanMean } from '../statistics/pairwise-sum.ts';
import { quartilesOf } from '../statistics/statistics.ts';
import { countsByCase, type PlotCohort } from './plot-cohort.ts';
import { diceAxis, stretchDice } from './plot-scale.ts';
import { PLAIN_PLOT, type PlotBox, type PlotPoint, type PlotSpec } from './plot-spec.ts';

/** Half the height over which the marks of a row are spread, and half that of its box; rows are 1 apart. */
const SPREAD = 0.2;
export const BOX_HALF = 0.31;

/** The distribution of Dice, a row a structure, and what stands beside the rows. */
export interface DistributionPlot {
  readonly spec: PlotSpec;
  /** In the order of the rows from the top; NaN where no case has the structure. */
  readonly medians: readonly number[];
  readonly means: readonly number[];
}

/**
 * Dice of every case as marks, a row a structure, with a box of the quartiles and a diamond at nnU-Net's mean, on an
 * axis stretched towards 1. The first row stands on top, at y = 0; row i at y = -i. Cases without a Dice have no mark.
 */
export function plotDistribution(cohort: PlotCohort, model: number, language: Language): DistributionPlot {
  const all = cohort.structures.map(({ key }) => countsByCase(cohort.models[model], key));
  const points = all.flatMap((cases, row) =>
    cases
      .filter(({ dice }) => !Number.isNaN(dice))
      .map(({ case: name, dice }, i): PlotPoint => ({
        case: name,
        model,
        key: cohort.structures[row].key,
        x: stretchDice(dice),
        y: -row + SPREAD * spreadOf(i),
        colour: cohort.structures[row].colour,
        isStrong: false,
        row,
      })),
  );
  const scores = all.map((cases) => cases.map(({ dice }) => dice));
  const quartiles = scores.map(quartilesOf);
  const means = scores.map(nanMean);
  const boxes = quartiles.flatMap(({ lower, median, upper }, row): PlotBox[] => {
    if (Number.isNaN(median)) return [];
    return [
      {
        y: -row,
        lower: stretchDice(lower),
        median: stretchDice(median),
        upper: stretchDice(upper),
        mean: stretchDice(means[row]),
      },
    ];
  });
  const description = say(plotWords.distributionPicture, language, {
    structures: cohort.structures.map(({ name }, row) => ({ name, median: quartiles[row].median })),
  });
  return {
    spec: {
      ...PLAIN_PLOT,
      id: 'distribution',
      description,
      x: diceAxis(scores.flat(), 0.1),
      y: { min: -cohort.structures.length + 0.5, max: 0.5, ticks: [] },
      points,
      boxes,
      boxHalf: BOX_HALF,
    },
    medians: quartiles.map(({ median }) => median),
    means,
  };
}

/** Where mark i of a row stands across it, in [-1, 1]: even and always the same (steps of the golden section). */
function spreadOf(i: number): number {
  return 2 * ((i * 0.618033988749895 + 0.5) % 1) - 1;
}
