import { expect, test } from 'vitest';
import { routeFiles } from '../../../src/workers/runs/run-routing.ts';

const file = (path: string) => ({
  name: path.split('/').at(-1)!,
  folder: path.split('/').slice(0, -1).join('/'),
});
const route = (paths: readonly string[], onRunsPage = false) => {
  const { runs, case: ofCase } = routeFiles(paths.map(file), onRunsPage);
  const path = ({ folder, name }: { folder: string; name: string }) => (folder ? `${folder}/${name}` : name);
  return { runs: runs.map(path), case: ofCase.map(path) };
};

test('a trainer folder is of runs with all that it holds', () => {
  const paths = [
    'T/plans.json',
    'T/dataset.json',
    'T/fold_0/training_log_2025_3_2_16_26_50.txt',
    'T/fold_0/checkpoint_final.pth',
    'T/fold_0/debug.json',
    'T/fold_0/progress.png',
    'T/fold_0/validation/summary.json',
    'T/fold_0/validation/case_1.nii.gz',
  ];
  expect(route(paths)).toEqual({ runs: paths, case: [] });
});

test('a case is of the case page with its dataset.json, wherever one stands', () => {
  const paths = ['reference.nii.gz', 'prediction.nii.gz', 'dataset.json'];
  expect(route(paths)).toEqual({ runs: [], case: paths });
  expect(route(paths, true)).toEqual({ runs: [], case: paths });
});

test('volumes beside loose logs are of the case, the logs are not', () => {
  const log = 'training_log_2025_3_2_16_26_50.txt';
  expect(route([log, 'reference.nii.gz', 'dataset.json', 'debug.json'])).toEqual({
    runs: [log, 'debug.json'],
    case: ['reference.nii.gz', 'dataset.json'],
  });
});

test('volumes in another folder than the runs are of the case', () => {
  const { runs, case: ofCase } = route([
    'D/fold_0/training_log_2025_3_2_16_26_50.txt',
    'D/labelsTr/case_1.nii.gz',
    'D/fold_0/validation/case_1.nii.gz',
  ]);
  expect(runs).toEqual(['D/fold_0/training_log_2025_3_2_16_26_50.txt', 'D/fold_0/validation/case_1.nii.gz']);
  expect(ofCase).toEqual(['D/labelsTr/case_1.nii.gz']);
});

test.each(['nhdr', 'nrrd', 'mha', 'mhd', 'png', 'bmp', 'tif', 'tiff'])(
  'a case of .%s is a case',
  (ending) => {
    const files = [`labelsTr/a.${ending}`, `pred/a.${ending}`, 'dataset.json', 'plans.json'];
    expect(route(files).case).toEqual(files);
    expect(route(['plans.json', 'progress.png']).case).toEqual([]);
  },
);

test('what only describes a run joins the runs; dataset.json alone goes where one stands', () => {
  expect(route(['debug.json', 'summary.json', 'progress.png']).case).toEqual([]);
  expect(route(['dataset.json']).runs).toEqual([]);
  expect(route(['dataset.json'], true).case).toEqual([]);
});

test('every file goes to exactly one side', () => {
  const paths = ['a.txt', 'b/plans.json', 'b/c/training_log_1_1_1_1_1_1.txt', 'x.npz', 'readme.md'];
  const { runs, case: ofCase } = route(paths);
  expect([...runs, ...ofCase].toSorted()).toEqual(paths.toSorted());
});
