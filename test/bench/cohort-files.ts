import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Grid } from '../../src/core/volume/grid.ts';
import { formatNifti } from '../../src/io/volumes/write-nifti.ts';
import { blobPair, FULL_SIZE } from './blob-volumes.ts';

const grid: Grid = {
  size: FULL_SIZE,
  spacingMm: [1, 1, 1],
  affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
};

/** A cohort on disk: folders `labels` and `maps`, and dataset.json. */
export interface CohortOnDisk {
  readonly folder: string;
  readonly cases: number;
  /** Without background. */
  readonly labels: number;
}

/** Nested tumours of three labels and three regions. */
export function writeTumours(cases: number): CohortOnDisk {
  const labels = { background: 0, whole: [1, 2, 3], core: [2, 3], enhancing: [3] };
  return write(cases, 4, (code) => code, { labels, regions_class_order: [1, 2, 3] }, 3);
}

/** Shapes of 117 organs that bear so many labels, one after the other. */
export function writeOrgans(cases: number, labels: number): CohortOnDisk {
  const values = Array.from({ length: labels + 1 }, (_, value) => [
    value === 0 ? 'background' : `organ_${value}`,
    value,
  ]);
  const toLabel = (code: number) => (code === 0 ? 0 : ((code - 1) % labels) + 1);
  return write(cases, 118, toLabel, { labels: Object.fromEntries(values) }, labels);
}

function write(
  cases: number,
  codes: number,
  toLabel: (code: number) => number,
  dataset: object,
  labels: number,
): CohortOnDisk {
  const folder = mkdtempSync(join(tmpdir(), 'dicelens-cohort-'));
  for (const name of ['labels', 'maps']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify({ ...dataset, file_ending: '.nii.gz' }));
  const table = Uint8Array.from({ length: codes }, (_, code) => toLabel(code));
  for (let i = 0; i < cases; i++) {
    const { reference, predicted } = blobPair(codes, FULL_SIZE, i + 1);
    for (const [name, volume] of [
      ['labels', reference],
      ['maps', predicted],
    ] as const) {
      const voxels = Uint8Array.from(volume, (code) => table[code]);
      writeFileSync(join(folder, name, `case_${i}.nii.gz`), gzipSync(formatNifti(grid, voxels)));
    }
  }
  return { folder, cases, labels };
}
