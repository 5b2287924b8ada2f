import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';

describe.each([true, false])('the built app, WebGPU %s', (gpu) => {
  let app: App;
  beforeAll(async () => {
    app = await openApp({ gpu });
  });
  afterAll(() => app?.close());

  test('starts without an error under the strict policy and comes to rest', async () => {
    await app.page.waitForSelector('body[data-busy=false]', { state: 'attached' });
    expect(await app.page.title()).toBe('DiceLens');
    expect(app.consoleErrors).toEqual([]);
  });

  test(`runs in a browser ${gpu ? 'with' : 'without'} an adapter`, async () => {
    const found = await app.page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
    expect(found).toBe(gpu);
  });

  test('is cross-origin isolated', async () => {
    expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  test('refuses inline code and other hosts', async () => {
    await app.page.evaluate(() => {
      const refused = ((window as { refused?: string[] }).refused = [] as string[]);
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (!refused.includes(effectiveDirective)) refused.push(effectiveDirective);
      });
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.head.append(script);
      fetch(location.origin.replace('localhost', '127.0.0.1')).catch(() => undefined);
    });
    const refused = () => app.page.evaluate(() => (window as { refused?: string[] }).refused!.toSorted());
    await expect.poll(refused).toEqual(['connect-src', 'script-src-elem']);
    expect(await app.page.evaluate(() => 'ran' in window)).toBe(false);
  });
});
