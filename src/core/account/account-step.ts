import type { StructureScore } from '../case/case-result.ts';
import { between, termOf, type AccountCell, type AccountTerm } from './account-terms.ts';

/** Errors and sizes of one structure of an account, in voxels. */
export interface AccountSide {
  readonly score: StructureScore;
  /** E = FP + FN. */
  readonly errors: AccountTerm;
  /** V = nRef + nPred. */
  readonly size: number;
}

/**
 * The way from a structure to one inside it: Dice(from) - Dice(to) = volume + hierarchy, exactly (SPEC 4).
 * The four shares of Dice are NaN where one of the two is in neither map.
 */
export interface AccountStep {
  readonly from: AccountSide;
  readonly to: AccountSide;
  readonly drop: number;
  /** E_from / V_to - E_from / V_from: the same errors over a smaller structure. */
  readonly volume: number;
  /** (E_to - E_from) / V_to = (added - skipped) / V_to. */
  readonly hierarchy: number;
  /** Added / V_to, at least 0: errors between `to` and the rest of `from`, which `from` does not have. */
  readonly inner: number;
  /** -Skipped / V_to, at most 0: errors between the rest of `from` and the outside, which `to` does not have. */
  readonly spared: number;
  /** V_from / V_to: how many times as much one error voxel counts. */
  readonly weight: number;
  readonly added: AccountTerm;
  readonly skipped: AccountTerm;
}

/** The figures of one structure. `cells` as of `listCells`. */
export function accountSide(score: StructureScore, cells: readonly AccountCell[]): AccountSide {
  const own = new Set(score.labels);
  const errors = termOf(cells, (reference, predicted) => own.has(reference) !== own.has(predicted));
  return { score, errors, size: score.nRef + score.nPred };
}

/** The account from one structure to another whose labels are all among its own. */
export function accountStep(from: AccountSide, to: AccountSide, cells: readonly AccountCell[]): AccountStep {
  const [outer, own] = [new Set(from.score.labels), new Set(to.score.labels)];
  const inTo = (label: number) => own.has(label);
  const inRest = (label: number) => outer.has(label) && !own.has(label);
  const isOutside = (label: number) => !outer.has(label);
  const added = termOf(cells, between(inTo, inRest));
  const skipped = termOf(cells, between(isOutside, inRest));
  const isAbsent = from.size === 0 || to.size === 0;
  const share = (value: number) => (isAbsent ? Number.NaN : value);
  return {
    from,
    to,
    drop: share(from.score.dice - to.score.dice),
    volume: share(from.errors.voxels / to.size - from.errors.voxels / from.size),
    hierarchy: share((to.errors.voxels - from.errors.voxels) / to.size),
    inner: share(added.voxels / to.size),
    spared: share(skipped.voxels === 0 ? 0 : -skipped.voxels / to.size),
    weight: share(from.size / to.size),
    added,
    skipped,
  };
}
