import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clampSettings, SETTING_LIMITS } from '../../../src/core/pseudo-dice/clamp-settings.ts';
import { NNUNET_SAMPLING, patchesPerEpoch } from '../../../src/core/pseudo-dice/patch-settings.ts';
import { MAX_PATCHES } from '../../../src/core/pseudo-dice/pseudo-dice-result.ts';

const anything = fc.oneof(fc.double(), fc.integer({ min: -5, max: 3000 }), fc.constant(Number.NaN));
const wished = fc.record({
  patch: fc.tuple(anything, anything, anything),
  batch: anything,
  iterations: anything,
  epochs: anything,
  oversampling: anything,
  seed: anything,
  isProbabilistic: fc.boolean(),
  order: fc.constantFrom('case-first' as const, 'class-first' as const),
});

test('whatever is entered, what is taken can be simulated; taken again it stays', () => {
  fc.assert(
    fc.property(wished, (asked) => {
      const { settings } = clampSettings(asked, NNUNET_SAMPLING);
      for (const [name, [least, most]] of Object.entries(SETTING_LIMITS)) {
        for (const value of [settings[name as keyof typeof SETTING_LIMITS]].flat()) {
          expect(value).toBeGreaterThanOrEqual(least);
          expect(value).toBeLessThanOrEqual(most);
          if (name !== 'oversampling') expect(value).toBe(Math.round(value));
        }
      }
      expect(patchesPerEpoch(settings) * settings.epochs).toBeLessThanOrEqual(MAX_PATCHES);
      expect(clampSettings(settings, NNUNET_SAMPLING)).toEqual({ settings, clamps: [] });
    }),
  );
});

test.each([
  ['epochs', 0, 1],
  ['epochs', 1, null],
  ['epochs', 1000, null],
  ['epochs', 1001, 1000],
  ['batch', 2.4, 2],
  ['oversampling', -0.1, 0],
  ['oversampling', 0, null],
  ['oversampling', 1, null],
  ['oversampling', 1.1, 1],
] as const)('%s of %d becomes %s', (setting, asked, taken) => {
  const { settings, clamps } = clampSettings({ ...NNUNET_SAMPLING, [setting]: asked }, NNUNET_SAMPLING);
  expect(settings[setting]).toBe(taken ?? asked);
  expect(clamps).toEqual(taken === null ? [] : [{ setting, asked, taken, isTooMany: false }]);
});

test('what is no number is as before, and three million patches are the limit of all', () => {
  expect(clampSettings({ ...NNUNET_SAMPLING, batch: Number.NaN }, NNUNET_SAMPLING)).toEqual({
    settings: NNUNET_SAMPLING,
    clamps: [],
  });
  const most = { ...NNUNET_SAMPLING, batch: 60, iterations: 50, epochs: 1000 };
  expect(clampSettings(most, NNUNET_SAMPLING).clamps).toEqual([]);
  expect(clampSettings({ ...most, batch: 61 }, NNUNET_SAMPLING).clamps).toEqual([
    { setting: 'epochs', asked: 1000, taken: 983, isTooMany: true },
  ]);
});
