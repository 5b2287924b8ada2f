import type { CaseResult, StructureScore } from '../case/case-result.ts';

/** One row of the score tables: a region, the label at its node, and what lies between them. */
export interface ScoreRow {
  readonly region: StructureScore | null;
  readonly label: StructureScore | null;
  /** Dice(label) - Dice(region), negative where the label scores less; NaN where one is absent, null without a pair. */
  readonly change: number | null;
}

/**
 * Pairs every region with its natural label, in the order of the regions. A further label of the same region
 * follows in a row of its own, with its change but no region; labels that hang at no region come last, in their
 * own order. `raw` takes the scores of the masks as predicted where there are any, and the change follows.
 */
export function pairScores(result: CaseResult, raw: boolean): ScoreRow[] {
  const { labelScores, drops } = result;
  const regions = (raw && result.rawRegionScores) || result.regionScores;
  const paired = new Set<StructureScore>();
  const rows = regions.flatMap((region, index): ScoreRow[] => {
    const labels = labelScores.filter(({ labels: [value] }) =>
      drops.some((drop) => drop.region === index && drop.label === value),
    );
    labels.forEach((label) => paired.add(label));
    if (labels.length === 0) return [{ region, label: null, change: null }];
    return labels.map((label, i) => ({
      region: i === 0 ? region : null,
      label,
      change: label.dice - region.dice,
    }));
  });
  const alone = labelScores.filter((label) => !paired.has(label));
  return [...rows, ...alone.map((label) => ({ region: null, label, change: null }))];
}
