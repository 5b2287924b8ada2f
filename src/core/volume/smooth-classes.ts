import { eachCell } from '../counts/joint-counts.ts';
import type { CaseResult } from '../case/case-result.ts';
import type { StructureRef } from '../labels/selection.ts';
import { tabulateSelection, type CodeMeaning } from './select-voxels.ts';
import { SURFACE } from './smooth-surface.ts';

/** Whose surface is drawn: of one map, or of what either has. Errors are marked on all of them. */
export type SurfaceOf = 'reference' | 'prediction' | 'errors';

/** The class of each pair of codes: `classes[reference code * columns + predicted code]`. */
export interface ClassPairs {
  readonly columns: number;
  readonly classes: Uint8Array;
}

/**
 * The classes that a surface of a structure shows, of all labels at once where it is null. Voxels with an ignored
 * reference are never shown; a voxel that both maps give a label, but not the same, is swapped.
 */
export function classPairs(structure: StructureRef | null, of: SurfaceOf, meaning: CodeMeaning): ClassPairs {
  const columns = meaning.predicted.length;
  const classes = new Uint8Array(meaning.reference.length * columns);
  const classOf = structure ? ofStructure(structure, meaning) : ofAll(meaning);
  const { falsePositive, falseNegative } = SURFACE;
  const hidden = of === 'reference' ? falsePositive : of === 'prediction' ? falseNegative : -1;
  for (let row = 0; row < meaning.reference.length; row++) {
    for (let column = 0; column < columns; column++) {
      const found = classOf(row, column);
      if (found !== hidden) classes[row * columns + column] = found;
    }
  }
  return { columns, classes };
}

function ofStructure(structure: StructureRef, meaning: CodeMeaning): (row: number, column: number) => number {
  const tables = tabulateSelection({ kind: 'structure', structure, part: 'all', raw: false }, meaning);
  return (row, column) => tables.classes[tables.inReference[row] * 2 + tables.inPrediction[column]];
}

function ofAll({ reference, predicted, ignore }: CodeMeaning): (row: number, column: number) => number {
  return (row, column) =>
    reference[row] === ignore ? SURFACE.outside : classOfLabels(reference[row], predicted[column]);
}

function classOfLabels(reference: number, predicted: number): number {
  if (reference === predicted) return reference > 0 ? SURFACE.agreed : SURFACE.outside;
  if (reference <= 0) return predicted > 0 ? SURFACE.falsePositive : SURFACE.outside;
  return predicted <= 0 ? SURFACE.falseNegative : SURFACE.swapped;
}

/** Voxels of the classes 0 to 4 of a structure, of all labels where it is null; exact, from the joint counts. */
export function countSurfaceClasses(
  { joint, labels, labelScores, regionScores }: CaseResult,
  structure: StructureRef | null,
): readonly number[] {
  const counts = [0, 0, 0, 0, 0];
  if (structure) {
    const score =
      structure.kind === 'label'
        ? labelScores.find(({ labels: [label] }) => label === structure.value)
        : regionScores[structure.index];
    return score ? [0, score.tp, score.fp, score.fn, 0] : counts;
  }
  eachCell(joint, (row, column, voxels) => (counts[classOfLabels(labels[row], labels[column])] += voxels));
  counts[0] = 0;
  return counts;
}
