import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LabelScheme } from '../../src/core/labels/label-scheme.ts';
import { reconstructionTable } from '../../src/core/reconstruction/reconstruction.ts';
import { computePatterns } from '../../src/engine/cpu/patterns.ts';
import { openNodeSource } from '../../src/io/bytes/node-source.ts';
import { readLabelMap } from '../../src/io/volumes/read-label-map.ts';
import { readProbabilities } from '../../src/io/volumes/read-probabilities.ts';
import { formatNifti } from '../../src/io/volumes/write-nifti.ts';
import { formatNpz } from '../../src/io/volumes/write-npz.ts';
import { readScheme } from '../../src/tasks/case/read-scheme.ts';
import { runCli } from './run-cli.ts';
import {
  GRID,
  labelsBy,
  nnunet,
  PLANTED,
  schemeWith,
  SIZE,
  smallProbabilities,
} from '../tasks/audit-case.ts';

const probabilities = smallProbabilities('float32');
const names = ['whole', 'core', 'rim'];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  const shape = [3, SIZE[2], SIZE[1], SIZE[0]];
  writeFileSync(
    join(folder, 'case.npz'),
    formatNpz({ probabilities: { shape, type: '<f4', data: probabilities.data as Float32Array } }),
  );
  const { codes } = computePatterns(probabilities, [0.5, 0.5, 0.5]);
  names.forEach((name, i) =>
    writeNifti(
      `region_${name}.nii`,
      Array.from(codes, (pattern) => (pattern >> i) & 1),
    ),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const writeNifti = (name: string, values: readonly number[]) =>
  writeFileSync(join(folder, name), formatNifti(GRID, Uint8Array.from(values)));

function writeDataset({ regions, ignore }: LabelScheme): void {
  const labels = Object.fromEntries(regions.map(({ name, labels }) => [name, labels]));
  const text = {
    labels: { background: 0, ...labels, ...(ignore !== null && { ignore }) },
    regions_class_order: regions.map(({ writes }) => writes),
  };
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify(text));
}

/** Runs the command; names of files are those of the folder. */
const run = (...args: readonly string[]) =>
  runCli('audit', ...args.map((arg) => (/^-|\/|^zh/.test(arg) ? arg : join(folder, arg))));
const written = () => JSON.parse(readFileSync(join(folder, 'audit.json'), 'utf8')) as Record<string, unknown>;
const SHARED = ['--dataset', 'dataset.json', '--labels', 'labels.nii', '--json', 'audit.json'];

describe('each cause planted in a small case is named by the command', () => {
  test.each(PLANTED)(
    '$title',
    async ({ order = [1, 2, 3], ignore = null, make, matches, written: labels, verdict }) => {
      const scheme = schemeWith(order, ignore);
      writeDataset(scheme);
      writeNifti('labels.nii', make(scheme, probabilities));
      const { code, stdout } = await run(...SHARED, '--probabilities', 'case.npz');
      expect(code).toBe(0);
      expect(stdout.trim()).toMatch(verdict);
      expect(written()).toMatchObject({
        schema: 'dicelens/audit@1',
        matches,
        order: labels ?? order,
        contradictions: 0,
      });
      expect(written().verdict).toBe(stdout.trim());
    },
  );
});

test('masks go by their name, in any sequence', async () => {
  const scheme = schemeWith([1, 2, 3]);
  writeDataset(scheme);
  writeNifti('labels.nii', labelsBy(probabilities, nnunet(scheme)));
  const files = ['region_rim.nii', 'region_whole.nii', 'region_core.nii'];
  const { code, stdout } = await run('--region-masks', ...files, ...SHARED);
  expect([code, stdout]).toEqual([0, 'Your label map is what nnU-Net writes.\n']);
});

test('the verdict in Chinese, and the evidence on standard output', async () => {
  const scheme = schemeWith([1, 2, 3]);
  writeDataset(scheme);
  writeNifti('labels.nii', labelsBy(probabilities, nnunet(scheme)));
  const args = ['--dataset', 'dataset.json', '--labels', 'labels.nii', '--probabilities', 'case.npz'];
  const chinese = await run(...args, '--language', 'zh-CN');
  expect(chinese.stdout).toBe('该标签图与 nnU-Net 写出的完全一致。\n');
  const { stdout } = await run(...args, '--json', '-');
  expect(JSON.parse(stdout)).toMatchObject({ matches: 'nnunet', differing: 0, voxels: 210, warnings: [] });
});

