import type { CaseResult, StructureScore } from '../case/case-result.ts';
import { pairScores } from '../counts/score-rows.ts';

/** The Dice of a region as its raw mask, after the rule, and of the label at its node. */
export interface ThreeWays {
  /** Null in a further row of a region that has several labels, and for a label without a region. */
  readonly region: StructureScore | null;
  readonly raw: StructureScore | null;
  readonly label: StructureScore | null;
  /** Dice after the rule minus Dice of the raw mask; null where there is none, NaN where one is absent. */
  readonly ruleStep: number | null;
  /** Dice of the label minus Dice of the region after the rule. */
  readonly labelStep: number | null;
}

/** Every region with its label, in the order of dataset.json; labels without a region come last. */
export function threeWays(result: CaseResult): ThreeWays[] {
  return pairScores(result, false).map(({ region, label, change }) => {
    const index = region?.structure.kind === 'region' ? region.structure.index : -1;
    const raw = result.rawRegionScores?.[index] ?? null;
    return { region, raw, label, ruleStep: region && raw && region.dice - raw.dice, labelStep: change };
  });
}

/** The lower end of an axis that has room for every Dice: 0, 0.1, ... 0.9, at most a tenth below the least. */
export function axisFrom(scores: readonly number[]): number {
  const known = scores.filter((score) => !Number.isNaN(score));
  const least = Math.min(1, ...known);
  return Math.min(0.9, Math.max(0, Math.floor(least * 10 - 0.2) / 10));
}
