import type { CaseResult, PatternRow, StructureScore } from './case-result.ts';
import { sayWarning } from '../errors.ts';
import { eachCell } from '../counts/joint-counts.ts';

/**
 * A case as the page exports it and the command line writes it (SPEC 9, dicelens/case@1). NaN becomes null
 * when it is written as JSON. A sparse table (above 2,048 labels) has `pairs` [reference, predicted, voxels]
 * instead of `cells`.
 */
export function formatCase(result: CaseResult) {
  const { grid, scheme, labels, joint, rawRegionScores, patterns } = result;
  const pairs: [number, number, number][] = [];
  if (joint.keys) eachCell(joint, (row, column, voxels) => pairs.push([labels[row], labels[column], voxels]));
  return {
    schema: 'dicelens/case@1',
    case: result.name,
    engine: result.engine,
    grid: { size: grid.size, spacingMm: grid.spacingMm },
    voxels: result.voxels,
    ignored: result.ignored,
    regions: formatScores(result.regionScores),
    ...(rawRegionScores && { rawRegions: formatScores(rawRegionScores) }),
    labels: formatScores(result.labelScores),
    joint: {
      rows: labels,
      columns: labels,
      ...(joint.keys
        ? { pairs }
        : {
            cells: labels.map((_, row) => [
              ...joint.cells.subarray(row * joint.columns, (row + 1) * joint.columns),
            ]),
          }),
    },
    ...(patterns && {
      patterns: patterns.map((row) =>
        formatPattern(
          row,
          scheme.regions.map(({ key }) => key),
        ),
      ),
    }),
    warnings: result.warnings.map((warning) => ({ code: warning.code, message: sayWarning(warning, 'en') })),
  };
}

function formatScores(scores: readonly StructureScore[]) {
  return Object.fromEntries(
    scores.map(({ key, name, tp, fp, fn, tn, dice, iou, precision, recall, nRef, nPred }) => [
      key,
      { name, tp, fp, fn, tn, dice, iou, precision, recall, nRef, nPred },
    ]),
  );
}

function formatPattern(row: PatternRow, keys: readonly string[]) {
  return {
    regions: keys.filter((_, i) => row.pattern & (1 << i)),
    voxels: row.voxels,
    writes: row.writes,
    gained: row.gained.map((i) => keys[i]),
    lost: row.lost.map((i) => keys[i]),
    byReference: row.byReference,
    effects: Object.fromEntries(row.effects.map(({ region, tp, fp, fn }) => [keys[region], { tp, fp, fn }])),
  };
}