describe('bad input is one sentence and exit code 1', () => {
  test.each([
    ['a missing file', [...SHARED, '--probabilities', 'none.npz'], /none\.npz cannot be read/],
    [
      'one mask for three regions',
      [...SHARED, '--region-masks', 'region_rim.nii'],
      /3 regions .* but 1 region masks/,
    ],
    ['a label map for probabilities', [...SHARED, '--probabilities', 'labels.nii'], /labels\.nii/],
    [
      'no folder to write to',
      [
        '--dataset',
        'dataset.json',
        '--labels',
        'labels.nii',
        '--probabilities',
        'case.npz',
        '--json',
        'none/audit.json',
      ],
      /cannot be written/,
    ],
  ])('%s', async (_, args, sentence) => {
    const scheme = schemeWith([1, 2, 3]);
    writeDataset(scheme);
    writeNifti('labels.nii', labelsBy(probabilities, nnunet(scheme)));
    const { code, stdout, stderr } = await run(...args.map((arg) => arg.replace('none/', `${folder}/none/`)));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a label map of another size, with the transpose that would match', async () => {
    writeDataset(schemeWith([1, 2, 3]));
    const grid = { ...GRID, size: [5, 6, 7] as const };
    writeFileSync(join(folder, 'labels.nii'), formatNifti(grid, new Uint8Array(210)));
    const { code, stderr } = await run(...SHARED, '--probabilities', 'case.npz');
    expect(code).toBe(1);
    expect(stderr).toMatch(/case\.npz has 7 × 6 × 5 voxels, labels\.nii 5 × 6 × 7; they match when/);
  });

  test('a dataset.json without regions', async () => {
    writeFileSync(join(folder, 'dataset.json'), '{"labels": {"background": 0, "a": 1}}');
    writeNifti('labels.nii', new Array<number>(210).fill(0));
    const { code, stderr } = await run(...SHARED, '--probabilities', 'case.npz');
    expect(code).toBe(1);
    expect(stderr).toMatch(/no regions are defined/);
  });
});

test.each([
  ['nothing', []],
  ['an unknown option', [...SHARED, '--probabilities', 'case.npz', '--fast']],
  ['neither probabilities nor masks', SHARED],
  ['both', [...SHARED, '--probabilities', 'case.npz', '--region-masks', 'region_rim.nii']],
  ['a stray word', [...SHARED, '--probabilities', 'case.npz', 'stray.nii']],
])('wrong usage is exit code 2: %s', async (_, args) => {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/dicelens --help\.$/m);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
test.skipIf(!existsSync(shared)).each([
  ['glioma-regions', [1, 2, 3]],
  ['prostate-regions', [1, 2, 3]],
])(
  'real case %s: what nnU-Net reconstructs is called that, and another order by its name',
  async (name, order) => {
    const dataset = join(shared, name, 'dataset.json');
    const npz = join(shared, name, 'probabilities.npz');
    const { scheme } = await readScheme(await openNodeSource(dataset));
    const { volume } = await readProbabilities(await openNodeSource(npz));
    const { grid } = await readLabelMap(await openNodeSource(join(shared, name, 'reference.nii.gz')));
    const table = reconstructionTable(scheme.regions);
    const labels = computePatterns(volume, [0.5, 0.5, 0.5]).codes.map((pattern) => table[pattern]);
    writeFileSync(join(folder, 'labels.nii'), formatNifti(grid, labels));
    const args = [
      '--dataset',
      dataset,
      '--probabilities',
      npz,
      '--labels',
      'labels.nii',
      '--json',
      'audit.json',
    ];
    expect(await run(...args)).toMatchObject({ code: 0, stdout: 'Your label map is what nnU-Net writes.\n' });
    expect(written()).toMatchObject({ matches: 'nnunet', order, contradictions: 0 });

    writeFileSync(
      join(folder, 'labels.nii'),
      formatNifti(
        grid,
        labels.map((label) => (label === 0 ? 0 : 4 - label)),
      ),
    );
    expect((await run(...args)).stdout).toMatch(
      /^It is what the order \[3, 2, 1\] writes: labels 1 and 3 are exchanged/,
    );
  },
);
