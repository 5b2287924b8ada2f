import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLog, V1, V2, type MadeEpoch } from '../io/make-training-log.ts';
import { openApp, type App } from './app.ts';
import { alerts, openFiles, readTables, settled } from './case-page.ts';
import type { FolderFile } from './folder-files.ts';
import { golden } from './golden-files.ts';
import { chartNames, listedRuns, openFolder, paintedPixels, readout, saveBy } from './runs-page.ts';

/** A training of so many epochs that rises to `height`; the same numbers every time. */
function madeEpochs(count: number, height: number, from = 0): MadeEpoch[] {
  return Array.from({ length: count }, (_, i) => {
    const epoch = from + i;
    const wave = ((epoch * 37) % 19) / 1900;
    const dice = height - 0.4 / (1 + epoch / 6) + wave;
    return {
      epoch,
      rate: Number((0.01 * (1 - epoch / 100) ** 0.9).toFixed(5)),
      trainLoss: Number((0.02 - dice).toFixed(4)),
      valLoss: Number((0.05 - dice).toFixed(4)),
      dice: [Number(dice.toFixed(4)), Number((dice - 0.1).toFixed(4))],
      durationS: 42.25 + (epoch === 0 ? 8 : 0),
    };
  });
}

const made = (count: number, height: number, startMs: number, from = 0) =>
  makeLog(V2, { startMs, epochs: madeEpochs(count, height, from) }).text;
const DAY = Date.UTC(2026, 0, 5, 8);

const trainer: readonly FolderFile[] = [
  { path: 'Own/fold_0/training_log_2026_1_5_08_00_00.txt', content: made(60, 0.9, DAY) },
  { path: 'Own/fold_1/training_log_2026_1_6_08_00_00.txt', content: made(60, 0.88, DAY + 86_400_000) },
  {
    path: 'Own/fold_2/training_log_2026_1_7_08_00_00.txt',
    content: makeLog(V1, { startMs: DAY, epochs: madeEpochs(40, 0.86) }).text,
  },
  { path: 'Own/fold_3/training_log_2026_1_8_08_00_00.txt', content: new Uint8Array(3000) },
];

let app: App;
beforeAll(async () => {
  app = await openApp({ path: '/#/runs' });
  app.page.setDefaultTimeout(20_000);
  await app.page.waitForSelector('dl-run-chart');
  await settled(app.page);
});
afterAll(() => app?.close());

