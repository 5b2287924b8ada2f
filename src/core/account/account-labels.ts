import { accountSide, accountStep, type AccountSide, type AccountStep } from './account-step.ts';
import { listCells, termOf, type AccountCell, type AccountTerm } from './account-terms.ts';
import type { CaseResult, StructureScore } from '../case/case-result.ts';
import { chainOf, findHierarchy, sideOf, type ErrorSide, type Hierarchy } from './hierarchy.ts';

/** The errors of a label with one other label. */
export interface ErrorsWith {
  /** The label on the other side, 0 for background. */
  readonly other: number;
  /** Where it lies in the tree of regions; null where the regions are no tree. */
  readonly side: ErrorSide | null;
  readonly term: AccountTerm;
}

/** Why one label scores as it does. */
export interface LabelAccount {
  readonly label: number;
  readonly score: StructureScore;
  readonly presence: 'both' | 'reference' | 'prediction' | 'neither';
  /** E_l and V_l. */
  readonly own: AccountSide;
  /** The cell account: the errors by the label on the other side, most voxels first. Their sum is E_l. */
  readonly byOther: readonly ErrorsWith[];
  /** E_l by side; null where the regions are no tree. Their sum is E_l. */
  readonly sides: Readonly<Record<ErrorSide, AccountTerm>> | null;
  /**
   * From the largest region of the label's chain level by level down to its node, and from the node to the label
   * (the last step: the natural pair). Empty for a label in no region and where the regions are no tree.
   */
  readonly ladder: readonly AccountStep[];
}

/** The account of every label of a case. */
export interface CaseAccount {
  readonly hierarchy: Hierarchy;
  readonly labels: readonly LabelAccount[];
}

/**
 * Takes the drop from region Dice to label Dice apart, exactly, for every label (SPEC 4); everything comes from the
 * joint counts. Of regions that overlap without being a tree only the cell account is given.
 */
export function accountLabels(result: CaseResult): CaseAccount {
  const { scheme, regionScores, labelScores, joint, labels } = result;
  const hierarchy = findHierarchy(scheme.regions);
  const cells = listCells(joint, labels);
  const regionSides = regionScores.map((score) => accountSide(score, cells));
  return {
    hierarchy,
    labels: labelScores.map((score) => accountLabel(score, cells, regionSides, result, hierarchy)),
  };
}

function accountLabel(
  score: StructureScore,
  cells: readonly AccountCell[],
  regionSides: readonly AccountSide[],
  { scheme: { regions } }: CaseResult,
  hierarchy: Hierarchy,
): LabelAccount {
  const [label] = score.labels;
  const own = accountSide(score, cells);
  const isTree = hierarchy.overlap === null;
  const chain = isTree ? chainOf(label, regions, hierarchy).map((region) => regionSides[region]) : [];
  const otherOf = ({ reference, predicted }: AccountCell) => (reference === label ? predicted : reference);
  const byOther = [...new Set(own.errors.cells.map(otherOf))]
    .map((other) => ({
      other,
      side: isTree ? sideOf(label, other, regions, hierarchy) : null,
      term: termOf(own.errors.cells, (reference, predicted) => reference === other || predicted === other),
    }))
    .sort((a, b) => b.term.voxels - a.term.voxels);
  const termOfSide = (side: ErrorSide): AccountTerm => {
    const terms = byOther.filter((errors) => errors.side === side).map(({ term }) => term);
    return {
      voxels: terms.reduce((sum, { voxels }) => sum + voxels, 0),
      cells: terms.flatMap((term) => term.cells).sort((a, b) => b.voxels - a.voxels),
    };
  };
  return {
    label,
    score,
    presence: presenceOf(score),
    own,
    byOther,
    sides: isTree
      ? { outer: termOfSide('outer'), inner: termOfSide('inner'), sibling: termOfSide('sibling') }
      : null,
    ladder: chain.map((side, i) => accountStep(side, chain[i + 1] ?? own, cells)),
  };
}

function presenceOf({ nRef, nPred }: StructureScore): LabelAccount['presence'] {
  if (nRef > 0) return nPred > 0 ? 'both' : 'reference';
  return nPred > 0 ? 'prediction' : 'neither';
}
