import { expect, test } from 'vitest';
import { offerFor, type FolderContents } from '../../../src/core/start/folder-offer.ts';

const nothing: FolderContents = {
  folds: 0,
  validations: 0,
  cases: 0,
  references: 0,
  predictions: 0,
  images: 0,
};

test.each([1, 2, 5])(
  '%i folds without volumes of their validation are shown already: nothing is offered',
  (folds) => {
    expect(offerFor({ ...nothing, folds })).toBeNull();
  },
);

test('volumes of a validation can be evaluated beside the runs', () => {
  expect(offerFor({ ...nothing, folds: 1, validations: 3 })).toEqual({
    kind: 'runs',
    folds: 1,
    validations: 3,
  });
});

test.each([
  [1, null],
  [2, { kind: 'cases', cases: 2 }],
])('of %i cases with both maps the offer is %o', (cases, offer) => {
  expect(offerFor({ ...nothing, cases, references: cases, predictions: cases })).toEqual(offer);
});

test.each([
  [1, null],
  [2, { kind: 'references', references: 2, images: 4 }],
])('of %i references alone the offer is %o', (references, offer) => {
  expect(offerFor({ ...nothing, references, images: 4 })).toEqual(offer);
});
