import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blobSource, bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { openNodeSource } from '../../../src/io/bytes/node-source.ts';
import { codeOf } from '../expect-dicelens-error.ts';

const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dicelens-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('every source gives the same parts of the same bytes', async () => {
  const path = join(folder, 'same.bin');
  await writeFile(path, bytes);
  const sources = [
    bytesSource('same.bin', bytes),
    blobSource(new Blob([bytes]), 'same.bin'),
    await openNodeSource(path),
  ];
  for (const source of sources) {
    expect([source.name, source.folder, source.size]).toEqual(['same.bin', '', 1000]);
    for (const [start, end] of [
      [0, 0],
      [0, 1000],
      [999, 1000],
      [17, 400],
    ]) {
      expect(await source.read(start, end)).toEqual(bytes.slice(start, end));
    }
  }
});

test('a missing file and a folder are named', async () => {
  expect(await codeOf(() => openNodeSource(join(folder, 'nowhere')))).toBe('fileMissing');
  expect(await codeOf(() => openNodeSource(folder))).toBe('fileIsFolder');
});

test('a file that changes after it was opened is refused', async () => {
  const path = join(folder, 'changing.bin');
  await writeFile(path, bytes);
  const source = await openNodeSource(path);
  await writeFile(path, bytes.slice(0, 500));
  expect(await codeOf(() => source.read(0, 1000))).toBe('fileChanged');
  await writeFile(path, bytes);
  await utimes(path, 1, 1);
  expect(await codeOf(() => source.read(0, 10))).toBe('fileChanged');
  await rm(path);
  expect(await codeOf(() => source.read(0, 10))).toBe('fileMissing');
});

test('a blob that cannot be read any more is refused as changed', async () => {
  const broken = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadable')) }) };
  const source = blobSource(broken as unknown as Blob, 'gone.nii');
  expect(await codeOf(() => source.read(0, 10))).toBe('fileChanged');
  const short = { size: 10, slice: () => ({ arrayBuffer: async () => new ArrayBuffer(4) }) };
  expect(await codeOf(() => blobSource(short as unknown as Blob, 'short.nii').read(0, 10))).toBe(
    'fileChanged',
  );
});
