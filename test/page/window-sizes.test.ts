import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { crosshair, openFiles, readTables, settled } from './case-page.ts';
import { goldenCase, temporaryFolder } from './golden-files.ts';

const { reference, prediction, dataset } = goldenCase(temporaryFolder(), 3);
let app: App;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(15_000);
  await settled(app.page);
});
afterAll(() => app?.close());

/** Elements with something to press or to read that stick out of the window at its right. */
function sticksOut(): Promise<string[]> {
  return app.page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: ParentNode, scrolls: boolean) => {
      for (const element of root.querySelectorAll('*')) {
        const scrollable = scrolls || isInScroller(element);
        const { right, width, height } = element.getBoundingClientRect();
        const isSeen = width > 1 && height > 1 && (element as HTMLElement).checkVisibility?.();
        if (
          isSeen &&
          !scrollable &&
          right > innerWidth + 1 &&
          element.matches('button, a, label, input, h1, h2, th')
        ) {
          found.push(`${element.tagName} ${element.textContent?.trim().slice(0, 30)} ${Math.round(right)}`);
        }
        if (element.shadowRoot) visit(element.shadowRoot, scrollable);
      }
    };
    const isInScroller = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth)
          return true;
      }
      return false;
    };
    visit(document.body, false);
    return found;
  });
}

const scrollsSideways = () =>
  app.page.evaluate(
    () => document.documentElement.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth,
  );

describe.each([
  ['en', 1280, 720],
  ['en', 1920, 1080],
  ['en', 1024, 700],
  ['en', 400, 800],
  ['zh-CN', 1280, 720],
  ['zh-CN', 400, 800],
] as const)('%s, %i x %i', (language, width, height) => {
  beforeAll(async () => {
    await app.page.setViewportSize({ width, height });
    if ((await app.page.locator('html').getAttribute('lang')) !== language) {
      await app.page.locator('header .actions > button.plain').last().click();
    }
    await settled(app.page);
  });

  test.each(['the demo', 'a case of one’s own'])(
    '%s fits: nothing scrolls sideways, nothing sticks out',
    async (what) => {
      const { page } = app;
      const demo = page.locator('header .actions > button.plain').first();
      if (what === 'the demo') {
        if (/demo|演示/i.test(await demo.innerText())) await demo.click();
      } else await openFiles(page, reference, prediction, dataset);
      await settled(page);
      expect(await scrollsSideways()).toBe(false);
      expect(await sticksOut()).toEqual([]);
      const box = await page.locator('dl-slice.axial canvas').boundingBox();
      expect(box?.width).toBeGreaterThan(width / 4);
      expect(box?.height).toBeGreaterThan(180);
    },
  );
});

test('a window of 400 pixels is usable: overlays, slices, rows and exports can be reached', async () => {
  const { page } = app;
  await page.setViewportSize({ width: 400, height: 800 });
  if ((await page.locator('html').getAttribute('lang')) !== 'en') {
    await page.locator('header .actions > button.plain').last().click();
  }
  await openFiles(page, reference, prediction, dataset);
  await page.getByRole('radio', { name: 'Reference', exact: true }).click();
  await page.getByRole('button', { name: 'Opacity of the overlay' }).click();
  await page.keyboard.press('Escape');
  const before = await crosshair(page);
  await page.getByRole('application').first().press('ArrowUp');
  await settled(page);
  expect((await crosshair(page))[2]).toBe(before[2] + 1);
  await page.locator('dl-score-tables td[data-half=label] button[data-part=all]').first().click();
  await settled(page);
  expect(await page.getByRole('radio', { name: 'Errors', exact: true }).isChecked()).toBe(true);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export JSON' }).click();
  await download;
  expect((await readTables(page)).label.length).toBeGreaterThan(3);
  await page.locator('#case-button').click();
  const panel = await page.locator('dl-files-panel').boundingBox();
  expect((panel?.x ?? -1) >= 0 && (panel?.x ?? 0) + (panel?.width ?? 999) <= 400).toBe(true);
  expect(app.consoleErrors).toEqual([]);
});
