import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Connect, Plugin } from 'vite';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { INSTALLABLE } from './src/app/start/installable.ts';
import { ISOLATION, META_POLICY, STRICT } from './src/cli/serve/strict-headers.ts';
import { CHROMIUM_FLAGS, findChromium } from './test/browser/chromium.ts';

const top = fileURLToPath(new URL('.', import.meta.url));

/** A host that sends no headers must be as strict; the development server's own client needs inline code. */
const policyInPage: Plugin = {
  name: 'dicelens:policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

/**
 * Vite's static server labels a .gz file `Content-Encoding: gzip`, so that fetch() would inflate it on its way
 * and a .nii.gz would arrive as something else than its name says.
 */
const sendGzipAsItIs: Connect.NextHandleFunction = (request, response, next) => {
  if (/\.gz(?:\?|$)/.test(request.url ?? '')) {
    const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => typeof response;
    response.writeHead = (...head: unknown[]) => {
      const ownHeaders = head.map((part) => (isRecord(part) ? withoutCoding(part) : part));
      response.removeHeader('Content-Encoding');
      response.setHeader('Content-Type', 'application/gzip');
      return writeHead(...ownHeaders);
    };
  }
  next();
};

/** A copy: the server keeps its headers from one request to the next. */
function withoutCoding(headers: Record<string, unknown>) {
  const { 'Content-Encoding': _coding, 'Content-Type': _type, ...kept } = headers;
  return kept;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const rawGzip: Plugin = {
  name: 'dicelens:raw-gzip',
  configureServer: ({ middlewares }) => void middlewares.use(sendGzipAsItIs),
  configurePreviewServer: ({ middlewares }) => void middlewares.use(sendGzipAsItIs),
};

/** `npm start` on a taken port ends in a sentence: Vite prints the stack of what is thrown here. */
const portInWords: Plugin = {
  name: 'dicelens:port-in-words',
  configurePreviewServer: async ({ config }) => {
    const { port, host } = config.preview;
    if (!port || !(await isTaken(port, String(host)))) return;
    const sentence = `Port ${port} is taken. Stop what runs there, or choose another: PORT=${port + 1} npm start`;
    throw Object.assign(new Error(sentence), { stack: sentence });
  },
};

function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

const commandLine = defineConfig({
  root: top,
  publicDir: false,
  ssr: { noExternal: true, external: ['webgpu'] },
  build: { ssr: 'src/cli/start.ts', outDir: 'dist/cli', emptyOutDir: true, target: 'node20' },
});

const app = defineConfig({
  root: `${top}src`,
  publicDir: `${top}public`,
  plugins: [policyInPage, rawGzip, portInWords, VitePWA(INSTALLABLE)],
  worker: { format: 'es' },
  build: {
    outDir: `${top}dist/app`,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // a font or worker in a data: address is refused by the policy
    modulePreload: { polyfill: false },
  },
  server: { port: 5173, headers: ISOLATION, fs: { allow: [top] } },
  preview: {
    host: 'localhost',
    port: Number(process.env.PORT || 4173),
    strictPort: true,
    headers: STRICT,
  },
});

const tests = defineConfig({
  root: top,
  publicDir: `${top}public`,
  plugins: [rawGzip],
  server: { headers: ISOLATION },
  worker: { format: 'es' },
  test: {
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/page/**'],
          testTimeout: 60_000, // properties take their time on a machine that is shared
        },
      },
      {
        extends: true,
        // found late they would reload the page under a running test
        optimizeDeps: { include: ['comlink', 'jsonc-parser', 'lit', 'pickleparser', 'uplot'] },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1280, height: 720 },
            provider: playwright({
              launchOptions: { executablePath: findChromium(), args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: ['test/page/**/*.test.ts'],
          globalSetup: 'test/page/build-app.ts',
          fileParallelism: false,
          retry: 1, // a click can fall into the moment of a redraw on a busy machine; a real fault fails twice
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

// Page tests serve the built app from within Vitest, in mode 'app'.
export default defineConfig(({ mode }) => (mode === 'cli' ? commandLine : mode === 'test' ? tests : app));
