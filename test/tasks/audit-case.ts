import type { LabelScheme } from '../../src/core/labels/label-scheme.ts';
import type { Vec3 } from '../../src/core/volume/grid.ts';
import { reconstruct } from '../../src/core/reconstruction/reconstruction.ts';
import type { LabelMap, ProbabilityVolume } from '../../src/core/volume/volume.ts';
import { regionsOf, schemeOf } from '../core/reconstruction/rules.ts';

export const SIZE: Vec3 = [7, 6, 5];
export const GRID = {
  size: SIZE,
  spacingMm: [1, 1, 2],
  affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0],
} as const;
const VOXELS = SIZE[0] * SIZE[1] * SIZE[2];

/** Whole, core and rim, named so that the alphabet turns them round; regions_class_order as told. */
export const schemeWith = (order: readonly number[], ignore: number | null = null): LabelScheme =>
  schemeOf(regionsOf([[1, 2, 3], [2, 3], [3]], order, ['whole', 'core', 'rim']), ignore);

/** All patterns, some p at exactly 0.5, background at the edges, nothing symmetrical; the same on every call. */
export function smallProbabilities(type: 'float32' | 'float64' = 'float32'): ProbabilityVolume {
  const values = Array.from({ length: 3 * VOXELS }, (_, i) => {
    const voxel = i % VOXELS;
    const [x, y, z] = [voxel % 7, Math.floor(voxel / 7) % 6, Math.floor(voxel / 42)];
    if (x === 0 || y === 0 || z === 0 || x === 6) return 0.0625;
    const noise = (Math.imul(i + 11, 0x9e3779b1) >>> 9) % 16;
    return noise === 7 ? 0.5 : (noise + 0.5) / 16;
  });
  const data = type === 'float32' ? Float32Array.from(values) : Float64Array.from(values);
  return { size: SIZE, channels: 3, type, data };
}

/** The labels that something makes of the three probabilities of each voxel. */
export function labelsBy(
  probabilities: ProbabilityVolume,
  write: (p: readonly number[], voxel: number) => number,
): number[] {
  const { data } = probabilities;
  return Array.from({ length: VOXELS }, (_, i) =>
    write([data[i], data[VOXELS + i], data[2 * VOXELS + i]], i),
  );
}

/** A person's own overwrite script: regions in a sequence, each with its label. */
export const overwrite =
  (sequence: readonly number[], writes: readonly number[], above = (p: number) => p > 0.5) =>
  (p: readonly number[]) =>
    sequence.reduce((label, region) => (above(p[region]) ? writes[region] : label), 0);

export const nnunet =
  ({ regions }: LabelScheme) =>
  (p: readonly number[]) =>
    reconstruct(
      p.reduce((bits, value, i) => (value > 0.5 ? bits | (1 << i) : bits), 0),
      regions,
    );

/** A map read from a file: values below 256 are their own codes. */
export function mapOf(values: readonly number[]): LabelMap {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  return {
    grid: GRID,
    codes: Uint8Array.from(values, (value) => distinct.indexOf(value)),
    labels: distinct,
    present: distinct,
    warnings: [],
  };
}

/** The values of a volume of `SIZE` taken from elsewhere; 0 outside. */
export function moved(
  values: readonly number[],
  source: (x: number, y: number, z: number) => Vec3,
): number[] {
  return values.map((_, i) => {
    const [x, y, z] = source(i % 7, Math.floor(i / 7) % 6, Math.floor(i / 42));
    const inside = x >= 0 && y >= 0 && z >= 0 && x < 7 && y < 6 && z < 5;
    return inside ? values[x + 7 * (y + 6 * z)] : 0;
  });
}

/** A cause planted in a small case, and what it must be called. */
export interface Planted {
  readonly title: string;
  readonly order?: readonly number[];
  readonly ignore?: number;
  readonly make: (scheme: LabelScheme, probabilities: ProbabilityVolume) => number[];
  readonly matches: string;
  readonly written?: readonly number[];
  readonly verdict: RegExp;
  readonly fromMasks?: boolean;
}

const by =
  (write: (p: readonly number[], voxel: number) => number) => (_: LabelScheme, p: ProbabilityVolume) =>
    labelsBy(p, write);
const argmax = (p: readonly number[]) => p.indexOf(Math.max(...p));
const own = (scheme: LabelScheme, p: ProbabilityVolume) => labelsBy(p, nnunet(scheme));

