import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { openApp, type App } from './app.ts';
import { settled } from './case-page.ts';
import { golden, temporaryFolder } from './golden-files.ts';
import { slab, writeBytes, writeDataset, writeVolume } from './small-files.ts';

const scratch = temporaryFolder();
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Twelve cases, one of which is damaged and one of another shape; a reference and a prediction without partner. */
const cohort = makeFolder('cohort', (folder) => {
  for (let i = 0; i < 12; i++) {
    const name = `case_${i}.nii.gz`;
    writeVolume(`${folder}/labelsTr`, name, i === 4 ? slab(0, 0) : slab(2, 8, 1 + (i % 2)));
    if (i === 6) writeBytes(`${folder}/predictions`, name, 'no NIfTI');
    else if (i === 7)
      writeVolume(`${folder}/predictions`, name, slab(2, 8, 1, [12, 10, 9]), { size: [12, 10, 9] });
    else writeVolume(`${folder}/predictions`, name, slab(2 + (i % 3), 9, 1 + (i % 2)));
  }
  writeVolume(`${folder}/labelsTr`, 'without.nii.gz', slab(2, 8));
  writeVolume(`${folder}/predictions`, 'other.nii.gz', slab(2, 8));
  writeDataset(folder, { background: 0, whole: [1, 2], core: 2 }, [1, 2]);
});

function makeFolder(name: string, fill: (folder: string) => void): string {
  const folder = join(scratch, name);
  for (const inside of ['labelsTr', 'predictions']) mkdirSync(join(folder, inside), { recursive: true });
  fill(folder);
  return folder;
}

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp({ path: '/#/cohort' });
  ({ page } = app);
  page.setDefaultTimeout(20_000);
  await settled(page);
  await page.waitForSelector('cohort-folder');
});
afterAll(() => app?.close());

/** Opens a folder as a person chooses one, and waits until all of it is counted. */
async function openCohort(folder: string): Promise<void> {
  await page.locator('cohort-folder input').setInputFiles(folder);
  await page.waitForFunction(
    (name) =>
      document
        .querySelector('dl-app')!
        .shadowRoot!.querySelector('#case-button')!
        .textContent!.includes(name),
    folder.split('/').at(-1)!,
  );
  await settled(page);
}

const names = () => page.locator('dl-cohort-table .body .row .name').allInnerTexts();
const footer = () => textOf('cohort-footer');
const notices = () => textOf('cohort-notices');
const headline = () => page.locator('cohort-page h1').innerText();

/** What an element shows; innerText of the element itself leaves its shadow out. */
function textOf(element: string): Promise<string> {
  return page
    .locator(element)
    .evaluate(({ shadowRoot }) =>
      [...shadowRoot!.children].map((child) => (child as HTMLElement).innerText ?? '').join('\n'),
    );
}

