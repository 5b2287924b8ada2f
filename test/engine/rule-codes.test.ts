import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nnunetRule, type Rule } from '../../src/core/reconstruction/rule.ts';
import { ruleTable } from '../../src/core/reconstruction/rule-table.ts';
import type { ProbabilityVolume } from '../../src/core/volume/volume.ts';
import { CHUNK } from '../../src/engine/cpu/in-chunks.ts';
import { maskCodes } from '../../src/engine/cpu/mask-codes.ts';
import { computePatterns } from '../../src/engine/cpu/patterns.ts';
import { computeRuleCodes, ruleCodesOf } from '../../src/engine/cpu/rule-codes.ts';
import { anyRule, plainLabel, regionsOf } from '../core/reconstruction/rules.ts';
import { codeOf } from '../io/expect-dicelens-error.ts';
import { valueAt, roundedTo } from './plain-values.ts';
import { anyProbabilities, edgeProbabilities, FLOAT_TYPES } from './probabilities.ts';

const SETS = [[1, 2, 3], [2, 3], [3], [4], [4, 5], [1]];
const regionsFor = (n: number) =>
  regionsOf(
    Array.from({ length: n }, (_, i) => SETS[i % SETS.length]),
    Array.from({ length: n }, (_, i) => i + 1),
  );

const labelsOf = async (probabilities: ProbabilityVolume, rule: Rule) => {
  const { codes } = await computeRuleCodes(probabilities, rule);
  const table = ruleTable(rule, regionsFor(probabilities.channels));
  return Array.from(codes, (code) => table[code]);
};

/** Every voxel alone, by numbers and not by bits. */
function plainLabels(probabilities: ProbabilityVolume, rule: Rule): number[] {
  const { size, channels, type } = probabilities;
  const thresholds = rule.thresholds.map((threshold) => roundedTo(type, threshold));
  return Array.from({ length: size[0] }, (_, voxel) =>
    plainLabel(
      Array.from({ length: channels }, (_, i) => valueAt(probabilities, i, voxel)),
      rule,
      thresholds,
      regionsFor(channels),
    ),
  );
}

test('the label of every voxel is what the rule says of its probabilities, whatever bits they have', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyProbabilities(5).chain(({ probabilities, thresholds }) =>
        fc.record({
          probabilities: fc.constant(probabilities),
          rule: anyRule(probabilities.channels, fc.constantFrom(...thresholds, 0, 0.5)),
        }),
      ),
      async ({ probabilities, rule }) => {
        expect(await labelsOf(probabilities, rule)).toEqual(plainLabels(probabilities, rule));
      },
    ),
  );
});

describe.each(FLOAT_TYPES)('%s', (type) => {
  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1])('%i voxels', async (voxels) => {
    const probabilities = edgeProbabilities(type, 3, voxels);
    const rule: Rule = { ...nnunetRule(regionsFor(3)), thresholds: [0.5, 0, 2 ** -24] };
    const { codes } = await computeRuleCodes(probabilities, rule);
    expect(codes).toEqual(computePatterns(probabilities, rule.thresholds).codes);
    expect(ruleCodesOf(probabilities, rule).codes).toEqual(codes);
    const atLeast: Rule = { ...rule, kind: 'argmax', comparison: '>=' };
    expect(await labelsOf(probabilities, atLeast)).toEqual(plainLabels(probabilities, atLeast));
  });
});

test('memory that fits is filled again, and another is taken where it does not', async () => {
  const rule = nnunetRule(regionsFor(3));
  const first = await computeRuleCodes(edgeProbabilities('float16', 3, 50), rule);
  const second = await computeRuleCodes(edgeProbabilities('float16', 3, 50, 9), rule, undefined, first.codes);
  expect(second.codes).toBe(first.codes);
  expect(second.codes).toEqual(
    computePatterns(edgeProbabilities('float16', 3, 50, 9), rule.thresholds).codes,
  );
  const third = await computeRuleCodes(edgeProbabilities('float16', 3, 51), rule, undefined, first.codes);
  expect(third.codes).toHaveLength(51);
});

test('argmax serves twelve regions and refuses thirteen', async () => {
  const rule = (n: number): Rule => ({ ...nnunetRule(regionsFor(n)), kind: 'argmax' });
  expect((await computeRuleCodes(edgeProbabilities('float32', 12, 9), rule(12))).count).toBe(65_536);
  const thirteen = () => computeRuleCodes(edgeProbabilities('float32', 13, 9), rule(13));
  expect(await codeOf(thirteen)).toBe('argmaxTooManyRegions');
});

test('masks are probabilities of 0 and 1', async () => {
  const patterns = Uint8Array.from({ length: 8 }, (_, i) => i);
  const data = Float32Array.from({ length: 24 }, (_, i) => (patterns[i % 8] >> Math.floor(i / 8)) & 1);
  const rule: Rule = { ...nnunetRule(regionsFor(3)), kind: 'argmax' };
  const probabilities: ProbabilityVolume = { size: [8, 1, 1], channels: 3, type: 'float32', data };
  expect(maskCodes({ size: [8, 1, 1], regions: 3, codes: patterns }, 'argmax')).toEqual(
    await computeRuleCodes(probabilities, rule),
  );
});

test('an abort is heard', async () => {
  const signal = AbortSignal.abort(new Error('stop'));
  const rule = nnunetRule(regionsFor(2));
  await expect(computeRuleCodes(edgeProbabilities('float64', 2, 5), rule, signal)).rejects.toThrow('stop');
});
