import { expect, test } from 'vitest';
import {
  addToAtlas,
  errorsOfCause,
  formatAtlasCsv,
  NO_ATLAS,
  NO_REVIEW,
} from '../../../src/core/cohort/atlas-errors.ts';
import type { CaseErrors, PicturedError } from '../../../src/core/errors-of-case/pictured-errors.ts';

function errorOf(voxels: number, cause: PicturedError['cause'] = 'boundary'): PicturedError {
  return {
    kind: 'fp',
    cause,
    reference: 0,
    predicted: 1,
    voxels,
    volumeMl: voxels / 1000,
    reachMm: Infinity,
    anchor: [1, 2, 3],
    thumbnail: { width: 1, height: 1, pixels: new Uint8Array(1), aspect: 1 },
  };
}

/** A case whose list was cut: `more` voxels in pieces that are not listed one by one. */
const caseOf = (errors: readonly PicturedError[], more = 0): CaseErrors => {
  const listed = errors.reduce((sum, { voxels }) => sum + voxels, 0);
  return {
    largest: errors,
    causes: [
      {
        cause: 'boundary',
        pieces: errors.length + more,
        voxels: listed + more,
        volumeMl: (listed + more) / 1000,
      },
    ],
    pieces: errors.length + more,
    voxels: listed + more,
  };
};
const named = (name: string) => ({ id: `${name}\n`, name, model: '' });

test('the errors of all cases stand in one order, and sums count those that are not listed too', () => {
  const first = addToAtlas(NO_ATLAS, named('a'), caseOf([errorOf(50), errorOf(5)], 7));
  const atlas = addToAtlas(first, named('b'), caseOf([errorOf(20)]));
  expect(atlas.errors.map((error) => [error.case, error.voxels])).toEqual([
    ['a', 50],
    ['b', 20],
    ['a', 5],
  ]);
  expect(atlas).toMatchObject({ cases: 2, pieces: 10, voxels: 82 });
  expect(atlas.causes).toEqual([
    { cause: 'boundary', pieces: 10, voxels: 82, volumeMl: expect.closeTo(0.082, 12) },
  ]);
  expect(new Set(atlas.errors.map(({ id }) => id)).size).toBe(3);
});

test('only the largest are kept one by one, whatever the order in which cases come', () => {
  const cases = Array.from({ length: 9 }, (_, i) => ({
    of: named(`${i}`),
    found: caseOf([errorOf(10 + ((i * 5) % 9))]),
  }));
  const gather = (list: typeof cases) =>
    list
      .reduce((atlas, { of, found }) => addToAtlas(atlas, of, found, 4), NO_ATLAS)
      .errors.map(({ voxels }) => voxels);
  expect(gather(cases)).toEqual([18, 17, 16, 15]);
  expect(gather(cases.toReversed())).toEqual([18, 17, 16, 15]);
});

test('a cause narrows the list', () => {
  const atlas = addToAtlas(NO_ATLAS, named('a'), caseOf([errorOf(9, 'missed'), errorOf(4)]));
  expect(errorsOfCause(atlas, 'missed').map(({ voxels }) => voxels)).toEqual([9]);
  expect(errorsOfCause(atlas, null)).toHaveLength(2);
});

test('the CSV has review and notes, and no field runs as a formula', () => {
  const { errors } = addToAtlas(NO_ATLAS, named('=1+1'), caseOf([errorOf(2500)]));
  const [{ id }] = errors;
  const review = { reviewed: new Set([id]), notes: new Map([[id, 'a "b", c']]) };
  const [head, line, end] = formatAtlasCsv(errors, review).split('\r\n');
  expect(head.split(',')).toHaveLength(15);
  expect(line).toBe(`1,'=1+1,,fp,boundary,0,1,2500,2.5,,1,2,3,1,"a ""b"", c"`);
  expect(end).toBe('');
  expect(formatAtlasCsv([], NO_REVIEW)).toBe(`${head}\r\n`);
});
