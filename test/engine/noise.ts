import type { Codes } from '../../src/core/volume/volume.ts';

/** Codes below `labels` in short runs, the same ones for the same seed. */
export function noise(voxels: number, labels: number, bytes: 1 | 2, seed: number): Codes {
  const codes = bytes === 1 ? new Uint8Array(voxels) : new Uint16Array(voxels);
  for (let i = 0; i < voxels; i++) codes[i] = (Math.imul((i >> 2) + seed, 0x85ebca6b) >>> 8) % labels;
  for (let i = 0; i < voxels; i += 7) codes[i] = (Math.imul(i + seed, 0x9e3779b1) >>> 8) % labels;
  return codes;
}
