import type { CodePair } from '../../src/engine/engine.ts';
import type { Vec3 } from '../../src/core/volume/grid.ts';

/** The size of the volumes of BraTS, which every figure of the benchmark is about. */
export const FULL_SIZE: Vec3 = [240, 240, 155];

/** Numbers in [0, 1), the same ones for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return ((state >>> 8) + 0.5) / 0x1000000;
  };
}

/**
 * A reference and a prediction shaped like organs: rippled ellipsoids of `labels` - 1 labels that cover about
 * 40 % of the volume (four labels: a nested tumour, about 2 %), shifted and resized a little in the prediction.
 */
export function blobPair(labels: number, size: Vec3 = FULL_SIZE, seed = 1): CodePair {
  const random = seeded(seed);
  const voxels = size[0] * size[1] * size[2];
  const codes = () => (labels <= 256 ? new Uint8Array(voxels) : new Uint16Array(voxels));
  const [reference, predicted] = [codes(), codes()];
  const nested = labels <= 4;
  const share = nested ? 0.02 : 0.5 / (labels - 1);
  for (let label = 1; label < labels; label++) {
    const radius = Math.cbrt((share * voxels * 3) / (4 * Math.PI)) * (nested ? 1 - 0.25 * (label - 1) : 1);
    const radii = [radius * (0.7 + 0.6 * random()), radius * (0.7 + 0.6 * random()), radius] as const;
    const centre = size.map((length) => length * (nested ? 0.45 : 0.08 + 0.84 * random()));
    const phase = 6 * random();
    paint(reference, size, centre, radii, phase, label);
    const moved = centre.map((x) => x + 2 * random() - 1);
    paint(predicted, size, moved, radii.map((r) => r * (0.95 + 0.1 * random())), phase + 0.3, label); // prettier-ignore
  }
  return { rows: labels, columns: labels, reference, predicted };
}

function paint(
  codes: Uint8Array | Uint16Array,
  [sizeX, sizeY, sizeZ]: Vec3,
  centre: readonly number[],
  radii: readonly number[],
  phase: number,
  label: number,
): void {
  for (let z = 0; z < sizeZ; z++) {
    for (let y = 0; y < sizeY; y++) {
      const rest = 1 - ((y - centre[1]) / radii[1]) ** 2 - ((z - centre[2]) / radii[2]) ** 2;
      if (rest <= 0) continue;
      const ripple = 1 + 0.08 * Math.sin(0.35 * y + phase) * Math.cos(0.3 * z + phase);
      const half = radii[0] * Math.sqrt(rest) * ripple;
      const from = Math.max(0, Math.ceil(centre[0] - half));
      const to = Math.min(sizeX, Math.floor(centre[0] + half) + 1);
      const row = sizeX * (y + sizeY * z);
      if (from < to) codes.fill(label, row + from, row + to);
    }
  }
}
