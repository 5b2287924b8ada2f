import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPieces } from '../../../src/core/volume/components.ts';
import { voxelAt, type Vec3 } from '../../../src/core/volume/grid.ts';
import type { LabelMap } from '../../../src/core/volume/volume.ts';
import { applyEdit, type WhatIfEdit } from '../../../src/core/account/what-if-edits.ts';

const affine = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
const mapOf = (size: Vec3, spacingMm: Vec3, codes: readonly number[], labels = [0, 1, 2, 7]): LabelMap => ({
  grid: { size, spacingMm, affine },
  codes: Uint8Array.from(codes),
  labels,
  present: labels,
  warnings: [],
});
const valuesOf = ({ codes, labels }: LabelMap) => Array.from(codes, (code) => labels[code]);

const map = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain((size) => {
    const length = size[0] * size[1] * size[2];
    return fc
      .tuple(
        fc.array(fc.constantFrom(0, 0, 0, 1, 2, 3), { minLength: length, maxLength: length }),
        fc.constantFrom<Vec3>([1, 1, 1], [0.7, 1.1, 3]),
      )
      .map(([codes, spacing]) => mapOf(size, spacing, codes));
  });
const chosen = fc.constantFrom<readonly number[]>([1], [2, 7], [1, 2, 7]);

test('dilating and eroding move the boundary by a distance between centres, to the label of a nearest voxel', () => {
  fc.assert(
    fc.property(map, chosen, fc.constantFrom(0.5, 1, 2.3, 4), fc.boolean(), (of, labels, mm, outwards) => {
      const before = valuesOf(of);
      const after = valuesOf(applyEdit(of, { kind: outwards ? 'dilate' : 'erode', labels, mm }));
      const isSite = before.map((label) => labels.includes(label) === outwards);
      const distance = (a: number, b: number) => {
        const [from, to] = [voxelAt(of.grid.size, a), voxelAt(of.grid.size, b)];
        return Math.hypot(...from.map((n, axis) => (n - to[axis]) * of.grid.spacingMm[axis]));
      };
      const hasInside = before.some((label) => labels.includes(label));
      after.forEach((label, i) => {
        const sites = [...before.keys()].filter((j) => isSite[j]);
        const least = Math.min(Infinity, ...sites.map((j) => distance(i, j)));
        if (isSite[i] || least > mm || !hasInside) expect(label).toBe(before[i]);
        else {
          const nearest = sites.filter((j) => distance(i, j) < least + 1e-9);
          expect(nearest.map((j) => before[j])).toContain(label);
        }
      });
    }),
  );
});

test('shifting moves the structure over what stands there and leaves background', () => {
  const step = fc.integer({ min: -3, max: 3 });
  fc.assert(
    fc.property(map, chosen, fc.tuple(step, step, step), (of, labels, by) => {
      const before = valuesOf(of);
      const after = valuesOf(applyEdit(of, { kind: 'shift', labels, by }));
      const { size } = of.grid;
      after.forEach((label, i) => {
        const from = voxelAt(size, i).map((n, axis) => n - by[axis]);
        const isIn = from.every((n, axis) => n >= 0 && n < size[axis]);
        const moved = isIn ? before[from[0] + size[0] * (from[1] + size[1] * from[2])] : 0;
        const stays = labels.includes(before[i]) ? 0 : before[i];
        expect(label).toBe(labels.includes(moved) ? moved : stays);
      });
    }),
  );
});

test('small pieces are dropped, and of the largest all ties stay', () => {
  fc.assert(
    fc.property(map, chosen, fc.nat(6), (of, labels, least) => {
      const pieces = (edited: LabelMap) =>
        findPieces(
          Uint8Array.from(valuesOf(edited), (label) => (labels.includes(label) ? 1 : 0)),
          of.grid.size,
        ).map(({ voxels }) => voxels);
      const before = pieces(of);
      const [x, y, z] = of.grid.spacingMm;
      const belowMl = (least * (x * y * z)) / 1000;
      expect(pieces(applyEdit(of, { kind: 'drop-small', labels, belowMl }))).toEqual(
        before.filter((n) => n >= least),
      );
      const largest = applyEdit(of, { kind: 'keep-largest', labels });
      expect(pieces(largest)).toEqual(before.filter((n) => n === before[0]));
      valuesOf(largest).forEach((label, i) => {
        if (label !== valuesOf(of)[i]) expect(label).toBe(0);
      });
    }),
  );
});

test('swapping two labels twice gives the map back, and no edit changes the map it was given', () => {
  fc.assert(
    fc.property(map, (of) => {
      const codes = of.codes.slice();
      const swap: WhatIfEdit = { kind: 'swap', labels: [1, 7] };
      const once = applyEdit(of, swap);
      expect(valuesOf(once)).toEqual(valuesOf(of).map((label) => ({ 1: 7, 7: 1 })[label] ?? label));
      expect(valuesOf(applyEdit(once, swap))).toEqual(valuesOf(of));
      applyEdit(of, { kind: 'shift', labels: null, by: [1, 0, 0] });
      applyEdit(of, { kind: 'dilate', labels: [1], mm: 2 });
      expect(of.codes).toEqual(codes);
    }),
  );
});

test('a map without background gets a code for it', () => {
  const of = mapOf([3, 1, 1], [1, 1, 1], [0, 0, 1], [4, 5]);
  expect(valuesOf(applyEdit(of, { kind: 'shift', labels: [4], by: [1, 0, 0] }))).toEqual([0, 4, 4]);
  expect(valuesOf(applyEdit(of, { kind: 'keep-largest', labels: [9] }))).toEqual([4, 4, 5]);
});
