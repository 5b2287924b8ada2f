import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regionInitials } from '../../../src/core/labels/region-initials.ts';

test.each([
  [
    ['whole_tumor', 'tumor_core', 'enhancing_tumor'],
    ['WT', 'TC', 'ET'],
  ],
  [
    ['kidney', 'masses', 'tumor'],
    ['K', 'M', 'T'],
  ],
  [
    ['tumor', 'tissue'],
    ['TU', 'TI'],
  ],
  [
    ['wholeProstate', 'peripheral zone'],
    ['WP', 'PZ'],
  ],
  [
    ['a', 'a'],
    ['A1', 'A2'],
  ],
  [
    ['', '肿瘤'],
    ['1', '肿'],
  ],
])('%j are shown as %j', (names, shown) => {
  expect(regionInitials(names)).toEqual(shown);
});

test('initials of different names are different and never empty', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 12 }), { maxLength: 16 }), (names) => {
      const shown = regionInitials(names);
      expect(shown.every((text) => text.length > 0)).toBe(true);
      expect(new Set(shown).size).toBe(names.length);
    }),
  );
});
