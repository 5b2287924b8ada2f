import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  listCaseErrors,
  sumCauses,
  type ErrorOptions,
} from '../../../src/core/errors-of-case/case-errors.ts';
import { findErrorPieces, type ErrorVolumes } from '../../../src/core/errors-of-case/error-pieces.ts';
import { measureReach } from '../../../src/core/errors-of-case/error-reach.ts';
import { mirroredName, pairSides } from '../../../src/core/errors-of-case/mirrored-labels.ts';
import { voxelAt, type Vec3 } from '../../../src/core/volume/grid.ts';

const whole = ([x, y, z]: Vec3) => ({ first: [0, 0, 0] as Vec3, last: [x - 1, y - 1, z - 1] as Vec3 });

function volumesOf(
  size: Vec3,
  reference: readonly number[],
  predicted: readonly number[],
  fields: Partial<ErrorVolumes> = {},
): ErrorVolumes {
  const labels = [0, 1, 2, 3];
  return {
    size,
    spacingMm: [1, 1, 1],
    reference: Uint8Array.from(reference),
    predicted: Uint8Array.from(predicted),
    referenceLabels: labels,
    predictedLabels: labels,
    ignore: null,
    changed: null,
    ...fields,
  };
}

/** A volume drawn as boxes: [label, x0, x1, y0, y1] in one slice of 40 x 20, ends included. */
function drawn(
  ...boxes: readonly (readonly [label: number, x0: number, x1: number, y0: number, y1: number])[]
) {
  const voxels = Array.from({ length: 800 }, () => 0);
  for (const [label, x0, x1, y0, y1] of boxes) {
    for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) voxels[x + 40 * y] = label;
  }
  return voxels;
}
const SLICE: Vec3 = [40, 20, 1];
const errorsOf = (
  reference: readonly number[],
  predicted: readonly number[],
  fields: Partial<ErrorVolumes> = {},
  options: ErrorOptions = {},
) => listCaseErrors(volumesOf(SLICE, reference, predicted, fields), whole(SLICE), options).errors;

describe('pieces', () => {
  const size: Vec3 = [4, 3, 3];
  const map = fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: 36, maxLength: 36 });
  const kindOf = (r: number, p: number) => (r === p ? '' : r === 0 ? 'fp' : p === 0 ? 'fn' : `${r}>${p}`);

  /** Joins neighbours of one kind until nothing changes. */
  function slowPieces(reference: readonly number[], predicted: readonly number[]): string[] {
    const kinds = reference.map((r, i) => kindOf(r, predicted[i]));
    const names = kinds.map((_, i) => i);
    const isNear = (a: number, b: number) => {
      const [u, v] = [voxelAt(size, a), voxelAt(size, b)];
      return u.every((value, axis) => Math.abs(value - v[axis]) <= 1);
    };
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      for (let a = 0; a < 36; a++) {
        for (let b = 0; b < 36; b++) {
          if (kinds[a] === '' || kinds[a] !== kinds[b] || !isNear(a, b) || names[b] <= names[a]) continue;
          names[b] = names[a];
          isChanged = true;
        }
      }
    }
    const groups = new Map<number, number[]>();
    kinds.forEach((kind, i) => {
      if (kind !== '') groups.set(names[i], [...(groups.get(names[i]) ?? []), i]);
    });
    return [...groups.values()].map((group) => group.join()).sort();
  }

  test('they are those of joining neighbours one by one', () => {
    fc.assert(
      fc.property(map, map, (reference, predicted) => {
        const found = findErrorPieces(volumesOf(size, reference, predicted), whole(size));
        const sorted = found.map(({ voxels }) => [...voxels].sort((a, b) => a - b).join()).sort();
        expect(sorted).toEqual(slowPieces(reference, predicted));
      }),
    );
  });

  test('every wrong voxel is in one of them, none with an ignored reference', () => {
    fc.assert(
      fc.property(map, map, (reference, predicted) => {
        const volumes = volumesOf(size, reference, predicted, { ignore: 2 });
        const { errors } = listCaseErrors(volumes, whole(size));
        const wrong = reference.filter((r, i) => r !== predicted[i] && r !== 2).length;
        expect(errors.reduce((sum, { voxels }) => sum + voxels, 0)).toBe(wrong);
        expect(errors.reduce((sum, { volumeMl }) => sum + volumeMl, 0)).toBeCloseTo(wrong / 1000, 12);
        const sizes = errors.map(({ voxels }) => voxels);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      }),
    );
  });

  test('the anchor is a voxel of the piece', () => {
    fc.assert(
      fc.property(map, map, (reference, predicted) => {
        const { errors, members } = listCaseErrors(volumesOf(size, reference, predicted), whole(size));
        errors.forEach(({ anchor: [x, y, z] }, i) => expect(members[i]).toContain(x + 4 * (y + 3 * z)));
      }),
    );
  });

  test('codes that share a label make one piece', () => {
    const volumes = volumesOf([2, 1, 1], [1, 1], [2, 3], { predictedLabels: [0, 1, 2, 2] });
    expect(findErrorPieces(volumes, whole([2, 1, 1]))).toHaveLength(1);
  });

  test('reach is the largest distance to where the prediction would have been right, found one by one', () => {
    fc.assert(
      fc.property(map, map, (reference, predicted) => {
        const spacingMm: Vec3 = [0.5, 1, 3];
        const volumes = volumesOf(size, reference, predicted, { spacingMm });
        const pieces = findErrorPieces(volumes, whole(size));
        const slow = pieces.map((piece) =>
          Math.max(
            ...[...piece.voxels].map((index) =>
              Math.min(
                ...reference.flatMap((r, i) => {
                  const isSite = piece.reference === 0 ? r !== 0 : r === piece.predicted;
                  if (!isSite) return [];
                  const [a, b] = [voxelAt(size, index), voxelAt(size, i)];
                  return [Math.hypot(...a.map((value, axis) => (value - b[axis]) * spacingMm[axis]))];
                }),
              ),
            ),
          ),
        );
        const found = measureReach(volumes, pieces);
        found.forEach((reach, i) =>
          Number.isFinite(slow[i]) ? expect(reach).toBeCloseTo(slow[i], 9) : expect(reach).toBe(Infinity),
        );
      }),
    );
  });
});

