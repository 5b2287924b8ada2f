import { expect, test } from 'vitest';
import { openApp } from './app.ts';
import { settled } from './case-page.ts';

test('after one visit the page opens its demo with no network, and nothing was asked of another host', async () => {
  const app = await openApp({ offline: true });
  try {
    const { page, address } = app;
    const foreign: string[] = [];
    page.context().on('request', (request) => {
      const url = request.url();
      if (/^https?:/.test(url) && new URL(url).origin !== address) foreign.push(url);
    });
    await settled(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.reload();
    await settled(page);
    await page.locator('dl-score-tables').first().waitFor();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await page.goto(`${address}/#/start`);
    await page.locator('start-page h1').waitFor();
    await expect
      .poll(() => page.locator('dl-footer .requests').innerText())
      .toBe('0 requests to other hosts');
    expect(foreign).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  } finally {
    await app.close();
  }
});
