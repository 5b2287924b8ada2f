import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Grid } from '../../src/core/volume/grid.ts';
import { formatNifti } from '../../src/io/volumes/write-nifti.ts';
import { formatNpz } from '../../src/io/volumes/write-npz.ts';
import { evaluateToJson, runCli, scratchFolder } from './run-cli.ts';

const grid: Grid = { size: [3, 2, 1], spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] };
const LABELS = { labels: { background: 0, edema: 1, core: 2 } };
const REGIONS = {
  labels: { background: 0, whole: [1, 2], core: [2] },
  regions_class_order: [1, 2],
};

/** A folder with a reference of the labels 0 1 1 2 2 0, and a way to add files to it. */
function openFolder() {
  const folder = scratchFolder();
  const write = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const reference = write('reference.nii', formatNifti(grid, Uint8Array.of(0, 1, 1, 2, 2, 0)));
  const dataset = (content: object) => write('dataset.json', JSON.stringify(content));
  const probabilities = (channels: number[][]) =>
    write(
      'probabilities.npz',
      formatNpz({
        probabilities: {
          shape: [channels.length, 1, 2, 3],
          type: '<f4',
          data: Float32Array.from(channels.flat()),
        },
      }),
    );
  return { write, reference, dataset, probabilities };
}

test('probabilities of a label network are read by argmax, background among them', async () => {
  const { reference, dataset, probabilities } = openFolder();
  const npz = probabilities([
    [0.9, 0.2, 0.5, 0.1, 0.4, 0.4],
    [0.1, 0.7, 0.5, 0.2, 0.4, 0.5],
    [0, 0.1, 0, 0.7, 0.2, 0.1],
  ]);
  const result = await evaluateToJson(reference, npz, '--dataset', dataset(LABELS));
  expect(result.joint.cells).toEqual([
    [1, 1, 0],
    [1, 1, 0],
    [1, 0, 1],
  ]);
  expect(result.patterns).toBeUndefined();
});

test('regions by hand score a label network too', async () => {
  const { reference, dataset, probabilities } = openFolder();
  const npz = probabilities([
    [1, 0, 0, 0, 0, 1],
    [0, 1, 1, 0, 0, 0],
    [0, 0, 0, 1, 1, 0],
  ]);
  const whole = ['--regions', 'whole=1,2'];
  const result = await evaluateToJson(reference, npz, '--dataset', dataset(LABELS), ...whole);
  expect(result.regions['(1, 2)']).toMatchObject({ name: 'whole', tp: 4, fp: 0, fn: 0, tn: 2 });
});

test('a wrong number of channels is said with the numbers expected and found', async () => {
  const { reference, dataset, probabilities } = openFolder();
  const npz = probabilities([[1, 0, 0, 0, 0, 1]]);
  const { code, stderr } = await runCli('evaluate', reference, npz, '--dataset', dataset(REGIONS));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^probabilities\.npz.*1.*2.*\n$/);
});

test('masks in the sequence of dataset.json, or by their names in any sequence', async () => {
  const { write, reference, dataset } = openFolder();
  const whole = write('region_whole.nii', formatNifti(grid, Uint8Array.of(0, 1, 1, 1, 0, 0)));
  const core = write('region_core.nii', formatNifti(grid, Uint8Array.of(0, 0, 0, 1, 1, 0)));
  const first = write('a.nii', formatNifti(grid, Uint8Array.of(0, 1, 1, 1, 0, 0)));
  const second = write('b.nii', formatNifti(grid, Uint8Array.of(0, 0, 0, 1, 1, 0)));
  const rest = ['--dataset', dataset(REGIONS)];
  const named = await evaluateToJson(reference, '--region-masks', core, whole, ...rest);
  const inSequence = await evaluateToJson(reference, '--region-masks', first, second, ...rest);
  for (const { rawRegions, regions, patterns } of [named, inSequence]) {
    expect(rawRegions?.['(1, 2)']).toMatchObject({ tp: 3, fp: 0, fn: 1 });
    expect(regions['(1, 2)']).toMatchObject({ tp: 4, fp: 0, fn: 0 });
    expect(patterns?.find(({ gained }) => gained.length > 0)).toMatchObject({
      regions: ['(2,)'],
      writes: 2,
      gained: ['(1, 2)'],
    });
  }
});

