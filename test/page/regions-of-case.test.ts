import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatNpz } from '../../src/io/volumes/write-npz.ts';
import { openApp, type App } from './app.ts';
import { alerts, exportCase, openFiles, readTables, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { slab, writeBytes, writeDataset, writeVolume } from './small-files.ts';

const folder = temporaryFolder();
let app: App;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(15_000);
  await settled(app.page);
});
afterAll(() => app?.close());

test('regions defined by hand score a label-trained prediction by region, and follow every edit', async () => {
  const { page } = app;
  const truth = slab(2, 8).map((value, i) => (i % 12 >= 5 && value ? 2 : value));
  const guess = slab(2, 8).map((value, i) => (i % 12 >= 6 && value ? 2 : value));
  await openFiles(
    page,
    writeVolume(folder, 'reference.nii.gz', truth),
    writeVolume(folder, 'prediction.nii.gz', guess),
    writeDataset(folder, { background: 0, liver: 1, tumour: 2 }),
  );
  expect((await exportCase(page)).regions).toEqual({});
  await page.getByRole('button', { name: 'Define regions' }).click();
  await page.getByRole('button', { name: 'Add a region' }).click();
  await settled(page);
  expect((await readTables(page)).region).toMatchObject([{ name: 'region 1', tp: '480', fp: '0', fn: '0' }]);
  await page.getByRole('button', { name: 'region 1 contains 1 liver' }).click();
  await settled(page);
  expect((await readTables(page)).region).toMatchObject([{ name: 'region 1', tp: '160', fp: '0', fn: '80' }]);
  await page.getByRole('textbox', { name: 'Name' }).fill('core');
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  await settled(page);
  expect((await exportCase(page)).regions).toMatchObject({ '(2,)': { name: 'core', tp: 160, fn: 80 } });
  await page.getByRole('button', { name: 'As in dataset.json' }).click();
  await settled(page);
  expect((await exportCase(page)).regions).toEqual({});
  await page.getByRole('button', { name: 'Done' }).click();
  expect(await alerts(page)).toEqual([]);
});

test('region masks and probabilities give raw regions and patterns beside the map that they write', async () => {
  const { page } = app;
  const regions = writeDataset(folder, { background: 0, whole: [1, 2], core: [2] }, [1, 2]);
  await openFiles(
    page,
    writeVolume(folder, 'reference.nii.gz', slab(2, 8)),
    writeVolume(folder, 'region_whole.nii.gz', slab(2, 6)),
    writeVolume(folder, 'region_core.nii.gz', slab(5, 9)),
    regions,
  );
  const { rawRegions, regions: scored, patterns } = await exportCase(page);
  expect(rawRegions).toMatchObject({
    '(1, 2)': { tp: 320, fp: 0, fn: 160 },
    '(2,)': { tp: 0, fp: 320, fn: 0 },
  });
  expect(scored).toMatchObject({ '(1, 2)': { tp: 480, fp: 80, fn: 0 } });
  expect(patterns).toHaveLength(4);

  const probabilities = new Float32Array(2 * 960);
  slab(2, 6).forEach((set, i) => (probabilities[i] = set ? 0.9 : 0.5));
  slab(5, 9).forEach((set, i) => (probabilities[960 + i] = set ? 0.51 : 0.1));
  await openFiles(
    page,
    writeBytes(
      folder,
      'probabilities.npz',
      formatNpz({ probabilities: { type: '<f4', shape: [2, 8, 10, 12], data: probabilities } }),
    ),
  );
  const joined = await exportCase(page);
  expect(joined.rawRegions).toEqual(rawRegions);
  expect(joined.patterns).toEqual(patterns);
  expect(joined.warnings.map(({ code }) => code)).not.toContain('masks-differ');
  expect(app.consoleErrors).toEqual([]);
});
