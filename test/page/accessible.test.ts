import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { openFiles, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { slab, writeVolume } from './small-files.ts';

const folder = temporaryFolder();
const files = ['reference.nii.gz', 'prediction.nii.gz', 'reference_2.nii.gz'].map((name, i) =>
  writeVolume(folder, name, slab(2 + i, 8)),
);

let app: App;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(20_000);
});
afterAll(() => app?.close());

/** What is serious or critical, with the elements. */
async function violations(): Promise<string[]> {
  // what fades in has too little contrast on its way
  await app.page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations: found } = await new AxeBuilder({ page: app.page })
    // does not see a label in the slot of a component; Chromium names the field by it, which is tested apart
    .disableRules('label-title-only')
    .analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.flat().join(' ')} ${html}`));
}

/** The demo, as a visitor with these settings finds it. */
async function visit(theme: 'dark' | 'light', language: 'en' | 'zh-CN'): Promise<void> {
  await app.page.evaluate((settings) => localStorage.setItem('dicelens:settings', JSON.stringify(settings)), {
    theme,
    language,
  });
  await app.page.reload();
  await settled(app.page);
  expect(await app.page.locator('html').getAttribute('data-theme')).toBe(theme);
  expect(await app.page.locator('html').getAttribute('lang')).toBe(language);
}

test.each([
  ['dark', 'en', 'Structure shown'],
  ['dark', 'zh-CN', '显示的结构'],
  ['light', 'en', 'Structure shown'],
  ['light', 'zh-CN', '显示的结构'],
] as const)(
  'the case page (%s, %s) breaks no serious rule of accessibility',
  async (theme, language, name) => {
    await visit(theme, language);
    expect(await violations()).toEqual([]);
    expect(await app.page.getByRole('combobox', { name }).count()).toBe(1);
  },
);

describe.each([
  ['dark', 'zh-CN'],
  ['light', 'en'],
] as const)('nor does what opens on it (%s, %s)', (theme, language) => {
  beforeAll(() => visit(theme, language));

  test('an error, a question and the editor of regions', async () => {
    const { page } = app;
    await openFiles(page, files[0], files[1]);
    await page.locator('dl-score-tables button.quiet').click();
    await page.locator('dl-region-editor footer button').first().click();
    await settled(page);
    await openFiles(page, writeVolume(folder, 'prediction_0.npz', slab(2, 8)));
    await openFiles(page, files[2]);
    expect(await page.getByRole('alertdialog').count()).toBe(1);
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await violations()).toEqual([]);
  });

  test('the list of cases and files, and that of keys', async () => {
    const { page } = app;
    await page.locator('#case-button').click();
    await page.locator('dl-files-panel').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('#help').click();
    await page.locator('.keys').waitFor();
    expect(await violations()).toEqual([]);
  });

  test('the page without a case', async () => {
    const { page } = app;
    await visit(theme, language);
    await openFiles(page, files[0]);
    expect(await page.locator('empty-case').count()).toBe(1);
    expect(await violations()).toEqual([]);
  });
});
