import { formatCsvText } from '../text/csv.ts';
import type { CaseResult, StructureScore } from './case-result.ts';
import { voxelVolumeMl } from '../volume/grid.ts';

const COLUMNS = [
  'case',
  'evaluated',
  'key',
  'name',
  'tp',
  'fp',
  'fn',
  'tn',
  'dice',
  'iou',
  'precision',
  'recall',
  'reference_voxels',
  'predicted_voxels',
  'reference_ml',
  'predicted_ml',
] as const;

/**
 * The scores of a case as CSV (RFC 4180, CRLF): a line for each region after reconstruction, each raw region
 * and each label. NaN is an empty field. Text that a spreadsheet would run as a formula is kept as text.
 */
export function formatCaseCsv(result: CaseResult): string {
  const lines = (evaluated: string, scores: readonly StructureScore[]) =>
    scores.map((score) => formatScore(result, evaluated, score));
  return [
    COLUMNS.join(','),
    ...lines('region', result.regionScores),
    ...lines('raw region', result.rawRegionScores ?? []),
    ...lines('label', result.labelScores),
    '',
  ].join('\r\n');
}

function formatScore({ name, grid }: CaseResult, evaluated: string, score: StructureScore): string {
  const ml = voxelVolumeMl(grid);
  const { tp, fp, fn, tn, dice, iou, precision, recall, nRef, nPred } = score;
  const numbers = [tp, fp, fn, tn, dice, iou, precision, recall, nRef, nPred, nRef * ml, nPred * ml];
  return [
    ...[name, evaluated, score.key, score.name].map(formatCsvText),
    ...numbers.map((value) => (Number.isNaN(value) ? '' : `${value}`)),
  ].join(',');
}
