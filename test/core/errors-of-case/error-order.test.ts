import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseError } from '../../../src/core/errors-of-case/case-errors.ts';
import { ERROR_SORTS, orderErrors } from '../../../src/core/errors-of-case/error-order.ts';

const errors = fc.array(
  fc.record({
    cause: fc.constantFrom('missed' as const, 'boundary' as const, 'swap' as const),
    reachMm: fc.constantFrom(0.5, 2, 12, Infinity),
    anchor: fc.tuple(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 3 })),
  }),
);

test('every order lists each error of the cause once, and the farthest reach comes first when asked for', () => {
  fc.assert(
    fc.property(
      errors,
      fc.constantFrom(null, 'swap' as const),
      fc.constantFrom(...ERROR_SORTS),
      (some, cause, sort) => {
        const list = some as unknown as CaseError[];
        const ranks = orderErrors(list, cause, sort);
        const wanted = list.flatMap((error, i) => (!cause || error.cause === cause ? [i] : []));
        expect([...ranks].sort((a, b) => a - b)).toEqual(wanted);
        const reach = ranks.map((rank) => list[rank].reachMm);
        if (sort === 'reach') expect(reach).toEqual([...reach].sort((a, b) => (a === b ? 0 : b - a)));
      },
    ),
  );
});
