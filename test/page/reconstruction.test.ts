import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatScore } from '../../src/core/text/format.ts';
import { halfToNumber } from '../../src/core/volume/half-float.ts';
import type { LabelMap, ProbabilityVolume } from '../../src/core/volume/volume.ts';
import { bytesSource } from '../../src/io/bytes/byte-source.ts';
import { readLabelMap } from '../../src/io/volumes/read-label-map.ts';
import { readProbabilities } from '../../src/io/volumes/read-probabilities.ts';
import { openApp, type App } from './app.ts';
import { openFiles, settled } from './case-page.ts';

const demoPath = (name: string) => fileURLToPath(new URL(`../../public/demo/${name}`, import.meta.url));
const demo = (name: string) => bytesSource(name, readFileSync(demoPath(name)));

/** The regions of the demo, as its dataset.json has them. */
const REGIONS = [[1, 2, 3], [2, 3], [3]];

interface PlainRule {
  sequence: readonly number[];
  writes: readonly number[];
  thresholds: readonly number[];
}
const NNUNET: PlainRule = { sequence: [0, 1, 2], writes: [1, 2, 3], thresholds: [0.5, 0.5, 0.5] };

let reference: LabelMap;
let probabilities: ProbabilityVolume;
let float16: Float32Array; // the number of each pattern of 16 bits

/** The label of every voxel by a plain loop. */
function writePlainly({ sequence, writes, thresholds }: PlainRule): Uint8Array {
  const voxels = reference.codes.length;
  const limits = thresholds.map(roundToHalf);
  return Uint8Array.from({ length: voxels }, (_, i) => {
    let label = 0;
    for (const r of sequence) if (float16[probabilities.data[r * voxels + i]] > limits[r]) label = writes[r];
    return label;
  });
}

/** The float16 nearest to a number, of two equally near ones the even one. */
function roundToHalf(value: number): number {
  let best = 0;
  for (let bits = 0; bits <= 0x3c00; bits++) {
    const [now, before] = [Math.abs(float16[bits] - value), Math.abs(float16[best] - value)];
    if (now < before || (now === before && bits % 2 === 0)) best = bits;
  }
  return float16[best];
}

/** Dice of the regions and of labels 1 to 3 of a label map, as the page shows them. */
function scorePlainly(written: Uint8Array): { regions: string[]; labels: string[] } {
  const voxels = [0, 1, 2, 3].map(() => [0, 0, 0, 0]); // reference label, label written
  for (let i = 0; i < written.length; i++) voxels[reference.labels[reference.codes[i]]][written[i]]++;
  const dice = (labels: readonly number[]) => {
    let [both, sizes] = [0, 0];
    voxels.forEach((row, a) =>
      row.forEach((count, b) => {
        if (labels.includes(a) && labels.includes(b)) both += count;
        sizes += count * (Number(labels.includes(a)) + Number(labels.includes(b)));
      }),
    );
    return formatScore((2 * both) / sizes);
  };
  return { regions: REGIONS.map(dice), labels: [[1], [2], [3]].map(dice) };
}

/** Dice after the rule and as a label, as the page shows them. */
async function readScores(page: Page): Promise<{ regions: string[]; labels: string[] }> {
  await settled(page);
  const texts = await page.locator('dl-three-ways .row .number').allInnerTexts();
  const rows = [0, 1, 2].map((row) => texts.slice(3 * row, 3 * row + 3).map((text) => text.trim()));
  return { regions: rows.map((row) => row[1]), labels: rows.map((row) => row[2]) };
}

const NAMES = ['whole_tumor', 'tumor_core', 'enhancing_tumor'];
const row = (page: Page, name: string) =>
  page.locator(`dl-rule-table .row[data-region="${NAMES.indexOf(name)}"]`);
