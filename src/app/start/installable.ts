import type { VitePWAOptions } from 'vite-plugin-pwa';

/** Everything that the page may need without a network, the demo too; pictures of the manual are not among it. */
const KEPT = ['**/*.{js,css,html,svg,woff2,wasm,webp}', 'demo/**', 'icons/*.png', 'start/*.png'];
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * What makes the page installable and lets it work offline. The worker waits until the reader takes the newer version;
 * it is registered by `offline.ts`, since the policy allows no inline script.
 */
export const INSTALLABLE: Partial<VitePWAOptions> = {
  injectRegister: false,
  registerType: 'prompt',
  includeAssets: [],
  manifestFilename: 'manifest.webmanifest',
  workbox: {
    globPatterns: KEPT,
    globIgnores: ['screenshots/**'],
    maximumFileSizeToCacheInBytes: MOST_BYTES,
    navigateFallback: 'index.html',
    ignoreURLParametersMatching: [/.*/],
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
  manifest: {
    name: 'DiceLens',
    short_name: 'DiceLens',
    description: 'Shows where a segmentation’s Dice comes from; nothing leaves this machine',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#0f1113',
    theme_color: '#0f1113',
    icons: [
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    file_handlers: [
      {
        action: './',
        accept: { 'application/x-nifti': ['.nii'], 'application/gzip': ['.nii.gz'] },
      },
    ],
    launch_handler: { client_mode: 'focus-existing' },
  },
};
