import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseResult } from '../../../src/core/case/case-result.ts';
import { evaluateCounts } from '../../../src/core/counts/evaluate-counts.ts';
import { NO_SCHEME, type LabelScheme } from '../../../src/core/labels/label-scheme.ts';
import { patternOf, reconstruct } from '../../../src/core/reconstruction/reconstruction.ts';
import { countPairs, voxelPairs, type VoxelPair } from './joint-tables.ts';

const scheme: LabelScheme = {
  labels: [1, 2, 3].map((value) => ({ value, name: `structure ${value}` })),
  regions: [
    { key: '(1, 2, 3)', name: 'whole', labels: [1, 2, 3], writes: 1 },
    { key: '(2, 3)', name: 'core', labels: [2, 3], writes: 2 },
    { key: '(3,)', name: 'rim', labels: [3], writes: 3 },
  ],
  ignore: 4,
  channelNames: [],
};
const grid = { size: [1, 1, 1], spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] } as const;
const shared = {
  name: 'case',
  grid,
  engine: { kind: 'cpu', adapter: '', checked: true, reason: null },
  warnings: [],
} as const;

/** A case whose prediction is a pattern a voxel. */
const ofPatterns = (voxels: readonly VoxelPair[], labelMap: readonly VoxelPair[] | null = null): CaseResult =>
  evaluateCounts({
    ...shared,
    scheme,
    referenceLabels: [0, 1, 2, 3, 4],
    patterns: countPairs(voxels, 5, 8),
    labelMap: labelMap && { counts: countPairs(labelMap, 5), labels: [0, 1, 2, 3, 4] },
  });

const counted = (
  voxels: readonly VoxelPair[],
  inRef: (r: number) => boolean,
  inPred: (p: number) => boolean,
) => ({
  tp: voxels.filter(([r, p]) => inRef(r) && inPred(p)).length,
  fp: voxels.filter(([r, p]) => !inRef(r) && inPred(p)).length,
  fn: voxels.filter(([r, p]) => inRef(r) && !inPred(p)).length,
  tn: voxels.filter(([r, p]) => !inRef(r) && !inPred(p)).length,
});

test('raw regions, reconstructed regions and labels equal a plain loop over the voxels not ignored', () => {
  fc.assert(
    fc.property(voxelPairs(5, 8), (voxels) => {
      const result = ofPatterns(voxels);
      const kept = voxels.filter(([r]) => r !== 4);
      expect(result.ignored).toBe(voxels.length - kept.length);
      scheme.regions.forEach(({ labels }, i) => {
        const inRegion = (label: number) => labels.includes(label);
        expect(result.rawRegionScores?.[i]).toMatchObject(
          counted(kept, inRegion, (b) => (b & (1 << i)) !== 0),
        );
        expect(result.regionScores[i]).toMatchObject(
          counted(kept, inRegion, (b) => inRegion(reconstruct(b, scheme.regions))),
        );
      });
      for (const label of [1, 2, 3]) {
        expect(result.labelScores[label - 1]).toMatchObject(
          counted(
            kept,
            (r) => r === label,
            (b) => reconstruct(b, scheme.regions) === label,
          ),
        );
      }
    }),
  );
});

test('the effects of all patterns lead from the raw counts of each region to the reconstructed ones', () => {
  fc.assert(
    fc.property(voxelPairs(5, 8), (voxels) => {
      const { patterns, rawRegionScores, regionScores } = ofPatterns(voxels);
      scheme.regions.forEach((_, i) => {
        const effects = (patterns ?? []).flatMap(({ effects }) =>
          effects.filter(({ region }) => region === i),
        );
        for (const part of ['tp', 'fp', 'fn'] as const) {
          const change = effects.reduce((sum, effect) => sum + effect[part], 0);
          expect((rawRegionScores?.[i][part] ?? 0) + change).toBe(regionScores[i][part]);
        }
      });
    }),
  );
});

test('a pattern is kept exactly when the label written implies it', () => {
  const voxels: VoxelPair[] = Array.from({ length: 8 }, (_, pattern) => [0, pattern]);
  for (const { pattern, writes, gained, lost } of ofPatterns(voxels).patterns ?? []) {
    expect(gained.length + lost.length === 0).toBe(patternOf(writes, scheme.regions) === pattern);
  }
});

test('volume and hierarchy effect add up to the drop from a region to its label', () => {
  fc.assert(
    fc.property(voxelPairs(5, 8), (voxels) => {
      const { drops, regionScores, labelScores } = ofPatterns(voxels);
      expect(drops.map(({ region, label }) => [region, label])).toEqual([
        [0, 1],
        [1, 2],
        [2, 3],
      ]);
      for (const { region, label, drop, volume, hierarchy } of drops) {
        const expected = regionScores[region].dice - labelScores[label - 1].dice;
        expect(drop).toEqual(expected);
        if (!Number.isNaN(expected)) expect(volume + hierarchy).toBeCloseTo(expected, 12);
      }
    }),
  );
});

test('a label map that is given is the one evaluated, and the patterns stand beside it', () => {
  const result = ofPatterns(
    [
      [1, 0b001],
      [2, 0b111],
    ],
    [
      [1, 1],
      [2, 2],
    ],
  );
  expect(result.labelScores.map(({ tp }) => tp)).toEqual([1, 1, 0]);
  expect(result.patterns?.map(({ pattern }) => pattern)).toEqual([0b001, 0b111]);
});

test('labels that dataset.json does not know keep a row of their own', () => {
  const result = evaluateCounts({
    ...shared,
    scheme: NO_SCHEME,
    referenceLabels: [0, 7],
    labelMap: {
      counts: countPairs(
        [
          [0, 0],
          [1, 1],
          [1, 2],
        ],
        2,
        3,
      ),
      labels: [0, 7, -1],
    },
    patterns: null,
  });
  expect(result.labels).toEqual([-1, 0, 7]);
  expect(result.labelScores.map(({ key, name, tp, fp, fn, tn }) => [key, name, tp, fp, fn, tn])).toEqual([
    ['-1', 'label -1', 0, 1, 0, 2],
    ['7', 'label 7', 1, 0, 1, 1],
  ]);
});

test('an ignore label that was predicted keeps its column, and voxels ignored in the reference none', () => {
  const result = evaluateCounts({
    ...shared,
    scheme: { ...scheme, regions: [] },
    referenceLabels: [0, 1, 2, 3, 4],
    labelMap: {
      counts: countPairs(
        [
          [1, 4],
          [4, 1],
          [4, 4],
        ],
        5,
      ),
      labels: [0, 1, 2, 3, 4],
    },
    patterns: null,
  });
  expect([result.voxels, result.ignored]).toEqual([3, 2]);
  expect(result.labelScores[0]).toMatchObject({ key: '1', tp: 0, fp: 0, fn: 1, tn: 0 });
  expect(result.labels).toContain(4);
});
