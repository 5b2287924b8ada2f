import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Grid, Vec3 } from '../../../src/core/volume/grid.ts';
import { formatNifti } from '../../../src/io/volumes/write-nifti.ts';
import { formatNpz } from '../../../src/io/volumes/write-npz.ts';
import { scratchFolder } from '../run-cli.ts';

const grid: Grid = { size: [5, 4, 3], spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] };
const VOXELS = 60;

/** Labels 1 and 2, regions whole = 1, 2 and core = 2. */
export const SMALL_DATASET = {
  labels: { background: 0, whole: [1, 2], core: [2] },
  regions_class_order: [1, 2],
  file_ending: '.nii.gz',
};

/** Labels 0 to 2, other ones for every seed. */
export function smallLabels(seed: number): Uint8Array {
  return Uint8Array.from({ length: VOXELS }, (_, i) => Math.floor(i / 7 + seed * 1.7) % 3);
}

export function smallVolume(labels: Uint8Array, size: Vec3 = grid.size): Uint8Array {
  return gzipSync(formatNifti({ ...grid, size }, labels));
}

export interface SmallCohort {
  readonly folder: string;
  readonly references: string;
  readonly predictions: string;
  readonly dataset: string;
  readonly names: readonly string[];
}

/** A folder with so many cases of 60 voxels, `labels`, `maps` (label maps) and dataset.json. */
export function writeSmallCohort(cases: number): SmallCohort {
  const folder = scratchFolder();
  const [references, predictions, dataset] = ['labels', 'maps', 'dataset.json'].map((name) =>
    join(folder, name),
  );
  mkdirSync(references);
  mkdirSync(predictions);
  writeFileSync(dataset, JSON.stringify(SMALL_DATASET));
  const names = Array.from({ length: cases }, (_, i) => `case_${String(i).padStart(3, '0')}`);
  names.forEach((name, i) => {
    writeFileSync(join(references, `${name}.nii.gz`), smallVolume(smallLabels(i)));
    writeFileSync(join(predictions, `${name}.nii.gz`), smallVolume(smallLabels(i + 0.3)));
  });
  return { folder, references, predictions, dataset, names };
}

/** The predictions of `writeSmallCohort` as probabilities of both regions, NAME.npz. */
export function writeProbabilities({ folder, names }: SmallCohort): string {
  const predictions = join(folder, 'packed');
  mkdirSync(predictions);
  names.forEach((name, i) => {
    const data = Float32Array.from(masksOf(i).flatMap((mask) => [...mask].map((is) => (is ? 0.9 : 0.1))));
    const probabilities = { shape: [2, 3, 4, 5], type: '<f4', data } as const;
    writeFileSync(join(predictions, `${name}.npz`), formatNpz({ probabilities }));
  });
  return predictions;
}

/** The predictions of `writeSmallCohort` as a folder NAME of masks of both regions. */
export function writeMasks({ folder, names }: SmallCohort): string {
  const predictions = join(folder, 'masks');
  names.forEach((name, i) => {
    mkdirSync(join(predictions, name), { recursive: true });
    const [whole, core] = masksOf(i);
    writeFileSync(join(predictions, name, 'region_whole.nii.gz'), smallVolume(whole));
    writeFileSync(join(predictions, name, 'region_core.nii.gz'), smallVolume(core));
  });
  return predictions;
}

function masksOf(index: number): [Uint8Array, Uint8Array] {
  const labels = smallLabels(index + 0.3);
  return [labels.map((label) => Number(label > 0)), labels.map((label) => Number(label === 2))];
}
