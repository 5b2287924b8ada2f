import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DiceLensError } from '../../src/core/errors.ts';
import type { LabelMap } from '../../src/core/volume/volume.ts';
import { openNodeSource } from '../../src/io/bytes/node-source.ts';
import { readLabelMap } from '../../src/io/volumes/read-label-map.ts';

interface OddFile {
  readonly file: string;
  readonly expect: 'ok' | 'reject' | 'warn' | 'either';
  readonly why: string;
  readonly shape?: readonly number[];
  readonly labels?: Readonly<Record<string, number>>;
}

const folder = new URL('../../../shared/data/odd-files/', import.meta.url);
const isThere = existsSync(folder);
const files: readonly OddFile[] = isThere
  ? (JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as { files: OddFile[] }).files
  : [];

function countLabels({ codes, labels }: LabelMap): Record<string, number> {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(labels[code], (counts.get(labels[code]) ?? 0) + 1);
  return Object.fromEntries(counts);
}

const read = async (name: string) => {
  const names = /\.(hdr|img)$/.test(name) ? ['.hdr', '.img'].map((end) => name.slice(0, -4) + end) : [name];
  const there = names.filter((part) => existsSync(new URL(part, folder)));
  return readLabelMap(await Promise.all(there.map((part) => openNodeSource(new URL(part, folder).pathname))));
};

describe.skipIf(!isThere)('odd files of the shared folder (skipped where it is not there)', () => {
  test.each(files)('$file: $expect, $why', async ({ file, expect: expected, shape, labels }) => {
    const result = await read(file).catch((error: unknown) => error);
    if (result instanceof DiceLensError) {
      expect(expected).not.toBe('ok');
      expect(labels && expected === 'warn').toBeFalsy();
      expect(result.say('en')).toContain(file.slice(0, -4));
      expect(result.say('zh-CN')).toContain(file.slice(0, -4));
      return;
    }
    if (result instanceof Error) throw result;
    const map = result as LabelMap;
    expect(expected).not.toBe('reject');
    if (expected === 'warn') expect(map.warnings.length).toBeGreaterThan(0);
    if (shape) expect(map.grid.size).toEqual(shape);
    if (labels) expect(countLabels(map)).toEqual(labels);
  });
});

test.skipIf(isThere)('the shared folder of odd files is not there: its files were not read', () => {
  expect(files).toEqual([]);
});
