import type { Vec3 } from '../core/volume/grid.ts';
import { GRID } from './head-frame.ts';
import { gradientNoise } from './noise.ts';
import * as tissue from './tissues.ts';

const NEVER = 0; // a tissue that oedema does not enter

/** How slowly oedema creeps through each tissue; white matter is 1. */
const RESISTANCE: Readonly<Record<number, number>> = {
  [tissue.WHITE]: 1,
  [tissue.CAP]: 1.2,
  [tissue.GREY]: 7,
  [tissue.PALLIDUM]: 4,
  [tissue.STRIATUM]: 7,
  [tissue.THALAMUS]: 7,
};

const STEPS = neighbours();

/**
 * How far oedema has crept from the tumour core: 0 in the core, up to `reach` (in tenths of a mm of white
 * matter) where it ends, `reach + 1` where it never came. It runs along white matter into the gyri, hardly into
 * grey matter, never through CSF: a shortest-path search over the 26 neighbours of every voxel.
 */
export function oedemaSpread(
  seed: number,
  tissues: Uint8Array,
  isCore: (voxel: number) => boolean,
  reach: number,
): Uint16Array {
  const arrival = new Uint16Array(tissues.length).fill(reach + 1);
  const waiting: number[][] = Array.from({ length: reach + 1 }, () => []);
  for (let voxel = 0; voxel < tissues.length; voxel++) {
    if (!isCore(voxel)) continue;
    arrival[voxel] = 0;
    waiting[0].push(voxel);
  }
  const cost = costs(seed, tissues);
  for (let now = 0; now <= reach; now++) {
    for (const voxel of waiting[now]) {
      if (arrival[voxel] !== now) continue; // reached earlier on another way
      for (const { offset, tenths } of STEPS) {
        const next = voxel + offset;
        if (arrival[next] <= now) continue;
        const factor = cost(next);
        if (factor === NEVER) continue;
        const then = now + Math.max(1, Math.round(tenths * factor));
        if (then > reach || then >= arrival[next]) continue;
        arrival[next] = then;
        waiting[then].push(next);
      }
    }
  }
  return arrival;
}

/** Resistance of a voxel, uneven so that fingers form; 0 for what lets nothing through. */
function costs(seed: number, tissues: Uint8Array): (voxel: number) => number {
  const [sizeX, sizeY] = GRID.size;
  const coarse = gradientNoise(seed, 17);
  const fine = gradientNoise(seed + 1, 8);
  return (voxel) => {
    const resistance = RESISTANCE[tissues[voxel]] ?? NEVER;
    if (resistance === NEVER) return NEVER;
    const x = voxel % sizeX;
    const y = Math.floor(voxel / sizeX) % sizeY;
    const z = Math.floor(voxel / (sizeX * sizeY));
    return resistance * Math.max(0.4, 1.15 + 0.9 * coarse(x, y, z) + 0.45 * fine(x, y, z));
  };
}

function neighbours(): readonly { offset: number; tenths: number }[] {
  const [sizeX, sizeY] = GRID.size;
  const around: Vec3[] = [-1, 0, 1].flatMap((z) =>
    [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x): Vec3 => [x, y, z])),
  );
  return around
    .filter(([x, y, z]) => x !== 0 || y !== 0 || z !== 0)
    .map(([x, y, z]) => ({
      offset: x + sizeX * (y + sizeY * z),
      tenths: [10, 14, 17][x * x + y * y + z * z - 1],
    }));
}
