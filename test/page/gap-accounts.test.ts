import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { settled } from './case-page.ts';
import { openFolderOnPage } from './folder-files.ts';

const trainings = fileURLToPath(
  new URL('../../../shared/nnunet-runs/v2.5_oversampling/Dataset006_Lung/', import.meta.url),
);

let app: App;
beforeAll(async () => {
  app = await openApp({ path: '/#/runs' });
  app.page.setDefaultTimeout(20_000);
  await app.page.waitForSelector('runs-page runs-sidebar');
  await settled(app.page);
});
afterAll(async () => {
  const errors = app?.consoleErrors ?? [];
  await app?.close();
  expect(errors).toEqual([]);
});

/** The values and changes of the account with this title, from left to right. */
async function valuesOf(title: string): Promise<string[]> {
  const figure = app.page.locator('dl-gap-waterfall figure', { hasText: title });
  await figure.waitFor();
  return figure.locator('.value').allTextContents();
}

test('the gap that a log shows leads to its account, step by step', async () => {
  const { page } = app;
  const gap = page.locator('dl-run-findings [data-code=gap]');
  const said = (await gap.innerText()).replace(/\s+/g, ' ');
  await gap.getByRole('button').click();
  const figure = page.locator('dl-gap-waterfall figure', { hasText: 'fold_' });
  await figure.waitFor();
  expect(page.url()).toContain('#/pseudo-dice');
  const levels = await figure.locator('.level title').allTextContents(); // such as "mean: 0.8617"
  expect(levels).toHaveLength(2);
  for (const level of levels) expect(said).toContain(level.split(': ')[1]);
});

test('a bar opens what it is made of by keyboard, and nothing serious stands against it', async () => {
  const { page } = app;
  await settled(page);
  const bar = page
    .locator('dl-gap-waterfall figure', { hasText: 'fold_' })
    .locator('[data-code=aggregation]');
  await bar.focus();
  await page.keyboard.press('Enter');
  const detail = page.locator('dl-gap-detail');
  await detail.locator('tbody tr').first().waitFor();
  expect(await bar.getAttribute('aria-expanded')).toBe('true');
  const { violations } = await new AxeBuilder({ page }).disableRules('label-title-only').analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`)),
  ).toEqual([]);
  await page.keyboard.press('Enter');
  await detail.waitFor({ state: 'detached' });
});

test.skipIf(!existsSync(trainings))(
  'no patch forced against every patch forced, side by side, where the runs are there: .483 and .804 against .608 and .120',
  async () => {
    const { page } = app;
    const files = ['os000', 'os100'].flatMap((run) => {
      const log =
        run === 'os000' ? 'training_log_2024_12_13_19_16_48.txt' : 'training_log_2024_12_13_08_42_52.txt';
      return ['dataset.json', `fold_0/${log}`, 'fold_0/debug.json', 'fold_0/validation/summary.json'].map(
        (path) => ({ path: `${run}/${path}`, content: readFileSync(`${trainings}${run}/${path}`) }),
      );
    });
    await openFolderOnPage(page, files);
    expect(await valuesOf('os000')).toEqual(['0.608', '+0.046', '−0.171', '0.483']);
    expect(await valuesOf('os100')).toEqual(['0.120', '−0.071', '+0.755', '0.804']);
    const forced = page.locator('dl-gap-waterfall figure', { hasText: 'os100' });
    expect(await forced.innerText()).toContain('6,838,208 of cancer against 176,926 true positives');
  },
);
