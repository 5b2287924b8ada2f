import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexOf, type Vec3 } from '../../src/core/volume/grid.ts';
import { PLANES } from '../../src/core/volume/slice-geometry.ts';
import { bytesSource } from '../../src/io/bytes/byte-source.ts';
import { readLabelMap } from '../../src/io/volumes/read-label-map.ts';
import { LABELS, OVERLAY, rgbOf, type Hex } from '../../src/ui/labels/palette.ts';
import { openApp, type App } from './app.ts';
import { coloursAt, crosshair, openFiles, placesOf, readout, settled } from './case-page.ts';
import { goldenCase, temporaryFolder } from './golden-files.ts';

const files = goldenCase(temporaryFolder(), 0);
const readMap = (path: string) => readLabelMap([bytesSource(path, readFileSync(path))]);
const reference = await readMap(files.reference);
const prediction = await readMap(files.prediction);
const { size } = reference.grid;
const at = (map: typeof reference, voxel: Vec3) => map.labels[map.codes[indexOf(size, voxel)]];

let app: App;
beforeAll(async () => {
  app = await openApp();
  await settled(app.page);
  await openFiles(app.page, files.reference, files.prediction, files.dataset);
});
afterAll(() => app?.close());

const over = (hex: Hex, opacity: number) => rgbOf(hex).map((part) => part * opacity);
const NOTHING = [0, 0, 0];
const TP = over(OVERLAY.truePositive, 0.75);
const FP = over(OVERLAY.prediction, 0.9);
const FN = over(OVERLAY.reference, 0.9);
const CHOSEN = over(OVERLAY.chosen, 0.9);
const labelColour = (label: number) => (label === 0 ? NOTHING : over(LABELS[label - 1], 0.75));

/** Holds the colours of all slices against what the voxels there should have; the crosshair's lines are left out. */
async function expectColours(expected: (reference: number, predicted: number) => number[]): Promise<void> {
  await settled(app.page);
  const centre = await crosshair(app.page);
  for (const plane of PLANES) {
    const places = Object.entries(await placesOf(app.page, plane))
      .map(([text, place]) => ({ voxel: text.split(',').map(Number) as unknown as Vec3, place }))
      .filter(({ voxel }) => {
        const same = voxel.filter((value, axis) => value === centre[axis]).length;
        return same === 1 || same === 3; // in the slice but on no line, or what the crosshair points at
      });
    expect(places.length).toBeGreaterThan(30);
    const colours = await coloursAt(
      app.page,
      plane,
      places.map(({ place }) => place),
    );
    const wrong = places.flatMap(({ voxel }, i) => {
      const wanted = expected(at(reference, voxel), at(prediction, voxel));
      const isRight = colours[i].every((value, part) => Math.abs(value - wanted[part]) <= 3);
      return isRight ? [] : [{ plane, voxel, found: colours[i], wanted }];
    });
    expect(wrong).toEqual([]);
  }
}

const errorsOf = (isIn: (label: number) => boolean) => (truth: number, predicted: number) => {
  if (isIn(truth)) return isIn(predicted) ? TP : FN;
  return isIn(predicted) ? FP : NOTHING;
};

const row = (name: string, part = 'all') =>
  app.page
    .locator('dl-score-tables tr')
    .locator(`th[data-half=label], th[data-half=region]`)
    .filter({ hasText: name })
    .first()
    .locator(`xpath=..`)
    .locator(`button[data-part=${part}]`);

test('keys 1, 2 and 3 switch between reference, prediction and errors; there is no reconstruction to see', async () => {
  const { page } = app;
  const mode = (name: string) => page.getByRole('radio', { name, exact: true });
  await page.keyboard.press('1');
  expect(await mode('Reference').isChecked()).toBe(true);
  await expectColours(labelColour);
  await page.keyboard.press('2');
  expect(await mode('Prediction').isChecked()).toBe(true);
  await expectColours((_, predicted) => labelColour(predicted));
  await page.keyboard.press('4');
  expect(await mode('Prediction').isChecked()).toBe(true);
  expect(await mode('Reconstruction').count()).toBe(0);
  await mode('Reference').click();
  await expectColours(labelColour);
});

test('a click on a label shows its errors, and the crosshair goes to the largest piece of them', async () => {
  await row('enhancing').last().click();
  await settled(app.page);
  const voxel = await crosshair(app.page);
  expect([at(reference, voxel), at(prediction, voxel)]).toContain(3);
  await expectColours(errorsOf((label) => label === 3));
});

