import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AGREEMENT,
  classifyComparison,
  COMPARED,
  keysOf,
} from '../../../src/core/volume/overlay-comparison.ts';

const LABELS = [0, 1, 2, 9];
const IGNORE = 9;
const code = fc.nat(3);
const voxels = fc.array(fc.tuple(code, code, code), { maxLength: 40 });
const planesOf = (list: readonly (readonly [number, number, number])[]) => ({
  reference: Uint8Array.from(list, ([truth]) => truth),
  predicted: Uint8Array.from(list, ([, a]) => a),
  other: Uint8Array.from(list, ([, , b]) => b),
});
const structure = fc.constantFrom<readonly number[] | null>(null, [1], [1, 2]);
const seen = (label: number, of: readonly number[] | null) =>
  label === IGNORE ? 0 : of ? Number(of.includes(label)) : label;

test('errors of all labels or of one structure are those of a comparison voxel by voxel', () => {
  fc.assert(
    fc.property(voxels, structure, fc.boolean(), (list, of, isOther) => {
      const keys = keysOf(LABELS, of, IGNORE);
      const tables = {
        reads: 'comparison',
        reference: keys,
        a: isOther ? null : keys,
        b: isOther ? keys : null,
      } as const;
      const classes = classifyComparison(tables, planesOf(list), list.length);
      const expected = list.map(([truth, a, b]) => {
        if (LABELS[truth] === IGNORE) return 0;
        const [r, p] = [seen(LABELS[truth], of), seen(LABELS[isOther ? b : a], of)];
        if (r === p) return r === 0 ? 0 : COMPARED.right;
        if (r === 0) return COMPARED.falsePositive;
        return p === 0 ? COMPARED.falseNegative : COMPARED.swap;
      });
      expect([...classes]).toEqual(expected);
    }),
  );
});

test('two models are told apart by who is wrong', () => {
  fc.assert(
    fc.property(voxels, structure, (list, of) => {
      const keys = keysOf(LABELS, of, IGNORE);
      const classes = classifyComparison(
        { reads: 'comparison', reference: keys, a: keys, b: keys },
        planesOf(list),
        list.length,
      );
      const expected = list.map(([truth, a, b]) => {
        const [r, p, q] = [truth, a, b].map((value) => seen(LABELS[value], of));
        if (LABELS[truth] === IGNORE || (r === 0 && p === 0 && q === 0)) return 0;
        if (p === r) return q === r ? AGREEMENT.bothRight : AGREEMENT.onlyBWrong;
        return q === r ? AGREEMENT.onlyAWrong : AGREEMENT.bothWrong;
      });
      expect([...classes]).toEqual(expected);
    }),
  );
});

test('without the second prediction nothing is classified', () => {
  const keys = keysOf(LABELS, null, null);
  const planes = { reference: Uint8Array.of(1), predicted: Uint8Array.of(0), other: null };
  expect([
    ...classifyComparison({ reads: 'comparison', reference: keys, a: keys, b: keys }, planes, 1),
  ]).toEqual([0]);
});
