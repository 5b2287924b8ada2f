import { dice, type Confusion } from '../counts/confusion.ts';
import { indexLabels } from '../labels/label-index.ts';
import type { LabelScheme } from '../labels/label-scheme.ts';

/** The thresholds of a curve: 0.00, 0.01, ... 1.00. */
export const CURVE_THRESHOLDS: readonly number[] = Array.from({ length: 101 }, (_, i) => i / 100);

const STEPS = CURVE_THRESHOLDS.length;

/**
 * Everything that the curves of a rule need, from one pass over the volumes. A probability's level is how many
 * of the `CURVE_THRESHOLDS`, each rounded to the type of the data, it passes: 0 to 101.
 */
export interface ThresholdHistogram {
  /** Label value of each reference code; the ignore label is among them, and left out of the curves. */
  readonly referenceLabels: readonly number[];
  /** The labels that the rule can write: 0 and those of its table. */
  readonly writtenLabels: readonly number[];
  readonly regions: number;
  /** Voxels of region i and reference code r at level k: `levels[(i * references + r) * 102 + k]`. */
  readonly levels: Float64Array;
  /**
   * Curve m (m below `regions`: that region's threshold moves; m = `regions`: all move together), reference code
   * r, written label w: the sum of `changes[((m * references + r) * written + w) * 101 + j]` over j <= k is
   * the number of voxels at threshold k.
   */
  readonly changes: Float64Array;
}

/** Dice of one structure at each of the `CURVE_THRESHOLDS`, NaN where it is in neither map. */
export interface ThresholdCurve {
  readonly dice: readonly number[];
  /** Index of the largest Dice, of equal ones that next to 0.5; -1 where all are NaN. */
  readonly best: number;
}

/** What a moving threshold does to every structure of the label map that the rule writes. */
export interface MovedThreshold {
  readonly regions: readonly ThresholdCurve[];
  /** Every label but background and ignore, ascending. */
  readonly labels: readonly (ThresholdCurve & { readonly label: number })[];
}

/** All curves of a rule. A threshold tuned on the evaluation set is not a fair one. */
export interface ThresholdCurves {
  /** Each region's mask as predicted, over its own threshold. */
  readonly rawRegions: readonly ThresholdCurve[];
  /** The threshold of region i moves, the others stay as the rule has them. */
  readonly each: readonly MovedThreshold[];
  /** One threshold for all regions moves. */
  readonly all: MovedThreshold;
}

/** The curves of every region and label; each point is what a recount at that threshold gives. */
export function thresholdCurves(histogram: ThresholdHistogram, scheme: LabelScheme): ThresholdCurves {
  const { regions, referenceLabels } = histogram;
  const moved = Array.from({ length: regions + 1 }, (_, m) => curvesOfMove(histogram, m, scheme));
  return {
    rawRegions: scheme.regions.map((region, i) =>
      curveOf((k) =>
        rawConfusion(histogram, i, k, (r) => region.labels.includes(referenceLabels[r]), scheme),
      ),
    ),
    each: moved.slice(0, regions),
    all: moved[regions],
  };
}

function rawConfusion(
  { levels, referenceLabels }: ThresholdHistogram,
  region: number,
  step: number,
  inRegion: (reference: number) => boolean,
  { ignore }: LabelScheme,
): Confusion {
  const width = STEPS + 1;
  let [tp, fp, fn] = [0, 0, 0];
  referenceLabels.forEach((label, r) => {
    if (label === ignore) return;
    const start = (region * referenceLabels.length + r) * width;
    let [below, above] = [0, 0];
    for (let level = 0; level < width; level++) {
      if (level > step) above += levels[start + level];
      else below += levels[start + level];
    }
    if (inRegion(r)) [tp, fn] = [tp + above, fn + below];
    else fp += above;
  });
  return { tp, fp, fn };
}

function curvesOfMove(histogram: ThresholdHistogram, move: number, scheme: LabelScheme): MovedThreshold {
  const { referenceLabels, writtenLabels } = histogram;
  const tables = tablesOfMove(histogram, move);
  const confusion = (step: number, labels: readonly number[]): Confusion => {
    let [tp, fp, fn] = [0, 0, 0];
    referenceLabels.forEach((reference, r) => {
      if (reference === scheme.ignore) return;
      writtenLabels.forEach((written, w) => {
        const voxels = tables[step][r * writtenLabels.length + w];
        if (!labels.includes(reference)) fp += labels.includes(written) ? voxels : 0;
        else if (labels.includes(written)) tp += voxels;
        else fn += voxels;
      });
    });
    return { tp, fp, fn };
  };
  const { labels } = indexLabels(scheme, writtenLabels);
  return {
    regions: scheme.regions.map((region) => curveOf((step) => confusion(step, region.labels))),
    labels: labels
      .filter((label) => label !== 0 && label !== scheme.ignore)
      .map((label) => ({ label, ...curveOf((step) => confusion(step, [label])) })),
  };
}

/** The table reference code x written label at each threshold of a move. */
function tablesOfMove({ changes, referenceLabels, writtenLabels }: ThresholdHistogram, move: number) {
  const cells = referenceLabels.length * writtenLabels.length;
  const tables: Float64Array[] = [];
  for (let step = 0; step < STEPS; step++) {
    const table = step === 0 ? new Float64Array(cells) : tables[step - 1].slice();
    for (let cell = 0; cell < cells; cell++) table[cell] += changes[(move * cells + cell) * STEPS + step];
    tables.push(table);
  }
  return tables;
}

function curveOf(confusion: (step: number) => Confusion): ThresholdCurve {
  const values = CURVE_THRESHOLDS.map((_, step) => dice(confusion(step)));
  return { dice: values, best: bestOf(values) };
}

function bestOf(values: readonly number[]): number {
  const fromMiddle = (step: number) => Math.abs(step - (STEPS - 1) / 2);
  return values.reduce((best, value, step) => {
    if (Number.isNaN(value)) return best;
    if (best < 0 || value > values[best]) return step;
    return value === values[best] && fromMiddle(step) < fromMiddle(best) ? step : best;
  }, -1);
}
