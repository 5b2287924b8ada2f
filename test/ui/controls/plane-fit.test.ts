import { expect, test } from 'vitest';
import fc from 'fast-check';
import { edgesOf, fitPlane, pixelUnder, rulerMm } from '../../../src/ui/controls/plane-fit.ts';

const length = fc.integer({ min: 1, max: 700 });
const spacing = fc.double({ min: 0.2, max: 9, noNaN: true });
const plane = fc.record({ width: length, height: length, spacingMm: fc.tuple(spacing, spacing) });
const view = fc.record({
  width: fc.integer({ min: 40, max: 4000 }),
  height: fc.integer({ min: 40, max: 4000 }),
});

test('a slice fits whole into the view, fills one direction, stands in the middle, and keeps its millimetres', () => {
  fc.assert(
    fc.property(plane, view, (slice, into) => {
      const { left, top, scaleX, scaleY } = fitPlane(slice, into);
      expect(scaleX / slice.spacingMm[0]).toBeCloseTo(scaleY / slice.spacingMm[1], 9);
      const [across, below] = [slice.width * scaleX, slice.height * scaleY];
      expect(across).toBeLessThanOrEqual(into.width + 1e-6);
      expect(below).toBeLessThanOrEqual(into.height + 1e-6);
      expect(Math.max(across / into.width, below / into.height)).toBeCloseTo(1, 9);
      expect(Math.abs(left - (into.width - across) / 2)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(top - (into.height - below) / 2)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test('a part of a slice is as large and as central as if it were the whole', () => {
  const slice = { width: 100, height: 50, spacingMm: [1, 2] } as const;
  const fit = fitPlane(slice, { width: 300, height: 300 }, { column: 40, row: 10, width: 20, height: 10 });
  expect(fit).toEqual({ left: -600, top: -300, scaleX: 15, scaleY: 30 });
});

test('the middle of every pixel is read as that pixel', () => {
  fc.assert(
    fc.property(plane, view, fc.nat(), fc.nat(), (slice, into, c, r) => {
      const fit = fitPlane(slice, into);
      const [column, row] = [c % slice.width, r % slice.height];
      const [x, y] = [fit.left + (column + 0.5) * fit.scaleX, fit.top + (row + 0.5) * fit.scaleY];
      expect(pixelUnder(fit, x, y)).toEqual({ column, row });
    }),
  );
});

test('edges are whole device pixels, in order, and the last one is the end', () => {
  expect([...edgesOf(3, 2.5, 4)]).toEqual([3, 6, 8, 11, 13]);
  expect([...edgesOf(0, 10, 0)]).toEqual([0]);
});

test('a ruler is 1, 2 or 5 times a power of ten, as long as it may be', () => {
  expect(rulerMm(2.5, 90)).toBe(20);
  expect(rulerMm(1, 50)).toBe(50);
  expect(rulerMm(1, 49.9)).toBe(20);
  expect(rulerMm(40, 90)).toBe(2);
  expect(rulerMm(200, 90)).toBeCloseTo(0.2, 9);
});
