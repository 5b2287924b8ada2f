import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { openApp } from '../page/app.ts';
import { makeCohort } from './make-cohort.ts';
import { makeDemoPicture, makeIcons } from './start-pictures.ts';

/** The pictures of the README, taken of the demo in the built app: `npm run screenshots`. */
const PICTURES = [
  { name: 'case', path: '/#/case', width: 1440, height: 900 },
  { name: 'case-light', path: '/#/case', width: 1280, height: 720, theme: 'light' },
  { name: 'reconstruction', path: '/#/reconstruction', width: 1440, height: 900, prepare: raiseThreshold },
  { name: 'why', path: '/#/why', width: 1440, height: 900, prepare: distancesMeasured },
  { name: 'pseudo-dice', path: '/#/pseudo-dice', width: 1440, height: 900, prepare: patchesDrawn },
  { name: 'runs', path: '/#/runs', width: 1440, height: 900, prepare: chartsDrawn },
  { name: 'cohort', path: '/#/cohort', width: 1440, height: 900, prepare: cohortCounted },
  { name: 'learn', path: '/#/learn/regions/same-error', width: 1440, height: 900, prepare: figureDrawn },
] as const;

/** A threshold that is not nnU-Net's, so that there is something to compare. */
async function raiseThreshold(page: Page): Promise<void> {
  await page.getByLabel('Threshold of enhancing_tumor', { exact: true }).fill('0.62');
  await page.keyboard.press('Enter');
  await page.locator('dl-rule-table:not([stale])').waitFor();
}

/** Distances are measured beside everything else. */
async function distancesMeasured(page: Page): Promise<void> {
  await page.locator('dl-lesion-view table').waitFor();
}

/** Accounts and pictures of patches come after the chart. */
async function patchesDrawn(page: Page): Promise<void> {
  await page.locator('dl-patch-slice canvas').first().waitFor();
}

/** The page comes when it is first asked for, and its example after it. */
async function chartsDrawn(page: Page): Promise<void> {
  await page.locator('dl-run-chart canvas').last().waitFor();
}

/** Generated cases: the demo has but one. */
async function cohortCounted(page: Page): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'dicelens-pictures-'));
  const cases = join(scratch, 'Dataset001_Phantoms');
  makeCohort(cases, 80);
  await page.locator('cohort-folder input').setInputFiles(cases);
  await page.locator('cohort-footer').getByText('80 cases').waitFor();
  await page.locator('dl-cohort-table .body .row').nth(1).locator('.mean').click();
  await page.locator('dl-cohort-statistics').getByText('foreground_mean').waitFor();
  rmSync(scratch, { recursive: true });
}

/** A lesson comes after the page, its figure after the lesson. */
async function figureDrawn(page: Page): Promise<void> {
  await page.locator('lesson-figure figure svg').first().waitFor();
}

const folder = fileURLToPath(new URL('../../public/screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });

for (const picture of PICTURES) {
  const { name, path, width, height } = picture;
  const app = await openApp({ width, height, path });
  if ('theme' in picture) {
    await app.page.evaluate(
      (theme) => localStorage.setItem('dicelens:settings', JSON.stringify({ theme })),
      picture.theme,
    );
    await app.page.reload();
  }
  await app.page.waitForSelector('dl-app', { state: 'attached' });
  await app.page.waitForSelector('body[data-busy=false]', { state: 'attached' });
  if ('prepare' in picture) await picture.prepare(app.page);
  await app.page.waitForSelector('body[data-busy=false]', { state: 'attached' });
  await app.page.waitForTimeout(500); // the last slices are painted
  await app.page.screenshot({ path: `${folder}${name}.png` });
  console.log(`public/screenshots/${name}.png`);
  if (app.consoleErrors.length > 0) console.error(app.consoleErrors.join('\n'));
  await app.close();
}

await makeDemoPicture();
await makeIcons();