async function save(button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

describe('a folder with damaged and missing files', () => {
  test('is counted by itself; what cannot be is named, passed over and in no number', async () => {
    await openCohort(cohort);
    expect(await footer()).toMatch(/10 cases, 20 scores/);
    expect(await notices()).toMatch(/2 cases could not be counted.*case_6, case_7/);
    expect(await notices()).toMatch(/predictions\/other\.nii\.gz/);
    expect(await notices()).toMatch(/labelsTr\/without\.nii\.gz/);
    expect(await headline()).toMatch(/^1 of 10 cases scores 0 in whole and takes 0\.\d{3} from its mean\.$/);
    expect((await names()).slice(0, 2)).toEqual(['case_4', 'case_2']);
    expect((await names()).slice(-2)).toEqual(['case_6', 'case_7']);
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await names()).toEqual(['case_6', 'case_7']);
    expect(await page.locator('dl-cohort-table .failed').first().innerText()).toMatch(/case_6\.nii\.gz/);
    await page.getByLabel('Cases listed').selectOption('all');
  });

  test('gives the summary.json that the command line writes, byte for byte, by regions and by labels', async () => {
    for (const way of ['Regions', 'Labels']) {
      await page.getByRole('radio', { name: way }).click();
      const args = [`${cohort}/labelsTr`, `${cohort}/predictions`, '--dataset', `${cohort}/dataset.json`];
      const { stdout } = await runCli('evaluate', ...args, '--as', way.toLowerCase(), '-o', '-');
      expect(stdout).toContain('metric_per_case');
      expect(await save('summary.json')).toBe(stdout.replaceAll(`${scratch}/`, ''));
    }
    await page.getByRole('radio', { name: 'Regions' }).click();
  });

  test('is searched, sorted and walked through by keys, and Enter opens a case at its largest error', async () => {
    await page.getByLabel('Search cases by name').fill('CASE_1');
    expect((await names()).toSorted()).toEqual(['case_1', 'case_10', 'case_11']);
    await page.getByLabel('Search cases by name').fill('');
    await page.getByRole('columnheader', { name: 'Case', exact: true }).getByRole('button').click();
    expect((await names()).slice(0, 4)).toEqual(['case_0', 'case_1', 'case_2', 'case_3']);
    await page.getByRole('grid').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    expect(await page.locator('dl-cohort-table-case h2').innerText()).toBe('case_1');
    await page.waitForFunction(() => /case=2/.test(location.hash) && /sort=name/.test(location.hash));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.startsWith('#/case?'));
    await settled(page);
    expect(await page.locator('#case-button').innerText()).toBe('case_1');
    await page.waitForFunction(() => /of=(region|label)_\d_(fp|fn)/.test(location.hash));
    await page.goBack();
    await page.evaluate(() => (location.hash = '#/cohort'));
    await page.waitForSelector('cohort-page');
  });

  test('saves every score as CSV and every case as JSON that dicelens merge reads', async () => {
    const csv = await save('Save every score as CSV');
    expect(csv.split('\r\n')).toHaveLength(1 + 10 * 4 + 1);
    const json = writeBytes(scratch, 'cohort.json', await save('Save every case as JSON'));
    const merged = await runCli('merge', json, '-o', '-', '--as', 'regions');
    const direct = await save('summary.json');
    expect(merged.stdout).toBe(direct);
  });

  test('after a reload, cases whose files are the same are not counted again', async () => {
    await page.reload();
    await settled(page);
    await page.waitForSelector('cohort-folder');
    await openCohort(cohort);
    expect(await notices()).toMatch(/10 cases kept from an earlier visit/);
    expect(await footer()).toMatch(/10 cases, 20 scores/);
    const path = `${cohort}/predictions/case_2.nii.gz`;
    writeVolume(`${cohort}/predictions`, 'case_2.nii.gz', slab(0, 3, 1));
    expect(existsSync(path)).toBe(true);
    await page.reload();
    await settled(page);
    await page.waitForSelector('cohort-folder');
    await openCohort(cohort);
    expect(await notices()).toMatch(/9 cases kept from an earlier visit/);
    await page.getByRole('button', { name: 'Count all again' }).click();
    await settled(page);
    expect(await notices()).not.toMatch(/kept/);
  });
});

test('counting can be stopped: what is done stays, and the rest is counted when asked for', async () => {
  const size = [48, 48, 48] as const;
  const noise = Uint8Array.from({ length: 48 ** 3 }, (_, i) => (i * 2654435761) >>> 31);
  const large = makeFolder('large', (folder) => {
    writeVolume(`${folder}/labelsTr`, 'c_0.nii.gz', noise, { size });
    for (let i = 0; i < 40; i++) {
      if (i > 0) cpSync(`${folder}/labelsTr/c_0.nii.gz`, `${folder}/labelsTr/c_${i}.nii.gz`);
      cpSync(`${folder}/labelsTr/c_0.nii.gz`, `${folder}/predictions/c_${i}.nii.gz`);
    }
  });
  await page.evaluate(() => {
    const look = () => {
      const root = document.querySelector('dl-app')!.shadowRoot!.querySelector('cohort-page')!.shadowRoot!;
      const progress = root.querySelector('cohort-notices')?.shadowRoot?.querySelector('dl-progress');
      const cancel = progress?.shadowRoot?.querySelector('button');
      if (cancel) cancel.click();
      else requestAnimationFrame(look);
    };
    look();
  });
  await openCohort(large);
  expect(await notices()).toMatch(/Stopped: \d+ cases not counted yet/);
  await page.getByRole('button', { name: 'Count the rest' }).click();
  await settled(page);
  expect(await notices()).not.toMatch(/Stopped/);
  expect(await footer()).toMatch(/40 cases/);
});

