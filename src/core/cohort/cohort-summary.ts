import { dice, iou } from '../counts/confusion.ts';
import {
  countsOf,
  type CohortCase,
  type CohortStructure,
  type StructureCounts,
  type Way,
} from './cohort-result.ts';
import { nanMean, numpyMean } from '../statistics/pairwise-sum.ts';
import { compareCodePoints, formatPythonJson, PythonFloat, type PythonValue } from '../text/python-json.ts';

/** The metrics of nnU-Net under its names. */
const METRICS = ['Dice', 'FN', 'FP', 'IoU', 'TN', 'TP', 'n_pred', 'n_ref'] as const;
type Metrics = Record<(typeof METRICS)[number], number>;

/**
 * summary.json as nnU-Net v2 writes it, byte for byte: cases in the order given, counts as integers, scores and means
 * as floats, `mean` the nanmean of each field over the cases, `foreground_mean` the mean of those over the structures.
 * Source: nnU-Net v2, evaluation/evaluate_predictions.py, `compute_metrics_on_folder` and `save_summary_json`.
 */
export function formatSummary(
  cases: readonly CohortCase[],
  structures: readonly CohortStructure[],
  way: Way,
): string {
  const rows = cases.map((one) => structures.map(({ key }) => toMetrics(countsOf(one, way, key))));
  const means = structures.map((_, s) => eachMetric((metric) => nanMean(rows.map((row) => row[s][metric]))));
  const foreground = eachMetric((metric) => numpyMean(means.map((mean) => mean[metric])));
  return formatPythonJson({
    foreground_mean: toFloats(foreground),
    mean: byKey(structures, (s) => toFloats(means[s])),
    metric_per_case: cases.map(({ files }, c) => ({
      metrics: byKey(structures, (s) => ({
        ...rows[c][s],
        Dice: new PythonFloat(rows[c][s].Dice),
        IoU: new PythonFloat(rows[c][s].IoU),
      })),
      prediction_file: files.prediction,
      reference_file: files.reference,
    })),
  });
}

/** Cases in nnU-Net's order: by the file name of the prediction, character by character. */
export function sortCases<Case extends { readonly files: CohortCase['files'] }>(
  cases: readonly Case[],
): Case[] {
  return cases.toSorted((a, b) =>
    compareCodePoints(fileNameOf(a.files.prediction), fileNameOf(b.files.prediction)),
  );
}

/** The last part of a path of any system. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}

function toMetrics(counts: StructureCounts): Metrics {
  const { tp, fp, fn, tn } = counts;
  return {
    Dice: dice(counts),
    FN: fn,
    FP: fp,
    IoU: iou(counts),
    TN: tn,
    TP: tp,
    n_pred: fp + tp,
    n_ref: fn + tp,
  };
}

function eachMetric(value: (metric: keyof Metrics) => number): Metrics {
  return Object.fromEntries(METRICS.map((metric) => [metric, value(metric)])) as Metrics;
}

function toFloats(metrics: Metrics): PythonValue {
  return Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, new PythonFloat(value)]));
}

function byKey(structures: readonly CohortStructure[], value: (s: number) => PythonValue): PythonValue {
  return Object.fromEntries(structures.map(({ key }, s) => [key, value(s)]));
}
