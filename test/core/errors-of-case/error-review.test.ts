import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  mergeNotes,
  parseNotes,
  reviewOf,
  type ErrorNotes,
} from '../../../src/core/errors-of-case/error-review.ts';

const notes: fc.Arbitrary<ErrorNotes> = fc.dictionary(
  fc.constantFrom('0>1@1,2,3#4', '1>0@0,0,0#1', '2>1@5,5,5#9'),
  fc.record({
    reviewed: fc.boolean(),
    note: fc.constantFrom('', 'a', 'b', 'ab'),
    at: fc.integer({ min: 0, max: 3 }),
  }),
  { noNullPrototype: true },
);

test('notes of two tabs give the same in whatever order they are merged, and twice changes nothing', () => {
  fc.assert(
    fc.property(notes, notes, notes, (a, b, c) => {
      expect(mergeNotes(a, b)).toEqual(mergeNotes(b, a));
      expect(mergeNotes(mergeNotes(a, b), c)).toEqual(mergeNotes(a, mergeNotes(b, c)));
      expect(mergeNotes(a, a)).toEqual(a);
    }),
  );
});

test('of two notes on one error the later counts, and none is lost', () => {
  const first = { x: { reviewed: true, note: 'old', at: 1 }, y: { reviewed: true, note: '', at: 1 } };
  const second = { x: { reviewed: false, note: 'new', at: 2 } };
  expect(mergeNotes(first, second)).toEqual({ x: second.x, y: first.y });
});

test('notes come back from their text, and anything else gives notes too', () => {
  fc.assert(
    fc.property(notes, (a) => {
      expect(parseNotes(JSON.parse(JSON.stringify(a)))).toEqual(a);
    }),
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseNotes(value)).toBeTypeOf('object');
    }),
  );
});

test('empty notes and marks taken off are not exported', () => {
  const review = reviewOf({
    x: { reviewed: false, note: '', at: 1 },
    y: { reviewed: true, note: 'n', at: 2 },
  });
  expect([...review.reviewed]).toEqual(['y']);
  expect([...review.notes]).toEqual([['y', 'n']]);
});
