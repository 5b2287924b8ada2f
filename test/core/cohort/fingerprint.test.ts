import { expect, test } from 'vitest';
import { describeFingerprint } from '../../../src/core/cohort/fingerprint.ts';
import type { TableCase } from '../../../src/core/cohort/cohort-table-case.ts';
import { DiceLensError, type Warning } from '../../../src/core/errors.ts';
import type { Vec3 } from '../../../src/core/volume/grid.ts';

const structures = [
  { key: '1', name: 'liver' },
  { key: '2', name: 'tumour' },
];

function made(name: string, size: Vec3, spacing: number, voxels: readonly number[], model = ''): TableCase {
  const affine = [-spacing, 0, 0, 0, 0, -spacing, 0, 0, 0, 0, spacing, 0];
  return {
    id: `${name}${model}`,
    name,
    model,
    group: '',
    evaluated: {
      name,
      files: { reference: name, prediction: name },
      counted: 1000,
      regions: [],
      labels: voxels.map((tp, i) => ({ key: `${i + 1}`, tp, fp: 7, fn: 0, tn: 0 })),
    },
    voxelMl: spacing ** 3 / 1000,
    grid: { size, spacingMm: [spacing, spacing, spacing], affine },
    warnings: [],
    error: null,
    isReused: false,
    index: 0,
  };
}

test('each case counts once, however many models it has', () => {
  const cases = [
    made('a', [10, 10, 10], 1, [100, 0]),
    made('a', [10, 10, 10], 1, [100, 0], 'other'),
    made('b', [20, 10, 5], 2, [300, 50]),
  ];
  const found = describeFingerprint(cases, structures, 'labels')!;
  expect(found).toMatchObject({
    cases: 2,
    size: [
      { least: 10, median: 15, most: 20 },
      { least: 10, most: 10 },
      { least: 5, most: 10 },
    ],
    voxels: { least: 1000, most: 1000 },
    sizes: 2,
    spacings: 2,
    orientations: [{ code: 'LPS', cases: 2 }],
    oblique: 0,
    imbalance: 8,
    misplaced: [],
  });
  expect(found.structures).toMatchObject([
    { voxels: 400, share: 0.2, without: [], volumesMl: [0.1, 2.4] },
    { voxels: 50, share: 0.025, without: ['a'], volumesMl: [0.4] },
  ]);
});

test('cases whose files do not lie alike are listed, those without a result too', () => {
  const warning = { code: 'geometry-differs', facts: {} } as unknown as Warning;
  const facts = { first: 'r', firstSize: [1, 1, 1], second: 'p', secondSize: [1, 1, 2], transpose: null };
  const error = new DiceLensError('shapesDiffer', facts);
  const cases = [
    { ...made('a', [1, 1, 1], 1, [1, 1]), warnings: [warning] },
    { ...made('b', [1, 1, 1], 1, []), evaluated: null, grid: null, error },
    made('c', [1, 1, 1], 1, [1, 1]),
  ];
  const { misplaced } = describeFingerprint(cases, structures, 'labels')!;
  expect(misplaced.map((one) => [one.case, one.warning, one.error])).toEqual([
    ['a', warning, null],
    ['b', null, error],
  ]);
});

test('nothing is said of a summary.json alone', () => {
  expect(
    describeFingerprint([{ ...made('a', [1, 1, 1], 1, [1]), grid: null }], structures, 'labels'),
  ).toBeNull();
});
