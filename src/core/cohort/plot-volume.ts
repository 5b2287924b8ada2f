import { plotWords } from '../messages/cohort-plots.ts';
import { say } from '../messages/say.ts';
import { integer, type Language } from '../messages/sentence.ts';
import { formatTick } from '../charts/chart-ticks.ts';
import { spearman, type RankCorrelation } from '../statistics/rank-correlation.ts';
import { rollingMedian } from '../statistics/rolling-median.ts';
import { countsByCase, isInMl, type PlotCohort } from './plot-cohort.ts';
import { diceAxis, logAxis, stretchDice } from './plot-scale.ts';
import { PLAIN_PLOT, type PlotLine, type PlotNote, type PlotPoint, type PlotSpec } from './plot-spec.ts';

/** Cases in a running median, and the fewest for which one is drawn at all. */
const WINDOW = 25;
const MIN_WINDOW = 5;
/** How far left of the axis the cases without reference stand, as a share of it. */
const EMPTY_PLACE = 0.06;

/** Dice against the volume of the reference, and their rank correlation over the cases that have one. */
export interface VolumePlot {
  readonly spec: PlotSpec;
  readonly correlation: RankCorrelation;
  readonly window: number;
}

/**
 * The volume effect across a cohort: Dice (stretched towards 1) against reference volume (logarithmic, mL, or voxels
 * where spacings are not known), a running median over at most 25 cases, Spearman's correlation. Cases whose reference
 * lacks the structure stand apart on the left, at 0; cases in neither map have no Dice and no mark.
 */
export function plotVolume(cohort: PlotCohort, model: number, key: string, language: Language): VolumePlot {
  const inMl = isInMl(cohort);
  const structure = cohort.structures.find((one) => one.key === key);
  const cases = countsByCase(cohort.models[model], key)
    .filter(({ dice }) => !Number.isNaN(dice))
    .map(({ case: name, tp, fn, dice }) => ({
      name,
      dice,
      volume: (tp + fn) * (inMl ? (cohort.voxelMl.get(name) ?? Number.NaN) : 1),
    }));
  const there = cases.filter(({ volume }) => volume > 0).sort((a, b) => a.volume - b.volume);
  const correlation = spearman(
    there.map(({ volume }) => volume),
    there.map(({ dice }) => dice),
  );
  const hasEmpty = there.length < cases.length;
  const scale = logAxis(there.map(({ volume }) => volume));
  const emptyAt = scale.min - EMPTY_PLACE * (scale.max - scale.min);
  const x = hasEmpty
    ? {
        ...scale,
        min: scale.min - 1.8 * EMPTY_PLACE * (scale.max - scale.min),
        ticks: [{ at: emptyAt, text: '0' }, ...scale.ticks],
      }
    : scale;
  const y = diceAxis(
    cases.map(({ dice }) => dice),
    0.09,
  );
  const points = cases.map(({ name, dice, volume }): PlotPoint => ({
    case: name,
    model,
    key,
    x: volume > 0 ? Math.log10(volume) : emptyAt,
    y: stretchDice(dice),
    colour: structure?.colour ?? 'text-2',
    isStrong: dice === 0,
    row: 0,
  }));
  const window = Math.min(WINDOW, oddBelow(there.length / 2));
  const median = medianLine(there, window);
  const notes: PlotNote[] = [];
  if (median) {
    const last = Math.floor(median.x.length * 0.7);
    notes.push({
      x: median.x[last],
      y: Math.min(...median.y.slice(last)),
      text: say(plotWords.runningMedian, language, { window }),
      anchor: 'middle',
      dx: 0,
      dy: 30,
      isQuiet: false,
    });
  }
  const zeros = cases.filter(({ dice }) => dice === 0).length;
  if (zeros > 0) {
    notes.push({
      x: x.max,
      y: y.min,
      text: say(plotWords.casesAtZero, language, { cases: zeros }),
      anchor: 'end',
      dx: -6,
      dy: -10,
      isQuiet: true,
    });
  }
  const divide: PlotLine = {
    x: [scale.min, scale.min],
    y: [y.min, y.max],
    colour: 'control',
    width: 1,
    alpha: 0.8,
    dash: [2, 3],
  };
  return {
    spec: {
      ...PLAIN_PLOT,
      id: 'volume',
      description: say(plotWords.volumePicture, language, {
        name: structure?.name ?? key,
        cases: cases.length,
        rho: Number.isNaN(correlation.rho) ? '-' : formatTick(correlation.rho, 2),
      }),
      x,
      y,
      xTitle: say(inMl ? plotWords.referenceMl : plotWords.referenceVoxels, language),
      points,
      lines: [...(hasEmpty && there.length > 0 ? [divide] : []), ...(median ? [median] : [])],
      notes,
    },
    correlation,
    window: median ? window : 0,
  };
}

/** The median of so many neighbours by volume, only where all of them are there; null for too few cases. */
function medianLine(
  cases: readonly { readonly volume: number; readonly dice: number }[],
  window: number,
): PlotLine | null {
  if (window < MIN_WINDOW) return null;
  const half = (window - 1) / 2;
  const medians = rollingMedian(
    cases.map(({ dice }) => dice),
    window,
  );
  const whole = cases.map((_, i) => i).slice(half, cases.length - half);
  return {
    x: whole.map((i) => Math.log10(cases[i].volume)),
    y: whole.map((i) => stretchDice(medians[i])),
    colour: 'text',
    width: 1.5,
    alpha: 1,
  };
}

function oddBelow(value: number): number {
  const whole = Math.floor(value);
  return whole % 2 === 0 ? whole - 1 : whole;
}

/** A correlation as it is written: two decimals and a true minus; a dash where there is none. */
export function formatCorrelation({ rho, pairs }: RankCorrelation): { rho: string; pairs: string } {
  return { rho: Number.isNaN(rho) ? '–' : formatTick(rho, 2), pairs: integer(pairs) };
}
