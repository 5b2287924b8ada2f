import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AXIS_WIDTH,
  axisOf,
  levelsOf,
  placePairs,
  type WaterfallPair,
} from '../../../src/ui/why/waterfall-layout.ts';

const pair: fc.Arbitrary<WaterfallPair> = fc
  .tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 3 }),
  )
  .map(([dice, amounts]) => {
    const end = { structure: { kind: 'label', value: 1 }, labels: [1], name: 'one' } as const;
    const steps = amounts.map((amount, i) => ({
      id: `${i}`,
      kind: 'volume' as const,
      amount,
      text: '',
      title: '',
    }));
    const last = amounts.reduce((sum, amount) => sum + amount, dice);
    return { id: 'x', from: { ...end, dice }, to: { ...end, dice: last }, steps, brackets: [] };
  });
const pairs = fc.array(pair, { minLength: 1, maxLength: 9 });

test('the axis holds every level, ends at 1 and has at most seven ticks', () => {
  fc.assert(
    fc.property(pairs, (of) => {
      const { low, high, ticks } = axisOf(of);
      expect(high).toBe(1);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks[0]).toBe(1);
      for (const level of of.flatMap(levelsOf)) expect(level).toBeGreaterThanOrEqual(low - 0.006);
    }),
  );
});

test('pairs keep their order, none is lost, and those of a row neither overlap nor leave it', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 420, max: 1400 }), (of, width) => {
      const rows = placePairs(of, width);
      expect(rows.flat().map(({ pair: one }) => one)).toEqual(of);
      for (const row of rows) {
        let right = AXIS_WIDTH;
        for (const { left, width: own } of row) {
          expect(left).toBeGreaterThanOrEqual(right);
          right = left + own;
        }
        expect(right).toBeLessThanOrEqual(width + 0.001);
      }
    }),
  );
});
