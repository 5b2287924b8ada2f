import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  facing,
  FIRST_CAMERA,
  nearestLetter,
  orbit,
  sidesSeen,
  VIEW_SIDES,
  viewAxes,
  zoomBy,
} from '../../../src/core/volume/camera.ts';
import { CELL, projectVoxel, raysOf } from '../../../src/core/volume/camera-rays.ts';
import { orientationOf } from '../../../src/core/volume/orientation.ts';

const degrees = fc.double({ min: -1000, max: 1000, noNaN: true });

test('the axes of the screen are orthonormal wherever one turns', () => {
  fc.assert(
    fc.property(degrees, degrees, (yaw, pitch) => {
      const { right, down, into } = viewAxes(orbit(FIRST_CAMERA, yaw, pitch));
      const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, v, i) => sum + v * b[i], 0);
      for (const axis of [right, down, into]) expect(dot(axis, axis)).toBeCloseTo(1);
      for (const [a, b] of [
        [right, down],
        [down, into],
        [into, right],
      ] as const)
        expect(dot(a, b)).toBeCloseTo(0);
    }),
  );
});

test.each([
  ['A', 'L', 'I'],
  ['P', 'R', 'I'],
  ['L', 'P', 'I'],
  ['R', 'A', 'I'],
  ['S', 'R', 'P'],
  ['I', 'L', 'P'],
] as const)('from %s, %s is at the right and %s at the bottom', (side, atRight, atBottom) => {
  const camera = facing(FIRST_CAMERA, side);
  const { right, down } = viewAxes(camera);
  expect([sidesSeen(camera), nearestLetter(right), nearestLetter(down)]).toEqual([[side], atRight, atBottom]);
});

test('zoom stays within its bounds', () => {
  expect(zoomBy(FIRST_CAMERA, 1000).zoom).toBe(12);
  expect(zoomBy(FIRST_CAMERA, 0.001).zoom).toBe(0.4);
});

test('the ray of the pixel on which a voxel is projected goes through that voxel', () => {
  const grid = { size: [40, 30, 50], cellMm: 1.5, first: [7, -3, 2], voxelsPerCell: [1, 1.5, 0.5] } as const;
  const orientation = orientationOf([0, -1, 0, 0, 1, 0, 0, 0, 0, 0, -2, 0]);
  fc.assert(
    fc.property(
      fc.constantFrom(...VIEW_SIDES),
      degrees,
      fc.double({ min: 0.5, max: 3, noNaN: true }),
      fc.tuple(fc.nat(39), fc.nat(29), fc.nat(49)),
      (side, yaw, zoom, cell) => {
        const camera = { ...orbit(facing(FIRST_CAMERA, side), yaw, yaw / 7), zoom, panMm: [3, -5] as const };
        const size = { width: 300, height: 200, samples: 1 };
        const voxel = cell.map((at, axis) => grid.first[axis] + at * grid.voxelsPerCell[axis]);
        const [x, y] = projectVoxel(grid, orientation, camera, size, [voxel[0], voxel[1], voxel[2]]);
        const frame = raysOf(grid, orientation, camera, size, null);
        // the middle of pixel 0 is at 0.5
        const start = frame.origin.map(
          (at, axis) => at + (x - 0.5) * frame.across[axis] + (y - 0.5) * frame.down[axis],
        );
        const length = Math.hypot(...frame.step);
        const towards = cell.map((at, axis) => at * CELL - start[axis]);
        const along = towards.reduce((sum, value, axis) => sum + (value * frame.step[axis]) / length, 0);
        const off = towards.map((value, axis) => value - (along * frame.step[axis]) / length);
        expect(Math.hypot(...off) / CELL).toBeLessThan(0.05);
        expect(along).toBeGreaterThan(0);
        expect(along / length).toBeLessThan(frame.steps);
      },
    ),
  );
});