describe('the generated example', () => {
  test('is there at first, is called what it is, and is drawn', async () => {
    const { page } = app;
    expect(await page.locator('runs-sidebar .note').innerText()).toMatch(/generated example/i);
    expect(await listedRuns(page)).toEqual([
      ['fold_0', '500'],
      ['fold_1', '300'],
    ]);
    for (const id of ['dice', 'loss', 'duration', 'rate']) {
      expect(await paintedPixels(page, id)).toBeGreaterThan(500);
    }
  });

  test('every chart has a name with its figures, and all figures stand in a table on demand', async () => {
    const { page } = app;
    const names = await chartNames(page);
    expect(names).toHaveLength(4);
    expect(names[0]).toMatch(/500 epochs.*ends at 0\.\d{4}.*new bests.*2 runs/);
    await page.getByText('Figures of every epoch as a table').click();
    await expect.poll(() => page.locator('dl-run-table tbody tr').count()).toBe(500);
    await page.getByText('Figures of every epoch as a table').click();
  });

  test('keys go from epoch to epoch and from best to best', async () => {
    const { page } = app;
    await page.locator('runs-page h1').click();
    const numberOf = async () => Number(/epoch (\d+)/.exec(await readout(page))![1]);
    const best = await numberOf();
    await page.keyboard.press('ArrowLeft');
    expect(await numberOf()).toBe(best - 1);
    await page.keyboard.press(']');
    expect(await numberOf()).toBe(best);
    await page.keyboard.press('[');
    expect(await numberOf()).toBeLessThan(best);
    expect(await readout(page)).toMatch(/new best/);
  });

  test('a drag over one chart zooms all of them, a double click shows everything', async () => {
    const { page } = app;
    const bounds = (await page.locator('dl-run-chart.loss .u-over').boundingBox())!;
    const range = () =>
      page.locator('dl-run-chart').evaluateAll((charts) =>
        charts.map((chart) => {
          const { x } = (chart as unknown as { spec: { x: { min: number; max: number } } }).spec;
          return [Math.round(x.min), Math.round(x.max)];
        }),
      );
    const middle = bounds.y + bounds.height / 2;
    await page.mouse.move(bounds.x + bounds.width * 0.2, middle);
    await page.mouse.down();
    await page.mouse.move(bounds.x + bounds.width * 0.6, middle, { steps: 5 });
    await page.mouse.up();
    const zoomed = await range();
    expect(new Set(zoomed.map(String)).size).toBe(1);
    expect(zoomed[0][0]).toBeGreaterThan(80);
    expect(zoomed[0][1]).toBeLessThan(320);
    await page.mouse.dblclick(bounds.x + bounds.width * 0.5, middle);
    expect(await range()).toEqual(Array.from({ length: 4 }, () => [0, 500]));
  });

  test('the pointer marks the same epoch in all charts and in the line of values', async () => {
    const { page } = app;
    const bounds = (await page.locator('dl-run-chart.dice .u-over').boundingBox())!;
    await page.mouse.move(bounds.x + bounds.width * 0.5, bounds.y + bounds.height / 2);
    await expect.poll(() => readout(page)).toMatch(/^epoch 250 /);
    const lines = await page
      .locator('dl-run-chart .cursor')
      .evaluateAll((all) => all.map((line) => line.style.left));
    expect(lines).toHaveLength(4);
    expect(new Set(lines).size).toBe(1);
    await page.mouse.move(5, 5);
  });

  test('the planner says what a schedule costs', async () => {
    const { page } = app;
    await page.getByText('Plan a schedule').click();
    await page.getByLabel('Epochs', { exact: true }).last().fill('2000');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('dl-run-planner p').first().innerText())
      .toMatch(/2,?000 epochs take 3\d\.\d h/);
    await page.getByText('Plan a schedule').click();
  });

  test.each(['dark', 'light'] as const)(
    'the page (%s) breaks no serious rule of accessibility',
    async (theme) => {
      await app.page.evaluate((value) => (document.documentElement.dataset.theme = value), theme);
      const { violations } = await new AxeBuilder({ page: app.page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    },
  );
});

describe('own runs', () => {
  test('a trainer folder with a file that is no log: the rest loads, and a sentence says what is wrong', async () => {
    const { page } = app;
    await openFolder(page, trainer);
    expect(await listedRuns(page)).toEqual([
      ['fold_0', '60'],
      ['fold_1', '60'],
      ['fold_2', '40'],
    ]);
    expect(await alerts(page)).toEqual([
      expect.stringMatching(/training_log_2026_1_8_08_00_00\.txt is no text/),
    ]);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.locator('runs-sidebar .note').count()).toBe(0);
  });

  test('their conditions differ and the comparison says so', async () => {
    const { page } = app;
    expect(await page.locator('runs-sidebar .caution').innerText()).toMatch(/different conditions/);
  });

  test('a run is left out of the charts and chosen in the list', async () => {
    const { page } = app;
    const lines = () =>
      page
        .locator('dl-run-chart.dice')
        .evaluate((chart) => (chart as unknown as { spec: { series: unknown[] } }).spec.series.length);
    expect(await lines()).toBe(4);
    await page.getByLabel('Draw fold_1').uncheck();
    expect(await lines()).toBe(3);
    await page.locator('dl-run-list').getByRole('button', { name: 'fold_1', exact: true }).click();
    expect(await lines()).toBe(4);
    expect(await page.locator('dl-app header b').innerText()).toMatch(/fold_1$/);
  });

  test('hours, share of the schedule and time of day are axes too', async () => {
    const { page } = app;
    const ticks = async (axis: string) => {
      await page.getByRole('radio', { name: axis }).click();
      return page.locator('dl-run-chart.rate').evaluate((chart) => {
        const { spec } = chart as unknown as { spec: { x: { ticks: { text: string }[] } } };
        return spec.x.ticks.map(({ text }) => text);
      });
    };
    expect(await ticks('Hours')).toEqual(expect.arrayContaining(['0.2 h']));
    expect(await ticks('Schedule')).toEqual(expect.arrayContaining(['20 %', '100 %']));
    expect(await ticks('Clock')).toEqual(expect.arrayContaining(['Jan 6']));
    await ticks('Epochs');
  });

  test('each class by itself, and the loss on a logarithmic axis', async () => {
    const { page } = app;
    await page.getByRole('radio', { name: 'Each class' }).click();
    expect(await paintedPixels(page, 'dice')).toBeGreaterThan(500);
    await page.getByLabel('Logarithmic').check();
    expect(await paintedPixels(page, 'loss')).toBeGreaterThan(500);
    await page.getByLabel('Logarithmic').uncheck();
    await page.getByRole('radio', { name: 'Mean' }).click();
  });

  test('a longer copy of a log takes its place, a continuation is joined', async () => {
    const { page } = app;
    await openFolder(page, [
      {
        path: 'Own/fold_1/training_log_2026_1_9_08_00_00.txt',
        content: made(20, 0.88, DAY + 4 * 86_400_000, 50),
      },
      { path: 'Own/fold_0/training_log_2026_1_5_08_00_00.txt', content: made(70, 0.9, DAY) },
    ]);
    expect(await listedRuns(page)).toEqual([
      ['fold_0', '70'],
      ['fold_1', '70'],
      ['fold_2', '40'],
    ]);
  });

  test('every epoch is saved as CSV, the charts as PNG and SVG', async () => {
    const { page } = app;
    const csv = await saveBy(page, 'Export CSV');
    const lines = csv.bytes.toString().trimEnd().split('\n');
    expect(csv.name).toBe('runs-fold_1.csv');
    expect(lines).toHaveLength(1 + 70 + 70 + 40);
    expect(lines[0]).toMatch(/^run,epoch,learning_rate,train_loss,val_loss,mean_pseudo_dice,ema/);
    const svg = await saveBy(page, 'Export SVG');
    expect(svg.bytes.toString()).toMatch(/^<svg [\s\S]*Pseudo Dice[\s\S]*<\/svg>\n$/);
    const png = await saveBy(page, 'Export PNG');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBe(2200);
  });

  test('a log that is cut in the middle of a line loads up to there, with a warning', async () => {
    const { page } = app;
    const whole = made(30, 0.9, DAY);
    await openFolder(page, [
      { path: 'Cut/fold_0/training_log_2026_2_1_08_00_00.txt', content: whole.slice(0, -150) },
    ]);
    await page.locator('dl-run-list').getByRole('button', { name: 'Cut/fold_0', exact: true }).click();
    expect(await page.locator('runs-sidebar dl-warnings li').first().innerText()).toMatch(
      /ends in the middle of line/,
    );
  });

  test('neither page disturbs the other: the open case stays, and so do the runs', async () => {
    const { page } = app;
    const before = await listedRuns(page);
    await page.goto(`${app.address}/#/case`);
    await settled(page);
    const demo = await readTables(page);
    expect(demo.label.length).toBeGreaterThan(0);
    await openFolder(page, trainer.slice(0, 1));
    await page.getByRole('link', { name: 'Case' }).click();
    await expect.poll(() => readTables(page)).toEqual(demo); // drawn part by part
    await openFiles(page, `${golden}ref/case_000.nii.gz`, `${golden}pred/case_000.nii.gz`);
    await page.getByRole('link', { name: 'Runs' }).click();
    await expect
      .poll(async () => (await listedRuns(page)).map(([name]) => name)) // the page is drawn after the click
      .toEqual(before.map(([name]) => name));
  });

  test('nothing went wrong on the way', () => {
    expect(app.consoleErrors).toEqual([]);
  });
});

const shared = fileURLToPath(new URL('../../../shared/nnunet-runs/', import.meta.url));

describe.skipIf(!existsSync(shared))('real trainings of the shared folder', () => {
  test.each([
    ['v2.5_brats21_regions_1000ep', 2],
    ['v2.0_hippocampus', 5],
    ['v2.5_hippocampus_10_runs_one_folder', 9],
    ['v2.5_oversampling', 2],
  ])('%s opens with %i runs', async (name, runs) => {
    const own = await openApp({ path: '/#/runs' });
    try {
      await own.page.waitForSelector('dl-run-chart');
      await settled(own.page);
      const files = readdirSync(shared + name, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:txt|json)$/.test(entry.name))
        .map((entry) => `${entry.parentPath}/${entry.name}`);
      await openFolder(
        own.page,
        files.map((path) => ({ path: path.slice(shared.length), content: readFileSync(path) })),
      );
      expect(await listedRuns(own.page)).toHaveLength(runs);
      expect(await alerts(own.page)).toEqual([]);
      expect(own.consoleErrors).toEqual([]);
    } finally {
      await own.close();
    }
  });
});
