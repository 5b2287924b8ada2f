import { expect, test } from 'vitest';
import { tabulateSelection, type CodeMeaning } from '../../../src/core/volume/select-voxels.ts';
import {
  CHOSEN,
  FALSE_NEGATIVE,
  FALSE_POSITIVE,
  OUTSIDE,
  TRUE_POSITIVE,
  type Selection,
} from '../../../src/core/labels/selection.ts';

const meaning: CodeMeaning = {
  regions: [
    { key: '(1, 2)', name: 'whole', labels: [1, 2], writes: 1 },
    { key: '(2,)', name: 'core', labels: [2], writes: 2 },
  ],
  ignore: 9,
  reference: [0, 1, 2, 9],
  predicted: [0, 1, 2],
};

const classify = (selection: Selection, reference: number, predicted: number) => {
  const { inReference, inPrediction, classes } = tabulateSelection(selection, meaning);
  return classes[inReference[reference] * 2 + inPrediction[predicted]];
};

test('a region is TP, FP, FN by its labels, and ignored voxels are none of them', () => {
  const region: Selection = {
    kind: 'structure',
    structure: { kind: 'region', index: 0 },
    part: 'all',
    raw: false,
  };
  expect(classify(region, 1, 2)).toBe(TRUE_POSITIVE);
  expect(classify(region, 0, 2)).toBe(FALSE_POSITIVE);
  expect(classify(region, 2, 0)).toBe(FALSE_NEGATIVE);
  expect(classify(region, 0, 0)).toBe(OUTSIDE);
  expect(classify(region, 3, 1)).toBe(OUTSIDE);
});

test('one part of a structure leaves the others out', () => {
  const misses: Selection = {
    kind: 'structure',
    structure: { kind: 'label', value: 1 },
    part: 'fn',
    raw: false,
  };
  expect([classify(misses, 1, 1), classify(misses, 0, 1), classify(misses, 1, 0)]).toEqual([
    OUTSIDE,
    OUTSIDE,
    FALSE_NEGATIVE,
  ]);
});

test('a raw region compares patterns', () => {
  const raw: Selection = {
    kind: 'structure',
    structure: { kind: 'region', index: 1 },
    part: 'all',
    raw: true,
  };
  expect(tabulateSelection(raw, meaning).compares).toBe('patterns');
  expect([classify(raw, 2, 0b10), classify(raw, 2, 0b01), classify(raw, 1, 0b11)]).toEqual([
    TRUE_POSITIVE,
    FALSE_NEGATIVE,
    FALSE_POSITIVE,
  ]);
});

test('a cell and a pattern choose exactly their voxels', () => {
  expect([
    classify({ kind: 'cell', reference: 1, predicted: 2 }, 1, 2),
    classify({ kind: 'cell', reference: 1, predicted: 2 }, 2, 2),
  ]).toEqual([CHOSEN, OUTSIDE]);
  expect([0, 1, 2, 3].map((pattern) => classify({ kind: 'pattern', pattern: 2 }, 0, pattern))).toEqual([
    OUTSIDE,
    OUTSIDE,
    CHOSEN,
    OUTSIDE,
  ]);
  expect(classify({ kind: 'pattern', pattern: 2 }, 3, 2)).toBe(OUTSIDE);
});
