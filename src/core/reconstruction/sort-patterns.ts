import type { PatternRow } from '../case/case-result.ts';
import { isChanged, keyOfRow } from './rule-selection.ts';

/** The columns of the table of patterns; `changed` is that of the colours. */
export type PatternColumn = 'changed' | 'pattern' | 'voxels' | 'writes' | 'effect' | 'pieces';

export interface PatternOrder {
  readonly column: PatternColumn;
  readonly descending: boolean;
}

/** What was changed first, most voxels first. */
export const BY_CHANGE: PatternOrder = { column: 'changed', descending: true };

/**
 * The rows in the order asked for; equal rows stay with those of more voxels first. `pieces` that are not known yet
 * count as none.
 */
export function sortPatterns(
  rows: readonly PatternRow[],
  { column, descending }: PatternOrder,
  pieces: ReadonlyMap<string, number>,
): PatternRow[] {
  const valueOf = (row: PatternRow): number =>
    ({
      changed: Number(isChanged(row)),
      pattern: row.pattern,
      voxels: row.voxels,
      writes: row.writes,
      effect: row.effects.reduce((sum, { tp, fp }) => sum + Math.abs(tp) + Math.abs(fp), 0),
      pieces: pieces.get(keyOfRow(row)) ?? 0,
    })[column];
  const sign = descending ? -1 : 1;
  return [...rows].sort(
    (a, b) =>
      sign * (valueOf(a) - valueOf(b)) || b.voxels - a.voxels || a.pattern - b.pattern || a.writes - b.writes,
  );
}

/** The rows of which some text holds every word that was typed, whatever the case. */
export function filterPatterns<Row>(
  rows: readonly Row[],
  typed: string,
  textOf: (row: Row) => string,
): Row[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = textOf(row).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
