import { expect, test } from 'vitest';
import { evaluateCounts } from '../../../src/core/counts/evaluate-counts.ts';
import type { CaseResult } from '../../../src/core/case/case-result.ts';
import { isSelected, makeUpOf, naturalPartner, scoreOf } from '../../../src/core/counts/make-up.ts';
import { pairScores } from '../../../src/core/counts/score-rows.ts';

/** Reference against pattern of three nested regions, most of them consistent; row 3 is in no prediction of TC. */
const PATTERNS = [
  [900, 9, 3, 0, 0, 0, 0, 2],
  [20, 80, 5, 4, 1, 2, 0, 6],
  [1, 3, 0, 40, 0, 1, 2, 7],
  [0, 2, 0, 5, 3, 4, 0, 30],
];

const ONE_REGION = PATTERNS.map(([no, ...set]) => [no, set.reduce((a, b) => a + b)]);
const NO_REGION = [[900], [20], [1], [0]];

function nested(regions: readonly (readonly number[])[], rows = PATTERNS): CaseResult {
  return evaluateCounts({
    name: 'nested',
    grid: { size: [10, 10, 10], spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] },
    engine: { kind: 'cpu', adapter: '', checked: true, reason: null },
    scheme: {
      labels: [1, 2, 3].map((value) => ({ value, name: `structure_${value}` })),
      regions: regions.map((labels, i) => ({
        key: `(${labels.join(', ')})`,
        name: `region_${i}`,
        labels,
        writes: [1, 2, 3][i],
      })),
      ignore: null,
      channelNames: [],
    },
    referenceLabels: [0, 1, 2, 3],
    labelMap: null,
    patterns: { rows: 4, columns: 2 ** regions.length, cells: Float64Array.from(rows.flat()) },
    warnings: [],
  });
}

const CHAIN = [[1, 2, 3], [2, 3], [3]];

test('every region stands beside the label that only it and its ancestors contain', () => {
  const rows = pairScores(nested(CHAIN), false);
  expect(rows.map(({ region, label }) => [region?.name, label?.name])).toEqual([
    ['region_0', 'structure_1'],
    ['region_1', 'structure_2'],
    ['region_2', 'structure_3'],
  ]);
  for (const { region, label, change } of rows) expect(change).toBe(label!.dice - region!.dice);
});

test('further labels of a region follow it, and labels of no region come last', () => {
  const rows = pairScores(nested([[1, 2]], ONE_REGION), false);
  expect(rows.map(({ region, label }) => [region?.name ?? null, label?.name])).toEqual([
    ['region_0', 'structure_1'],
    [null, 'structure_2'],
    [null, 'structure_3'],
  ]);
  expect(rows[1].change).toBe(rows[1].label!.dice - rows[0].region!.dice);
  expect(rows[2].change).toBeNull();
});

test('raw masks change the scores of the regions and the drop with them', () => {
  const result = nested(CHAIN);
  const [row] = pairScores(result, true);
  expect(row.region).toBe(result.rawRegionScores![0]);
  expect(row.change).toBe(row.label!.dice - row.region!.dice);
});

test('what TP, FP and FN are made of adds up to the score, for labels, regions and raw masks', () => {
  const result = nested(CHAIN);
  const sum = (shares: readonly { voxels: number }[]) =>
    shares.reduce((total, { voxels }) => total + voxels, 0);
  const structures = [...result.regionScores, ...result.labelScores].map((score) => score.structure);
  for (const raw of [false, true]) {
    for (const structure of structures) {
      const { tp, fp, fn } = makeUpOf(result, structure, raw);
      const score = scoreOf(result, structure, raw)!;
      expect([sum(tp), sum(fp), sum(fn)]).toEqual([score.tp, score.fp, score.fn]);
      expect([...tp, ...fp, ...fn].every(({ voxels }) => voxels > 0)).toBe(true);
    }
  }
});

test('the FN of a label are named by what was predicted instead, most voxels first', () => {
  const { fn } = makeUpOf(nested(CHAIN), { kind: 'label', value: 1 }, false);
  // patterns of reference 1: 20 nothing; 5 + 4 + 0 write label 2; 1 + 2 + 6 write label 3
  expect(fn).toEqual([
    { label: 0, voxels: 20 },
    { label: 2, voxels: 9 },
    { label: 3, voxels: 9 },
  ]);
});

test('a label is compared with the region at its node, a region with its label', () => {
  const result = nested(CHAIN);
  expect(naturalPartner(result, { kind: 'label', value: 2 }, false)?.name).toBe('region_1');
  expect(naturalPartner(result, { kind: 'region', index: 1 }, false)?.name).toBe('structure_2');
  expect(naturalPartner(nested([], NO_REGION), { kind: 'label', value: 2 }, false)).toBeNull();
});

test('a selection is a part of a structure, raw only where the structure is a region', () => {
  const region = { kind: 'region', index: 1 } as const;
  const label = { kind: 'label', value: 1 } as const;
  const chosen = { kind: 'structure', structure: region, part: 'fp', raw: true } as const;
  expect(isSelected(chosen, region, 'fp', true)).toBe(true);
  expect(isSelected(chosen, region, 'fp', false)).toBe(false);
  expect(isSelected(chosen, region, 'fn', true)).toBe(false);
  expect(isSelected({ ...chosen, structure: label, raw: false }, label, 'fp', true)).toBe(true);
  expect(isSelected(null, label, 'all', false)).toBe(false);
});