describe('a summary.json', () => {
  test('of nnU-Net agrees with the recount of its cases in every digit', async () => {
    const own = makeFolder('golden', (folder) => {
      cpSync(`${golden}ref`, `${folder}/labelsTr`, { recursive: true });
      cpSync(`${golden}pred`, `${folder}/predictions`, { recursive: true });
      cpSync(`${golden}dataset_regions.json`, `${folder}/dataset.json`);
      cpSync(`${golden}summary_regions.json`, `${folder}/summary.json`);
    });
    await openCohort(own);
    expect(await textOf('dl-summary-check')).toMatch(/golden\/summary\.json agrees: 24 scores of 6 cases/);
    const paths = /"(prediction|reference)_file": "[^"]*\/([^"/]+)"/g;
    const withoutPaths = (text: string) => text.replace(paths, '"$1_file": "$2"');
    const saved = await save('summary.json');
    expect(withoutPaths(saved)).toBe(
      withoutPaths(readFileSync(`${golden}summary_regions.json`, 'utf8').trimEnd()),
    );
  });

  test('that was changed is told apart, with the scores that differ', async () => {
    const [means, cases] = readFileSync(`${golden}summary_regions.json`, 'utf8').split('"metric_per_case"');
    const changed = cases.replace(/"TP": (\d+)/, (_, voxels: string) => `"TP": ${Number(voxels) + 1}`);
    const text = `${means}"metric_per_case"${changed}`;
    const folder = join(scratch, 'changed');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'summary.json'), text);
    await page.locator('cohort-folder input').setInputFiles(folder);
    await settled(page);
    const said = page.locator('dl-summary-check section').nth(1);
    expect(await said.innerText()).toMatch(/differs from the recount in 1 of 24 scores/);
    expect(await said.innerText()).toMatch(/Rounding/);
  });

  test('alone fills the table; 2,000 cases of 120 labels are drawn only where they are seen', async () => {
    const cases = Array.from({ length: 2000 }, (_, c) => ({
      metrics: Object.fromEntries(
        Array.from({ length: 120 }, (__, k) => [
          `${k + 1}`,
          { Dice: 0.5, FN: c, FP: 10, IoU: 0.3, TN: 1, TP: 10, n_pred: 20, n_ref: 10 + c },
        ]),
      ),
      prediction_file: `p/case_${c}.nii.gz`,
      reference_file: `r/case_${c}.nii.gz`,
    }));
    await page.evaluate(() => localStorage.clear());
    await page.goto(`${app.address}/?engine=cpu#/cohort`);
    await page.reload();
    await settled(page);
    const text = JSON.stringify({ foreground_mean: { Dice: 0.5 }, mean: {}, metric_per_case: cases });
    await page.getByLabel('Open files').setInputFiles({
      name: 'summary.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await page.waitForFunction(() => {
      const root = document.querySelector('dl-app')!.shadowRoot!.querySelector('cohort-page')?.shadowRoot;
      return root?.querySelector('.under')?.textContent?.includes('2,000 of 2,000');
    });
    const cells = () => page.locator('dl-cohort-table [role=gridcell]').count();
    expect(await cells()).toBeLessThan(1200);
    const grid = page.getByRole('grid');
    expect(await grid.getAttribute('aria-rowcount')).toBe('2002');
    expect(await grid.getAttribute('aria-colcount')).toBe(`${1 + 2 * 120 + 5}`);
    await grid.focus();
    await page.keyboard.press('End');
    await expect.poll(async () => (await names()).at(-1), { timeout: 20_000 }).toBe('case_0');
    expect(await cells()).toBeLessThan(1200);
    const heads = page.locator('dl-cohort-table .heads button');
    expect(await heads.nth(1).getAttribute('aria-label')).toBe('label 1');
    await page.locator('dl-cohort-table .scroll').evaluate((scroll) => (scroll.scrollLeft = 4000));
    await expect.poll(() => heads.nth(2).getAttribute('aria-label')).not.toBe('label 2');
    expect(await cells()).toBeLessThan(1200);
  });
});

