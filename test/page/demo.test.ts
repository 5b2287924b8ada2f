import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { halfToNumber } from '../../src/core/volume/half-float.ts';
import { formatScore, formatVoxels } from '../../src/core/text/format.ts';
import { bytesSource } from '../../src/io/bytes/byte-source.ts';
import { readLabelMap } from '../../src/io/volumes/read-label-map.ts';
import { readProbabilities } from '../../src/io/volumes/read-probabilities.ts';
import { openApp, type App } from './app.ts';
import { exportCase, readTables, settled } from './case-page.ts';

const demo = (name: string) => {
  const path = fileURLToPath(new URL(`../../public/demo/${name}`, import.meta.url));
  return bytesSource(name, readFileSync(path));
};

interface Dataset {
  labels: Record<string, number | number[]>;
  regions_class_order: number[];
}

/** TP, FP and FN by a plain loop over the voxels: of raw regions, of regions and of labels after reconstruction. */
async function countPlainly() {
  const dataset = JSON.parse(
    new TextDecoder().decode(await demo('dataset.json').read(0, demo('dataset.json').size)),
  ) as Dataset;
  const regions = Object.values(dataset.labels)
    .filter((labels) => labels !== 0)
    .map((labels) => [labels].flat());
  const reference = await readLabelMap([demo('reference.nii.gz')]);
  const { volume } = await readProbabilities(demo('probabilities.npz'), { expectedChannels: regions.length });
  const { codes, labels } = reference;
  const valueOf = (i: number) => (volume.type === 'float16' ? halfToNumber(volume.data[i]) : volume.data[i]);
  const zero = () => ({ tp: 0, fp: 0, fn: 0 });
  const counts = { raw: regions.map(zero), regions: regions.map(zero), labels: [1, 2, 3].map(zero) };
  const add = (to: { tp: number; fp: number; fn: number }, inReference: boolean, inPrediction: boolean) => {
    if (inReference && inPrediction) to.tp++;
    else if (inPrediction) to.fp++;
    else if (inReference) to.fn++;
  };
  for (let i = 0; i < codes.length; i++) {
    const truth = labels[codes[i]];
    const set = regions.map((_, c) => valueOf(c * codes.length + i) > 0.5);
    let written = 0;
    dataset.regions_class_order.forEach((label, c) => (written = set[c] ? label : written));
    if (truth === 0 && written === 0 && !set.includes(true)) continue;
    regions.forEach((region, c) => {
      add(counts.raw[c], region.includes(truth), set[c]);
      add(counts.regions[c], region.includes(truth), region.includes(written));
    });
    counts.labels.forEach((count, c) => add(count, truth === c + 1, written === c + 1));
  }
  return counts;
}

describe('the demo', () => {
  let app: App;
  const requests: string[] = [];
  beforeAll(async () => {
    app = await openApp();
    app.page.on('request', (request) => requests.push(request.url()));
    await app.page.reload();
    await settled(app.page);
  });
  afterAll(() => app?.close());

  test('opens by itself, evaluated, with the numbers of a plain loop over its files', async () => {
    const expected = await countPlainly();
    const exported = await exportCase(app.page);
    expect(exported.schema).toBe('dicelens/case@1');
    expect(Object.values(exported.regions)).toMatchObject(expected.regions);
    expect(Object.values(exported.rawRegions ?? {})).toMatchObject(expected.raw);
    expect(Object.values(exported.labels)).toMatchObject(expected.labels);

    const shown = ({ tp, fp, fn }: { tp: number; fp: number; fn: number }) => ({
      tp: formatVoxels(tp),
      fp: formatVoxels(fp),
      fn: formatVoxels(fn),
      dice: formatScore((2 * tp) / (2 * tp + fp + fn)),
    });
    const tables = await readTables(app.page);
    expect(tables.region).toMatchObject(expected.regions.map(shown));
    expect(tables.label).toMatchObject(expected.labels.map(shown));

    await app.page.getByRole('radio', { name: 'Raw masks' }).click();
    expect((await readTables(app.page)).region).toMatchObject(expected.raw.map(shown));
    await app.page.getByRole('radio', { name: 'Reconstructed' }).click();
  });

  test('asks nothing of any other server, and works without a word on the console', () => {
    expect(requests.length).toBeGreaterThan(5);
    const foreign = requests.filter(
      (url) => !/^(blob|data):/.test(url) && new URL(url).origin !== app.address,
    );
    expect(foreign).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });

  test('stands behind a policy that allows nothing but its own files', async () => {
    const { headers } = await fetch(app.address);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test('a link brings back the place, the overlay and the choice', async () => {
    const { page } = app;
    await page.goto(`${app.address}/#/case?at=100,90,80&show=prediction&of=region_1_fp`);
    await page.reload();
    await settled(page);
    const footer = page.locator('dl-footer .readout');
    await expect.poll(() => footer.innerText()).toMatch(/voxel\s+100, 90, 80/);
    expect(await page.getByRole('radio', { name: 'Prediction', exact: true }).isChecked()).toBe(true);
    expect(
      await page.locator('dl-score-tables button.count[aria-pressed=true]').getAttribute('data-part'),
    ).toBe('fp');

    await page.keyboard.press('3');
    await page.getByRole('application').first().press('ArrowUp');
    await settled(page);
    await expect.poll(() => page.url()).toMatch(/#\/case\?at=100,90,81&of=region_1_fp$/);
    const before = await page.locator('dl-footer .readout').innerText();
    await page.reload();
    await settled(page);
    await expect.poll(() => footer.innerText()).toBe(before);
  });

  test('an address that is gone back to is followed', async () => {
    const { page } = app;
    await page.evaluate(() => (location.hash = '#/case?at=30,31,32&show=reference&of=cell_1_2'));
    const footer = page.locator('dl-footer .readout');
    await expect.poll(() => footer.innerText()).toMatch(/voxel\s+30, 31, 32/);
    expect(await page.getByRole('radio', { name: 'Reference', exact: true }).isChecked()).toBe(true);
    expect(await page.locator('dl-joint-matrix button[aria-pressed=true]').count()).toBe(1);
    await page.evaluate(() => (location.hash = '#/case?at=9999,1,1&show=nothing&of=region_77_all'));
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('the theme and the language stay for the next visit', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Light theme' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await page.getByTitle('Switch to Chinese').click();
    await page.reload();
    await settled(page);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByTitle('切换到英文').click();
    await page.getByRole('button', { name: 'Dark theme' }).click();
  });

  test('its reconstruction can be looked at, and a pattern leads to its largest piece', async () => {
    const { page } = app;
    await page.keyboard.press('4');
    expect(await page.getByRole('radio', { name: 'Reconstruction', exact: true }).isChecked()).toBe(true);
    const { patterns = [] } = await exportCase(page);
    await page.locator('dl-pattern-strip .changed button').first().click();
    await settled(page);
    const words = await page.locator('.piece [role=status]').innerText();
    expect(words).toMatch(/^piece 1 of [\d,]+, [\d,]+ voxels/);
    const chosen = await page.locator('dl-pattern-strip button[aria-pressed=true] strong').innerText();
    expect(patterns.map(({ voxels }) => formatVoxels(voxels))).toContain(chosen);
    expect(app.consoleErrors).toEqual([]);
  });
});