describe('causes', () => {
  const structure = drawn([1, 5, 14, 5, 14]);

  test('what the prediction has nothing of is missed, what only it has is spurious', () => {
    const second = drawn([1, 5, 14, 5, 14], [2, 25, 28, 5, 8]);
    expect(errorsOf(second, structure)).toMatchObject([
      { cause: 'missed', kind: 'fn', voxels: 16, reference: 2 },
    ]);
    expect(errorsOf(structure, second)).toMatchObject([{ cause: 'spurious', kind: 'fp', predicted: 2 }]);
  });

  test('an attached error is of the boundary layer up to 2 mm, an outgrowth or a shortfall beyond', () => {
    const wider = (by: number) => drawn([1, 5, 14 + by, 5, 14]);
    expect(errorsOf(structure, wider(2))).toMatchObject([{ cause: 'boundary', reachMm: 2, voxels: 20 }]);
    expect(errorsOf(structure, wider(3))).toMatchObject([{ cause: 'outgrowth', reachMm: 3, voxels: 30 }]);
    expect(errorsOf(wider(2), structure)).toMatchObject([{ cause: 'boundary', kind: 'fn' }]);
    expect(errorsOf(wider(3), structure)).toMatchObject([{ cause: 'shortfall', kind: 'fn', reachMm: 3 }]);
    expect(errorsOf(structure, wider(3), {}, { layerMm: 3 })).toMatchObject([{ cause: 'boundary' }]);
    expect(errorsOf(structure, wider(2), { spacingMm: [1.5, 1, 1] })).toMatchObject([{ cause: 'outgrowth' }]);
  });

  test('beyond 20 mm an error belongs to no boundary', () => {
    expect(errorsOf(structure, drawn([1, 5, 39, 5, 14]))).toMatchObject([{ reachMm: Infinity }]);
    expect(errorsOf(structure, drawn([1, 5, 34, 5, 14]))).toMatchObject([{ reachMm: 20 }]);
  });

  test('the right place with the wrong label is a swap, with that of the other side a mirror', () => {
    const other = drawn([2, 5, 14, 5, 14]);
    expect(errorsOf(structure, other)).toMatchObject([{ cause: 'swap', reference: 1, predicted: 2 }]);
    const sides = pairSides([
      { value: 1, name: 'kidney_left' },
      { value: 2, name: 'kidney_right' },
    ]);
    expect(errorsOf(structure, other, {}, { sides })).toMatchObject([{ cause: 'mirror' }]);
  });

  test('more than half of its voxels changed by the reconstruction make it the cause', () => {
    const wider = drawn([1, 5, 16, 5, 14]);
    const kinds = Uint8Array.from([0, 1, 2]);
    const patterns = (code: number, from: number) => Uint8Array.from(drawn([code, from, 16, 5, 14]));
    const cause = (code: number, from: number) =>
      errorsOf(structure, wider, { changed: { patterns: patterns(code, from), kinds } })[0].cause;
    expect(cause(1, 15)).toBe('gained');
    expect(cause(2, 15)).toBe('lost');
    expect(cause(1, 16)).toBe('boundary');
  });

  test('sums by cause hold every piece, most voxels first; maps that agree have none', () => {
    const errors = errorsOf(drawn([1, 5, 14, 5, 14], [2, 25, 28, 5, 8]), drawn([1, 5, 15, 5, 14]));
    expect(sumCauses(errors)).toEqual([
      { cause: 'missed', pieces: 1, voxels: 16, volumeMl: 0.016 },
      { cause: 'boundary', pieces: 1, voxels: 10, volumeMl: 0.01 },
    ]);
    expect(errorsOf(structure, structure)).toEqual([]);
    expect(listCaseErrors(volumesOf(SLICE, structure, structure), null).errors).toEqual([]);
  });
});

test.each([
  ['kidney_left', 'kidney_right'],
  ['Left Lung', 'right lung'],
  ['lung-L', 'lung-r'],
  ['左肾', '右肾'],
  ['femur.links', 'femur.rechts'],
  ['cleft', null],
  ['tumour', null],
])('the other side of %s is %s', (name, other) => expect(mirroredName(name)).toBe(other));
