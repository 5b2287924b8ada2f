import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { countVoxels, type Vec3 } from '../../src/core/volume/grid.ts';
import { formatNifti, type NiftiVoxels } from '../../src/io/volumes/write-nifti.ts';

export const SIZE: Vec3 = [12, 10, 8];

/** Labels of a small box: `label` where x lies from `from` to before `to`, else 0. */
export function slab(from: number, to: number, label = 1, size: Vec3 = SIZE): Uint8Array {
  return Uint8Array.from({ length: countVoxels(size) }, (_, i) =>
    i % size[0] >= from && i % size[0] < to ? label : 0,
  );
}

/** Writes a volume of 1 mm voxels and gives its path; packed where the name ends in .gz. */
export function writeVolume(
  folder: string,
  name: string,
  voxels: NiftiVoxels,
  { size = SIZE, spacing = 1 }: { size?: Vec3; spacing?: number } = {},
): string {
  const affine = [spacing, 0, 0, 0, 0, spacing, 0, 0, 0, 0, spacing, 0];
  const bytes = formatNifti({ size, spacingMm: [spacing, spacing, spacing], affine }, voxels);
  return writeBytes(folder, name, name.endsWith('.gz') ? gzipSync(bytes) : bytes);
}

/** Writes bytes or text and gives the path. */
export function writeBytes(folder: string, name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Writes a dataset.json of these labels and gives its path. */
export function writeDataset(
  folder: string,
  labels: Record<string, number | number[]>,
  order?: number[],
): string {
  const dataset = { channel_names: { 0: 'T1' }, labels, ...(order && { regions_class_order: order }) };
  return writeBytes(folder, 'dataset.json', JSON.stringify(dataset));
}

/** A NIfTI-1 header that claims voxels of one byte and this size, whatever stands behind it; `ni1` is one of a pair. */
export function niftiHeader(size: Vec3, magic: 'n+1' | 'ni1' = 'n+1'): Uint8Array {
  const header = new DataView(new ArrayBuffer(magic === 'n+1' ? 352 : 348));
  header.setInt32(0, 348, true);
  [3, ...size, 1, 1, 1, 1].forEach((value, i) => header.setInt16(40 + 2 * i, value, true));
  header.setInt16(70, 2, true); // unsigned bytes
  header.setInt16(72, 8, true);
  [1, 1, 1, 1].forEach((value, i) => header.setFloat32(76 + 4 * i, value, true));
  header.setFloat32(108, magic === 'n+1' ? 352 : 0, true);
  new Uint8Array(header.buffer).set(new TextEncoder().encode(magic), 344);
  return new Uint8Array(header.buffer);
}
