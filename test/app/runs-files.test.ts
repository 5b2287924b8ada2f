import { expect, test } from 'vitest';
import { shortNames } from '../../src/app/runs/runs-list.ts';
import { joinRunFiles } from '../../src/app/runs/runs-open.ts';
import { NO_RUNS, type LoadedRun, type RunFile } from '../../src/app/runs/runs-state.ts';

const file = (path: string, text = ''): RunFile => ({
  name: path.split('/').at(-1)!,
  folder: path.split('/').slice(0, -1).join('/'),
  blob: new Blob([text]),
  handle: null,
});
const paths = (files: readonly RunFile[]) => files.map(({ folder, name }) => `${folder}/${name}`);
const OLD = 'training_log_2025_3_2_16_26_50.txt';
const NEW = 'training_log_2025_4_2_16_26_50.txt';

test('the same file again takes the place of the one that is open', () => {
  const again = file(`fold_0/${OLD}`, 'longer');
  const files = joinRunFiles({ ...NO_RUNS, files: [file(`fold_0/${OLD}`)] }, [again]);
  expect(files).toHaveLength(1);
  expect(files[0].blob).toBe(again.blob);
});

test('another training in a folder of the same name gets a folder of its own, with all beneath it', () => {
  const present = [file(`fold_0/${OLD}`)];
  const added = [file(`fold_0/${NEW}`), file('fold_0/validation/summary.json')];
  expect(paths(joinRunFiles({ ...NO_RUNS, files: present }, added))).toEqual([
    `fold_0/${OLD}`,
    `fold_0 (2)/${NEW}`,
    'fold_0 (2)/validation/summary.json',
  ]);
});

test('a loose file without a log beside it goes to the chosen run', () => {
  const chosen = { id: 'it', folder: 'T/fold_1' } as LoadedRun;
  const present = { ...NO_RUNS, files: [file(`T/fold_1/${OLD}`)], list: [chosen], chosen: 'it' };
  expect(paths(joinRunFiles(present, [file('summary.json')]))).toEqual([
    `T/fold_1/${OLD}`,
    'T/fold_1/summary.json',
  ]);
  expect(paths(joinRunFiles(present, [file(NEW), file('debug.json')]))).toContain('/debug.json');
});

test('names are as short as they can be and still differ', () => {
  expect(shortNames(['D/T/fold_0', 'D/T/fold_1'])).toEqual(['fold_0', 'fold_1']);
  expect(shortNames(['D/A/fold_0', 'D/B/fold_0'])).toEqual(['A/fold_0', 'B/fold_0']);
  expect(shortNames(['fold_0', ''])).toEqual(['fold_0', '']);
  expect(shortNames(['T/fold_0'])).toEqual(['fold_0']);
});
