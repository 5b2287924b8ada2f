import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Vec3 } from '../../src/core/volume/grid.ts';
import { seededRandom } from '../../src/core/statistics/random.ts';
import { formatNifti } from '../../src/io/volumes/write-nifti.ts';

const SIZE: Vec3 = [48, 48, 40];
const SPACING_MM = 2;

/** A ball in voxels; its three labels lie in each other like a tumour's. */
interface Ball {
  readonly centre: Vec3;
  /** Of label 1 with all inside, of 2 with 3, and of 3; 0 where there is none. */
  readonly radii: Vec3;
}

/** Writes labelsTr, predictions and dataset.json of so many generated cases, always the same ones. */
export function makeCohort(folder: string, cases: number): void {
  const random = seededRandom(7);
  for (const inside of ['labelsTr', 'predictions']) mkdirSync(join(folder, inside), { recursive: true });
  for (let i = 0; i < cases; i++) {
    const outer = 4 + 13 * random() ** 0.7;
    const [middle, inner] = [outer * (0.35 + 0.5 * random()), random() < 0.06 ? 0 : 0.3 + 0.45 * random()];
    const centre: Vec3 = [20 + 8 * random(), 20 + 8 * random(), 17 + 6 * random()];
    const moved = 0.25 + 1.6 * random() ** 3;
    const swelling = (scale: number) => (random() < 0.5 ? 1 : -1) * scale * random() ** 2;
    const misses = random() < 0.05;
    const reference: Ball = { centre, radii: [outer, middle, middle * inner] };
    const prediction: Ball = {
      centre: [centre[0] + moved, centre[1] - moved / 2, centre[2]],
      radii: [
        outer * (1 + swelling(0.12)),
        middle * (1 + swelling(0.3)),
        misses ? 0 : Math.max(inner === 0 && random() < 0.5 ? 1.6 : 0, middle * inner * (1 + swelling(0.5))),
      ],
    };
    const name = `phantom_${String(i + 1).padStart(3, '0')}.nii.gz`;
    writeFileSync(join(folder, 'labelsTr', name), volumeOf(reference));
    writeFileSync(join(folder, 'predictions', name), volumeOf(prediction));
  }
  const labels = { background: 0, whole_tumor: [1, 2, 3], tumor_core: [2, 3], enhancing_tumor: [3] };
  const dataset = { channel_names: { 0: 'T1' }, labels, regions_class_order: [1, 2, 3] };
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify(dataset));
}

function volumeOf({ centre, radii }: Ball): Uint8Array {
  const voxels = new Uint8Array(SIZE[0] * SIZE[1] * SIZE[2]);
  for (let i = 0; i < voxels.length; i++) {
    const [x, y, z] = [i % SIZE[0], Math.floor(i / SIZE[0]) % SIZE[1], Math.floor(i / (SIZE[0] * SIZE[1]))];
    const distance = Math.hypot(x - centre[0], y - centre[1], z - centre[2]);
    voxels[i] = radii.findLastIndex((radius) => distance < radius) + 1;
  }
  const affine = [SPACING_MM, 0, 0, 0, 0, SPACING_MM, 0, 0, 0, 0, SPACING_MM, 0];
  return gzipSync(
    formatNifti({ size: SIZE, spacingMm: [SPACING_MM, SPACING_MM, SPACING_MM], affine }, voxels),
  );
}
