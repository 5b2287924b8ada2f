import type { Region } from '../labels/label-scheme.ts';
import {
  CHOSEN,
  FALSE_NEGATIVE,
  FALSE_POSITIVE,
  OUTSIDE,
  TRUE_POSITIVE,
  type Selection,
  type VoxelClass,
} from '../labels/selection.ts';

/**
 * A selection as tables: voxel class = `classes[inReference[reference code] * 2 + inPrediction[code]]`.
 * `compares` says whether the predicted codes are those of the label map or the patterns.
 */
export interface SelectionTables {
  readonly compares: 'labels' | 'patterns';
  readonly inReference: Uint8Array;
  readonly inPrediction: Uint8Array;
  /** Six classes: reference out, in, ignored (each prediction out, in). */
  readonly classes: readonly VoxelClass[];
}

/** What the codes of a case mean. */
export interface CodeMeaning {
  readonly regions: readonly Region[];
  readonly ignore: number | null;
  /** Label value of each reference code. */
  readonly reference: readonly number[];
  /** Label value of each code of the evaluated label map. */
  readonly predicted: readonly number[];
}

/** The tables by which a voxel of a selection is told from the others; voxels with ignored reference never are. */
export function tabulateSelection(selection: Selection, meaning: CodeMeaning): SelectionTables {
  const compares = usesPatterns(selection) ? 'patterns' : 'labels';
  const inReference = Uint8Array.from(meaning.reference, (label) =>
    label === meaning.ignore ? 2 : referenceHolds(selection, label, meaning.regions) ? 1 : 0,
  );
  const inPrediction =
    compares === 'patterns'
      ? Uint8Array.from({ length: 2 ** meaning.regions.length }, (_, pattern) =>
          patternHolds(selection, pattern) ? 1 : 0,
        )
      : Uint8Array.from(meaning.predicted, (label) =>
          predictionHolds(selection, label, meaning.regions) ? 1 : 0,
        );
  return { compares, inReference, inPrediction, classes: classesOf(selection) };
}

function usesPatterns(selection: Selection): boolean {
  if (selection.kind === 'pattern') return true;
  return selection.kind === 'structure' && selection.raw && selection.structure.kind === 'region';
}

function referenceHolds(selection: Selection, label: number, regions: readonly Region[]): boolean {
  switch (selection.kind) {
    case 'structure':
      return selection.structure.kind === 'label'
        ? selection.structure.value === label
        : (regions[selection.structure.index]?.labels.includes(label) ?? false);
    case 'cell':
      return selection.reference === label;
    case 'pattern':
      return true;
  }
}

function predictionHolds(selection: Selection, label: number, regions: readonly Region[]): boolean {
  return selection.kind === 'cell'
    ? selection.predicted === label
    : referenceHolds(selection, label, regions);
}

function patternHolds(selection: Selection, pattern: number): boolean {
  if (selection.kind === 'pattern') return selection.pattern === pattern;
  if (selection.kind === 'structure' && selection.structure.kind === 'region') {
    return (pattern & (1 << selection.structure.index)) !== 0;
  }
  return false;
}

function classesOf(selection: Selection): readonly VoxelClass[] {
  if (selection.kind !== 'structure') return [OUTSIDE, OUTSIDE, OUTSIDE, CHOSEN, OUTSIDE, OUTSIDE];
  const shown = (part: 'tp' | 'fp' | 'fn', voxelClass: VoxelClass): VoxelClass =>
    selection.part === 'all' || selection.part === part ? voxelClass : OUTSIDE;
  return [
    OUTSIDE,
    shown('fp', FALSE_POSITIVE),
    shown('fn', FALSE_NEGATIVE),
    shown('tp', TRUE_POSITIVE),
    OUTSIDE,
    OUTSIDE,
  ];
}