test('what is shown stands in the address and comes back with it; no name of a file does', async () => {
  await page.goto(`${app.address}/?engine=cpu#/cohort?by=labels&score=iou&sort=-name&panel=dataset&case=3`);
  await page.reload();
  await settled(page);
  await openCohort(cohort);
  expect(await page.getByRole('radio', { name: 'Labels' }).isChecked()).toBe(true);
  expect(await page.getByLabel('Score', { exact: true }).inputValue()).toBe('iou');
  expect((await names())[0]).toBe('case_11');
  expect(await textOf('dl-cohort-fingerprint')).toMatch(/12 × 10 × 8/);
  expect(await page.locator('dl-cohort-table-case h2').innerText()).toBe('case_2');
  expect(await page.evaluate(() => location.hash)).not.toMatch(/case_|nii/);
});

test.each(['dark', 'light'] as const)(
  'in the %s theme axe finds nothing serious, nor does a narrow window scroll',
  async (theme) => {
    const settings = JSON.stringify({ theme, language: theme === 'dark' ? 'en' : 'zh-CN' });
    await page.evaluate((text) => localStorage.setItem('dicelens:settings', text), settings);
    await page.goto(`${app.address}/?engine=cpu#/cohort?case=2`);
    await page.reload();
    await settled(page);
    await openCohort(cohort);
    for (const panel of ['statistics', 'dataset', 'summary', 'errors']) {
      await page.evaluate((name) => (location.hash = `#/cohort?case=2&panel=${name}`), panel);
      await settled(page);
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      const { violations } = await new AxeBuilder({ page }).disableRules('label-title-only').analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.flatMap(({ id, nodes }) =>
          nodes.map(({ target, html }) => `${id}: ${target.flat().join(' ')} ${html}`),
        ),
        panel,
      ).toEqual([]);
    }
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    await page.setViewportSize({ width: 1280, height: 720 });
  },
);

test('nothing went wrong in the page on the way', () => {
  expect(app.consoleErrors).toEqual([]);
});

describe.skipIf(!existsSync(shared))('real cohorts, where ../shared is there', () => {
  test('six patients give the summaries that nnU-Net wrote, paths aside', async () => {
    await page.evaluate(() => localStorage.clear());
    await page.goto(`${app.address}/?engine=cpu#/cohort`);
    await page.reload();
    await settled(page);
    await openCohort(`${shared}data/prostate-cohort`);
    const withoutPaths = (text: string) =>
      text.replace(/"(prediction|reference)_file": "[^"]*\/([^"/]+)"/g, '"$1_file": "$2"').trimEnd();
    for (const way of ['Regions', 'Labels']) {
      await page.getByRole('radio', { name: way }).click();
      const expected = `${shared}data/expected-summaries/prostate-cohort-${way.toLowerCase()}.json`;
      expect(withoutPaths(await save('summary.json'))).toBe(withoutPaths(readFileSync(expected, 'utf8')));
    }
  });

  test('a training of nnU-Net on BraTS says what the design says of it', async () => {
    const run = `${shared}nnunet-runs/v2.5_brats21_regions_1000ep`;
    const fold = makeFolder('Dataset137_BraTS2021', (folder) => {
      for (const name of ['dataset.json', 'dataset_fingerprint.json'])
        cpSync(`${run}/${name}`, `${folder}/${name}`);
      mkdirSync(`${folder}/fold_0/validation`, { recursive: true });
      cpSync(`${run}/fold_0/validation/summary.json`, `${folder}/fold_0/validation/summary.json`);
    });
    await page.goto(`${app.address}/?engine=cpu#/cohort`);
    await page.reload();
    await settled(page);
    await openCohort(fold).catch(() => {}); // the bar names the folder of the summary
    await settled(page);
    expect(await headline()).toBe('8 of 251 cases score 0 in enhancing tumor and take 0.029 from its mean.');
    expect(await footer()).toMatch(
      /summary\.json, 251 cases, 753 scores\s+means recomputed, equal to the file/,
    );
    expect((await names()).slice(0, 3)).toEqual(['BraTS2021_01530', 'BraTS2021_01169', 'BraTS2021_01350']);
    expect(await textOf('dl-cohort-statistics')).toMatch(/0\.9076/);
  });
});
