import { expect, test } from 'vitest';
import { validationFiles } from '../../../src/workers/runs/validation-files.ts';

const file = (path: string) => {
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(at, 0)), name: path.slice(at + 1) };
};
const paths = (files: readonly { folder: string; name: string }[]) =>
  files.map(({ folder, name }) => (folder ? `${folder}/${name}` : name));

const files = [
  'D/labelsTr/a.nii.gz',
  'D/labelsTr/b.nii.gz',
  'D/labelsTr/of_fold_1.nii.gz',
  'D/T/dataset.json',
  'D/T/fold_0/training_log_2026_1_5_08_00_00.txt',
  'D/T/fold_0/validation/a.nii.gz',
  'D/T/fold_0/validation/b.nii.gz',
  'D/T/fold_0/validation/without_reference.nii.gz',
  'D/T/fold_1/validation/of_fold_1.nii.gz',
].map(file);

test('a fold has its own predictions with the references of the same names', () => {
  const found = validationFiles(files, 'D/T/fold_0', []);
  expect([...found.cases]).toEqual(['a', 'b']);
  expect(paths(found.files)).toEqual([
    'D/T/fold_0/validation/a.nii.gz',
    'D/T/fold_0/validation/b.nii.gz',
    'D/labelsTr/a.nii.gz',
    'D/labelsTr/b.nii.gz',
    'D/T/dataset.json',
  ]);
});

test('references that are open already are not opened again', () => {
  const found = validationFiles(files, 'D/T/fold_0', ['a.nii.gz', 'without_reference.nii.gz']);
  expect([...found.cases]).toEqual(['a', 'b', 'without_reference']);
  expect(paths(found.files)).not.toContain('D/labelsTr/a.nii.gz');
});

test('v1 and a fold that was opened without its folder have theirs too', () => {
  const v1 = ['fold_0/validation_raw/a.nii.gz', 'gt_segmentations/a.nii.gz'].map(file);
  expect(validationFiles(v1, 'fold_0', []).files).toHaveLength(2);
  const bare = ['validation/a.nii.gz', 'gt_segmentations/a.nii.gz'].map(file);
  expect(validationFiles(bare, '', []).files).toHaveLength(2);
});

test('without references nothing can be opened', () => {
  const found = validationFiles(
    files.filter(({ folder }) => folder !== 'D/labelsTr'),
    'D/T/fold_0',
    [],
  );
  expect(found.files).toEqual([]);
  expect(found.cases.size).toBe(0);
});
