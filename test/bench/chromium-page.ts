import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, findChromium, QUIET_FLAGS } from '../browser/chromium.ts';
import type { Figures } from './measure.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
const HARDWARE_FLAGS = [
  ...QUIET_FLAGS,
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan',
  '--ignore-gpu-blocklist',
];

/**
 * What `figures()` of a module returns in a page of Chromium, on a software adapter unless DICELENS_HARDWARE_GPU
 * is set; null, and a line on the console, where there is no Chromium or no adapter.
 */
export async function figuresInChromium(module: string): Promise<Figures | null> {
  const executablePath = findChromium();
  if (!executablePath) {
    console.log('No Chromium here: the figures of the GPU are left out.');
    return null;
  }
  const server = await createServer({
    root: top,
    configFile: false,
    logLevel: 'error',
    appType: 'mpa',
    server: { port: 0, host: 'localhost' },
    optimizeDeps: { noDiscovery: true },
  });
  const args = process.env.DICELENS_HARDWARE_GPU ? HARDWARE_FLAGS : CHROMIUM_FLAGS;
  const browser = await chromium.launch({ executablePath, args });
  try {
    await server.listen();
    const page = await browser.newPage();
    await page.goto(new URL('/test/bench/page.html', server.resolvedUrls?.local[0]).href);
    const found = await page.evaluate(async (path) => (await import(path)).figures(), module);
    console.log(`Chromium's adapter: ${found.adapter}`);
    return found as Figures;
  } catch (error) {
    console.log(`The figures of the GPU are left out: ${(error as Error).message.split('\n')[0]}`);
    return null;
  } finally {
    await browser.close();
    await server.close();
  }
}
