import type { CaseResult } from '../../core/case/case-result.ts';
import { findCaseWarnings } from '../../core/case/case-warnings.ts';
import { confusionsByIndex, dice } from '../../core/counts/confusion.ts';
import type { Warning } from '../../core/errors.ts';
import { evaluateCounts, type CountedCase } from '../../core/counts/evaluate-counts.ts';
import { compareGeometry } from '../../core/volume/geometry.ts';
import { eachCell, mapCounts, type JointCounts } from '../../core/counts/joint-counts.ts';
import { indexLabels } from '../../core/labels/label-index.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { reconstructionTable } from '../../core/reconstruction/reconstruction.ts';
import { resampleNearest } from '../../core/volume/resample.ts';
import type { Codes, LabelMap, PatternVolume } from '../../core/volume/volume.ts';
import { computePatterns } from '../../engine/cpu/patterns.ts';
import type { Engine } from '../../engine/engine.ts';
import type { CaseVolumes } from './read-case.ts';

/** nnU-Net sets a region where its probability is strictly above this. */
export const NNUNET_THRESHOLD = 0.5;

/**
 * Counts a case once and gives every number of it. The tables are kept beside the result, so that another
 * set of regions needs no second pass over the volumes (`evaluateCounts`).
 */
export async function evaluateCase(
  volumes: CaseVolumes,
  scheme: LabelScheme,
  engine: Engine,
  signal?: AbortSignal,
): Promise<{ result: CaseResult; counted: CountedCase }> {
  const { reference, prediction, probabilities, masks } = volumes;
  const rows = reference.labels.length;
  const labelMap = prediction && {
    counts: await engine.countJoint(
      { rows, columns: prediction.labels.length, reference: reference.codes, predicted: prediction.codes },
      signal,
    ),
    labels: prediction.labels,
  };
  const patterns = await countPatterns(volumes, scheme, engine, signal);
  const counted: CountedCase = {
    name: volumes.name,
    grid: reference.grid,
    engine: engine.report,
    scheme,
    referenceLabels: reference.labels,
    labelMap,
    patterns,
    warnings: volumes.warnings,
  };
  const result = evaluateCounts(counted);
  const warnings: Warning[] = [
    ...(await warnOfGeometry(volumes, result, scheme, engine, signal)),
    ...findCaseWarnings(result, volumes.files),
  ];
  if (prediction && (probabilities || masks)) {
    warnings.push(...(await warnOfOtherMap(volumes, prediction, scheme, engine, signal)));
  }
  if (probabilities && masks) {
    warnings.push(
      ...(await warnOfMasks(patternsOf(volumes, scheme), masks.patterns, scheme, engine, signal)),
    );
  }
  return { result: { ...result, warnings: [...volumes.warnings, ...warnings] }, counted };
}

/** The regions predicted at every voxel by nnU-Net's rule; probabilities count before masks. */
export function patternsOf({ probabilities, masks }: CaseVolumes, scheme: LabelScheme): PatternVolume | null {
  return probabilities
    ? computePatterns(
        probabilities,
        scheme.regions.map(() => NNUNET_THRESHOLD),
      )
    : (masks?.patterns ?? null);
}

async function countPatterns(
  { reference, probabilities, masks }: CaseVolumes,
  scheme: LabelScheme,
  engine: Engine,
  signal?: AbortSignal,
): Promise<JointCounts | null> {
  const shared = { rows: reference.labels.length, reference: reference.codes };
  if (probabilities) {
    const thresholds = scheme.regions.map(() => NNUNET_THRESHOLD);
    return engine.countPatterns({ ...shared, probabilities, thresholds }, signal);
  }
  if (!masks) return null;
  const { codes, regions } = masks.patterns;
  return engine.countJoint({ ...shared, columns: 2 ** regions, predicted: codes }, signal);
}

