import { randomFillSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Worker } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatNifti } from '../../src/io/volumes/write-nifti.ts';
import { openApp, type App } from './app.ts';
import { alerts, crosshair, exportCase, openFiles, readout, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { slab, writeBytes, writeVolume } from './small-files.ts';

const folder = temporaryFolder();
const good = [
  writeVolume(folder, 'reference.nii.gz', slab(2, 8)),
  writeVolume(folder, 'prediction.nii.gz', slab(4, 8)),
];

/** A pair that takes seconds to read: labels 0 to 3 at random in 400 x 400 x 400 voxels. */
function writeLargePair(): string[] {
  const voxels = randomFillSync(new Uint8Array(400 ** 3)).map((byte) => byte & 3);
  const affine = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
  const packed = gzipSync(formatNifti({ size: [400, 400, 400], spacingMm: [1, 1, 1], affine }, voxels), {
    level: 1,
  });
  const large = join(folder, 'large');
  mkdirSync(large);
  return ['reference.nii.gz', 'prediction.nii.gz'].map((name) => writeBytes(large, name, packed));
}

describe('work that is stopped, and workers that fail', () => {
  let app: App;
  let large: string[];
  beforeAll(async () => {
    large = writeLargePair();
    app = await openApp();
    app.page.setDefaultTimeout(20_000);
    await settled(app.page);
  });
  afterAll(() => app?.close());
  beforeEach(() => openFiles(app.page, ...good));

  const workerOf = (name: string): Worker => {
    const found = app.page.workers().filter((worker) => worker.url().includes(name));
    if (found.length === 0) throw new Error(`no ${name}`);
    return found[found.length - 1];
  };
  const fail = (worker: Worker) =>
    worker.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('out of memory, for a test');
        }),
    );

  async function startLarge(): Promise<void> {
    await app.page.getByLabel('Open files').setInputFiles(large);
    await app.page.getByRole('progressbar').waitFor();
    expect(await app.page.locator('body').getAttribute('data-busy')).toBe('true');
  }

  /** The small case is open, its numbers and its voxels too, and nothing is under way. */
  async function expectTheOldCase(): Promise<void> {
    const { page } = app;
    await settled(page);
    expect(await page.getByRole('progressbar').count()).toBe(0);
    const { grid, labels } = await exportCase(page);
    expect(grid.size).toEqual([12, 10, 8]);
    expect(labels['1']).toMatchObject({ tp: 320, fp: 0, fn: 160 });
    await page.getByRole('application').first().press('Home');
    await page.getByRole('application').first().press('ArrowUp');
    await settled(page);
    const voxel = await crosshair(page);
    expect(voxel[2]).toBe(1);
    await expect.poll(() => readout(page)).toBe(`${voxel.join(', ')}: 1 1`);
    await page.locator('dl-joint-matrix button[data-row="1"][data-column="1"]').click();
    await settled(page);
    expect(await page.locator('.piece [role=status]').innerText()).toContain('320 voxels');
  }

  test('Cancel ends the reading of a large pair at once; what was open stays', async () => {
    const worker = workerOf('case.worker');
    await startLarge();
    await app.page.getByRole('button', { name: 'Cancel' }).click();
    await settled(app.page);
    expect(await alerts(app.page)).toEqual([]);
    await expectTheOldCase();
    expect(workerOf('case.worker')).toBe(worker);
  });

  test('a worker that does not stop is replaced, and what was open is opened again', async () => {
    await startLarge();
    const worker = workerOf('case.worker');
    worker
      .evaluate(() => {
        for (;;);
      })
      .catch(() => {});
    await app.page.getByRole('button', { name: 'Cancel' }).click();
    await expectTheOldCase();
    expect(workerOf('case.worker')).not.toBe(worker);
    expect(await alerts(app.page)).toEqual([]);
  });

  test('a worker that fails while it opens a case: one sentence, what was open is opened again', async () => {
    await startLarge();
    await fail(workerOf('case.worker'));
    await app.page.getByRole('alert').waitFor();
    await expectTheOldCase();
    expect(await alerts(app.page)).toEqual([expect.stringMatching(/ended unexpectedly/)]);
    await openFiles(app.page, ...good);
    expect(await alerts(app.page)).toEqual([]);
  });

  test('a worker that fails while nothing is under way: the same', async () => {
    await fail(workerOf('case.worker'));
    await app.page.getByRole('alert').waitFor();
    await expectTheOldCase();
    expect(await alerts(app.page)).toHaveLength(1);
  });

  test('a reader that fails: one sentence that names the file, and the next files get a fresh one', async () => {
    const { page } = app;
    for (const reader of page.workers().filter((worker) => worker.url().includes('reader.worker'))) {
      const sabotage = reader.evaluate(() =>
        addEventListener('message', () => {
          throw new Error('out of memory, for a test');
        }),
      );
      await sabotage.catch(() => null); // one that an earlier test stopped may still be listed
    }
    await openFiles(page, ...large);
    const sentence = /^(reference|prediction)\.nii\.gz could not be read.*ended unexpectedly/;
    expect(await alerts(page)).toEqual([expect.stringMatching(sentence)]);
    await expectTheOldCase();
    await openFiles(page, ...good);
    expect(await alerts(page)).toEqual([]);
  });

  test('another case opened while one is read takes its place', async () => {
    await startLarge();
    await openFiles(app.page, ...good);
    expect(await alerts(app.page)).toEqual([]);
    await expectTheOldCase();
  });
});
