import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createServer, preview } from 'vite';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'dicelens-'));
const packed = gzipSync(new Uint8Array(5000));
writeFileSync(join(folder, 'volume.nii.gz'), packed);
afterAll(() => rmSync(folder, { recursive: true }));

const common = {
  configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
  mode: 'app',
  logLevel: 'warn' as const,
};

test.each([
  ['npm start', () => preview({ ...common, build: { outDir: folder }, preview: { port: 0 } })],
  [
    'npm run dev',
    async () => (await createServer({ ...common, publicDir: folder, server: { port: 0 } })).listen(),
  ],
])('%s hands out a .nii.gz as it lies on disk, however often and in parts', async (_, open) => {
  const server = await open();
  const address = `${server.resolvedUrls!.local[0]}volume.nii.gz`;
  for (const url of [address, address, `${address}?again`]) {
    const whole = await fetch(url);
    expect(whole.headers.get('content-type')).toBe('application/gzip');
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(packed);
  }
  const part = await fetch(address, { headers: { range: 'bytes=0-9' } });
  expect(Buffer.from(await part.arrayBuffer())).toEqual(packed.subarray(0, 10));
  await server.close();
});
