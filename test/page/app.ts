import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { preview, type PreviewServer } from 'vite';
import { findChromium, GPU_FLAGS, NO_GPU_FLAGS, QUIET_FLAGS } from '../browser/chromium.ts';

export interface AppOptions {
  width?: number;
  height?: number;
  /** false: a browser in which `navigator.gpu` gives no adapter */
  gpu?: boolean;
  /** from the address of the server on: `/?engine=cpu#/case` */
  path?: string;
  /** true: the page may keep itself for a visit without network; it then answers requests that a test would route */
  offline?: boolean;
}

export interface App {
  page: Page;
  /** of the server, without a slash at its end */
  address: string;
  /** What went wrong in the page so far: console errors, refusals of the policy, exceptions. */
  consoleErrors: string[];
  close(): Promise<void>;
}

/** Opens the built app in a browser of its own, behind the headers of `npm start`. Must be closed. */
export async function openApp(options: AppOptions = {}): Promise<App> {
  const { width = 1280, height = 720, gpu = true, path = '/', offline = false } = options;
  const address = await openServer();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...QUIET_FLAGS, ...(gpu ? GPU_FLAGS : NO_GPU_FLAGS)],
  });
  const context = await browser.newContext({
    viewport: { width, height },
    serviceWorkers: offline ? 'allow' : 'block',
  });
  const page = await context.newPage();

  const consoleErrors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => consoleErrors.push(error.stack ?? error.message));

  await page.goto(address + path);
  const close = async () => {
    await browser.close();
    await closeServer();
  };
  return { page, address, consoleErrors, close };
}

const top = fileURLToPath(new URL('../..', import.meta.url));
let server: Promise<PreviewServer> | undefined;
let users = 0;

async function openServer(): Promise<string> {
  if (!existsSync(`${top}dist/app/index.html`)) throw new Error('There is no dist/app: npm run build');
  users += 1;
  server ??= preview({
    configFile: `${top}vite.config.ts`,
    mode: 'app',
    logLevel: 'warn',
    preview: { port: 0 },
  });
  return (await server).resolvedUrls!.local[0].replace(/\/$/, '');
}

/** With its last user the server goes, so that a program which opens the app can end. */
async function closeServer(): Promise<void> {
  users -= 1;
  if (users > 0) return;
  const closing = server;
  server = undefined;
  await (await closing)?.close();
}
