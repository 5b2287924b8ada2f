import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { crosshair, openFiles, settled } from './case-page.ts';
import { goldenCase, temporaryFolder } from './golden-files.ts';

const files = goldenCase(temporaryFolder(), 0);
let app: App;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(20_000);
});
afterAll(() => app?.close());

/** The golden case, as a visitor with this theme finds it in a window of this size. */
async function visit(theme: 'dark' | 'light', width: number, height: number): Promise<void> {
  const { page } = app;
  await page.setViewportSize({ width, height });
  await page.evaluate((settings) => localStorage.setItem('dicelens:settings', JSON.stringify(settings)), {
    theme,
    language: 'en',
  });
  await page.goto('about:blank');
  await page.goto(app.address);
  await settled(page);
  await openFiles(page, files.reference, files.prediction, files.dataset);
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await app.page.keyboard.press(key);
    await settled(app.page);
  }
}

const viewer = () => app.page.locator('dl-viewer');
const layout = () => viewer().getAttribute('layout');
const slices = () => viewer().locator('dl-slice:visible');
const view = () =>
  viewer().evaluate((element) => Reflect.get(element, 'view') as { zoom: number; panMm: number[] });

/** What is serious or critical in the slices and their bar. */
async function violations(): Promise<string[]> {
  await app.page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations: found } = await new AxeBuilder({ page: app.page })
    .disableRules('label-title-only') // does not see a label in the slot of a component
    .analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`))
    .filter((place) => place.includes('dl-viewer'));
}

/** Slices that have no room, or that stick out of the viewer. */
async function misplaced(): Promise<string[]> {
  const outer = (await viewer().boundingBox())!;
  const found: string[] = [];
  for (const slice of await slices().all()) {
    const box = (await slice.boundingBox())!;
    const isOut =
      box.x < outer.x - 1 ||
      box.y < outer.y - 1 ||
      box.x + box.width > outer.x + outer.width + 1 ||
      box.y + box.height > outer.y + outer.height + 1;
    if (isOut || box.width < 40 || box.height < 40) found.push(JSON.stringify({ box, outer }));
  }
  return found;
}

describe.each([
  ['dark', 1280, 720],
  ['light', 1280, 720],
  ['dark', 400, 800],
] as const)('%s, %i x %i', (theme, width, height) => {
  beforeAll(() => visit(theme, width, height));

  test('L goes through three slices, those with the 3D view, the lightbox and one slice, all in their places', async () => {
    expect([await layout(), await slices().count()]).toEqual(['three', 3]);
    expect(await misplaced()).toEqual([]);
    await press('l');
    expect([await layout(), await slices().count()]).toEqual(['four', 3]);
    await viewer().locator('.volume').waitFor();
    expect(await viewer().getByRole('application').count()).toBeGreaterThanOrEqual(3);
    expect(await misplaced()).toEqual([]);
    await press('l');
    expect(await layout()).toBe('lightbox');
    await expect.poll(() => slices().count()).toBeGreaterThan(3);
    await settled(app.page);
    expect(await misplaced()).toEqual([]);
    expect(await violations()).toEqual([]);
    await press('l');
    expect([await layout(), await slices().count()]).toEqual(['one', 1]);
    await press('l');
    expect(await layout()).toBe('three');
  });

  test('side by side shows the same slice of reference and prediction, each with its name', async () => {
    await press('d', 'd', 'd');
    expect([await layout(), await slices().count()]).toEqual(['pair', 2]);
    expect(await viewer().locator('.compared').allInnerTexts()).toEqual(['Reference', 'Prediction']);
    expect(await misplaced()).toEqual([]);
    expect(await violations()).toEqual([]);
    await press('Escape');
    expect(await layout()).toBe('three');
  });

  test('nothing went wrong in the console', () => {
    expect(app.consoleErrors).toEqual([]);
  });
});

describe('keys', () => {
  beforeAll(() => visit('dark', 1280, 720));

  test('a layout that is left while its 3D view is still read leaves the page at rest', async () => {
    await app.page.keyboard.press('l');
    await viewer().locator('volume-view-part, .volume').first().waitFor();
    await app.page.keyboard.press('l');
    await settled(app.page);
    expect(await layout()).toBe('lightbox');
    await press('l', 'l');
  });

  test('F flickers between reference and prediction and says which is shown; Escape ends it', async () => {
    const shown = () => viewer().locator('dl-slice.large .compared').innerText();
    await press('f');
    expect(await shown()).toBe('Reference');
    await press('f');
    expect(await shown()).toBe('Prediction');
    await press('f');
    expect(await shown()).toBe('Reference');
    await press('Escape');
    expect(await viewer().locator('.compared').count()).toBe(0);
  });

  test('[ and ] move the line of a swipe, and so does a drag of it', async () => {
    const at = () =>
      viewer().evaluate((element) => (Reflect.get(element, 'view') as { swipe: number }).swipe);
    await press('d', 'd');
    expect(await at()).toBe(0.5);
    await press(']', ']', '[');
    expect(await at()).toBeCloseTo(0.55, 9);
    const box = (await viewer().locator('dl-slice.large').boundingBox())!;
    const y = box.y + box.height / 3;
    await app.page.mouse.move(box.x + 0.55 * box.width, y);
    await app.page.mouse.down();
    await app.page.mouse.move(box.x + 0.25 * box.width, y);
    await app.page.mouse.up();
    await settled(app.page);
    expect(Math.abs((await at()) - 0.25)).toBeLessThan(0.01);
    await press('Escape');
  });

  test('A shows the errors of all labels, and the list of structures says so', async () => {
    const chosen = app.page.locator('dl-viewer-toolbar wa-select');
    await press('3', 'a');
    expect(await chosen.getAttribute('placeholder')).toBe('All labels');
    expect(await chosen.evaluate((select) => Reflect.get(select, 'value') as string)).toBeFalsy();
    await press('a');
    expect(await chosen.evaluate((select) => Reflect.get(select, 'value') as string)).toMatch(/label|region/);
  });

  test('+, - and 0 zoom, Ctrl with the wheel keeps what is under the pointer, Alt with arrows moves', async () => {
    await press('+', '+', '-');
    expect((await view()).zoom).toBeCloseTo(1.25, 9);
    await press('0');
    expect(await view()).toMatchObject({ zoom: 1, panMm: [0, 0, 0] });

    const slice = viewer().getByRole('application').first();
    const box = (await slice.boundingBox())!;
    const place = { x: box.x + box.width * 0.4, y: box.y + box.height * 0.45 };
    await app.page.mouse.click(place.x, place.y);
    await settled(app.page);
    const voxel = await crosshair(app.page);
    await app.page.keyboard.down('Control');
    await app.page.mouse.wheel(0, -200);
    await app.page.keyboard.up('Control');
    await expect.poll(async () => (await view()).zoom).toBeGreaterThan(2);
    await app.page.mouse.click(place.x, place.y);
    await settled(app.page);
    expect(await crosshair(app.page)).toEqual(voxel);

    await slice.press('0');
    await slice.press('Alt+ArrowRight');
    await settled(app.page);
    expect((await view()).panMm.filter((mm) => mm !== 0)).toHaveLength(1);
    await slice.press('0');
  });

  test('R puts the right of the patient on the other side', async () => {
    const left = () => viewer().locator('dl-slice.axial .letter.left').innerText();
    expect(await left()).toBe('R');
    await press('r');
    await expect.poll(left).toBe('L');
    await press('r');
    await expect.poll(left).toBe('R');
  });

  test('two fingers zoom', async () => {
    const slice = viewer().getByRole('application').first();
    await slice.evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      Object.defineProperty(element, 'setPointerCapture', { value: () => undefined });
      const touch = (type: string, pointerId: number, x: number) =>
        element.dispatchEvent(
          new PointerEvent(type, {
            pointerType: 'touch',
            pointerId,
            clientX: left + x,
            clientY: top + 100,
            cancelable: true,
          }),
        );
      touch('pointerdown', 1, 100);
      touch('pointerdown', 2, 150);
      touch('pointermove', 2, 200);
      touch('pointerup', 2, 200);
      touch('pointerup', 1, 100);
    });
    await settled(app.page);
    expect((await view()).zoom).toBeCloseTo(2, 6);
    await press('0');
    expect(app.consoleErrors).toEqual([]);
  });
});
