import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { openApp, type App } from './app.ts';
import { exportText, openFiles, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { openFolderOnPage } from './folder-files.ts';
import { exportedSimulation, finding, shownEpoch, simulated } from './pseudo-dice-page.ts';

const PATCH = 'patch=40,48,36&batch=2&iterations=10&epochs=30&forced=0.33&seed=5';
const demo = (name: string) => fileURLToPath(new URL(`../../public/demo/${name}`, import.meta.url));
const cohort = fileURLToPath(new URL('../../../shared/data/prostate-cohort/', import.meta.url));

let app: App;
beforeAll(async () => {
  app = await openApp({ path: `/#/pseudo-dice?${PATCH}` });
  app.page.setDefaultTimeout(20_000);
  await simulated(app.page);
});
afterAll(async () => {
  const errors = app?.consoleErrors ?? [];
  await app?.close();
  expect(errors).toEqual([]);
});

/** Enters a number into a field of the sampler and waits for what comes of it. */
async function enter(name: string, value: string): Promise<void> {
  const field = app.page.getByLabel(name, { exact: true });
  await field.fill(value);
  await field.press('Enter');
  await simulated(app.page);
}

describe('the demo', () => {
  test('numbers on screen and in the JSON are those of the command line for the same seed', async () => {
    const { page } = app;
    const { stdout } = await runCli(
      'pseudo-dice',
      demo('reference.nii.gz'),
      demo('probabilities.npz'),
      '--dataset',
      demo('dataset.json'),
      '--patch',
      '40',
      '48',
      '36',
      '--iterations',
      '10',
      '--epochs',
      '30',
      '--seed',
      '5',
      '--json',
      '-',
    );
    const told = exportedSimulation(stdout);
    const saved = exportedSimulation((await exportText(page, 'Export JSON')).text);
    expect({ ...saved, cases: [], patches: [] }).toEqual({ ...told, cases: [], patches: [] });
    expect(saved.patches.map(({ start, forced }) => [start, forced])).toEqual(
      told.patches.map(({ start, forced }) => [start, forced]),
    );
    const [validation] = told.gap.steps;
    expect(await finding(page)).toContain(`Pseudo Dice ${told.pseudoDice.mean.toFixed(3)}`);
    expect(await finding(page)).toContain(`validation ${validation.value.toFixed(3)}`);
    const best = told.epochs.findLastIndex((one) => one.best);
    expect(await shownEpoch(page)).toMatch(
      new RegExp(
        `^epoch ${best} pseudo Dice ${told.epochs[best].mean.toFixed(4)} EMA ${told.epochs[best].ema.toFixed(4)}`,
      ),
    );
  });

  test('CSV has every epoch and the other ways to draw', async () => {
    const { text } = await exportText(app.page, 'Export CSV');
    const [head, ...lines] = text
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(head).toEqual([
      'seed',
      'epoch',
      'mean_pseudo_dice',
      'ema',
      'new_best',
      'pseudo_dice_whole_tumor',
      'pseudo_dice_tumor_core',
      'pseudo_dice_enhancing_tumor',
      'mean_textbook_order',
      'ema_textbook_order',
      'mean_none_forced',
      'ema_none_forced',
      'mean_all_forced',
      'ema_all_forced',
    ]);
    expect(lines.map(([seed, epoch]) => [seed, epoch])).toEqual(
      Array.from({ length: 30 }, (_, epoch) => ['5', `${epoch}`]),
    );
    expect(lines.every((cells) => cells.every((cell) => cell !== '' && cell !== 'undefined'))).toBe(true);
  });

  test('the chart is saved as SVG and PNG', async () => {
    expect((await exportText(app.page, 'Export SVG')).text).toMatch(/^<svg xmlns[\s\S]+Pseudo Dice 0\./);
    expect((await exportText(app.page, 'Export PNG')).text.slice(1, 4)).toBe('PNG');
  });

  test('arrows, brackets and a click choose an epoch, which the link carries', async () => {
    const { page } = app;
    const epochOf = async () => Number(/^epoch (\d+)/.exec(await shownEpoch(page))![1]);
    await page.locator('h1').click();
    const before = await epochOf();
    await page.keyboard.press('ArrowRight');
    expect(await epochOf()).toBe(before + 1);
    await page.keyboard.press('ArrowLeft');
    expect(await epochOf()).toBe(before);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('[');
    expect(await shownEpoch(page)).toContain('new best');
    const plot = (await page.locator('pseudo-dice-chart .u-over').boundingBox())!;
    await page.mouse.click(plot.x + (plot.width * 20) / 30, plot.y + 20);
    expect(await epochOf()).toBe(20);
    await page.waitForFunction(() => location.hash.includes('epoch=20'));
    expect(await page.locator('dl-draws-table thead').innerText()).toContain('drawn in epoch 20');
    expect(await page.locator('dl-pseudo-footer .epoch').innerText()).toMatch(/epoch 20/);
  });

  test('other settings give other numbers, the old ones the old numbers', async () => {
    const { page } = app;
    const before = await finding(page);
    const first = await shownEpoch(page);
    await enter('seed', '6');
    expect(await shownEpoch(page)).not.toBe(first);
    await page.waitForFunction(() => location.hash.includes('seed=6'));
    await enter('seed', '5');
    expect(await finding(page)).toBe(before);
    await page.getByText('Textbook: class, case, voxel').click();
    await simulated(page);
    await page.waitForFunction(() => location.hash.includes('order=textbook'));
    await page.getByText('nnU-Net: case, class, voxel').click();
    await simulated(page);
    expect(await finding(page)).toBe(before);
  });

  test('what cannot be is said, and what is taken instead', async () => {
    const { page } = app;
    await enter('epochs', '5000');
    expect(await page.locator('dl-sampler-settings [role=status]').innerText()).toContain(
      '5000 cannot be the epochs; 1000 is taken.',
    );
    expect(await page.getByLabel('epochs', { exact: true }).inputValue()).toBe('1000');
    await enter('batch', '3');
    expect(await page.locator('dl-sampler-settings .note').first().innerText()).toContain(
      '0.33 forces 1 of 3 samples, so 33 %.',
    );
    await enter('batch', '2');
    await enter('Patch along x, voxels', '200');
    expect(await page.locator('dl-sampler-settings [role=status]').innerText()).toContain('padded');
  });

  test('a simulation can be stopped, and begun again', async () => {
    const { page } = app;
    const enter = async (name: string, value: string) => {
      const field = page.getByLabel(name, { exact: true });
      await field.fill(value);
      await field.press('Enter');
    };
    await enter('seed', '77');
    await enter('iterations', '1000'); // long enough to be stopped
    await enter('epochs', '1000');
    await page.locator('pseudo-dice-page .status .link').click();
    await settled(page);
    expect(await page.locator('pseudo-dice-page .status').innerText()).toContain('stopped');
    await page.getByRole('button', { name: 'Simulate' }).click();
    await enter('iterations', '10');
    await enter('epochs', '30');
    await simulated(page);
    expect(await page.locator('pseudo-dice-page .status').count()).toBe(0);
    expect(exportedSimulation((await exportText(page, 'Export JSON')).text).seed).toBe(77);
  });

  test('a link restores settings, epoch and curves', async () => {
    const { page } = app;
    await page.goto('about:blank');
    await page.goto(`${app.address}/#/pseudo-dice?${PATCH}&epoch=12&curves=each`);
    await simulated(page);
    expect(await shownEpoch(page)).toMatch(/^epoch 12 /);
    const { settings } = exportedSimulation((await exportText(page, 'Export JSON')).text);
    expect(settings).toMatchObject({ patch: [40, 48, 36], batch: 2, iterations: 10, epochs: 30 });
    expect(await page.locator('pseudo-dice-chart wa-radio:state(checked)').innerText()).toBe(
      'Each structure',
    );
  });
});

test('plans give patch and batch by their configuration', async () => {
  const { page } = app;
  const folder = temporaryFolder();
  const plans = `${folder}/nnUNetPlans.json`;
  const { writeFileSync } = await import('node:fs');
  const configurations = {
    '2d': { patch_size: [96, 80], batch_size: 12 },
    '3d_fullres': { patch_size: [32, 64, 48], batch_size: 3 },
  };
  writeFileSync(plans, JSON.stringify({ transpose_forward: [0, 1, 2], configurations }));
  await openFiles(page, plans);
  await simulated(page);
  const patch = () =>
    Promise.all(['x', 'y', 'z'].map((axis) => page.getByLabel(`Patch along ${axis}, voxels`).inputValue()));
  expect(await patch()).toEqual(['48', '64', '32']);
  expect(await page.getByLabel('batch', { exact: true }).inputValue()).toBe('3');
  await page.getByLabel('configuration').selectOption('2d');
  await simulated(page);
  expect(await patch()).toEqual(['80', '96', '1']);
  expect(await page.evaluate(() => location.hash)).toContain('#/pseudo-dice');
});

describe.each([
  ['dark', 'en'],
  ['dark', 'zh-CN'],
  ['light', 'en'],
  ['light', 'zh-CN'],
] as const)('the page (%s, %s)', (theme, language) => {
  beforeAll(async () => {
    await app.page.evaluate(
      (settings) => localStorage.setItem('dicelens:settings', JSON.stringify(settings)),
      {
        theme,
        language,
      },
    );
    await app.page.goto('about:blank');
    await app.page.goto(`${app.address}/#/pseudo-dice?${PATCH}`);
    await simulated(app.page);
  });

  test('breaks no serious rule of accessibility', async () => {
    for (const details of await app.page.locator('pseudo-dice-accounts summary').all()) await details.click();
    await settled(app.page);
    const { violations } = await new AxeBuilder({ page: app.page })
      .disableRules('label-title-only')
      .analyze();
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`)),
    ).toEqual([]);
  });

  test.each([
    [1280, 720],
    [1920, 1080],
    [400, 800],
  ])('fits into %i x %i: nothing scrolls sideways, the chart is there', async (width, height) => {
    await app.page.setViewportSize({ width, height });
    await settled(app.page);
    const isWide = await app.page.evaluate(
      () => document.documentElement.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth,
    );
    expect(isWide).toBe(false);
    const chart = (await app.page.locator('dl-run-chart').boundingBox())!;
    expect(chart.x + chart.width).toBeLessThanOrEqual(width);
    expect(chart.height).toBeGreaterThan(150);
    const table = (await app.page.locator('dl-draws-table').boundingBox())!;
    expect(table.x + table.width).toBeLessThanOrEqual(width);
  });
});

test.skipIf(!existsSync(cohort))(
  'six prostate cases, where they are there: pooled 0.861, mean 0.792, and every case in the table',
  async () => {
    const { page } = app;
    await page.evaluate(() => localStorage.setItem('dicelens:settings', JSON.stringify({ language: 'en' })));
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto('about:blank');
    await page.goto(`${app.address}/#/pseudo-dice?patch=128,128,12&epochs=250&seed=2024`);
    await simulated(page);
    const files = ['labelsTr', 'predictions'].flatMap((folder) =>
      readdirSync(cohort + folder).map((name) => ({ path: `${folder}/${name}`, file: `${folder}/${name}` })),
    );
    await openFolderOnPage(page, [
      ...files.map(({ path, file }) => ({ path, content: readFileSync(cohort + file) })),
      { path: 'dataset.json', content: readFileSync(`${cohort}dataset_labels.json`) },
    ]);
    await page.locator('dl-draws-table tbody tr').nth(5).waitFor();
    await simulated(page);
    expect(await finding(page)).toMatch(
      /^Pseudo Dice 0\.87\d, validation 0\.792: \+0\.070 is how cases are added up/,
    );
    expect(await page.locator('dl-run-chart .end').allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringContaining('0.861 pooled'),
        expect.stringContaining('0.792 mean'),
      ]),
    );
    expect(await page.locator('dl-draws-table tbody tr').count()).toBe(6);
  },
);