test('a mask that is missing is said with the region it is for', async () => {
  const { write, reference, dataset } = openFolder();
  const whole = write('region_whole.nii', formatNifti(grid, Uint8Array.of(0, 1, 1, 1, 0, 0)));
  const args = ['evaluate', reference, '--region-masks', whole, '--dataset', dataset(REGIONS)];
  const { code, stderr } = await runCli(...args);
  expect([code, stderr.split('\n').length]).toEqual([1, 2]);
  expect(stderr).toContain('core');
});

test.each([
  [[], 2],
  [['evaluate'], 2],
  [['evaluate', 'a', 'b', 'c'], 2],
  [['evaluate', 'a', 'b', '--engine', 'fast'], 2],
  [['evaluate', 'a', 'b', '--colour'], 2],
  [['evaluate', 'a', 'b', '--json'], 2],
  [['measure', 'a', 'b'], 2],
  [['evaluate', 'no-such-file.nii', 'b.nii'], 1],
  [['evaluate', '.', 'b.nii'], 1],
  [['--help'], 0],
  [['--version'], 0],
])('dicelens %j ends with exit code %i', async (args, expected) => {
  const { code, stderr } = await runCli(...args);
  expect(code).toBe(expected);
  if (expected > 0) expect(stderr.trim()).not.toBe('');
});

test('the sentences are Chinese where that is asked for', async () => {
  const { stderr } = await runCli('evaluate', 'no-such-file.nii', 'b.nii', '--language', 'zh-CN');
  expect(stderr).toMatch(/[\u4e00-\u9fff]/);
});

/** A 4D file: the volumes one behind the other along z, and a header that says so. */
function format4d(volumes: Uint8Array[] | Float32Array[]): Uint8Array {
  const all = volumes.flatMap((volume) => [...volume]);
  const voxels = volumes[0] instanceof Uint8Array ? Uint8Array.from(all) : Float32Array.from(all);
  const file = formatNifti({ ...grid, size: [3, 2, volumes.length] }, voxels);
  const dim = new DataView(file.buffer, file.byteOffset + 40);
  [4, 3, 2, 1, volumes.length].forEach((value, i) => dim.setInt16(2 * i, value, true));
  return file;
}

test.each([
  ['masks', [Uint8Array.of(0, 1, 1, 1, 0, 0), Uint8Array.of(0, 0, 0, 1, 1, 0)]],
  ['probabilities', [Float32Array.of(0, 0.9, 1, 0.51, 0.5, 0), Float32Array.of(0, 0, 0, 0.8, 0.7, 0)]],
])('one 4D file of %s, a volume per region, as the prediction or as the masks', async (_, volumes) => {
  const { write, reference, dataset } = openFolder();
  const file = write('regions.nii', format4d(volumes as Uint8Array[]));
  const rest = ['--dataset', dataset(REGIONS)];
  for (const result of [
    await evaluateToJson(reference, file, ...rest),
    await evaluateToJson(reference, '--region-masks', file, ...rest),
  ]) {
    expect(result.rawRegions?.['(1, 2)']).toMatchObject({ tp: 3, fp: 0, fn: 1 });
    expect(result.rawRegions?.['(2,)']).toMatchObject({ tp: 2, fp: 0, fn: 0 });
    expect(result.regions['(1, 2)']).toMatchObject({ tp: 4, fp: 0, fn: 0 });
  }
});

test('a 4D file with another number of volumes is refused with both numbers', async () => {
  const { write, reference, dataset } = openFolder();
  const mask = Uint8Array.of(0, 1, 1, 1, 0, 0);
  const file = write('regions.nii', format4d([mask, mask, mask]));
  const { code, stderr } = await runCli('evaluate', reference, file, '--dataset', dataset(REGIONS));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^regions\.nii holds 3 volumes.*2 regions.*\n$/);
});
