import type { Vec3 } from '../core/volume/grid.ts';
import { GRID } from './head-frame.ts';
import { fractalNoise, type Noise } from './noise.ts';
import { ellipsoid } from './shapes.ts';
import { signedDistance } from './signed-distance.ts';
import { EDEMA, ENHANCING, NECROSIS, type Tumour } from './tumour.ts';

/** What a network errs by, in mm. */
interface Errors {
  /** Mean displacement of the border outwards. */
  readonly bias: number;
  /** Size of the slow wandering of the border, and of the fast. */
  readonly slow: number;
  readonly fast: number;
}

/** A false island: centre in voxels, radius in mm. */
interface Island {
  readonly centre: Vec3;
  readonly radius: number;
}

const STEEPNESS = 1.7; // of the sigmoid, per mm: probabilities leave 0 and 1 only near a border
const STEPS = 256; // probabilities are multiples of 1/256, exact in float16
const FAR = -99;

/** A region-trained network: whole tumour, tumour core and enhancing tumour, each with errors of its own. */
export function predictRegions(seed: number, tumour: Tumour): readonly Float32Array[] {
  const seen = withoutSatellite(tumour);
  const wander = wandering(seed);
  const outer = fractalNoise(seed + 90, 12, 2); // what core and enhancing tumour err by together
  const whole = borderOf(
    tumour.labels,
    (label) => label >= EDEMA,
    { bias: 0.25, slow: 3, fast: 2.2 },
    wander(0),
  );
  const core = borderOf(
    seen,
    (label) => label >= NECROSIS,
    { bias: 0.6, slow: 2, fast: 1.6 },
    wander(1),
    outer,
  );
  const enhancing = borderOf(
    seen,
    (label) => label === ENHANCING,
    { bias: 0.35, slow: 2.5, fast: 1.7 },
    wander(2),
    outer,
  );
  addIslands(whole, WHOLE_ISLANDS);
  addIslands(core, CORE_ISLANDS);
  addIslands(enhancing, ENHANCING_ISLANDS);
  return [whole, core, enhancing].map((distance) => distance.map(probability));
}

/** A label-trained network: one label a voxel, so that nothing can contradict; its errors are others. */
export function predictLabels(seed: number, tumour: Tumour): Uint8Array {
  const seen = withoutSatellite(tumour);
  const wander = wandering(seed);
  const whole = borderOf(
    tumour.labels,
    (label) => label >= EDEMA,
    { bias: -0.1, slow: 2.8, fast: 2 },
    wander(0),
  );
  const core = borderOf(seen, (label) => label >= NECROSIS, { bias: -0.1, slow: 2, fast: 1.6 }, wander(1));
  const necrosis = borderOf(
    seen,
    (label) => label === NECROSIS,
    { bias: 0.1, slow: 3.4, fast: 2.6 },
    wander(2),
  );
  addIslands(whole, LABEL_ISLANDS);
  return Uint8Array.from(whole, (inWhole, voxel) => {
    if (core[voxel] > 0) return necrosis[voxel] > 0 ? NECROSIS : ENHANCING;
    return inWhole > 0 ? EDEMA : 0;
  });
}

const WHOLE_ISLANDS: readonly Island[] = [
  { centre: [50, 140, 82], radius: 4.5 },
  { centre: [112, 158, 88], radius: 3.6 },
];
const CORE_ISLANDS: readonly Island[] = [{ centre: [96, 66, 108], radius: 3 }];
const ENHANCING_ISLANDS: readonly Island[] = [
  { centre: [55, 70, 76], radius: 3.4 }, // the plexus of the other side enhances too
  { centre: [80, 30, 66], radius: 3 },
];
const LABEL_ISLANDS: readonly Island[] = [{ centre: [49, 50, 84], radius: 5 }];

function withoutSatellite({ labels, satellite }: Tumour): Uint8Array {
  return labels.map((label, voxel) => (satellite[voxel] ? EDEMA : label));
}

