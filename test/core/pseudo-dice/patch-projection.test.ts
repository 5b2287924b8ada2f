import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BOX_EDGES,
  cornersOfBox,
  projectionOf,
  projectLetters,
  reachInWorld,
  turnView,
} from '../../../src/core/pseudo-dice/patch-projection.ts';
import type { Grid } from '../../../src/core/volume/grid.ts';

const RAS: Grid = { size: [11, 21, 31], spacingMm: [1, 1, 1], affine: [1, 0, 0, -5, 0, 1, 0, 3, 0, 0, 1, 9] };
const angles = fc.record({ yaw: fc.integer({ min: 0, max: 359 }), pitch: fc.integer({ min: -90, max: 90 }) });
const place = fc.tuple(
  fc.integer({ min: -9, max: 40 }),
  fc.integer({ min: -9, max: 40 }),
  fc.integer({ min: -9, max: 40 }),
);

test('from the front the patient faces the reader: right at the left, the head on top, the face near', () => {
  const project = projectionOf(RAS, { yaw: 0, pitch: 0 });
  const middle = project([5, 10, 15]);
  expect([middle.right, middle.down, middle.near].map((value) => Math.abs(value))).toEqual([0, 0, 0]);
  expect(project([6, 10, 15]).right).toBeCloseTo(-1, 12); // towards R
  expect(project([5, 11, 15]).near).toBeCloseTo(1, 12); // towards A
  expect(project([5, 10, 16]).down).toBeCloseTo(-1, 12); // towards S
});

test('a turn keeps every distance', () => {
  fc.assert(
    fc.property(angles, place, place, (angles, a, b) => {
      const project = projectionOf(RAS, angles);
      const [from, to] = [project(a), project(b)];
      const turned = Math.hypot(from.right - to.right, from.down - to.down, from.near - to.near);
      expect(turned).toBeCloseTo(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]), 9);
    }),
  );
});

test('from above, the head is near and the face points down', () => {
  const project = projectionOf(RAS, { yaw: 0, pitch: 90 });
  expect(project([5, 10, 16]).near).toBeCloseTo(1, 12);
  expect(project([5, 11, 15]).down).toBeCloseTo(1, 12);
});

test('a box has twelve edges, four as long as each of its sides', () => {
  fc.assert(
    fc.property(angles, place, (angles, start) => {
      const corners = cornersOfBox(start, [2, 3, 5], projectionOf(RAS, angles));
      const lengths = BOX_EDGES.map(([from, to]) =>
        Math.hypot(
          corners[from].right - corners[to].right,
          corners[from].down - corners[to].down,
          corners[from].near - corners[to].near,
        ),
      );
      expect(lengths.map(Math.round).sort()).toEqual([2, 2, 2, 2, 3, 3, 3, 3, 5, 5, 5, 5]);
    }),
  );
});

test('the reach of the image itself is half of its sides, and a letter stands at either end of every axis', () => {
  expect(reachInWorld(RAS, [0, 0, 0], [10, 20, 30])).toEqual([5.5, 10.5, 15.5]);
  const letters = projectLetters({ yaw: 0, pitch: 0 }, [1, 2, 3]);
  expect(letters.map(({ letter }) => letter).join('')).toBe('RLAPSI');
  expect(letters.find(({ letter }) => letter === 'L')?.right).toBeCloseTo(1, 12);
});

test('turns come round, and stop straight above and below', () => {
  expect(turnView({ yaw: 355, pitch: 80 }, 10, 20)).toEqual({ yaw: 5, pitch: 90 });
  expect(turnView({ yaw: 5, pitch: -80 }, -10, -20)).toEqual({ yaw: 355, pitch: -90 });
});