test('a click on a region shows its errors', async () => {
  await row('tumor core').first().click();
  await settled(app.page);
  await expectColours(errorsOf((label) => label === 2 || label === 3));
});

test.each([
  ['tp', (truth: number, predicted: number) => truth === 4 && predicted === 4, TP],
  ['fp', (truth: number, predicted: number) => truth !== 4 && predicted === 4, FP],
  ['fn', (truth: number, predicted: number) => truth === 4 && predicted !== 4, FN],
] as const)('a click on the %s of a label shows exactly those voxels', async (part, holds, colour) => {
  await row('organ', part).last().click();
  await settled(app.page);
  const voxel = await crosshair(app.page);
  expect(holds(at(reference, voxel), at(prediction, voxel))).toBe(true);
  await expectColours((truth, predicted) => (holds(truth, predicted) ? colour : NOTHING));
});

test('a click on a joint cell shows its voxels and goes to one of them', async () => {
  const { page } = app;
  for (const [truth, predicted, colour] of [
    [1, 2, CHOSEN],
    [0, 1, FP],
    [1, 0, FN],
    [1, 1, TP],
  ] as const) {
    await page.locator(`dl-joint-matrix button[data-row="${truth}"][data-column="${predicted}"]`).click();
    await settled(page);
    const voxel = await crosshair(page);
    expect([at(reference, voxel), at(prediction, voxel)]).toEqual([truth, predicted]);
    await expectColours((r, p) => (r === truth && p === predicted ? colour : NOTHING));
  }
  expect(await page.locator('dl-joint-matrix button[data-row]').count()).toBe(5 ** 2);
});

test('N and P go through the pieces by size, round and round', async () => {
  const { page } = app;
  const words = page.locator('.piece [role=status]');
  const number = async (pattern: RegExp) =>
    Number(pattern.exec(await words.innerText())?.[1].replaceAll(',', ''));
  await row('whole tumor', 'fn').first().click();
  await settled(page);
  const count = await number(/of ([\d,]+)/);
  expect(count).toBeGreaterThan(2);
  const sizes: number[] = [];
  for (let i = 0; i < Math.min(count, 6); i++) {
    const voxel = await crosshair(page);
    expect([1, 2, 3]).toContain(at(reference, voxel));
    expect([0, 4]).toContain(at(prediction, voxel));
    sizes.push(await number(/, ([\d,]+) voxels/));
    await page.keyboard.press('n');
    await settled(page);
  }
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  await row('whole tumor', 'fn').first().click();
  await settled(page);
  await page.keyboard.press('p');
  await settled(page);
  expect(await words.innerText()).toContain(`piece ${count} of`);
});

test('keys and the wheel go through the slices, and stop at both ends', async () => {
  const { page } = app;
  const axial = page.getByRole('application').first();
  await axial.press('Home');
  await settled(page);
  expect((await crosshair(page))[2]).toBe(0);
  for (const [key, slice] of [
    ['ArrowDown', 0],
    ['ArrowUp', 1],
    ['PageUp', 11],
    ['ArrowDown', 10],
    ['End', size[2] - 1],
    ['ArrowUp', size[2] - 1],
    ['PageDown', size[2] - 11],
  ] as const) {
    await axial.press(key);
    await settled(page);
    expect((await crosshair(page))[2], key).toBe(slice);
  }
  const voxel = await crosshair(page);
  expect(await readout(page)).toContain(voxel.join(', '));
  const box = await axial.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 100);
  await page.mouse.wheel(0, -120);
  await expect.poll(async () => (await crosshair(page))[2]).toBe(voxel[2] + 1);
  await axial.press('Shift+ArrowRight');
  await settled(page);
  expect((await crosshair(page)).filter((value, axis) => value !== voxel[axis])).toHaveLength(2);
});

test('a click on a slice puts the crosshair there, and the footer says what the voxel is', async () => {
  const { page } = app;
  for (const plane of PLANES) {
    const places = Object.entries(await placesOf(page, plane));
    const [text, place] = places[Math.floor(places.length / 3)];
    await page.mouse.click(place.x, place.y);
    await settled(page);
    const voxel = await crosshair(page);
    expect(voxel.join()).toBe(text);
    const labels = `${at(reference, voxel)} ${at(prediction, voxel)}`;
    await expect.poll(() => readout(page)).toBe(`${voxel.join(', ')}: ${labels}`);
  }
  expect(app.consoleErrors).toEqual([]);
});
