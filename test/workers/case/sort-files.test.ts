import { expect, test } from 'vitest';
import { sortFiles } from '../../../src/workers/case/sort-files.ts';
import type { OpenFile } from '../../../src/workers/case/sorted-files.ts';

const openFile = (path: string, id: number): OpenFile => ({
  id,
  name: path.split('/').at(-1)!,
  folder: path.split('/').slice(0, -1).join('/'),
  blob: new Blob(),
  drop: 1,
  role: 'other',
  byHand: false,
  part: '',
});
const sort = (...paths: string[]) => {
  const files = paths.map(openFile);
  return sortFiles(files).cases.map(({ name, model, prediction }) => [
    name,
    model,
    prediction && paths[prediction[0]],
  ]);
};

test('models of one case are told by their file names, or by their folders where those are the same', () => {
  expect(sort('reference.nii', 'prediction.nii', 'prediction_b.nii')).toEqual([
    ['case', 'prediction.nii', 'prediction.nii'],
    ['case', 'prediction_b.nii', 'prediction_b.nii'],
  ]);
  expect(sort('labelsTr/c.nii', 'labelsTr/d.nii', 'a_pred/c.nii', 'b_pred/c.nii', 'a_pred/d.nii')).toEqual([
    ['c', 'a_pred', 'a_pred/c.nii'],
    ['c', 'b_pred', 'b_pred/c.nii'],
    ['d', '', 'a_pred/d.nii'],
  ]);
});

test('the folds of one training are one model', () => {
  expect(
    sort(
      'R/labelsTr/c.nii',
      'R/labelsTr/d.nii',
      'R/fold_0/validation/c.nii',
      'R/fold_1/validation/d.nii',
      'R/crossval_results_folds_0_1/c.nii',
      'R/crossval_results_folds_0_1/d.nii',
    ),
  ).toEqual([
    ['c', 'R/crossval_results_folds_0_1', 'R/crossval_results_folds_0_1/c.nii'],
    ['c', 'R/fold_*/validation', 'R/fold_0/validation/c.nii'],
    ['d', 'R/crossval_results_folds_0_1', 'R/crossval_results_folds_0_1/d.nii'],
    ['d', 'R/fold_*/validation', 'R/fold_1/validation/d.nii'],
  ]);
});

test('2,000 cases of two models, whose numbers have up to four digits, find their files', () => {
  const folders = ['labelsTr', 'model_a', 'model_b'];
  const files = folders.flatMap((folder, f) =>
    Array.from({ length: 2000 }, (_, i) => ({
      ...openFile(`${folder}/case_${i}.nii.gz`, f * 2000 + i),
      ...(f < 2 && { role: f === 0 ? ('reference' as const) : ('prediction' as const), byHand: true }),
    })),
  );
  const { cases } = sortFiles(files);
  expect(cases.length).toBe(4000);
  expect(cases[3]).toMatchObject({ name: 'case_1', model: 'model_b', reference: [1], prediction: [4001] });
});
