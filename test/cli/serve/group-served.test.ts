import { expect, test } from 'vitest';
import { groupServed } from '../../../src/cli/serve/group-served.ts';

const LOG = 'training_log_2026_3_2_09_14_05.txt';
const TRAINER = 'results/Dataset001_A/nnUNetTrainer__nnUNetPlans__3d_fullres';

function group(files: Record<string, readonly string[]>) {
  return groupServed(new Map(Object.entries(files)));
}

test('a validation folder finds the references of its own data set, images, probabilities and dataset.json', () => {
  const names = ['a.nii.gz', 'b.nii.gz'];
  const { datasets, predictions } = group({
    'preprocessed/Dataset001_A/gt_segmentations': names,
    'raw/Dataset001_A': ['dataset.json'],
    'raw/Dataset001_A/imagesTr': ['a_0000.nii.gz', 'a_0001.nii.gz', 'b_0000.nii.gz', 'a.nii.gz'],
    'raw/Dataset001_A/labelsTr': [...names, 'c.nii.gz'],
    'raw/Dataset002_B/labelsTr': [...names, 'c.nii.gz', 'd.nii.gz'],
    [TRAINER]: ['dataset.json', 'plans.json'],
    [`${TRAINER}/fold_0/validation`]: [...names, 'a.npz', 'summary.json'],
  });
  expect(datasets).toEqual([
    { path: 'preprocessed/Dataset001_A', references: 2 },
    { path: 'raw/Dataset001_A', references: 3 },
    { path: 'raw/Dataset002_B', references: 4 },
  ]);
  expect(predictions).toHaveLength(1);
  const [{ cases, ...rest }] = predictions;
  expect(rest).toEqual({
    path: `${TRAINER}/fold_0/validation`,
    references: 'raw/Dataset001_A/labelsTr',
    dataset: `${TRAINER}/dataset.json`,
  });
  expect(cases[0]).toEqual({
    name: 'a',
    files: [
      { path: 'raw/Dataset001_A/labelsTr/a.nii.gz', role: 'reference' },
      { path: `${TRAINER}/fold_0/validation/a.nii.gz`, role: 'prediction' },
      { path: `${TRAINER}/fold_0/validation/a.npz`, role: 'probabilities' },
      { path: 'raw/Dataset001_A/imagesTr/a_0000.nii.gz', role: 'image' },
      { path: 'raw/Dataset001_A/imagesTr/a_0001.nii.gz', role: 'image' },
    ],
  });
  expect(cases.map(({ name, files }) => [name, files.length])).toEqual([
    ['a', 5],
    ['b', 3],
  ]);
});

test('predictions outside any DatasetNNN go with the references that share most names, else with none', () => {
  const { predictions } = group({
    'one/labelsTs': ['a.nii.gz'],
    'two/labelsTs': ['a.nii.gz', 'b.nii.gz'],
    mine: ['a.nii.gz', 'b.nii.gz', 'c.nii.gz'],
    others: ['x.nii.gz'],
  });
  expect(predictions.map(({ path, references, cases }) => [path, references, cases.length])).toEqual([
    ['mine', 'two/labelsTs', 2],
  ]);
});

test('a folder with a log is a run, with its summary and what its trainer says', () => {
  const { runs } = group({
    [TRAINER]: ['dataset.json', 'plans.json', 'other.json'],
    [`${TRAINER}/fold_0`]: ['checkpoint_final.pth', 'debug.json', LOG, 'progress.png', 'notes.txt'],
    [`${TRAINER}/fold_0/validation`]: ['summary.json', 'a.nii.gz'],
    [`${TRAINER}/fold_1`]: ['debug.json'],
  });
  expect(runs).toEqual([
    {
      path: `${TRAINER}/fold_0`,
      files: [
        ...['checkpoint_final.pth', 'debug.json', LOG, 'progress.png'].map((n) => `${TRAINER}/fold_0/${n}`),
        `${TRAINER}/fold_0/validation/summary.json`,
        `${TRAINER}/dataset.json`,
        `${TRAINER}/plans.json`,
      ],
    },
  ]);
});

test('the folder itself may be a fold, a data set or the predictions', () => {
  expect(group({ '': [LOG] }).runs).toEqual([{ path: '', files: [LOG] }]);
  const { predictions, datasets } = group({ '': ['a.nii.gz', 'dataset.json'], labelsTr: ['a.nii.gz'] });
  expect(datasets).toEqual([{ path: '', references: 1 }]);
  expect(predictions[0]).toMatchObject({ path: '', references: 'labelsTr', dataset: 'dataset.json' });
  expect(group({})).toEqual({ datasets: [], predictions: [], runs: [] });
});
