import { AxeBuilder } from '@axe-core/playwright';
import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { openFiles, readTables, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { slab, writeVolume } from './small-files.ts';

const folder = temporaryFolder();
const pair = ['reference.nii.gz', 'prediction.nii.gz'].map((name, i) =>
  writeVolume(folder, name, slab(2 + i, 8)),
);

async function serious({ page }: App): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).disableRules('label-title-only').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

let app: App;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(20_000);
  await settled(app.page);
});
afterAll(() => app?.close());

test('from a fresh profile to the numbers of own files it takes three actions', async () => {
  const { page } = app;
  await page.locator('a.mark').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await openFiles(page, ...pair);
  await page.waitForURL(/#\/case/);
  const [label] = (await readTables(page)).label;
  expect(label.dice).toBe('0.909'); // 2 x 5 columns in both, over 6 + 5 in either
});

describe.each([
  ['dark', 'en'],
  ['light', 'zh-CN'],
] as const)('the start page and the palette (%s, %s)', (theme, language) => {
  beforeAll(async () => {
    const settings = { theme, language };
    await app.page.evaluate(
      (kept) => localStorage.setItem('dicelens:settings', JSON.stringify(kept)),
      settings,
    );
    await app.page.goto(`${app.address}/#/start`);
    await app.page.reload();
    await settled(app.page);
    await app.page.locator('start-page h1').waitFor();
  });

  test('break no serious rule of accessibility', async () => {
    expect(await serious(app)).toEqual([]);
    await app.page.keyboard.press('Control+k');
    await app.page.getByRole('combobox').waitFor();
    expect(await serious(app)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await expect.poll(() => app.page.locator('command-palette').count()).toBe(0);
  });

  test.each([400, 640])('stand in a window %i px wide without scrolling sideways', async (width) => {
    await app.page.setViewportSize({ width, height: 640 });
    const wide = await app.page.locator('start-page').evaluate((page) => page.scrollWidth - page.clientWidth);
    expect(wide).toBe(0);
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await app.page.setViewportSize({ width: 1280, height: 720 });
  });
});

test('the palette finds by a few letters, goes by Enter, and says what a term means', async () => {
  const { page } = app;
  await page.evaluate(() => localStorage.setItem('dicelens:settings', '{"language":"en"}'));
  await page.goto(`${app.address}/#/case`);
  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: /^Search pages/ }).click();
  const field = page.getByRole('combobox', { name: /^Page, case/ });
  await field.fill('ema of');
  await expect.poll(() => page.locator('dl-command-palette .detail').innerText()).toContain('0.9 ×');
  await field.fill('cohort');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/cohort/);
  await page.keyboard.press('Control+k');
  await field.fill('zzzz');
  await expect.poll(() => page.locator('dl-command-palette').getByRole('option').count()).toBe(0);
  await page.keyboard.press('Escape');
});

test('a folder opened on the start page is listed, opens again, leaves the list and comes back', async () => {
  const { page } = app;
  const bytes = pair.map((path) => [path.split('/').at(-1)!, [...readFileSync(path)]] as const);
  await page.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory();
    const dir = await root.getDirectoryHandle('case_7', { create: true });
    for (const [name, data] of files) {
      const writer = await (await dir.getFileHandle(name, { create: true })).createWritable();
      await writer.write(new Uint8Array(data));
      await writer.close();
    }
    Object.assign(window, { showDirectoryPicker: () => Promise.resolve(dir) });
    location.hash = '#/start';
  }, bytes);
  await page.getByRole('button', { name: 'Open folder' }).click();
  await page.waitForURL(/#\/case/);
  await settled(page);
  await page.locator('a.mark').click();
  const entry = page.getByTitle('case_7', { exact: true });
  await entry.click();
  await page.waitForURL(/#\/case/);
  await settled(page);
  await page.locator('a.mark').click();
  await page.getByRole('button', { name: 'Take case_7 off the list' }).click();
  await expect.poll(() => entry.count()).toBe(0);
  await page.locator('start-page').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => entry.count()).toBe(1);
  expect(app.consoleErrors).toEqual([]);
});

test('the JavaScript of the first page is under 250 kB, packed', () => {
  const built = fileURLToPath(new URL('../../dist/app/', import.meta.url));
  const html = readFileSync(`${built}index.html`, 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path);
  const worker = readdirSync(`${built}assets`).find((name) => name.startsWith('case.worker-'));
  const sizes = [...named, `assets/${worker}`].map((path) => gzipSync(readFileSync(built + path)).length);
  expect(named.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
});
