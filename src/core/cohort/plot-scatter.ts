import { plotWords } from '../messages/cohort-plots.ts';
import { say } from '../messages/say.ts';
import type { Language } from '../messages/sentence.ts';
import { countsByCase, type PlotModel, type PlotStructure } from './plot-cohort.ts';
import { diceAxis, stretchDice } from './plot-scale.ts';
import { PLAIN_PLOT, type PlotPoint, type PlotSpec } from './plot-spec.ts';

/** The two sides of the scatter: the same cases of the same model evaluated by a region and by a label. */
export interface ScatterSide {
  readonly structure: PlotStructure;
  readonly model: PlotModel;
}

export interface ScatterPlot {
  readonly spec: PlotSpec;
  readonly cases: number;
  /** Cases in which the label scores less than the region. */
  readonly below: number;
}

/**
 * Dice of a label against Dice of a region, case by case, both stretched towards 1: below the diagonal the label
 * scores less. Cases in which one of them is NaN have no mark.
 */
export function plotScatter(
  region: ScatterSide,
  label: ScatterSide,
  model: number,
  language: Language,
): ScatterPlot {
  const ofLabel = new Map(countsByCase(label.model, label.structure.key).map((one) => [one.case, one.dice]));
  const pairs = countsByCase(region.model, region.structure.key).flatMap(({ case: name, dice }) => {
    const other = ofLabel.get(name) ?? Number.NaN;
    return Number.isNaN(dice) || Number.isNaN(other) ? [] : [{ name, region: dice, label: other }];
  });
  const both = diceAxis(
    pairs.flatMap((pair) => [pair.region, pair.label]),
    0.09,
  );
  const points = pairs.map((pair): PlotPoint => ({
    case: pair.name,
    model,
    key: label.structure.key,
    x: stretchDice(pair.region),
    y: stretchDice(pair.label),
    colour: label.structure.colour,
    isStrong: pair.label === 0,
    row: 0,
  }));
  const below = pairs.filter((pair) => pair.label < pair.region).length;
  return {
    spec: {
      ...PLAIN_PLOT,
      id: 'scatter',
      description: say(plotWords.scatterPicture, language, {
        region: region.structure.name,
        label: label.structure.name,
        cases: pairs.length,
        below,
      }),
      x: both,
      y: both,
      xTitle: say(plotWords.diceOf, language, { name: region.structure.name }),
      yTitle: say(plotWords.diceOf, language, { name: label.structure.name }),
      points,
      lines: [
        {
          x: [both.min, both.max],
          y: [both.min, both.max],
          colour: 'control',
          width: 1,
          alpha: 0.8,
          dash: [3, 4],
        },
      ],
    },
    cases: pairs.length,
    below,
  };
}
