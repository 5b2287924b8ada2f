import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCpuEngine } from '../../src/engine/cpu/cpu-engine.ts';
import { CHUNK } from '../../src/engine/cpu/in-chunks.ts';
import { countRuleCpu } from '../../src/engine/cpu/rule-counts.ts';
import type { CodeRule, RegionPair } from '../../src/engine/engine.ts';
import { codeOf } from '../io/expect-dicelens-error.ts';
import { noise } from './noise.ts';
import { everyRule, plainCodes } from './plain-codes.ts';
import { cellsOf, plainCounts } from './plain-loop.ts';
import { anyProbabilities, edgeProbabilities, FLOAT_TYPES, THRESHOLDS } from './probabilities.ts';

const HALF: CodeRule = { kind: 'overwrite', thresholds: [0.5, 0.5, 0.5], comparison: '>' };

const pairOf = (voxels: number, type = FLOAT_TYPES[0]): RegionPair => ({
  rows: 4,
  reference: noise(voxels, 4, 1, 1),
  probabilities: edgeProbabilities(type, 3, voxels),
});

async function expectPlain(pair: RegionPair, rule: CodeRule, from: CodeRule) {
  const { counts, changes } = await countRuleCpu(pair, rule, from);
  const predicted = plainCodes(pair.probabilities, rule);
  expect(cellsOf(counts)).toEqual(plainCounts({ reference: pair.reference, predicted }));
  const before = plainCodes(pair.probabilities, from);
  expect(changes && cellsOf(changes)).toEqual(plainCounts({ reference: before, predicted }));
}

describe('counts under a rule on the CPU', () => {
  test('any bits under any two rules are counted as the plain loop counts them', async () => {
    const kind = fc.constantFrom<CodeRule['kind']>('overwrite', 'nested', 'argmax');
    const comparison = fc.constantFrom<CodeRule['comparison']>('>', '>=');
    await fc.assert(
      fc.asyncProperty(
        anyProbabilities(5),
        fc.tuple(kind, kind),
        fc.tuple(comparison, comparison),
        async ({ probabilities, thresholds }, kinds, comparisons) => {
          const reference = noise(probabilities.size[0], 4, 1, 1);
          const [rule, from] = kinds.map((own, i) => ({ kind: own, thresholds, comparison: comparisons[i] }));
          await expectPlain({ rows: 4, reference, probabilities }, rule, from);
        },
      ),
    );
  });

  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1])('%i voxels, on either side of a chunk', async (voxels) => {
    for (const type of FLOAT_TYPES) {
      for (const rule of everyRule(3, THRESHOLDS).slice(4))
        await expectPlain(pairOf(voxels, type), rule, HALF);
    }
  });
});

describe('a case held on the CPU', () => {
  const hold = (pair: RegionPair) => openCpuEngine('asked').holdRegions(pair);

  test('is counted against another rule as often as asked, the other one changing too', async () => {
    const pair = pairOf(5_003);
    const held = hold(pair);
    const rules = everyRule(3, THRESHOLDS);
    for (const [i, rule] of rules.entries()) {
      const from = rules[(i * 5) % rules.length];
      const { countedBy, ...tables } = await held.countRule(rule, from);
      expect(tables).toEqual(await countRuleCpu(pair, rule, from));
      expect(countedBy).toEqual({ kind: 'cpu', adapter: '', checked: true, reason: 'asked' });
    }
    expect((await held.countRule(HALF, null)).changes).toBeNull();
  });

  test('rejects once it is closed, and with the reason of an abort', async () => {
    const held = hold(pairOf(9));
    await expect(held.countRule(HALF, HALF, AbortSignal.abort('stopped'))).rejects.toBe('stopped');
    held.close();
    await expect(held.countRule(HALF, null)).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('refuses a reference outside the table, thirteen regions with argmax, and seventeen', async () => {
    const pair = pairOf(9);
    const outside = hold({ ...pair, reference: new Uint8Array(9).fill(4, 7) });
    await expect(outside.countRule(HALF, null)).rejects.toMatchObject({ facts: { voxels: 9, counted: 7 } });
    const many = (n: number, kind: CodeRule['kind']) =>
      hold({ ...pair, probabilities: edgeProbabilities('float32', n, 9) }).countRule(
        { ...HALF, kind, thresholds: Array<number>(n).fill(0.5) },
        null,
      );
    expect(await codeOf(() => many(13, 'argmax'))).toBe('argmaxTooManyRegions');
    expect(await codeOf(() => many(17, 'overwrite'))).toBe('tooManyRegions');
  });
});
