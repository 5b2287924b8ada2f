import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLANES, sliceGeometry } from '../../../src/core/volume/slice-geometry.ts';
import {
  LEAST_ZOOM,
  MOST_ZOOM,
  panBy,
  zoomAbout,
  zoomPlacement,
} from '../../../src/core/volume/view-zoom.ts';
import { fitPlane } from '../../../src/ui/controls/plane-fit.ts';

const GRID = {
  size: [40, 50, 20],
  spacingMm: [1, 2, 3],
  affine: [-1, 0, 0, 20, 0, -2, 0, 25, 0, 0, 3, -30],
} as const;
const VIEW = { width: 400, height: 300 };
const plane = fc.constantFrom(...PLANES);

test('what is under the pointer stays under it, within the rounding of a pixel', () => {
  fc.assert(
    fc.property(plane, fc.double({ min: 1, max: 8, noNaN: true }), (name, factor) => {
      const geometry = sliceGeometry(GRID, name);
      const fit = fitPlane(geometry, VIEW);
      const point = { x: 190, y: 160 };
      const before = zoomPlacement(fit, VIEW, geometry, { zoom: 1, panMm: [0, 0, 0] });
      const zoomed = zoomAbout(fit, VIEW, geometry, { zoom: 1, panMm: [0, 0, 0] }, point, factor);
      const after = zoomPlacement(fit, VIEW, geometry, zoomed);
      const column = (point.x - before.left) / before.scaleX;
      expect(Math.abs(after.left + column * after.scaleX - point.x)).toBeLessThanOrEqual(factor + 1);
      expect(after.scaleX / after.scaleY).toBeCloseTo(before.scaleX / before.scaleY, 9);
    }),
  );
});

test('a pan of one plane is the same millimetres on the others, and leaves the third axis alone', () => {
  const axial = sliceGeometry(GRID, 'axial');
  const fit = fitPlane(axial, VIEW);
  const { panMm } = panBy(fit, VIEW, axial, { zoom: 2, panMm: [0, 0, 7] }, [2 * fit.scaleX * 3, 0]);
  expect(Math.abs(panMm[0])).toBeCloseTo(3, 9);
  expect(panMm[2]).toBe(7);
});

test('zoom stays within its bounds, and the slice never leaves the middle of the view', () => {
  fc.assert(
    fc.property(
      plane,
      fc.integer({ min: -9999, max: 9999 }),
      fc.constantFrom(1e-6, 1e6),
      (name, by, factor) => {
        const geometry = sliceGeometry(GRID, name);
        const fit = fitPlane(geometry, VIEW);
        const { zoom } = zoomAbout(
          fit,
          VIEW,
          geometry,
          { zoom: 1, panMm: [0, 0, 0] },
          { x: 0, y: 0 },
          factor,
        );
        expect(zoom).toBe(factor < 1 ? LEAST_ZOOM : MOST_ZOOM);
        const moved = panBy(fit, VIEW, geometry, { zoom: 1, panMm: [0, 0, 0] }, [by, by]);
        const { left, scaleX } = zoomPlacement(fit, VIEW, geometry, moved);
        expect(left).toBeLessThanOrEqual(VIEW.width / 2 + 1);
        expect(left + geometry.width * scaleX).toBeGreaterThanOrEqual(VIEW.width / 2 - 1);
      },
    ),
  );
});
