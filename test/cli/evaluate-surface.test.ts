import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeTypedNifti } from '../io/make-nifti.ts';
import { runCli, scratchFolder } from './run-cli.ts';

interface Surface {
  elements: { hdMm: number; hd95Mm: number; nsd: Record<string, number>; asdMm: [number, number] };
  border: {
    hdMm: number;
    hd95Mm: { maxDirected: number; pooled: number };
    nsd: Record<string, { pooled: number }>;
    assdMm: { pooled: number; meanOfMeans: number };
  };
}
type Structures = Record<string, { name: string; surface: Surface | null }>;
interface SurfaceJson {
  regions: Structures;
  rawRegions?: Structures;
  labels: Structures;
}

async function evaluateSurfaces(...args: string[]): Promise<SurfaceJson> {
  const json = join(scratchFolder(), 'case.json');
  const { code, stderr } = await runCli('evaluate', ...args, '--json', json, '--engine', 'cpu');
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(json, 'utf8')) as SurfaceJson;
}

/** A label map on a grid of 2 x 1 x 3 mm. */
function writeMap(name: string, size: [number, number, number], values: readonly number[]): string {
  const path = join(scratchFolder(), name);
  writeFileSync(path, makeTypedNifti('uint8', values, { dim: [3, ...size], pixdim: [1, 2, 1, 3] }));
  return path;
}

const box = (size: readonly number[], from: readonly number[], to: readonly number[], label = 1) =>
  Array.from({ length: size[0] * size[1] * size[2] }, (_, i) => {
    const voxel = [i % size[0], Math.floor(i / size[0]) % size[1], Math.floor(i / size[0] / size[1])];
    return voxel.every((n, axis) => n >= from[axis] && n < to[axis]) ? label : 0;
  });

test('--surface adds the metrics of both definitions to every structure, null where it is absent in either map', async () => {
  const size: [number, number, number] = [12, 10, 6];
  const reference = box(size, [2, 2, 1], [6, 6, 4]);
  const predicted = box(size, [3, 2, 1], [7, 6, 4]);
  reference[0] = 2; // label 2 in the reference only
  const files = [writeMap('reference.nii', size, reference), writeMap('prediction.nii', size, predicted)];
  const { regions, labels } = await evaluateSurfaces('--surface', ...files, '--regions', 'whole=1,2');
  expect(labels['2'].surface).toBeNull();
  expect(labels['1'].surface).toMatchObject({
    elements: { hdMm: 2, hd95Mm: 2, nsd: { 2: 1 } },
    border: { hdMm: 2, hd95Mm: { maxDirected: 2, pooled: 2 }, nsd: { 2: { pooled: 1 } } },
  });
  expect(Object.keys(labels['1'].surface?.elements ?? {})).toEqual(['hdMm', 'hd95Mm', 'nsd', 'asdMm']);
  expect(Object.keys(labels['1'].surface?.border ?? {})).toEqual(['hdMm', 'hd95Mm', 'nsd', 'assdMm']);
  expect(Object.keys(labels['1'].surface?.border.nsd ?? {})).toEqual(['1', '2']);
  expect(regions['(1, 2)'].surface?.elements.hdMm).toBeGreaterThan(2);
});

test('tolerances are those asked for, and a wrong one is wrong usage', async () => {
  const size: [number, number, number] = [6, 6, 1];
  const files = [
    writeMap('reference.nii', size, box(size, [1, 1, 0], [4, 4, 1])),
    writeMap('prediction.nii', size, box(size, [1, 1, 0], [5, 4, 1])),
  ];
  const { labels } = await evaluateSurfaces('--surface', '--tolerance', '0.5', '4', ...files);
  expect(labels['1'].surface?.elements.nsd).toEqual({ '0.5': expect.any(Number), 4: 1 });
  const wrong = await runCli('evaluate', ...files, '--surface', '--tolerance', 'wide');
  expect([wrong.code, wrong.stderr]).toEqual([2, 'A tolerance is a number of mm from 0 on, not "wide".\n']);
  const table = await runCli('evaluate', ...files, '--surface', '--language', 'zh-CN');
  expect(table.stdout).toContain('HD95 mm (表面元)');
  const without = await runCli('evaluate', ...files);
  expect(without.stdout).not.toContain('HD95');
});

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const isThere = existsSync(join(shared, 'expected-surface.json'));

describe.skipIf(!isThere)('the shared cases (not beside this checkout: skipped)', () => {
  interface Expected {
    structures: Record<
      string,
      {
        border_voxels: Record<string, number>;
        surface_elements: Record<string, number> & { ASD: [number, number] };
      }
    >;
  }
  const cases = isThere
    ? Object.entries(
        JSON.parse(readFileSync(join(shared, 'expected-surface.json'), 'utf8')) as Record<string, Expected>,
      )
    : [];

  test.each(cases)(
    '%s: as DeepMind’s code and border voxels measure it',
    async (name, { structures }) => {
      const [folder, prediction] = name.split('/');
      const at = (file: string) => join(shared, folder, file);
      const file = prediction === 'reconstructed' ? 'probabilities.npz' : `${prediction}.nii.gz`;
      const args = [at('reference.nii.gz'), at(file), '--dataset', at('dataset.json'), '--surface'];
      const { regions, labels } = await evaluateSurfaces(...args);
      const labelNames = existsSync(at('dataset_labels.json'))
        ? (JSON.parse(readFileSync(at('dataset_labels.json'), 'utf8')) as { labels: Record<string, number> })
            .labels
        : {};
      const named = { ...byName(labels), ...byName(regions) };
      for (const [key, { surface_elements: elements, border_voxels: border }] of Object.entries(structures)) {
        const surface = key.startsWith('label:') ? labels[labelNames[key.slice(6)]].surface : named[key];
        const pairs: [number | undefined, number][] = [
          [surface?.elements.hdMm, elements.HD],
          [surface?.elements.hd95Mm, elements.HD95],
          [surface?.elements.nsd['1'], elements['NSD@1']],
          [surface?.elements.nsd['2'], elements['NSD@2']],
          [surface?.elements.asdMm[0], elements.ASD[0]],
          [surface?.elements.asdMm[1], elements.ASD[1]],
          [surface?.border.hdMm, border.HD],
          [surface?.border.hd95Mm.maxDirected, border.HD95_max_directed],
          [surface?.border.hd95Mm.pooled, border.HD95_pooled],
          [surface?.border.nsd['1'].pooled, border['NSD@1_pooled']],
          [surface?.border.nsd['2'].pooled, border['NSD@2_pooled']],
          [surface?.border.assdMm.pooled, border.ASSD_pooled],
          [surface?.border.assdMm.meanOfMeans, border.ASSD_mean_of_means],
        ];
        pairs.forEach(([own, expected], i) => {
          expect(Math.abs((own ?? Number.NaN) - expected), `${key}, number ${i}`).toBeLessThan(1e-6);
        });
      }
    },
    30_000,
  );
});

const byName = (structures: Structures) =>
  Object.fromEntries(Object.values(structures).map(({ name, surface }) => [name, surface]));
