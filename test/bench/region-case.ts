import type { Vec3 } from '../../src/core/volume/grid.ts';
import type { LabelScheme, Region } from '../../src/core/labels/label-scheme.ts';
import { nnunetRule, type Rule } from '../../src/core/reconstruction/rule.ts';
import type { LabelMap, ProbabilityVolume } from '../../src/core/volume/volume.ts';
import { float16Bits } from '../../src/engine/threshold-bits.ts';
import type { CaseVolumes } from '../../src/tasks/case/read-case.ts';
import { blobPair, FULL_SIZE, seeded } from './blob-volumes.ts';

/** A chain of regions, each the labels from its own on, the coarsest first, as in BraTS. */
export function chainScheme(regions: number): LabelScheme {
  const labels = Array.from({ length: regions }, (_, i) => i + 1);
  const chain = labels.map((label): Region => {
    const own = labels.filter((other) => other >= label);
    const key = own.length === 1 ? `(${label},)` : `(${own.join(', ')})`;
    return { key, name: `region ${label}`, labels: own, writes: label };
  });
  const named = labels.map((value) => ({ value, name: `label ${value}` }));
  return { labels: named, regions: chain, ignore: null, channelNames: [] };
}

/**
 * A case of region probabilities: about 1 inside and 0 outside of the predicted organs, and noise everywhere, more
 * than a network leaves, some of it across any threshold.
 */
export function regionCase(
  regions: number,
  type: 'float16' | 'float32',
  size: Vec3 = FULL_SIZE,
): CaseVolumes & { readonly probabilities: ProbabilityVolume } {
  const { reference, predicted } = blobPair(regions + 1, size);
  const random = seeded(7);
  const noises = Float32Array.from({ length: 65_521 }, () => 0.6 * random() ** 6);
  const data =
    type === 'float16'
      ? new Uint16Array(regions * predicted.length)
      : new Float32Array(regions * predicted.length);
  const inside = Array.from(noises, (noise) => stored(1 - noise));
  const outside = Array.from(noises, stored);
  for (let region = 0, at = 0; region < regions; region++) {
    for (let i = 0; i < predicted.length; i++, at++) {
      const values = predicted[i] > region ? inside : outside;
      data[at] = values[at % values.length];
    }
  }
  return {
    name: 'case',
    reference: labelMap(reference, regions, size),
    prediction: null,
    probabilities: { size, channels: regions, type, data },
    masks: null,
    files: { reference: 'reference.nii.gz', prediction: 'probabilities.npz' },
    warnings: [],
  };

  function stored(value: number): number {
    return type === 'float16' ? float16Bits(value) : value;
  }
}

/** A label map of codes that are its labels. */
export function labelMap(codes: LabelMap['codes'], highest: number, size: Vec3): LabelMap {
  const labels = Array.from({ length: highest + 1 }, (_, label) => label);
  const affine = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] as const;
  return { grid: { size, spacingMm: [1, 1, 1], affine }, codes, labels, present: labels, warnings: [] };
}

/** A slider that moves: another threshold every time. */
export function movedRules(regions: readonly Region[], changed: Partial<Rule> = {}): () => Rule {
  const rule = { ...nnunetRule(regions), ...changed };
  let moves = 0;
  return () => {
    moves++;
    return {
      ...rule,
      thresholds: rule.thresholds.map((_, i) => (i === 1 ? (37 + (moves % 26)) / 100 : 0.5)),
    };
  };
}
