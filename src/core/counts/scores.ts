import type { StructureScore } from '../case/case-result.ts';
import { confusionOf, confusionsByIndex, dice, iou, precision, recall, type Confusion } from './confusion.ts';
import { totalOf, type JointCounts } from './joint-counts.ts';
import { nameOf, type LabelScheme, type Region } from '../labels/label-scheme.ts';
import type { StructureRef } from '../labels/selection.ts';

/** Which structure a score is of. */
type Identity = Pick<StructureScore, 'structure' | 'key' | 'name' | 'labels'>;

function score(identity: Identity, confusion: Confusion, total: number): StructureScore {
  const { tp, fp, fn } = confusion;
  return {
    ...identity,
    ...confusion,
    tn: total - tp - fp - fn,
    dice: dice(confusion),
    iou: iou(confusion),
    precision: precision(confusion),
    recall: recall(confusion),
    nRef: tp + fn,
    nPred: tp + fp,
  };
}

/** Scores of every label but background and the ignore label. `labels[i]` is the value of row and column i. */
export function scoreLabels(
  joint: JointCounts,
  labels: readonly number[],
  scheme: LabelScheme,
): StructureScore[] {
  const total = totalOf(joint);
  return confusionsByIndex(joint).flatMap((confusion, i) => {
    const value = labels[i];
    if (value === 0 || value === scheme.ignore) return [];
    const structure: StructureRef = { kind: 'label', value };
    return [
      score({ structure, key: `${value}`, name: nameOf(scheme, value), labels: [value] }, confusion, total),
    ];
  });
}

/** Scores of every region in the evaluated label map, in the order of dataset.json. */
export function scoreRegions(
  joint: JointCounts,
  labels: readonly number[],
  regions: readonly Region[],
): StructureScore[] {
  const total = totalOf(joint);
  return regions.map((region, index) => {
    const inRegion = (i: number) => region.labels.includes(labels[i]);
    return score(regionIdentity(region, index), confusionOf(joint, inRegion, inRegion), total);
  });
}

/** Scores of every region's mask as it was predicted: column = pattern, bit i = region i (SPEC 2). */
export function scoreRawRegions(
  patterns: JointCounts,
  labels: readonly number[],
  regions: readonly Region[],
): StructureScore[] {
  const total = totalOf(patterns);
  return regions.map((region, index) => {
    const inReference = (row: number) => region.labels.includes(labels[row]);
    const isSet = (pattern: number) => (pattern & (1 << index)) !== 0;
    return score(regionIdentity(region, index), confusionOf(patterns, inReference, isSet), total);
  });
}

function regionIdentity({ key, name, labels }: Region, index: number): Identity {
  return { structure: { kind: 'region', index }, key, name, labels };
}
