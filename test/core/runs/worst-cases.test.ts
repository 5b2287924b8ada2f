import { expect, test } from 'vitest';
import type { SummaryCase } from '../../../src/core/runs/run-summary.ts';
import { worstCases } from '../../../src/core/runs/worst-cases.ts';

const counts = (dice: number) => ({ tp: 0, fp: 0, fn: 0, dice });

test('cases come from the lowest mean up, absent structures left out, empty cases last', () => {
  const cases: SummaryCase[] = [
    { name: 'good', counts: { '1': counts(0.9), '2': counts(0.8) } },
    { name: 'empty', counts: { '1': counts(Number.NaN), '2': counts(Number.NaN) } },
    { name: 'missed', counts: { '1': counts(0), '2': counts(0.6) } },
    { name: 'one', counts: { '1': counts(0.5), '2': counts(Number.NaN) } },
    { name: 'b', counts: { '1': counts(0.7) } },
    { name: 'a', counts: { '1': counts(0.7), '3': counts(0) } },
  ];
  expect(worstCases({ version: 2, keys: ['1', '2'], cases, meanDice: Number.NaN })).toEqual([
    { name: 'missed', dice: 0.3, zeros: 1 },
    { name: 'one', dice: 0.5, zeros: 0 },
    { name: 'a', dice: 0.7, zeros: 0 },
    { name: 'b', dice: 0.7, zeros: 0 },
    { name: 'good', dice: (0.9 + 0.8) / 2, zeros: 0 },
    { name: 'empty', dice: Number.NaN, zeros: 0 },
  ]);
});
