import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLog, V2 } from '../io/make-training-log.ts';
import { openApp, type App } from './app.ts';
import { alerts, settled } from './case-page.ts';
import { golden } from './golden-files.ts';
import { openFolder } from './runs-page.ts';
import type { FolderFile } from './folder-files.ts';

const log = makeLog(V2, {
  startMs: Date.UTC(2026, 0, 5, 8),
  epochs: Array.from({ length: 30 }, (_, epoch) => ({
    epoch,
    rate: 0.01,
    trainLoss: -0.5,
    valLoss: -0.4,
    dice: [0.5 + epoch / 100],
    durationS: 40,
  })),
}).text;
const names = Array.from({ length: 6 }, (_, i) => `case_00${i}.nii.gz`);
const fold: readonly FolderFile[] = [
  { path: 'Own/T/fold_0/training_log_2026_1_5_08_00_00.txt', content: log },
  { path: 'Own/T/dataset.json', content: readFileSync(`${golden}dataset_regions.json`) },
  {
    path: 'Own/T/fold_0/validation/summary.json',
    content: readFileSync(`${golden}summary_regions.json`),
  },
  ...names.map((name) => ({
    path: `Own/T/fold_0/validation/${name}`,
    content: readFileSync(`${golden}pred/${name}`),
  })),
];
const references = names.map((name) => ({
  path: `Own/labelsTr/${name}`,
  content: readFileSync(`${golden}ref/${name}`),
}));

let app: App;
beforeAll(async () => {
  app = await openApp({ path: '/#/runs' });
  app.page.setDefaultTimeout(20_000);
});
afterAll(() => app?.close());

test('without references the cases are listed, worst first, and a sentence says what to drop', async () => {
  const { page } = app;
  await page.waitForSelector('dl-run-chart');
  await openFolder(page, fold);
  await page.getByText('Validation cases (6), worst first').click();
  const rows = await page.locator('dl-run-validation tr').allInnerTexts();
  expect(rows).toHaveLength(6);
  const dices = rows.map((row) => Number(row.split(/\s+/).at(-1))).filter((dice) => !Number.isNaN(dice));
  expect(dices).toEqual([...dices].sort((a, b) => a - b));
  expect(await page.locator('dl-run-validation p').innerText()).toMatch(/labelsTr or gt_segmentations/);
});

test('with them a click opens a case, and all can be evaluated', async () => {
  const { page } = app;
  await openFolder(page, [...fold, ...references]);
  const worst = page.locator('dl-run-validation tr button').first();
  const name = (await worst.innerText()).trim();
  await worst.click();
  await page.waitForFunction(() => location.hash.startsWith('#/case'));
  await settled(page);
  expect(await page.locator('#case-button').innerText()).toContain(name);
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByText('Validation cases (6), worst first').click();
  await page.getByRole('button', { name: 'Evaluate the 6 with files here' }).click();
  await page.waitForFunction(() => location.hash.startsWith('#/cohort'));
  await settled(page);
  expect(await alerts(page)).toEqual([]);
});

test('the list is open to everybody and nothing went wrong on the way', async () => {
  const { page } = app;
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByText('Validation cases (6), worst first').click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  expect(app.consoleErrors).toEqual([]);
});
