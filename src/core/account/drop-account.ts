import type { Drop, StructureScore } from '../case/case-result.ts';
import type { Region } from '../labels/label-scheme.ts';

/**
 * The index of the region at whose node a label hangs: the smallest region that contains it, or -1 where none
 * does or where two smallest ones overlap without one containing the other.
 */
export function nodeOf(label: number, regions: readonly Region[]): number {
  const holders = regions
    .map((region, index) => ({ region, index }))
    .filter(({ region }) => region.labels.includes(label))
    .sort((a, b) => a.region.labels.length - b.region.labels.length);
  if (holders.length === 0) return -1;
  const [smallest, ...others] = holders;
  const nested = others.every(({ region }) => smallest.region.labels.every((l) => region.labels.includes(l)));
  return nested ? smallest.index : -1;
}

/**
 * For every label at its node: Dice(R) - Dice(l) = volume + hierarchy, exactly (SPEC 4).
 * With E = FP + FN and V = nRef + nPred: volume = E_R / V_l - E_R / V_R, the same errors over a smaller
 * structure; hierarchy = (E_l - E_R) / V_l, inner borders added, errors that skip the label taken off.
 * NaN where the label or the region is in neither map.
 */
export function accountDrops(
  regionScores: readonly StructureScore[],
  labelScores: readonly StructureScore[],
  regions: readonly Region[],
): Drop[] {
  return labelScores.flatMap((label) => {
    const region = nodeOf(label.labels[0], regions);
    return region < 0 ? [] : [accountDrop(regionScores[region], label, region)];
  });
}

function accountDrop(region: StructureScore, label: StructureScore, index: number): Drop {
  const errors = (s: StructureScore) => s.fp + s.fn;
  const size = (s: StructureScore) => s.nRef + s.nPred;
  const absent = size(region) === 0 || size(label) === 0;
  return {
    region: index,
    label: label.labels[0],
    drop: region.dice - label.dice,
    volume: absent ? Number.NaN : errors(region) / size(label) - errors(region) / size(region),
    hierarchy: absent ? Number.NaN : (errors(label) - errors(region)) / size(label),
    weight: absent ? Number.NaN : size(region) / size(label),
  };
}
