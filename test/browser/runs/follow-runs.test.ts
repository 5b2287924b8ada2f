import { afterEach, expect, test } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { canFollow, filesInFolder, followRuns } from '../../../src/app/runs/runs-follow.ts';
import { openRuns } from '../../../src/app/runs/runs-open.ts';
import { INITIAL_STATE } from '../../../src/app/state.ts';
import { Store } from '../../../src/app/store.ts';
import { makeLog, V2 } from '../../io/make-training-log.ts';

const LOG = 'training_log_2026_1_5_08_00_00.txt';

/** The text of a log with so many epochs. */
function logOf(epochs: number): string {
  return makeLog(V2, {
    startMs: Date.UTC(2026, 0, 5, 8),
    epochs: Array.from({ length: epochs }, (_, epoch) => ({
      epoch,
      rate: 0.01,
      trainLoss: -0.5,
      valLoss: -0.4,
      dice: [0.5 + epoch / 100],
      durationS: 30,
    })),
  }).text;
}

/** A folder of the browser's own, as one that was chosen on the disk. */
async function makeFolder(name: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(name, { recursive: true }).catch(() => undefined);
  return root.getDirectoryHandle(name, { create: true });
}

async function write(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
}

const app = (): App => ({
  store: new Store(INITIAL_STATE),
  session: {} as App['session'],
  replaceWorker: () => {},
});
let open: App;

afterEach(() => followRuns(open, false));

test('the files of runs are found in a folder and beneath it, with their handles', async () => {
  const folder = await makeFolder('Trainer');
  const fold = await folder.getDirectoryHandle('fold_0', { create: true });
  await write(fold, LOG, logOf(2));
  await write(fold, 'debug.json', '{}');
  await write(fold, 'case.nii.gz', 'not of a run');
  open = app();
  const files = await filesInFolder(folder);
  expect(files.map(({ folder: path, name }) => `${path}/${name}`).toSorted()).toEqual([
    'Trainer/fold_0/debug.json',
    `Trainer/fold_0/${LOG}`,
  ]);
  expect(files.every(({ handle }) => handle !== null)).toBe(true);
});

test('a log that grows is read again, and stays the chosen run', async () => {
  const folder = await makeFolder('fold_0');
  await write(folder, LOG, logOf(3));
  open = app();
  await openRuns(open, await filesInFolder(folder));
  const epochs = () => open.store.state.runs?.list[0]?.run.epochs.length;
  expect(open.store.state.errors).toEqual([]);
  expect(epochs()).toBe(3);
  expect(canFollow(open.store.state.runs!)).toBe(true);
  const { chosen } = open.store.state.runs!;
  followRuns(open, true, 50);
  await write(folder, LOG, logOf(5));
  await expect.poll(epochs, { timeout: 10_000 }).toBe(5);
  expect(open.store.state.runs!.chosen).toBe(chosen);
});

test('a log that is not followed is left alone', async () => {
  const folder = await makeFolder('fold_1');
  await write(folder, LOG, logOf(3));
  open = app();
  await openRuns(open, await filesInFolder(folder));
  await write(folder, LOG, logOf(4));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(open.store.state.runs?.list[0].run.epochs).toHaveLength(3);
});
