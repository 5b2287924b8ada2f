import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CohortCase } from '../../../src/core/cohort/cohort-result.ts';
import { checkSummary, foregroundMean } from '../../../src/core/cohort/summary-check.ts';
import type { EvaluationSummary } from '../../../src/core/runs/run-summary.ts';
import { dice } from '../../../src/core/counts/confusion.ts';
import { parseSummaryJson } from '../../../src/io/json/summary-json.ts';

type Counts = readonly [tp: number, fp: number, fn: number];
const structures = ['1', '2'].map((key) => ({ key, name: `label ${key}` }));

const cohort = (cases: Record<string, readonly Counts[]>): CohortCase[] =>
  Object.entries(cases).map(([name, counts]) => ({
    name,
    files: { reference: name, prediction: name },
    counted: 100_000,
    regions: [],
    labels: counts.map(([tp, fp, fn], i) => ({ key: `${i + 1}`, tp, fp, fn, tn: 0 })),
  }));
const summary = (cases: Record<string, readonly Counts[]>): EvaluationSummary => {
  const listed = Object.entries(cases).map(([name, counts]) => ({
    name,
    counts: Object.fromEntries(
      counts.map(([tp, fp, fn], i) => [`${i + 1}`, { tp, fp, fn, dice: dice({ tp, fp, fn }) }]),
    ),
  }));
  const read = { version: 2, keys: ['1', '2'], cases: listed, meanDice: 0 } as const;
  return { ...read, meanDice: foregroundMean(read) };
};
const plain = {
  a: [
    [900, 50, 60],
    [400, 30, 20],
  ],
  b: [
    [800, 10, 90],
    [0, 0, 0],
  ],
} as const;
const check = (file: Record<string, readonly Counts[]>, ignore: number | null = null) =>
  checkSummary(summary(file), cohort(plain), structures, ignore);

test('a file of the same counts agrees, NaN included', () => {
  expect(check(plain)).toMatchObject({ compared: 4, equal: 4, differences: [], causes: [] });
});

test.each([
  [
    'rounding',
    {
      a: [
        [899, 50, 61],
        [400, 30, 20],
      ],
      b: plain.b,
    },
  ],
  [
    'other-references',
    {
      a: [
        [900, 50, 360],
        [400, 30, 20],
      ],
      b: plain.b,
    },
  ],
  [
    'other-predictions',
    {
      a: [
        [600, 50, 360],
        [400, 30, 20],
      ],
      b: plain.b,
    },
  ],
  ['swapped-labels', { a: [plain.a[1], plain.a[0]], b: plain.b }],
  ['missing-files', { a: plain.a }],
  ['missing-files', { ...plain, c: plain.a }],
] as const)('the cause %s is told', (cause, file) => {
  expect(check(file as Record<string, readonly Counts[]>).causes).toEqual([cause]);
});

test('voxels of the ignore label are more false positives, where there is such a label', () => {
  const file = {
    a: [
      [900, 350, 60],
      [400, 130, 20],
    ],
    b: plain.b,
  } as const;
  expect(check(file, 3).causes).toEqual(['ignore-label']);
  expect(check(file).causes).toEqual(['other-predictions']);
});

test('other structures are named', () => {
  const { causes, keysOnlyInFile, keysOnlyHere, compared } = checkSummary(
    summary(plain),
    cohort(plain),
    [
      { key: '1', name: 'one' },
      { key: '3', name: 'three' },
    ],
    null,
  );
  expect({ causes, keysOnlyInFile, keysOnlyHere, compared }).toEqual({
    causes: ['other-structures'],
    keysOnlyInFile: ['2'],
    keysOnlyHere: ['3'],
    compared: 2,
  });
});

test.each(['regions', 'labels', 'labels_ignore'])(
  'foreground_mean is recomputed to the last digit of what nnU-Net wrote: %s',
  (name) => {
    const file = new URL(`../../golden/nnunet_eval/summary_${name}.json`, import.meta.url);
    const read = parseSummaryJson(readFileSync(file, 'utf8'), 'summary.json');
    expect(foregroundMean(read)).toBe(read.meanDice);
  },
);
