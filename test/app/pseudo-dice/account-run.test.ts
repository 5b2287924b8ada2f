import { expect, test } from 'vitest';
import { filesOfRun } from '../../../src/app/pseudo-dice/account-run.ts';
import type { RunFile } from '../../../src/app/runs/runs-state.ts';

const file = (path: string): RunFile => {
  const parts = path.split('/');
  return { name: parts.at(-1)!, folder: parts.slice(0, -1).join('/'), blob: new Blob(), handle: null };
};
const pathsOf = (paths: readonly string[], folder: string) =>
  filesOfRun(paths.map(file), folder).map((one) => [one.folder, one.name].filter(Boolean).join('/'));

test('a run takes its folder, all beneath it, and what describes it from above; nothing of the folds beside it', () => {
  const own = [
    'd/t/dataset.json',
    'd/t/plans.json',
    'd/t/fold_1/training_log_2025_1_1_1_1_1.txt',
    'd/t/fold_1/validation/summary.json',
  ];
  const others = [
    'd/t/fold_10/training_log_2025_1_1_1_1_1.txt',
    'd/t/fold_0/validation/summary.json',
    'd/other/dataset.json',
    'd/t/notes.json',
  ];
  expect(pathsOf([...own, ...others], 'd/t/fold_1')).toEqual(own);
});

test('files without a folder are of the run without one', () => {
  const loose = ['training_log_2025_1_1_1_1_1.txt', 'summary.json', 'dataset.json'];
  expect(pathsOf([...loose, 'fold_0/summary.json'], '')).toEqual(loose);
});
