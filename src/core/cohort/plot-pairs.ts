import { plotWords } from '../messages/cohort-plots.ts';
import { say } from '../messages/say.ts';
import type { Language } from '../messages/sentence.ts';
import { quartilesOf } from '../statistics/statistics.ts';
import { countsByCase, type PlotCohort, type PlotStructure } from './plot-cohort.ts';
import { diceAxis, stretchDice } from './plot-scale.ts';
import { PLAIN_PLOT, type PlotColour, type PlotLine, type PlotPoint, type PlotSpec } from './plot-spec.ts';

/** The two models stand this far left and right of the middle of their structure; structures are 1 apart. */
const ASIDE = 0.26;

/** Fewer pairs than this are their own median line. */
const MIN_MEDIAN = 3;

/** How the cases of a structure fared. */
export interface PairCounts {
  readonly key: string;
  readonly pairs: number;
  readonly aBetter: number;
  readonly bBetter: number;
}

export interface PairsPlot {
  readonly spec: PlotSpec;
  readonly counts: readonly PairCounts[];
}

/**
 * The same case by two models, joined by a line in the colour of the better one; a column a structure, Dice stretched
 * towards 1, and the medians as a thick line. Cases that one model lacks, or in which a Dice is NaN, have no line.
 */
export function plotPairs(
  cohort: PlotCohort,
  models: readonly [a: number, b: number],
  structures: readonly PlotStructure[],
  language: Language,
): PairsPlot {
  const points: PlotPoint[] = [];
  const links: { from: number; to: number; colour: PlotColour }[] = [];
  const lines: PlotLine[] = [];
  const counts: PairCounts[] = [];
  const scores: number[] = [];
  structures.forEach(({ key }, column) => {
    const [ofA, ofB] = models.map(
      (model) => new Map(countsByCase(cohort.models[model], key).map((one) => [one.case, one.dice])),
    );
    const pairs = [...ofA].flatMap(([name, a]) => {
      const b = ofB.get(name) ?? Number.NaN;
      return Number.isNaN(a) || Number.isNaN(b) ? [] : [{ name, a, b }];
    });
    for (const { name, a, b } of pairs) {
      const colour: PlotColour = b > a ? 'model-b' : a > b ? 'pred' : 'text-3';
      const base = { case: name, key, colour, isStrong: false, row: column };
      links.push({ from: points.length, to: points.length + 1, colour });
      points.push({ ...base, model: models[0], x: column - ASIDE, y: stretchDice(a) });
      points.push({ ...base, model: models[1], x: column + ASIDE, y: stretchDice(b) });
      scores.push(a, b);
    }
    if (pairs.length >= MIN_MEDIAN) {
      const medians = [pairs.map(({ a }) => a), pairs.map(({ b }) => b)].map(
        (side) => quartilesOf(side).median,
      );
      lines.push({
        x: [column - ASIDE, column + ASIDE],
        y: medians.map(stretchDice),
        colour: 'text',
        width: 2,
        alpha: 1,
      });
    }
    counts.push({
      key,
      pairs: pairs.length,
      aBetter: pairs.filter(({ a, b }) => a > b).length,
      bBetter: pairs.filter(({ a, b }) => b > a).length,
    });
  });
  return {
    spec: {
      ...PLAIN_PLOT,
      id: 'pairs',
      description: say(plotWords.pairsPicture, language, {
        a: cohort.models[models[0]].name,
        b: cohort.models[models[1]].name,
        structures: structures.map(({ name }, i) => ({ ...counts[i], name })),
      }),
      x: {
        min: -0.5,
        max: Math.max(1, structures.length) - 0.5,
        ticks: structures.flatMap((_, column) => [
          { at: column - ASIDE, text: 'A' },
          { at: column + ASIDE, text: 'B' },
        ]),
      },
      y: diceAxis(scores, 0.09),
      points,
      lines,
      links,
    },
    counts,
  };
}
