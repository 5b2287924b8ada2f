import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRegionKey, type Region } from '../../../src/core/labels/label-scheme.ts';
import {
  checkRoundTrip,
  patternOf,
  reconstruct,
  reconstructionTable,
  regionsIn,
} from '../../../src/core/reconstruction/reconstruction.ts';
import golden from '../../golden/nnunet_eval/reconstruction.json' with { type: 'json' };

const regionsOf = (sets: readonly (readonly number[])[], order: readonly number[]): Region[] =>
  sets.map((labels, i) => ({ key: formatRegionKey(labels), name: `region ${i}`, labels, writes: order[i] }));

test('a later region overwrites an earlier one', () => {
  const regions = regionsOf([[1, 2, 3], [2, 3], [3]], [1, 2, 3]);
  expect([0b000, 0b001, 0b011, 0b111, 0b101, 0b100, 0b010].map((b) => reconstruct(b, regions))).toEqual([
    0, 1, 2, 3, 3, 3, 2,
  ]);
  expect([...reconstructionTable(regions)]).toEqual([0, 1, 2, 2, 3, 3, 3, 3]);
});

test('a pattern is the set of its regions', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(15)), (indices) => {
      const pattern = indices.reduce((bits, i) => bits | (1 << i), 0);
      expect(regionsIn(pattern)).toEqual(indices.toSorted((a, b) => a - b));
    }),
  );
});

describe('the round trip of dataset.json', () => {
  const broken = (sets: number[][], order: number[]) =>
    Object.fromEntries(checkRoundTrip(regionsOf(sets, order)).map(({ label, becomes }) => [label, becomes]));

  test.each([
    ['nested in order', [[1, 2, 3], [2, 3], [3]], [1, 2, 3], {}],
    ['KiTS', [[1, 2, 3], [2, 3], [2]], [1, 3, 2], {}],
    ['BraTS 2023, right', [[1, 2, 3], [1, 3], [3]], [2, 1, 3], {}],
    ['two regions, labels exchanged', [[1, 2], [1]], [1, 2], { 1: 2, 2: 1 }],
    ['BraTS 2023, wrong', [[1, 2, 3], [1, 3], [3]], [1, 2, 3], { 1: 2, 2: 1 }],
    ['three levels, wrong', [[1, 2, 3, 4], [1, 2, 3], [1]], [1, 2, 3], { 1: 3, 2: 2, 3: 2, 4: 1 }],
  ])('%s', (_, sets, order, expected) => {
    const found = broken(sets, order);
    for (const [label, becomes] of Object.entries(expected)) {
      if (Number(label) !== becomes) expect(found[label]).toBe(becomes);
    }
    if (Object.keys(expected).length === 0) expect(found).toEqual({});
  });

  test('two labels with the same regions never both come back', () => {
    expect(checkRoundTrip(regionsOf([[1, 2]], [1]))).toEqual([{ label: 2, becomes: 1 }]);
  });
});

test('a label implies the regions that contain it', () => {
  const regions = regionsOf([[1, 2, 3], [2], [3]], [1, 2, 3]);
  expect([0, 1, 2, 3, 4].map((label) => patternOf(label, regions))).toEqual([0, 0b001, 0b011, 0b101, 0]);
});

const volumes = golden.probabilities_regions.map((channel) => channel.flat(2));
const sets = [[1, 2, 3], [2, 3], [3], [4]];

test.each(golden.results.filter(({ mode }) => mode === 'regions'))(
  'nnU-Net writes the same labels with regions_class_order $regions_class_order',
  ({ regions_class_order: order, segmentation }) => {
    const regions = regionsOf(sets, order ?? []);
    const written = volumes[0].map((_, voxel) =>
      reconstruct(
        volumes.reduce((bits, channel, i) => (Math.fround(channel[voxel]) > 0.5 ? bits | (1 << i) : bits), 0),
        regions,
      ),
    );
    expect(written).toEqual(segmentation.flat(2));
  },
);
