/** What the page may do, as it also stands in the page itself: nothing from elsewhere, nothing to elsewhere. */
export const META_POLICY = [
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

/** Cut off from other origins, which shared memory asks for. */
export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Headers of the built application, behind `npm start` and `dicelens serve` alike. */
export const STRICT = {
  ...ISOLATION,
  'Content-Security-Policy': `${META_POLICY}; frame-ancestors 'self'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Headers of the files that are looked at: a page among them is no page here. */
export const STRICT_DATA = {
  ...STRICT,
  'Content-Security-Policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
  'Content-Type': 'application/octet-stream',
  'Cache-Control': 'no-store',
};
