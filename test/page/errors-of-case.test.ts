import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countVoxels, type Vec3 } from '../../src/core/volume/grid.ts';
import { openApp, type App } from './app.ts';
import { alerts, exportText, openFiles, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { writeDataset, writeVolume } from './small-files.ts';

const folder = temporaryFolder();
const SIZE: Vec3 = [60, 60, 12];
type Box = readonly [
  label: number,
  x: number,
  y: number,
  z: number,
  wide: number,
  deep: number,
  high: number,
];

/** A volume of boxes, later ones over earlier ones. */
function boxes(...all: readonly Box[]): Uint8Array {
  const voxels = new Uint8Array(countVoxels(SIZE));
  for (const [label, x, y, z, wide, deep, high] of all) {
    for (let k = z; k < z + high; k++) {
      for (let j = y; j < y + deep; j++) {
        for (let i = x; i < x + wide; i++) voxels[i + SIZE[0] * (j + SIZE[1] * k)] = label;
      }
    }
  }
  return voxels;
}

const body: Box = [1, 10, 10, 2, 15, 15, 8];
const kidneys: readonly Box[] = [[3, 40, 40, 2, 6, 6, 4]];
const reference = boxes(body, [2, 14, 14, 4, 6, 6, 3], ...kidneys, [1, 40, 5, 2, 4, 4, 3]);
/** One error of each cause: outgrowth, boundary layer, swap, left and right, spurious, missed. */
const predicted = boxes(
  body,
  [2, 14, 14, 4, 6, 6, 2],
  [4, 40, 40, 2, 6, 6, 4],
  [1, 25, 12, 4, 9, 2, 2],
  [1, 12, 25, 3, 4, 1, 2],
  [1, 5, 50, 2, 3, 3, 3],
);
const labels = { background: 0, body: 1, core: 2, kidney_left: 3, kidney_right: 4 };
const files = [
  writeVolume(folder, 'reference.nii.gz', reference, { size: SIZE }),
  writeVolume(folder, 'prediction.nii.gz', predicted, { size: SIZE }),
  writeDataset(folder, labels),
];

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  page.setDefaultTimeout(20_000);
  await settled(page);
  await openFiles(page, ...files);
  await page.keyboard.press('e');
  await page.locator('dl-error-list').waitFor();
  await settled(page);
});
afterAll(() => app?.close());

const rows = () => page.locator('dl-error-list tbody tr').allInnerTexts();
const state = () => page.locator('dl-error-strip header b').innerText();

test('each planted error stands in the list, largest first, with its cause and its voxels', async () => {
  const found = (await rows()).map((row) => {
    const [, , cause, , voxels] = row.split('\t').map((cell) => cell.trim());
    return `${cause} ${voxels}`;
  });
  expect(found).toEqual([
    'left and right 144',
    'missed 48',
    'outgrowth 36',
    'label swap 36',
    'spurious 27',
    'boundary layer 8',
  ]);
});

test('N and P step through the errors round and round, and the crosshair follows', async () => {
  expect(await state()).toBe('Error 1 of 6');
  await page.keyboard.press('n');
  await settled(page);
  expect(await state()).toBe('Error 2 of 6');
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await settled(page);
  expect(await state()).toBe('Error 6 of 6');
  await page.keyboard.press('n');
  await settled(page);
});

