import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { crosshair, openFiles, settled } from './case-page.ts';
import { goldenCase, temporaryFolder } from './golden-files.ts';

const files = goldenCase(temporaryFolder(), 0);
let app: App;

beforeAll(async () => {
  app = await openApp();
  await settled(app.page);
  await openFiles(app.page, files.reference, files.prediction, files.dataset);
  await app.page.keyboard.press('l'); // three slices, then four
  await picture();
});
afterAll(() => app?.close());

const view = () => app.page.locator('dl-volume-view');

/** The picture once it stands still: its colours, and where one that is orange lies, as a share of the view. */
async function picture() {
  for (;;) {
    await settled(app.page);
    const isThere = await view()
      .evaluate((element) => Reflect.get(element, 'picture') !== null, null, { timeout: 60_000 })
      .catch(() => false);
    if (isThere) break;
  }
  await settled(app.page);
  return view().evaluate((element) => {
    const { pixels, width, height } = Reflect.get(element, 'picture') as {
      pixels: Uint8ClampedArray;
      width: number;
      height: number;
    };
    let [grey, orange, blue] = [0, 0, 0];
    let at: [number, number] | null = null;
    for (let i = 0; i < pixels.length; i += 4) {
      const [r, g, b] = pixels.subarray(i, i + 3);
      if (r + g + b < 60) continue;
      if (r > 1.5 * b) {
        orange++;
        at ??= [((i / 4) % width) / width, Math.floor(i / 4 / width) / height];
      } else if (b > 1.5 * r) blue++;
      else if (Math.abs(r - b) < 40) grey++;
    }
    return { grey, orange, blue, at };
  });
}

test('the fourth place of the 2 x 2 layout shows surfaces with errors in their colours', async () => {
  const { grey, orange, blue } = await picture();
  expect(grey).toBeGreaterThan(50);
  expect(orange + blue).toBeGreaterThan(20);
});

test('of the reference alone nothing is orange', async () => {
  await view().getByRole('button', { name: 'Reference' }).click();
  await expect.poll(async () => (await picture()).orange).toBe(0);
  await view().getByRole('button', { name: 'Both' }).click();
  await settled(app.page);
});

test('keys turn it and X cuts it; letters name the side', async () => {
  await view().locator('.view').focus();
  await app.page.keyboard.press('r');
  await expect.poll(() => view().locator('.title').textContent()).toContain('right');
  await app.page.keyboard.press('x');
  await expect.poll(() => view().getByRole('combobox').inputValue()).toBe('axial');
  await app.page.keyboard.press('x');
  await expect.poll(() => view().getByRole('combobox').inputValue()).toBe('');
});

test('a click on the surface moves the crosshair there', async () => {
  const before = await crosshair(app.page);
  const box = (await view().boundingBox())!;
  await settled(app.page);
  for (const [x, y] of [
    [0.5, 0.5],
    [0.45, 0.42],
    [0.55, 0.58],
    [0.4, 0.5],
  ]) {
    await app.page.mouse.click(box.x + x * box.width, box.y + y * box.height);
    await settled(app.page);
    if (String(await crosshair(app.page)) !== String(before)) break;
  }
  expect(await crosshair(app.page)).not.toEqual(before);
});

test('nothing went wrong on the way', () => expect(app.consoleErrors).toEqual([]));