const handle = (page: Page, name: string) => row(page, name).locator('.handle');
/** What can be read in an element, its parts included. */
const textOf = async (page: Page, element: string, part = '*') =>
  (await page.locator(`${element} ${part}`).allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
const field = (page: Page, name: string) => page.getByLabel(`Threshold of ${name}`, { exact: true });

/** The file that a line of "Export labels" saves. */
async function save(page: Page, line: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export labels' }).click();
  await page.getByRole('button', { name: line }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: line }).click(),
  ]);
  await page.getByRole('button', { name: line }).waitFor({ state: 'hidden' });
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe('the reconstruction page', () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    float16 = Float32Array.from({ length: 0x1_0000 }, (_, bits) => halfToNumber(bits));
    reference = await readLabelMap([demo('reference.nii.gz')]);
    probabilities = (await readProbabilities(demo('probabilities.npz'), { expectedChannels: 3 })).volume;
    app = await openApp({ width: 1440, height: 900, path: '/?engine=cpu#/reconstruction' });
    page = app.page;
    await page.locator('dl-three-ways .row').first().waitFor();
  });
  afterAll(() => app?.close());

  beforeEach(async () => {
    await settled(page);
    const reset = page.getByRole('button', { name: 'nnU-Net’s rule' });
    if (await reset.isEnabled()) await reset.click();
    await settled(page);
  });

  test('opens on nnU-Net’s rule, with the numbers of a plain loop and nothing changed', async () => {
    expect(await readScores(page)).toEqual(scorePlainly(writePlainly(NNUNET)));
    await expect.poll(() => textOf(page, 'dl-rule-change', 'div, p')).toContain('This is nnU-Net’s rule.');
    expect(await textOf(page, 'dl-rule-checks', 'p')).toContain('passes the round trip');
  });

  test('Alt and Up write a region earlier: the Dice are those of a plain loop in that order', async () => {
    await handle(page, 'enhancing_tumor').focus();
    await page.keyboard.press('Alt+ArrowUp');
    expect(await readScores(page)).toEqual(scorePlainly(writePlainly({ ...NNUNET, sequence: [0, 2, 1] })));
    await page.keyboard.press('Alt+ArrowUp'); // the focus has stayed on the handle
    expect(await readScores(page)).toEqual(scorePlainly(writePlainly({ ...NNUNET, sequence: [2, 0, 1] })));
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await readScores(page)).toEqual(scorePlainly(writePlainly({ ...NNUNET, sequence: [0, 2, 1] })));
  });

  test('a row that is dragged writes at its new place, and one Undo takes the whole drag back', async () => {
    const from = (await handle(page, 'enhancing_tumor').boundingBox())!;
    const to = (await handle(page, 'whole_tumor').boundingBox())!;
    await page.mouse.move(from.x + 9, from.y + 14);
    await page.mouse.down();
    await page.mouse.move(to.x + 9, to.y + 14, { steps: 12 });
    await page.mouse.up();
    expect(await readScores(page)).toEqual(scorePlainly(writePlainly({ ...NNUNET, sequence: [2, 0, 1] })));
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await readScores(page)).toEqual(scorePlainly(writePlainly(NNUNET)));
  });

  test('another label written, another threshold: the Dice are those of a plain loop', async () => {
    await page.getByLabel('Label that tumor_core writes').selectOption('1');
    expect(await readScores(page)).toEqual(scorePlainly(writePlainly({ ...NNUNET, writes: [1, 1, 3] })));
    await field(page, 'whole_tumor').fill('0.83');
    await page.keyboard.press('Enter');
    const rule = { ...NNUNET, writes: [1, 1, 3], thresholds: [0.83, 0.5, 0.5] };
    const written = writePlainly(rule);
    expect(await readScores(page)).toEqual(scorePlainly(written));
    const differing = writePlainly(NNUNET).filter((label, i) => label !== written[i]).length;
    const told = await textOf(page, 'dl-rule-change', 'div, p');
    expect(told).toContain(`${differing.toLocaleString('en-US')} voxels differ from nnU-Net’s rule`);
    expect(told).toContain('not a fair one');
  });

  test('the slider moves by keys, alone or all thresholds as one', async () => {
    const slider = page.getByLabel('Threshold of tumor_core, slider');
    await slider.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => field(page, 'tumor_core').inputValue()).toBe('0.53');
    const thresholds = [0.5, 0.53, 0.5];
    expect(await readScores(page)).toEqual(scorePlainly(writePlainly({ ...NNUNET, thresholds })));
    await page.getByRole('radio', { name: 'all as one' }).click();
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => field(page, 'enhancing_tumor').inputValue()).toBe('0.01');
    const low = writePlainly({ ...NNUNET, thresholds: [0.01, 0.01, 0.01] });
    expect(await readScores(page)).toEqual(scorePlainly(low));
    await page.getByRole('radio', { name: 'this region alone' }).click();
  });

  test('the best threshold that a curve promises gives the Dice that it promises', async () => {
    await page.locator('dl-rule-table:not([stale])').waitFor();
    const best = row(page, 'tumor_core').locator('button.best');
    const [threshold, dice] = (await best.innerText()).split('\n').map((text) => text.trim());
    await best.click();
    expect(await field(page, 'tumor_core').inputValue()).toBe(threshold);
    expect((await readScores(page)).regions[1]).toBe(dice);
  });

  test('what is exported is read back: labels, changes with their colours, numbers', async () => {
    await handle(page, 'enhancing_tumor').focus();
    await page.keyboard.press('Alt+ArrowUp');
    const written = writePlainly({ ...NNUNET, sequence: [0, 2, 1] });
    await settled(page);

    const labels = await save(page, 'Reconstructed label map');
    const map = await readLabelMap([bytesSource(labels.name, labels.bytes)]);
    expect(map.grid).toEqual(reference.grid);
    expect(Array.from(map.codes, (code) => map.labels[code]).every((label, i) => label === written[i])).toBe(
      true,
    );

    const changes = await save(page, 'What was gained and lost');
    const changed = await readLabelMap([bytesSource(changes.name, changes.bytes)]);
    const voxels = reference.codes.length;
    const wrong = Array.from(changed.codes).findIndex((code, i) => {
      const set = [0, 1, 2].map((r) => float16[probabilities.data[r * voxels + i]] > 0.5);
      const kept = set.every((isSet, r) => isSet === REGIONS[r].includes(written[i]));
      return kept !== (changed.labels[code] === 0);
    });
    expect(wrong).toBe(-1);
    const colours = (await save(page, 'Its colours for 3D Slicer')).bytes.toString();
    const values = colours.split('\n').flatMap((line) => (/^\d/.test(line) ? [Number.parseInt(line)] : []));
    expect(values).toEqual(changed.present);

    const json = JSON.parse((await save(page, 'Export JSON')).bytes.toString()) as {
      schema: string;
      rule: { sequence: string[] };
      result: { labels: Record<string, { dice: number }> };
    };
    expect(json.schema).toBe('dicelens/reconstruction@1');
    expect(json.rule.sequence).toEqual(['(1, 2, 3)', '(3,)', '(2, 3)']);
    const dice = ['1', '2', '3'].map((label) => formatScore(json.result.labels[label].dice));
    expect(dice).toEqual(scorePlainly(written).labels);
    const csv = (await save(page, 'Patterns as CSV')).bytes.toString().trimEnd().split('\r\n');
    const rows = csv.slice(1).map((line) => Number(line.split(',')[1]));
    const foreground = written.filter(
      (label, i) => label !== 0 || [0, 1, 2].some((r) => float16[probabilities.data[r * voxels + i]] > 0.5),
    ).length;
    expect(rows.reduce((sum, n) => sum + n, 0)).toBe(foreground);
  });

  test.each([
    ['dark', 'en'],
    ['light', 'zh-CN'],
  ])('breaks no serious rule of accessibility (%s, %s)', async (theme, language) => {
    const keep = (settings: object) =>
      page.evaluate((kept) => localStorage.setItem('dicelens:settings', JSON.stringify(kept)), settings);
    await keep({ theme, language });
    await page.reload();
    await page.locator('dl-rule-patterns tbody tr').first().waitFor();
    await settled(page);
    const found: string[] = [];
    for (const kind of ['Overwrite', 'Argmax']) {
      if (kind === 'Argmax') await page.getByRole('radio', { name: 'Argmax' }).click();
      await settled(page);
      const { violations } = await new AxeBuilder({ page }).disableRules('label-title-only').analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      found.push(...grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)));
    }
    await keep({ theme: 'dark', language: 'en' });
    await page.reload();
    await page.locator('dl-rule-patterns tbody tr').first().waitFor();
    expect(found).toEqual([]);
  });

  test('by keys alone: from the case to the page, through the patterns, from piece to piece', async () => {
    await page.getByRole('link', { name: 'Case' }).press('Enter');
    await page.locator('case-page').waitFor();
    await page.getByRole('link', { name: 'Reconstruction' }).press('Enter');
    const rows = page.locator('dl-rule-patterns tbody tr');
    await rows.first().locator('button').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await rows.nth(1).getAttribute('aria-current')).toBe('true');
    const pieces = page.locator('reconstruction-viewer .piece');
    expect(await pieces.innerText()).toContain('piece 1 of');
    await page.keyboard.press('n');
    await expect.poll(() => pieces.innerText()).toContain('piece 2 of');
    const count = await rows.nth(1).locator('td').last().innerText();
    expect(await pieces.innerText()).toContain(`of ${count}`);
  });

  test('a label map beside the probabilities is audited: one written in another order is told by that order', async () => {
    await handle(page, 'enhancing_tumor').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await settled(page);
    const { bytes } = await save(page, 'Reconstructed label map');
    const path = await writeTemporary('prediction.nii.gz', bytes);
    const names = ['reference.nii.gz', 'probabilities.npz', 'dataset.json', 'dataset_labels.json'];
    await openFiles(page, ...names.map(demoPath), path);
    const audit = page.locator('dl-audit');
    await expect
      .poll(() => textOf(page, 'dl-audit', '.verdict'), { timeout: 60_000 })
      .toContain('whole_tumor, enhancing_tumor, tumor_core');
    await audit.locator('tr.differs').first().click();
    await settled(page);
    expect(await page.locator('reconstruction-viewer .piece').innerText()).toContain('piece 1 of');
    expect(app.consoleErrors).toEqual([]);
  });

  test('a label map alone has the patterns that its labels imply, and no rule to change', async () => {
    const names = ['reference.nii.gz', 'prediction.nii.gz', 'dataset.json'];
    await openFiles(page, ...names.map(demoPath));
    await expect.poll(() => textOf(page, 'reconstruction-page', '.note')).toContain('no rule to change');
    expect(await page.locator('dl-rule-patterns tbody tr').count()).toBe(3);
    expect(await page.locator('dl-rule-table').count()).toBe(0);
    expect(app.consoleErrors).toEqual([]);
  });
});

async function writeTemporary(name: string, bytes: Buffer): Promise<string> {
  const { mkdtemp, writeFile } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const path = join(await mkdtemp(join(tmpdir(), 'dicelens-')), name);
  await writeFile(path, bytes);
  return path;
}
