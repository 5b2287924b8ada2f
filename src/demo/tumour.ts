import { toWorld } from '../core/volume/grid.ts';
import type { BrainPhantom } from './brain-phantom.ts';
import { GRID } from './head-frame.ts';
import { oedemaSpread } from './oedema.ts';
import * as tissue from './tissues.ts';
import { tumourShape } from './tumour-shape.ts';

export const EDEMA = 1;
export const NECROSIS = 2;
export const ENHANCING = 3;

/** The reference labels and what the images need to draw them with soft edges. */
export interface Tumour {
  readonly labels: Uint8Array;
  /** Signed distance in mm to the core and to the necrosis, negative inside; 99 far off. */
  readonly core: Float32Array;
  readonly necrosis: Float32Array;
  /** As `oedemaSpread`: 0 in the core, `EDEMA_REACH` at the outer border, more where there is none. */
  readonly spread: Uint16Array;
  /** Voxels of the satellite's core. */
  readonly satellite: Uint8Array;
}

export const EDEMA_REACH = 90;
const FAR = 99;

/** Grows the tumour in a brain that it has already pushed aside. */
export function growTumour(seed: number, brain: BrainPhantom): Tumour {
  const voxels = brain.first.length;
  const tissues = brain.first.map((first, i) => (brain.share[i] > 127 ? brain.second[i] : first));
  const [core, necrosis] = [new Float32Array(voxels).fill(FAR), new Float32Array(voxels).fill(FAR)];
  const satellite = new Uint8Array(voxels);
  const labels = new Uint8Array(voxels);
  const shape = tumourShape(seed);
  const [originX, originY, originZ] = toWorld(GRID.affine, [0, 0, 0]);
  const [sizeX, sizeY] = GRID.size;
  for (let voxel = 0; voxel < voxels; voxel++) {
    const x = originX + (voxel % sizeX);
    if (x < 0 || isFluid(tissues[voxel])) continue; // the left hemisphere has no core
    const y = originY + (Math.floor(voxel / sizeX) % sizeY);
    const z = originZ + Math.floor(voxel / (sizeX * sizeY));
    const at = shape(x, y, z);
    core[voxel] = at.core;
    necrosis[voxel] = at.necrosis;
    if (at.core >= 0) continue;
    labels[voxel] = at.necrosis < 0 ? NECROSIS : ENHANCING;
    satellite[voxel] = Number(at.satellite);
  }
  const spread = oedemaSpread(seed + 50, tissues, (voxel) => labels[voxel] !== 0, EDEMA_REACH);
  markEdema(labels, spread, tissues);
  return { labels, core, necrosis, spread, satellite };
}

/** Oedema where most of the 27 voxels around are reached: no frayed single voxels. */
function markEdema(labels: Uint8Array, spread: Uint16Array, tissues: Uint8Array): void {
  const [sizeX, sizeY] = GRID.size;
  const reached = spread.map((arrival) => Number(arrival <= EDEMA_REACH));
  const rows = [-sizeX * sizeY, 0, sizeX * sizeY].flatMap((z) => [z - sizeX, z, z + sizeX]);
  for (let voxel = sizeX * sizeY + sizeX + 1; voxel < labels.length - sizeX * (sizeY + 1) - 1; voxel++) {
    if (labels[voxel] !== 0 || isFluid(tissues[voxel])) continue;
    let around = 0;
    for (const row of rows) {
      around += reached[voxel + row - 1] + reached[voxel + row] + reached[voxel + row + 1];
    }
    if (around >= 14) labels[voxel] = EDEMA;
  }
}

function isFluid(kind: number): boolean {
  return kind === tissue.OUTSIDE || kind === tissue.CSF || kind === tissue.VESSEL || kind === tissue.CHOROID;
}
