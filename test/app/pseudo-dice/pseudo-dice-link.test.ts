import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlace, placeOf } from '../../../src/app/pseudo-dice/pseudo-dice-link.ts';
import { SAMPLING_ORDERS } from '../../../src/core/pseudo-dice/patch-settings.ts';

const length = fc.integer({ min: 1, max: 1024 });
const state = fc.record({
  settings: fc.record({
    patch: fc.tuple(length, length, length),
    batch: fc.integer({ min: 1, max: 256 }),
    iterations: fc.integer({ min: 1, max: 1000 }),
    epochs: fc.integer({ min: 1, max: 1000 }),
    oversampling: fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
    isProbabilistic: fc.boolean(),
    order: fc.constantFrom(...SAMPLING_ORDERS),
    seed: fc.integer({ min: 0, max: 4_294_967_295 }),
  }),
  isPatchChosen: fc.boolean(),
  epoch: fc.option(fc.nat(999)),
  caseIndex: fc.nat(500),
  patch: fc.option(fc.nat(2_999_999)),
  isPerClass: fc.boolean(),
});

test('a link gives back every parameter, the seed, epoch, case and patch', () => {
  fc.assert(
    fc.property(state, (shown) => {
      const {
        epoch = null,
        caseIndex = 0,
        drawn = null,
        isPerClass,
        ...settings
      } = parsePlace(placeOf(shown));
      expect(settings).toEqual(shown.settings);
      expect([epoch, caseIndex, drawn, isPerClass]).toEqual([
        shown.epoch,
        shown.caseIndex,
        shown.patch,
        shown.isPerClass,
      ]);
    }),
  );
});

test('whatever is written into a link, what is not understood is passed over', () => {
  fc.assert(
    fc.property(fc.string(), (query) => {
      const { patch, batch, oversampling } = parsePlace({ path: '', query });
      expect(patch === undefined || patch.every(Number.isInteger)).toBe(true);
      expect(batch === undefined || Number.isInteger(batch)).toBe(true);
      expect(oversampling === undefined || (oversampling >= 0 && oversampling <= 1)).toBe(true);
    }),
  );
  expect(parsePlace({ path: '', query: 'patch=1,2&batch=-1&forced=2&epoch=1e3&seed=x' })).toEqual({
    isProbabilistic: false,
    order: 'case-first',
    isPerClass: false,
  });
  expect(parsePlace({ path: '', query: '' })).toEqual({});
});
