import { fileURLToPath } from 'node:url';
import type { Connect, Plugin } from 'vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './test/browser/chromium.ts';

const top = fileURLToPath(new URL('.', import.meta.url));

const META_POLICY = [
  `default-src 'none'`,
  `script-src 'self' 'wasm-unsafe-eval'`,
  `style-src 'self'`,
  `img-src 'self' data: blob:`,
  `font-src 'self'`,
  `connect-src 'self' blob: data:`,
  `worker-src 'self' blob:`,
  `manifest-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const STRICT = {
  ...ISOLATION,
  'Content-Security-Policy': `${META_POLICY}; frame-ancestors 'self'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

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
      const headers = head.at(-1);
      if (headers && typeof headers === 'object') {
        delete (headers as Record<string, unknown>)['Content-Encoding'];
        Object.assign(headers, { 'Content-Type': 'application/gzip' });
      }
      response.removeHeader('Content-Encoding');
      return writeHead(...head);
    };
  }
  next();
};

const rawGzip: Plugin = {
  name: 'dicelens:raw-gzip',
  configureServer: ({ middlewares }) => void middlewares.use(sendGzipAsItIs),
  configurePreviewServer: ({ middlewares }) => void middlewares.use(sendGzipAsItIs),
};

/** Vitest's browser pages come from its own middleware, which `server.headers` does not reach. */
const isolatedPages: Plugin = {
  name: 'dicelens:isolated-pages',
  configureServer: ({ middlewares }) =>
    void middlewares.use((_request, response, next) => {
      for (const [name, value] of Object.entries(ISOLATION)) response.setHeader(name, value);
      next();
    }),
};

const commandLine = defineConfig({
  root: top,
  publicDir: false,
  ssr: { noExternal: true, external: ['webgpu'] },
  build: { ssr: 'src/cli/main.ts', outDir: 'dist/cli', emptyOutDir: true, target: 'node20' },
});

const app = defineConfig({
  root: `${top}src`,
  publicDir: `${top}public`,
  plugins: [policyInPage, rawGzip],
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
  plugins: [rawGzip, isolatedPages],
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
        },
      },
      {
        extends: true,
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
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

export default defineConfig(({ mode }) => (process.env.VITEST ? tests : mode === 'cli' ? commandLine : app));
