import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { findChromium } from '../browser/chromium.ts';
import { openApp } from '../page/app.ts';
import buildApp from '../page/build-app.ts';
import { deflatedPart } from './deflated-part.ts';
import { type Figures, leastRatio, type Ratio, spreadOf, summaryOf, type Times } from './measure.ts';
import type { CaseOnDisk } from './opening-files.ts';
import { type Milestones, openInPage, prepareInflating, watchFirstCase } from './opening-in-page.ts';
import { readProcessMemory, resetPeak } from './process-memory.ts';

const ROUNDS = 9;
const LOADS = 5;
const SCRIPT_BUDGET = 250_000;
const NO_FIGURES: Figures = { times: {}, ratios: [] };

/** The built app in Chromium: how it starts, and how it opens these cases. */
export async function openingInChromium(cases: readonly CaseOnDisk[]): Promise<Figures> {
  if (!findChromium()) {
    console.log('No Chromium here: its figures are left out.');
    return NO_FIGURES;
  }
  buildApp();
  const app = await openApp();
  const browser = app.page.context().browser() as Browser;
  await app.page.close();
  try {
    const parts = [await starting(browser, app.address)];
    for (const files of cases) parts.push(await openingOne(browser, app.address, files));
    return {
      times: Object.assign({}, ...parts.map(({ times }) => times)) as Record<string, Times>,
      ratios: parts.flatMap(({ ratios }) => ratios),
    };
  } finally {
    await app.close();
  }
}

/** From navigation to the demo's numbers, in a page with an empty cache each time. */
async function starting(browser: Browser, address: string): Promise<Figures> {
  const loads: Milestones[] = [];
  let scriptBytes = 0;
  for (let load = 0; load < LOADS; load++) {
    const { page, milestones, scripts } = await openDemo(browser, address);
    loads.push(milestones);
    scriptBytes = await packedBytes(page, scripts);
    await page.context().close();
  }
  const all = (key: keyof Milestones) => loads.map((milestones) => milestones[key]);
  return {
    times: {
      'Chromium, demo: navigation to numbers': summaryOf(all('numbers')),
      'Chromium, demo: navigation to slices': summaryOf(all('slices')),
      'Chromium, demo: navigation to rest': summaryOf(all('rest')),
      'Chromium, demo: longest task above 50 ms': { ...summaryOf(all('longestTask')), aim: '0' },
    },
    ratios: [
      {
        name: 'Chromium: scripts of the first page, gzip / 250 kB',
        value: scriptBytes / SCRIPT_BUDGET,
        aim: '<= 1',
      },
    ],
  };
}

async function openDemo(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const scripts = new Set<string>(); // of the page, its workers and theirs
  context.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('.js')) scripts.add(request.url());
  });
  const page = await context.newPage();
  await page.addInitScript('globalThis.__name = (named) => named'); // tsx marks functions with it
  await page.addInitScript(watchFirstCase);
  await page.goto(address);
  const milestones = await page.evaluate(() => window.benchMilestones);
  return { page, milestones, scripts };
}

async function openingOne(browser: Browser, address: string, files: CaseOnDisk): Promise<Figures> {
  const { page } = await openDemo(browser, address);
  const paths = [files.reference, files.prediction, files.probabilities, files.dataset].filter(
    (path) => path !== null,
  );
  const urlOf = (path: string) => `/bench/${basename(path)}`;
  await page.route('**/bench/*', (route) => {
    const path = paths.find((known) => basename(known) === basename(route.request().url()));
    return path && existsSync(path) ? route.fulfill({ path }) : route.abort();
  });
  await page.evaluate(prepareInflating, { fflate: fflateText(), files: paths.flatMap(partOf) });

  const chosen = paths.map((path) => ({ name: basename(path), url: urlOf(path) }));
  const memory = await peakMemory(browser, () => page.evaluate(openInPage, chosen));
  const opened: Milestones[] = [];
  const inflated: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const milestones = await page.evaluate(openInPage, chosen);
    const alone = await page.evaluate(() => window.benchInflate());
    if (round < 0) continue;
    opened.push(milestones);
    inflated.push(alone);
  }
  await page.context().close();
  const all = (key: keyof Milestones) => opened.map((milestones) => milestones[key]);
  const name = `Chromium, ${files.title}`;
  const ratios: Ratio[] = [
    spreadOf(`${name}: open to numbers / fflate alone`, all('numbers'), inflated, '<= 1.5'),
    leastRatio(`${name}: open to numbers / fflate alone`, all('numbers'), inflated),
  ];
  if (memory !== null) {
    ratios.push({ name: `${name}: peak memory / volumes`, value: memory / files.volumeBytes });
  }
  return {
    times: {
      [`${name}: open to numbers`]: summaryOf(all('numbers')),
      [`${name}: open to slices`]: summaryOf(all('slices')),
      [`${name}: fflate alone`]: summaryOf(inflated),
      [`${name}: longest task above 50 ms`]: { ...summaryOf(all('longestTask')), aim: '0' },
    },
    ratios,
  };

  function partOf(path: string) {
    if (path === files.dataset) return [];
    const { deflated, size } = deflatedPart(new Uint8Array(readFileSync(path)));
    const start = deflated.byteOffset;
    return [{ url: urlOf(path), start, end: start + deflated.length, size }];
  }
}

/** By how many bytes the process of the page grows at most; null off Linux. */
async function peakMemory(browser: Browser, work: () => Promise<unknown>): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  pids.forEach(resetPeak);
  const before = pids.map(readProcessMemory);
  await work();
  const grown = pids.map((pid, i) => readProcessMemory(pid).peakBytes - before[i].bytes);
  await session.detach();
  return Math.max(...grown);
}

/** Bytes of these scripts when they are sent packed. */
async function packedBytes(page: Page, scripts: ReadonlySet<string>): Promise<number> {
  let bytes = 0;
  for (const url of scripts) bytes += gzipSync(await (await page.request.get(url)).body()).length;
  return bytes;
}

function fflateText(): string {
  return readFileSync(new URL('../../node_modules/fflate/umd/index.js', import.meta.url), 'utf8');
}
