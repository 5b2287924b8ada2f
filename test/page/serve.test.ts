import { AxeBuilder } from '@axe-core/playwright';
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, type FolderServer } from '../../src/cli/serve/open-server.ts';
import { openApp, type App } from './app.ts';
import { alerts, exportCase, settled } from './case-page.ts';
import { readSummary } from './golden-files.ts';

const top = fileURLToPath(new URL('../../', import.meta.url));
const golden = join(top, 'test/golden/nnunet_eval');
const root = mkdtempSync(join(tmpdir(), 'dicelens-'));
const MODEL = 'results/Dataset001_A/nnUNetTrainer__nnUNetPlans__3d_fullres';

function copyFolder(from: string, to: string): void {
  cpSync(from, join(root, to), { recursive: true });
}

let server: FolderServer;
let app: App;
const ranges: string[] = [];
beforeAll(async () => {
  copyFolder(join(golden, 'ref'), 'raw/Dataset001_A/labelsTr');
  copyFolder(join(golden, 'pred'), `${MODEL}/fold_0/validation`);
  copyFileSync(join(golden, 'dataset_regions.json'), join(root, MODEL, 'dataset.json'));
  copyFolder(join(top, 'public/demo/run/fold_0'), `${MODEL}/fold_0`);
  server = await openServer({ folder: root, app: join(top, 'dist/app'), host: '127.0.0.1', port: 0 });
  app = await openApp();
  app.page.on('request', (request) => {
    const { range } = request.headers();
    if (range) ranges.push(decodeURIComponent(new URL(request.url()).pathname));
  });
}, 120_000);
afterAll(async () => {
  await app?.close();
  await server?.close();
  rmSync(root, { recursive: true });
});

const list = () => app.page.locator('dl-served-list');

async function enter(): Promise<void> {
  await app.page.goto('about:blank');
  await app.page.goto(server.link);
  await settled(app.page);
  await list().getByRole('searchbox').waitFor();
}

test('without its token the page of a server shows nothing of the folder and says what to open', async () => {
  await app.page.goto(new URL('/?serve', server.link).href);
  await settled(app.page);
  expect(await alerts(app.page)).toEqual([expect.stringMatching(/without the token; open the link/)]);
  expect(await list().count()).toBe(0);
});

test('the printed link lists predictions with their references, trainings and data sets', async () => {
  await enter();
  expect(app.page.url()).toBe(new URL('/?serve', server.link).href); // the token is gone from the address
  expect(await list().locator('h3').allInnerTexts()).toEqual([
    'Predictions with their references',
    'Training runs',
    'Data sets',
  ]);
  expect(await list().locator('button.case').count()).toBe(6);
  const found = await new AxeBuilder({ page: app.page }).analyze();
  const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id }) => id)).toEqual([]);
});

test('a case opens by ranges, scored as nnU-Net scored it', async () => {
  await enter();
  await list().getByRole('button', { name: 'case_001' }).click();
  await settled(app.page);
  await expect.poll(() => app.page.locator('#case-button').innerText()).toContain('case_001');
  const { regions } = await exportCase(app.page);
  for (const [key, { TP, FP, FN }] of Object.entries(readSummary('summary_regions.json')[1])) {
    expect(regions[key]).toMatchObject({ tp: TP, fp: FP, fn: FN });
  }
  const asked = new Set(ranges.filter((path) => path.endsWith('case_001.nii.gz')));
  expect([...asked].toSorted()).toEqual([
    '/served/raw/Dataset001_A/labelsTr/case_001.nii.gz',
    `/served/${MODEL}/fold_0/validation/case_001.nii.gz`,
  ]);
  expect(ranges.some((path) => path.includes('case_002'))).toBe(false);
  expect(await list().isVisible()).toBe(false);
});

test('all cases of a folder open as one list, found by a part of the name', async () => {
  await enter();
  await list().getByRole('searchbox').fill('no such name');
  expect(await list().locator('button.case').count()).toBe(0);
  expect(await list().getByText('No name contains this.').isVisible()).toBe(true);
  await list().getByRole('searchbox').fill('_004');
  expect(await list().locator('button.case').allInnerTexts()).toEqual(['case_004']);
  await list()
    .getByRole('button', { name: /^Open all 6 cases of/ })
    .click();
  await settled(app.page);
  await app.page.locator('#case-button').click();
  await expect.poll(() => app.page.locator('dl-files-panel .case').count()).toBe(6);
});

test('a training opens on the page of the runs', async () => {
  await enter();
  await list()
    .getByRole('button', { name: /^Open the training run .*fold_0$/ })
    .click();
  await expect.poll(() => app.page.url()).toMatch(/#\/runs/);
  await settled(app.page);
  expect(await alerts(app.page)).toEqual([]);
  await expect.poll(() => app.page.getByText('fold_0').count()).toBeGreaterThan(0);
});

test('a file that changed since it was listed, and a server that is gone, are sentences', async () => {
  await enter();
  writeFileSync(join(root, MODEL, 'fold_0/validation/case_003.nii.gz'), 'another file');
  await list().getByRole('button', { name: 'case_003' }).click();
  await settled(app.page);
  await expect.poll(() => alerts(app.page)).toEqual([expect.stringMatching(/^case_003\.nii\.gz changed/)]);
  await server.close();
  await app.page
    .locator('served-folder')
    .getByRole('button', { name: /^Server/ })
    .click();
  await list().getByRole('button', { name: 'case_002' }).click();
  await settled(app.page);
  await expect
    .poll(() => alerts(app.page))
    .toEqual(expect.arrayContaining([expect.stringMatching(/could not be fetched: the server/)]));
});
