import { expect, test } from 'vitest';
import fc from 'fast-check';
import { CT_WINDOWS, dragWindow } from '../../../src/core/volume/window-presets.ts';

test('a drag to the right widens the window, downwards it raises the level, in steps of its width', () => {
  expect(dragWindow({ width: 500, level: 40 }, 25, -10)).toEqual({ width: 550, level: 20 });
  expect(dragWindow(CT_WINDOWS.brain, 0, 0)).toEqual(CT_WINDOWS.brain);
});

test('a window never closes, however far it is dragged', () => {
  const drag = fc.integer({ min: -5000, max: 5000 });
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), drag, drag, (width, right, down) => {
      expect(dragWindow({ width, level: 0 }, right, down).width).toBeGreaterThan(0);
    }),
  );
});
