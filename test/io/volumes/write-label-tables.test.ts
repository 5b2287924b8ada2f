import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatItkSnapLabels,
  formatSlicerColours,
  type LabelColour,
} from '../../../src/io/volumes/write-label-tables.ts';

const labels: LabelColour[] = [
  { value: 3, name: 'enhancing "rim"', rgb: [212, 90, 126] },
  { value: 1, name: 'peritumoral edema', rgb: [81, 170, 168] },
];

test('ITK-SNAP reads index, colour, opacity, two flags and the name in quotation marks', () => {
  expect(formatItkSnapLabels(labels).split('\n').slice(5)).toEqual([
    `    0     0     0     0         0  0  0    "background"`,
    `    1    81   170   168         1  1  1    "peritumoral edema"`,
    `    3   212    90   126         1  1  1    "enhancing 'rim'"`,
    '',
  ]);
});

test('3D Slicer reads value, name without blanks and colour', () => {
  expect(formatSlicerColours(labels)).toBe(
    '# Color table file\n# 3 values\n0 background 0 0 0 0\n1 peritumoral_edema 81 170 168 255\n3 enhancing_"rim" 212 90 126 255\n',
  );
});

test('every label stands in both tables once, whatever its name', () => {
  const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
  const entry = fc.record({
    value: fc.integer({ min: 0, max: 65_535 }),
    name: fc.string({ unit: 'binary' }),
    rgb: colour,
  });
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ value }) => value }), (labels) => {
      const values = [...new Set([0, ...labels.map(({ value }) => value)])].sort((a, b) => a - b);
      const snap = formatItkSnapLabels(labels)
        .trimEnd()
        .split('\n')
        .filter((line) => !line.startsWith('#'));
      const pattern = /^\s*(\d+)(?:\s+\d{1,3}){3}\s+[01]\s+[01]\s+[01]\s+"[^"\n]*"$/;
      expect(snap.map((line) => Number(pattern.exec(line)?.[1]))).toEqual(values);
      const slicer = formatSlicerColours(labels).trimEnd().split('\n').slice(2);
      expect(slicer.map((line) => Number(/^(\d+) \S+ (?:\d{1,3} ){3}\d+$/.exec(line)?.[1]))).toEqual(values);
    }),
  );
});
