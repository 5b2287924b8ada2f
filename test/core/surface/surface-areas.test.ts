import { expect, test } from 'vitest';
import { surfaceAreas } from '../../../src/core/surface/surface-areas.ts';

const corners = [0, 1, 2, 3, 4, 5, 6, 7];
const code = (set: readonly number[]) => set.reduce((bits, corner) => bits | (1 << corner), 0);

/** Smallest code, members and area of the symmetry classes of surface-distance's table, spacing 1 mm. */
const CLASSES = [
  [0, 2, 0], [1, 16, 0.216506350946], [3, 24, 0.707106781187], [6, 24, 0.433012701892],
  [7, 48, 1.149519052838], [15, 6, 1], [22, 16, 0.649519052838], [23, 8, 1.299038105677],
  [24, 8, 0.433012701892], [25, 48, 0.923613132133], [27, 24, 1.573132184971], [30, 24, 1.366025403784],
  [60, 6, 1.414213562373], [105, 2, 0.866025403784],
] as const; // prettier-ignore

test('the 256 codes fall into the published symmetry classes, each with its published area', () => {
  const areas = surfaceAreas([1, 1, 1]);
  const bySymmetry = new Map<number, number[]>();
  for (let c = 0; c < 256; c++) {
    const key = Math.min(...symmetricCodes(c), ...symmetricCodes(255 - c));
    bySymmetry.set(key, [...(bySymmetry.get(key) ?? []), c]);
  }
  expect([...bySymmetry].map(([key, members]) => [key, members.length])).toEqual(
    CLASSES.map(([key, members]) => [key, members]),
  );
  for (const [key, , area] of CLASSES) {
    for (const member of bySymmetry.get(key) ?? []) expect(areas[member]).toBeCloseTo(area, 11);
  }
});

test('anisotropic areas are the published ones', () => {
  // by the published bits: 128 for (0, 0, 0), 1 for (1, 1, 1), the last axis fastest
  const ours = (theirs: number) =>
    code(corners.filter((c) => (theirs >> (7 - (4 * (c & 1) + 2 * ((c >> 1) & 1) + (c >> 2)))) & 1));
  const published: [readonly [number, number, number], [number, number][]][] = [
    [[2, 1, 1], [[1, 0.375], [3, 1.11803398875], [17, 1.414213562373], [7, 1.625], [19, 2.125], [25, 1.789213562373], [27, 2.766123775561], [29, 2.766123775561], [30, 2], [15, 1]]],
    [[3, 2, 1], [[1, 0.875], [3, 1.802775637732], [5, 3.162277660168], [17, 3.35410196625], [7, 3.625], [21, 5.625], [23, 5.25], [27, 6.758189813209], [29, 6.078438801991], [30, 4.5]]],
    [[0.85, 1.2, 0.9], [[1, 0.208866920849], [3, 0.661744852643], [7, 1.166600762547], [23, 1.253201525095], [26, 0.951632025038], [27, 1.525600235491], [29, 1.485090109718], [30, 1.375467683397]]],
  ]; // prettier-ignore
  for (const [spacingMm, areas] of published) {
    const table = surfaceAreas(spacingMm);
    for (const [theirs, area] of areas) expect(table[ours(theirs)]).toBeCloseTo(area, 10);
  }
});

test('in an image of one slice the values are lengths of contours', () => {
  const lengths = surfaceAreas([2, 1, 7], [true, true, false]);
  const pixels = (bits: number) => bits | (bits << 4);
  expect(lengths[pixels(0b0001)]).toBeCloseTo(Math.hypot(1, 0.5), 12);
  expect(lengths[pixels(0b0011)]).toBeCloseTo(2, 12); // two pixels side by side along x
  expect(lengths[pixels(0b0101)]).toBeCloseTo(1, 12);
  expect(lengths[pixels(0b1001)]).toBeCloseTo(2 * Math.hypot(1, 0.5), 12);
  expect(lengths[pixels(0b0111)]).toBeCloseTo(Math.hypot(1, 0.5), 12);
});

function symmetricCodes(of: number): number[] {
  const axes = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]; // prettier-ignore
  const set = corners.filter((corner) => (of >> corner) & 1);
  return axes.flatMap((order) =>
    corners.map((flip) =>
      code(
        set.map(
          (corner) => order.reduce((moved, axis, i) => moved | (((corner >> axis) & 1) << i), 0) ^ flip,
        ),
      ),
    ),
  );
}