export const PLANTED: readonly Planted[] = [
  { title: "nnU-Net's own", make: own, matches: 'nnunet', verdict: /^Your label map is what nnU-Net writes\.$/, fromMasks: true },
  { title: 'nnU-Net with an odd order', order: [2, 1, 3], make: own, matches: 'nnunet', verdict: /what nnU-Net writes/, fromMasks: true },
  { title: 'another order', make: by(overwrite([0, 1, 2], [3, 2, 1])), matches: 'order', written: [3, 2, 1], verdict: /the order \[3, 2, 1\] writes: labels 1 and 3 are exchanged/, fromMasks: true },
  { title: 'a cycle of labels', make: by(overwrite([0, 1, 2], [2, 3, 1])), matches: 'order', written: [2, 3, 1], verdict: /whole writes 2 instead of 1, core writes 3 instead of 2/, fromMasks: true },
  { title: 'another sequence', make: by(overwrite([0, 2, 1], [1, 2, 3])), matches: 'order', written: [1, 2, 3], verdict: /in the sequence whole, rim, core instead of whole, core, rim/, fromMasks: true },
  { title: 'labels that are no permutation', make: by(overwrite([0, 1, 2], [1, 5, 5])), matches: 'order', written: [1, 5, 5], verdict: /core writes 5 instead of 2/, fromMasks: true },
  { title: 'another sequence with other labels', make: by(overwrite([1, 0, 2], [7, 8, 9])), matches: 'order', written: [7, 8, 9], verdict: /sequence core, whole, rim/, fromMasks: true },
  { title: 'the alphabet for masks and labels', order: [4, 5, 6], make: by(overwrite([1, 2, 0], [6, 4, 5])), matches: 'alphabetical', written: [6, 4, 5], verdict: /alphabetical order of their names and the labels/, fromMasks: true },
  { title: 'the alphabet for the sequence', make: by(overwrite([1, 2, 0], [1, 2, 3])), matches: 'order', written: [1, 2, 3], verdict: /the same as .*alphabetical/, fromMasks: true },
  { title: 'at least instead of above', make: by(overwrite([0, 1, 2], [1, 2, 3], (p) => p >= 0.5)), matches: 'greater-or-equal', written: [1, 2, 3], verdict: /p >= 0\.5 writes/ },
  { title: 'argmax above 0.5', make: by((p) => (Math.max(...p) > 0.5 ? argmax(p) + 1 : 0)), matches: 'argmax', written: [1, 2, 3], verdict: /argmax .* exceeds 0\.5/ },
  { title: 'argmax as labels', order: [2, 1, 3], make: by((p) => (Math.max(...p) > 0.5 ? [2, 1, 3][argmax(p)] : 0)), matches: 'argmax', written: [2, 1, 3], verdict: /argmax/ },
  { title: 'argmax as index', order: [2, 1, 3], make: by((p) => (Math.max(...p) > 0.5 ? argmax(p) + 1 : 0)), matches: 'argmax', written: [1, 2, 3], verdict: /argmax .* as index \+ 1/ },
  { title: 'argmax without a threshold', make: by((p) => argmax(p) + 1), matches: 'argmax', verdict: /argmax .* without a threshold/ },
  { title: '1 to n instead of the labels', order: [4, 2, 9], make: by(overwrite([0, 1, 2], [1, 2, 3])), matches: 'unmapped', written: [1, 2, 3], verdict: /numbered 1 to 3 instead of by regions_class_order \[4, 2, 9\]/, fromMasks: true },
  { title: '1 to n where that is a permutation', order: [2, 1, 3], make: by(overwrite([0, 1, 2], [1, 2, 3])), matches: 'order', written: [1, 2, 3], verdict: /labels 1 and 2 are exchanged; the same as .*numbered 1 to 3/, fromMasks: true },
  { title: 'a region missing', make: by(overwrite([0, 1], [1, 2, 3])), matches: 'region-missing', verdict: /without rim/, fromMasks: true },
  { title: 'a region missing and the labels moved up', order: [4, 5, 6], make: by(overwrite([0, 2], [4, 0, 5])), matches: 'region-missing', written: [4, 5, 5], verdict: /without core, the labels of the other regions moving up/, fromMasks: true },
  { title: 'background as 4', make: (s, p) => own(s, p).map((label) => label || 4), matches: 'background', verdict: /background stands as label 4 instead of 0/, fromMasks: true },
  { title: 'every label one too high', make: (s, p) => own(s, p).map((label) => label + 1), matches: 'offset', written: [2, 3, 4], verdict: /one too high, background too/, fromMasks: true },
  { title: 'regions counted from 0', make: (s, p) => own(s, p).map((label) => Math.max(0, label - 1)), matches: 'offset', written: [0, 1, 2], verdict: /one too low/, fromMasks: true },
  { title: 'ignore copied from the reference', ignore: 4, make: (s, p) => own(s, p).map((label, i) => (i % 5 === 0 ? 4 : label)), matches: 'ignore', verdict: /voxels with the ignore label 4/, fromMasks: true },
  { title: 'flipped along x', make: (s, p) => moved(own(s, p), (x, y, z) => [6 - x, y, z]), matches: 'flipped', verdict: /flipped along x/, fromMasks: true },
  { title: 'flipped along y and z', make: (s, p) => moved(own(s, p), (x, y, z) => [x, 5 - y, 4 - z]), matches: 'flipped', verdict: /flipped along y and z/, fromMasks: true },
  { title: 'shifted to higher z', make: (s, p) => moved(own(s, p), (x, y, z) => [x, y, z - 1]), matches: 'shifted', verdict: /shifted by one voxel towards higher z/, fromMasks: true },
  { title: 'shifted to lower x', make: (s, p) => moved(own(s, p), (x, y, z) => [x + 1, y, z]), matches: 'shifted', verdict: /towards lower x/, fromMasks: true },
]; // prettier-ignore