/** The case is counted a second time in world space where the grids differ, to say what that would give. */
async function warnOfGeometry(
  { reference, prediction, masks, files }: CaseVolumes,
  result: CaseResult,
  scheme: LabelScheme,
  engine: Engine,
  signal?: AbortSignal,
): Promise<Warning[]> {
  const grid = prediction?.grid ?? masks?.grid;
  const difference = grid && compareGeometry(reference.grid, grid);
  if (!grid || !difference) return [];
  const predicted: { codes: Codes; labels: readonly number[] } = prediction ?? {
    codes: masks?.patterns.codes ?? new Uint8Array(),
    labels: [...reconstructionTable(scheme.regions)],
  };
  const outside = predicted.labels.indexOf(0);
  const moved = outside < 0 ? null : resampleNearest(predicted.codes, grid, reference.grid, outside);
  const counts =
    moved &&
    (await engine.countJoint(
      {
        rows: reference.labels.length,
        columns: predicted.labels.length,
        reference: reference.codes,
        predicted: moved,
      },
      signal,
    ));
  return [
    {
      code: 'geometry-differs',
      facts: {
        prediction: files.prediction,
        spacingMm: [reference.grid.spacingMm, grid.spacingMm],
        ...difference,
        meanDice: meanOf(result.labelScores.map((score) => score.dice)),
        meanDiceInWorld: counts && meanDiceOf(counts, reference, predicted.labels, scheme),
      },
    },
  ];
}

function meanDiceOf(
  counts: JointCounts,
  reference: LabelMap,
  predictedLabels: readonly number[],
  scheme: LabelScheme,
): number {
  const { labels, rowOf } = indexLabels(scheme, [...reference.labels, ...predictedLabels]);
  const rows = reference.labels.map((label) => (label === scheme.ignore ? -1 : rowOf(label)));
  const joint = mapCounts(counts, labels.length, labels.length, rows, predictedLabels.map(rowOf));
  return meanOf(
    confusionsByIndex(joint).flatMap((confusion, i) => (labels[i] === 0 ? [] : [dice(confusion)])),
  );
}

/** Mean of the numbers that are not NaN, as nnU-Net's nanmean; NaN where there is none. */
function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Whether the label map that was given is what nnU-Net's rule makes of the regions. */
async function warnOfOtherMap(
  volumes: CaseVolumes,
  prediction: LabelMap,
  scheme: LabelScheme,
  engine: Engine,
  signal?: AbortSignal,
): Promise<Warning[]> {
  const patterns = patternsOf(volumes, scheme);
  if (!patterns) return [];
  const written = reconstructionTable(scheme.regions);
  const voxels = await countCells(
    engine,
    { codes: patterns.codes, count: written.length },
    { codes: prediction.codes, count: prediction.labels.length },
    (pattern, code) => written[pattern] !== prediction.labels[code],
    signal,
  );
  return voxels === 0
    ? []
    : [{ code: 'prediction-differs', facts: { prediction: volumes.files.prediction, voxels } }];
}

/** Regions whose mask is not what the probabilities say. */
async function warnOfMasks(
  patterns: PatternVolume | null,
  masks: PatternVolume,
  scheme: LabelScheme,
  engine: Engine,
  signal?: AbortSignal,
): Promise<Warning[]> {
  if (!patterns) return [];
  const warnings: Warning[] = [];
  const side = (codes: Codes) => ({ codes, count: 2 ** scheme.regions.length });
  for (const [i, { name }] of scheme.regions.entries()) {
    const voxels = await countCells(
      engine,
      side(patterns.codes),
      side(masks.codes),
      (a, b) => ((a ^ b) & (1 << i)) !== 0,
      signal,
    );
    if (voxels > 0) warnings.push({ code: 'masks-differ', facts: { region: name, voxels } });
  }
  return warnings;
}

interface Side {
  readonly codes: Codes;
  readonly count: number;
}

/** Voxels of two code volumes for which the two codes stand in a relation. */
async function countCells(
  engine: Engine,
  first: Side,
  second: Side,
  holds: (first: number, second: number) => boolean,
  signal?: AbortSignal,
): Promise<number> {
  const counts = await engine.countJoint(
    { rows: first.count, columns: second.count, reference: first.codes, predicted: second.codes },
    signal,
  );
  let total = 0;
  eachCell(counts, (row, column, voxels) => {
    if (holds(row, column)) total += voxels;
  });
  return total;
}