test('a mark and a note stay when the page is opened again, are in the CSV, and can be taken back', async () => {
  await page.keyboard.press('Enter');
  await page.keyboard.press('e');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('sides, exchanged');
  await page.keyboard.press('Enter');
  await page.reload();
  await settled(page);
  await openFiles(page, ...files);
  await page.keyboard.press('e');
  await page.locator('dl-error-list').waitFor();
  await settled(page);
  const { name, text } = await exportText(page, 'CSV');
  expect(name).toBe('case_errors.csv');
  const lines = text.trim().split('\r\n');
  expect(lines).toHaveLength(7);
  expect(lines[1]).toMatch(/^1,case,,swap,mirror,3,4,144,0\.144,.*,1,"sides, exchanged"$/);
  await page.locator('dl-error-list tbody tr td').nth(1).click(); // Enter on the button would be the button's own
  await page.keyboard.press('Enter');
  await settled(page);
  expect(await page.getByText('0 of 6 reviewed').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Take the last mark or note back' }).click();
  await settled(page);
  expect(await page.getByText('1 of 6 reviewed').isVisible()).toBe(true);
});

test('the label map holds the number of each error at its voxels', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Label map' }).click(),
  ]);
  const voxels = gunzipSync(readFileSync(await download.path())).subarray(352);
  const counts = [1, 2, 3, 4, 5, 6].map((value) => voxels.filter((one) => one === value).length);
  expect(counts).toEqual([144, 48, 36, 36, 27, 8]);
  expect(voxels.every((value, i) => (value === 0) === (reference[i] === predicted[i]))).toBe(true);
});

test('a cause pressed lists only its errors', async () => {
  await page.locator('dl-error-causes').getByRole('button', { name: 'spurious' }).click();
  await settled(page);
  expect(await rows()).toHaveLength(1);
  await page.locator('dl-error-causes').getByRole('button', { name: 'spurious' }).click();
  await settled(page);
  expect(await rows()).toHaveLength(6);
});

/** Opens the menu of what can be saved; a click while it still closes is lost. */
async function openMenu(): Promise<void> {
  const entry = page.getByRole('button', { name: 'Save session' });
  await expect
    .poll(
      async () => {
        if (!(await entry.isVisible())) await page.locator('pictures-part #save').click();
        return entry.isVisible();
      },
      { timeout: 10_000, interval: 500 },
    )
    .toBe(true);
}

test.each([1, 2, 4])('a picture at %i times has the size of the slices times that', async (scale) => {
  await openMenu();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `PNG ${scale}×` }).click(),
  ]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `PNG ${scale}×` }).waitFor({ state: 'hidden' });
  const png = readFileSync(await download.path());
  const box = (await page.locator('dl-viewer').boundingBox()) ?? { width: 0, height: 0 };
  expect(png.readUInt32BE(16)).toBe(Math.round(box.width * scale));
  expect(png.readUInt32BE(20)).toBe(Math.round(box.height * scale));
});

test('a session asks for its files, is shown as it was, and names a file that differs', async () => {
  if (!(await page.locator('dl-error-list').isVisible())) await page.keyboard.press('e');
  await page.locator('dl-error-list tbody tr').nth(3).click();
  await settled(page);
  await openMenu();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save session' }).click(),
  ]);
  const session = `${folder}/case.dicelens.json`;
  await download.saveAs(session);
  expect(readFileSync(session, 'utf8')).toContain('"schema": "dicelens/session@1"');

  await page.reload();
  await settled(page);
  await openFiles(page, session);
  expect((await alerts(page)).join()).toContain('holds no voxels: open its files too');
  await openFiles(page, ...files);
  expect(await alerts(page)).toEqual([]);
  await page.locator('dl-error-list').waitFor();
  expect(await page.getByText('1 of 6 reviewed').isVisible()).toBe(true);
  expect(await state()).toBe('Error 4 of 6');

  await page.reload();
  await settled(page);
  const other = writeVolume(temporaryFolder(), 'prediction.nii.gz', reference, { size: SIZE });
  await openFiles(page, session, files[0], other, files[2]);
  expect((await alerts(page)).join()).toContain('prediction.nii.gz is not the file that the session');
});

test.each(['dark', 'light'])('the navigator has nothing serious in the %s theme', async (theme) => {
  await page.reload();
  await settled(page);
  await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
  await openFiles(page, ...files);
  await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
  await page.keyboard.press('e');
  await page.locator('dl-error-list').waitFor();
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).disableRules('label-title-only').analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  expect(app.consoleErrors).toEqual([]);
});
