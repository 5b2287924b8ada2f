import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { openApp } from '../page/app.ts';
import { findChromium } from './chromium.ts';

const top = fileURLToPath(new URL('../../public/', import.meta.url));

/** The demo's axial slice as the start page shows it, twice its size there. */
export async function makeDemoPicture(): Promise<void> {
  mkdirSync(`${top}start`, { recursive: true });
  const app = await openApp({ width: 1440, height: 900, path: '/#/case' });
  await app.page.waitForSelector('dl-slice canvas', { state: 'attached' });
  await app.page.waitForSelector('body[data-busy=false]', { state: 'attached' });
  await app.page.waitForTimeout(500); // the last slices are painted
  const box = await app.page.locator('dl-slice').first().boundingBox();
  if (!box) throw new Error('The axial slice is not on the page.');
  const [width, height] = [380, 316];
  const clip = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
  await app.page.screenshot({ path: `${top}start/demo.png`, clip });
  await app.close();
}

/** The icons of the installed application, from the drawing of the mark. */
export async function makeIcons(): Promise<void> {
  mkdirSync(`${top}icons`, { recursive: true });
  const drawing = readFileSync(`${top}favicon.svg`, 'utf8');
  const browser = await chromium.launch({ executablePath: findChromium() });
  const page = await browser.newPage();
  for (const [name, size, share] of [
    ['192', 192, 1],
    ['512', 512, 1],
    ['maskable', 512, 0.72], // a circle of four fifths of the width is never cut off
  ] as const) {
    await page.setViewportSize({ width: size, height: size });
    const ground = share < 1 ? '#0f1113' : 'transparent';
    await page.setContent(
      `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${ground}}svg{width:${share * 100}%}</style>${drawing}`,
    );
    await page.screenshot({ path: `${top}icons/${name}.png`, omitBackground: true });
  }
  await browser.close();
}
