import type { PatternRow } from '../case/case-result.ts';
import type { Region } from '../labels/label-scheme.ts';
import { tabulateSelection } from '../volume/select-voxels.ts';
import type { StructureRef, VoxelClass } from '../labels/selection.ts';

/** What the codes of a case mean under a rule of reconstruction. */
export interface RuleMeaning {
  readonly regions: readonly Region[];
  readonly ignore: number | null;
  /** Label value of each reference code. */
  readonly reference: readonly number[];
  /** The regions predicted where each code stands. */
  readonly patterns: readonly number[];
  /** The label written there. */
  readonly written: readonly number[];
}

/** What a person has chosen in the reconstruction laboratory; `raw` takes a region's mask as predicted. */
export type RuleSelection =
  | { readonly kind: 'pattern'; readonly pattern: number; readonly writes: number }
  | { readonly kind: 'structure'; readonly structure: StructureRef; readonly raw: boolean };

/** As `SelectionTables`, by code of the rule: class = `classes[inReference[reference] * 2 + inCodes[code]]`. */
export interface RuleSelectionTables {
  readonly inReference: Uint8Array;
  readonly inCodes: Uint8Array;
  readonly classes: readonly VoxelClass[];
}

/** The tables by which a voxel of the selection is told from the others; ignored voxels never belong to it. */
export function tabulateRuleSelection(
  selection: RuleSelection,
  { regions, ignore, reference, patterns, written }: RuleMeaning,
): RuleSelectionTables {
  const { inReference, inPrediction, classes } = tabulateSelection(
    selection.kind === 'pattern'
      ? selection
      : { kind: 'structure', structure: selection.structure, part: 'all', raw: false },
    { regions, ignore, reference, predicted: written },
  );
  if (selection.kind === 'structure') {
    const { structure, raw } = selection;
    if (!raw || structure.kind === 'label') return { inReference, inCodes: inPrediction, classes };
    const inCodes = Uint8Array.from(patterns, (pattern) => (pattern >> structure.index) & 1);
    return { inReference, inCodes, classes };
  }
  const holds = (code: number) =>
    patterns[code] === selection.pattern && written[code] === selection.writes ? 1 : 0;
  return { inReference, inCodes: Uint8Array.from(patterns, (_, code) => holds(code)), classes };
}

/** A pattern row by what tells it from the others: the pattern and the label written. */
export function keyOfRow({ pattern, writes }: Pick<PatternRow, 'pattern' | 'writes'>): string {
  return `${pattern}>${writes}`;
}

/** Whether the rule changed what was predicted here. */
export function isChanged({ gained, lost }: Pick<PatternRow, 'gained' | 'lost'>): boolean {
  return gained.length + lost.length > 0;
}

/** The rows of the table of patterns: all but the background that was predicted and written. */
export function foregroundRows(rows: readonly PatternRow[]): PatternRow[] {
  return rows.filter(({ pattern, writes }) => pattern !== 0 || writes !== 0);
}

/** The patterns that the rule changed, most voxels first. */
export function changedRows(rows: readonly PatternRow[]): PatternRow[] {
  return foregroundRows(rows).filter(isChanged);
}

/** The class of each code: 1 for the first row, 2 for the second; rows beyond 254 share 255; 0 where no row is. */
export function classesOfRows(
  rows: readonly Pick<PatternRow, 'pattern' | 'writes'>[],
  { patterns, written }: Pick<RuleMeaning, 'patterns' | 'written'>,
): Uint8Array {
  const classOf = new Map(rows.map((row, i) => [keyOfRow(row), Math.min(i + 1, 255)]));
  return Uint8Array.from(
    patterns,
    (pattern, code) => classOf.get(keyOfRow({ pattern, writes: written[code] })) ?? 0,
  );
}
