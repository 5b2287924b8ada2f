import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reconstructionTable } from '../../../src/core/reconstruction/reconstruction.ts';
import { countCodes, nnunetRule, type Rule } from '../../../src/core/reconstruction/rule.ts';
import { coarserThan, ruleTable } from '../../../src/core/reconstruction/rule-table.ts';
import { anyRegions, anyRule, plainLabel, regionsOf } from './rules.ts';

const chain = regionsOf([[1, 2, 3], [2, 3], [3]], [1, 2, 3]);
const nnunet = nnunetRule(chain);

test("nnU-Net's rule is nnU-Net's reconstruction", () => {
  fc.assert(
    fc.property(anyRegions(6), (regions) => {
      expect(ruleTable(nnunetRule(regions), regions)).toEqual(reconstructionTable(regions));
    }),
  );
});

test('a table writes what the rule says of probabilities with that pattern', () => {
  const values = fc.array(fc.constantFrom<number>(0, 0.2, 0.5, 0.7, 1), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(
      anyRegions(6).chain((regions) =>
        fc.record({
          regions: fc.constant(regions),
          rule: anyRule(regions.length, fc.constantFrom(0, 0.2, 0.4, 0.5)),
          values: values.map((v) => v.slice(0, regions.length)),
        }),
      ),
      ({ regions, rule, values }) => {
        const n = regions.length;
        const passes = (i: number) =>
          rule.comparison === '>' ? values[i] > rule.thresholds[i] : values[i] >= rule.thresholds[i];
        let code = values.reduce<number>((bits, _, i) => (passes(i) ? bits | (1 << i) : bits), 0);
        if (rule.kind === 'argmax') code |= values.indexOf(Math.max(...values)) << n;
        expect(code).toBeLessThan(countCodes(rule.kind, n));
        expect(ruleTable(rule, regions)[code]).toBe(plainLabel(values, rule, rule.thresholds, regions));
      },
    ),
  );
});

describe('each rule on a chain of three regions', () => {
  const labels = (rule: Partial<Rule>) => [...ruleTable({ ...nnunet, ...rule }, chain)];
  test.each<[string, Partial<Rule>, number[]]>([
    ['overwrite', {}, [0, 1, 2, 2, 3, 3, 3, 3]],
    ['the reverse sequence', { sequence: [2, 1, 0] }, [0, 1, 2, 1, 3, 1, 2, 1]],
    ['other labels', { writes: [3, 2, 1] }, [0, 3, 2, 2, 1, 1, 1, 1]],
    ['nested', { kind: 'nested' }, [0, 1, 0, 2, 0, 1, 0, 3]],
  ])('%s', (_, rule, expected) => expect(labels(rule)).toEqual(expected));

  test('argmax with a threshold writes the winner where it is set', () => {
    const table = labels({ kind: 'argmax', writes: [7, 8, 9] });
    expect(table).toHaveLength(32);
    expect([0b00_001, 0b00_110, 0b01_010, 0b10_111, 0b10_011, 0b11_111].map((code) => table[code])).toEqual([
      7, 0, 8, 9, 0, 0,
    ]);
  });

  test('argmax without a threshold always writes, index + 1 where asked for', () => {
    const table = labels({ kind: 'argmax', argmax: { thresholded: false, writes: 'index' } });
    expect([0b00_000, 0b01_000, 0b10_111].map((code) => table[code])).toEqual([1, 2, 3]);
  });
});

test('a coarser region contains all labels of the finer one and more', () => {
  const regions = regionsOf([[1, 2, 3], [2, 3], [3], [2, 3], [4]], [1, 2, 3, 2, 4]);
  expect(regions.map((_, i) => coarserThan(i, regions))).toEqual([0, 0b1, 0b1011, 0b1, 0]);
});

test('codes of one and of sixteen regions', () => {
  expect(countCodes('argmax', 1)).toBe(2);
  expect(countCodes('argmax', 12)).toBe(65_536);
  expect(countCodes('overwrite', 16)).toBe(65_536);
});