function wandering(seed: number): (region: number) => { slow: Noise; fast: Noise } {
  return (region) => ({
    slow: fractalNoise(seed + 10 * region, 21, 1),
    fast: fractalNoise(seed + 10 * region + 5, 8, 2),
  });
}

/** Signed distance in mm to the border that the network sees, positive inside; `FAR` away from the tumour. */
function borderOf(
  labels: Uint8Array,
  belongs: (label: number) => boolean,
  { bias, slow, fast }: Errors,
  wander: { slow: Noise; fast: Noise },
  shared: Noise = () => 0,
): Float32Array {
  const box = boxAround(labels, 10);
  const inside = new Uint8Array(box.size[0] * box.size[1] * box.size[2]);
  box.each((voxel, i) => (inside[i] = Number(belongs(labels[voxel]))));
  const distance = signedDistance(box.size, inside);
  const border = new Float32Array(labels.length).fill(FAR);
  box.each((voxel, i, x, y, z) => {
    const centred = distance[i] - 0.5 * Math.sign(distance[i]); // the border runs between two centres
    if (centred < -8 || centred > 12) {
      border[voxel] = centred;
      return;
    }
    const moved = slow * wander.slow(x, y, z) + fast * wander.fast(x, y, z) + 1.2 * shared(x, y, z);
    border[voxel] = centred + bias + moved;
  });
  return border;
}

function boxAround(labels: Uint8Array, margin: number) {
  const [sizeX, sizeY, sizeZ] = GRID.size;
  const low = [sizeX, sizeY, sizeZ];
  const high = [0, 0, 0];
  for (let voxel = 0; voxel < labels.length; voxel++) {
    if (labels[voxel] === 0) continue;
    const at = [voxel % sizeX, Math.floor(voxel / sizeX) % sizeY, Math.floor(voxel / (sizeX * sizeY))];
    for (const axis of [0, 1, 2]) {
      low[axis] = Math.min(low[axis], Math.max(0, at[axis] - margin));
      high[axis] = Math.max(high[axis], Math.min(GRID.size[axis], at[axis] + margin + 1));
    }
  }
  const size: Vec3 = [high[0] - low[0], high[1] - low[1], high[2] - low[2]];
  return {
    size,
    each(visit: (voxel: number, i: number, x: number, y: number, z: number) => void): void {
      let i = 0;
      for (let z = low[2]; z < high[2]; z++) {
        for (let y = low[1]; y < high[1]; y++) {
          for (let x = low[0]; x < high[0]; x++, i++) visit(x + sizeX * (y + sizeY * z), i, x, y, z);
        }
      }
    },
  };
}

function addIslands(border: Float32Array, islands: readonly Island[]): void {
  const [sizeX, sizeY] = GRID.size;
  for (const { centre, radius } of islands) {
    const reach = Math.ceil(radius) + 4;
    for (let dz = -reach; dz <= reach; dz++) {
      for (let dy = -reach; dy <= reach; dy++) {
        for (let dx = -reach; dx <= reach; dx++) {
          const voxel = centre[0] + dx + sizeX * (centre[1] + dy + sizeY * (centre[2] + dz));
          const inside = -ellipsoid(dx + 0.3 * dz, dy, dz, radius, 1.2 * radius, 0.9 * radius);
          border[voxel] = Math.max(border[voxel], inside);
        }
      }
    }
  }
}

/** Sigmoid of a signed distance, in steps of 1/256, so exactly 0 or 1 away from the border. */
function probability(distance: number): number {
  if (distance < -5 || distance > 5) return distance > 0 ? 1 : 0;
  let power = 1 - (STEEPNESS * distance) / 1024; // to the 1024th: exp(-STEEPNESS * distance)
  for (let i = 0; i < 10; i++) power *= power;
  return Math.round(STEPS / (1 + power)) / STEPS;
}
