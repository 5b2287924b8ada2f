import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { slab, writeDataset, writeVolume } from './small-files.ts';

/** Six cases by two models: one too wide by i voxels, one too narrow by one. */
const folder = join(temporaryFolder(), 'two-models');
for (const inside of ['labelsTr', 'predictions_wide', 'predictions_narrow']) {
  mkdirSync(join(folder, inside), { recursive: true });
}
for (let i = 0; i < 6; i++) {
  const name = `case_${i}.nii.gz`;
  writeVolume(`${folder}/labelsTr`, name, slab(2, 5));
  writeVolume(`${folder}/predictions_wide`, name, slab(2, 5 + i));
  writeVolume(`${folder}/predictions_narrow`, name, slab(3, 5));
}
writeDataset(folder, { background: 0, slab: 1 });

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp({ path: '/#/cohort' });
  ({ page } = app);
  page.setDefaultTimeout(20_000);
  await settled(page);
  await page.locator('cohort-folder input').setInputFiles(folder);
  await page.waitForSelector('dl-cohort-pairs');
  await settled(page);
});
afterAll(() => app?.close());

async function violations(): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations: found } = await new AxeBuilder({ page }).disableRules('label-title-only').analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.flat().join(' ')} ${html}`));
}

test('two models are compared by differences, test and correction, with how often each comes first', async () => {
  await page.waitForSelector('dl-cohort-statistics-compare tbody tr');
  const rows = await page.locator('dl-cohort-statistics-compare tbody tr').allInnerTexts();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(/^slab\s+6\s/);
  expect(await page.locator('dl-cohort-statistics-compare .note').innerText()).toMatch(
    /is first in .+ of 1,000/,
  );
});

test('the errors of all cases are found on request, ranked by volume with their causes', async () => {
  await page.locator('cohort-below wa-radio[value=errors]').click();
  await page.getByRole('button', { name: 'Find the errors' }).click();
  await page.waitForSelector('dl-cohort-atlas [role=option]');
  await page.waitForFunction(() => {
    const below = document.querySelector('dl-app')?.shadowRoot?.querySelector('cohort-page')?.shadowRoot;
    return !below
      ?.querySelector('cohort-below')
      ?.shadowRoot?.querySelector('cohort-errors')
      ?.shadowRoot?.querySelector('progress');
  });
  const causes = await page.locator('dl-cohort-atlas .causes button').allInnerTexts();
  // 80 voxels a layer: 3, 4 and 5 layers too many are outgrowths; 1 and 2, and one too few, lie at the boundary
  expect(causes.map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'outgrowth 0.960 mL 57 % 3',
    'boundary layer 0.720 mL 43 % 8',
  ]);
  expect(await page.locator('dl-cohort-atlas [role=option]').count()).toBe(11);
});

test('they are reviewed by keys, and saved with what was noted', async () => {
  await page.locator('dl-cohort-atlas [role=listbox]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('r');
  await page.keyboard.press('n');
  await page.keyboard.type('too wide');
  await page.keyboard.press('Enter');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('dl-cohort-atlas .save').click(),
  ]);
  const [, first] = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(first).toMatch(/^1,case_5,.*wide.*,fp,outgrowth,0,1,400,0\.4,5,\d+,\d+,\d+,1,too wide$/);
});

test.each(['dark', 'light'])('plots, statistics and atlas are accessible in the %s theme', async (theme) => {
  const isIt = () => page.locator('html').getAttribute('data-theme');
  if ((await isIt()) !== theme)
    await page
      .getByRole('button', { name: /light|dark/i })
      .first()
      .click();
  expect(await isIt()).toBe(theme);
  expect(await violations()).toEqual([]);
  await page.locator('cohort-below wa-radio[value=statistics]').click();
  await page.waitForSelector('dl-cohort-statistics table');
  expect(await violations()).toEqual([]);
  await page.locator('cohort-below wa-radio[value=errors]').click();
});

test('Enter opens the case at the error', async () => {
  await page.locator('dl-cohort-atlas [role=listbox]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash.startsWith('#/case'));
  await settled(page);
  expect(await page.locator('#case-button').innerText()).toContain('case_5');
  expect(app.consoleErrors).toEqual([]);
});
