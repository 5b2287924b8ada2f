import { afterEach, expect, test } from 'vitest';
import { DiceLensError } from '../../../src/core/errors.ts';
import { formatNifti } from '../../../src/io/volumes/write-nifti.ts';
import type { NamedFile } from '../../../src/workers/case/named-file.ts';
import { ReaderPool } from '../../../src/workers/readers/reader-pool.ts';

const affine = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
const bytes = formatNifti(
  { size: [2, 2, 2], spacingMm: [1, 1, 1], affine },
  Uint8Array.of(0, 1, 2, 0, 1, 2, 0, 1),
);
const file: NamedFile = { name: 'map.nii', folder: '', blob: new Blob([bytes]) };
const broken: NamedFile = { ...file, name: 'broken.nii', blob: new Blob([bytes.slice(0, 100)]) };

let pool: ReaderPool;
afterEach(() => pool.close());

const never = () => new Promise<never>(() => {});
const read = (wanted = file, signal = new AbortController().signal) =>
  pool.read((reader) => reader.readLabelMap([wanted]), signal, wanted.name);

test('more files than workers are read one after the other', async () => {
  pool = new ReaderPool(2);
  const maps = await Promise.all(Array.from({ length: 7 }, () => read()));
  expect(maps.map(({ labels }) => labels)).toEqual(Array.from({ length: 7 }, () => [0, 1, 2]));
});

test('a file that cannot be read is a sentence, and its worker reads the next one', async () => {
  pool = new ReaderPool(1);
  await expect(read(broken)).rejects.toBeInstanceOf(DiceLensError);
  expect((await read()).labels).toEqual([0, 1, 2]);
});

test('a reading that is stopped rejects at once, and a fresh worker takes its place', async () => {
  pool = new ReaderPool(1);
  const stopped = new AbortController();
  const hanging = pool.read(never, stopped.signal, 'hanging.nii');
  const next = read();
  stopped.abort();
  await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
  expect((await next).labels).toEqual([0, 1, 2]);
});

test('a reading that is stopped while it waits leaves its place to the one behind it', async () => {
  pool = new ReaderPool(1);
  const first = new AbortController();
  const second = new AbortController();
  const hanging = pool.read(never, first.signal, 'hanging.nii');
  const waiting = read(file, second.signal);
  const last = read();
  second.abort();
  first.abort();
  await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  expect((await last).labels).toEqual([0, 1, 2]);
});

test('a signal that is aborted already starts nothing', async () => {
  pool = new ReaderPool(1);
  await expect(read(file, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  expect((await read()).labels).toEqual([0, 1, 2]);
});
