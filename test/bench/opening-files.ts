import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { Grid } from '../../src/core/volume/grid.ts';
import { formatNifti } from '../../src/io/volumes/write-nifti.ts';
import { formatNpy } from '../../src/io/volumes/write-npz.ts';
import { blobPair, FULL_SIZE, seeded } from './blob-volumes.ts';

/** Files of one case on disk, as they are opened. */
export interface CaseOnDisk {
  readonly title: string;
  readonly reference: string;
  /** A label map, or null where the probabilities are the prediction. */
  readonly prediction: string | null;
  readonly probabilities: string | null;
  readonly dataset: string;
  /** Of the volumes, unpacked. */
  readonly volumeBytes: number;
}

const GRID: Grid = { size: FULL_SIZE, spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] };

/** A folder of its own below the temporary one; the caller removes it. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'dicelens-bench-'));
}

/** A pair of label maps, packed as nibabel and SimpleITK do, and a dataset.json that names the labels. */
export function writePair(folder: string, labels: number): CaseOnDisk {
  const { reference, predicted } = blobPair(labels);
  const names = Object.fromEntries(
    Array.from({ length: labels - 1 }, (_, i) => [`structure ${i + 1}`, i + 1]),
  );
  const path = (name: string) => join(folder, `${name}-${labels}`);
  const files = {
    reference: `${path('reference')}.nii.gz`,
    prediction: `${path('prediction')}.nii.gz`,
    dataset: `${path('dataset')}.json`,
  };
  writeFileSync(files.reference, gzipSync(formatNifti(GRID, reference)));
  writeFileSync(files.prediction, gzipSync(formatNifti(GRID, predicted)));
  writeFileSync(files.dataset, JSON.stringify({ labels: { background: 0, ...names } }));
  const volumeBytes = reference.byteLength + predicted.byteLength;
  return { title: `${labels} labels`, ...files, probabilities: null, volumeBytes };
}

/** The same reference with the float16 probabilities of three nested regions: saturated, and noise in the head. */
export function writeProbabilities(folder: string): CaseOnDisk {
  const pair = writePair(folder, 4);
  const { reference, predicted } = blobPair(4);
  const data = nestedProbabilities(predicted);
  const shape = [3, ...FULL_SIZE.toReversed()];
  const probabilities = join(folder, 'probabilities.npz');
  const dataset = join(folder, 'dataset-regions.json');
  const npy = formatNpy({ type: '<f2', shape, data });
  writeFileSync(probabilities, zipSync({ 'probabilities.npy': npy }, { level: 1 }));
  const labels = { background: 0, whole: [1, 2, 3], core: [2, 3], enhancing: [3] };
  writeFileSync(dataset, JSON.stringify({ labels, regions_class_order: [1, 2, 3] }));
  const volumeBytes = reference.byteLength + data.byteLength;
  return { ...pair, title: 'probabilities', prediction: null, probabilities, dataset, volumeBytes };
}

/** Outside the head 0, inside next to nothing, in the region next to 1; as bits of float16. */
function nestedProbabilities(labels: Uint8Array | Uint16Array): Uint16Array {
  const [sizeX, sizeY, sizeZ] = FULL_SIZE;
  const random = seeded(7);
  const noise = Uint16Array.from({ length: 65_536 }, () => 0x0800 * random() ** 2);
  const data = new Uint16Array(3 * labels.length);
  for (let i = 0; i < labels.length; i++) {
    const [x, y, z] = [i % sizeX, Math.floor(i / sizeX) % sizeY, Math.floor(i / (sizeX * sizeY))];
    const outside = (x / sizeX - 0.5) ** 2 + (y / sizeY - 0.5) ** 2 + (z / sizeZ - 0.5) ** 2 > 0.14;
    if (outside && labels[i] === 0) continue;
    for (let region = 0; region < 3; region++) {
      const bits = noise[(Math.imul(3 * i + region, 0x9e3779b1) >>> 8) & 65_535];
      data[region * labels.length + i] = labels[i] > region ? 0x3c00 - (bits >> 6) : bits;
    }
  }
  return data;
}
