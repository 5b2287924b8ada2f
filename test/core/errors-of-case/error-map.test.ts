import { expect, test } from 'vitest';
import { mapErrors } from '../../../src/core/errors-of-case/error-map.ts';

test.each([
  [0, Uint8Array],
  [255, Uint8Array],
  [256, Uint16Array],
  [65_535, Uint16Array],
  [65_536, Int32Array],
] as const)('%i errors have numbers of their own in the label map', (count, type) => {
  const members = Array.from({ length: count }, (_, i) => Int32Array.of(i));
  const map = mapErrors([256, 257, 1], members);
  expect(map).toBeInstanceOf(type);
  expect(map.every((value, i) => value === (i < count ? i + 1 : 0))).toBe(true);
});
