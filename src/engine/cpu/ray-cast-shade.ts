import { CELL, type RayFrame } from '../../core/volume/camera-rays.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { SmoothSurface } from '../../core/volume/smooth-surface.ts';
import { type RayHit, sampleField } from './ray-cast-field.ts';

/** Colours of the classes 1 to 4, red, green and blue from 0 to 1: grey, and the tokens --pred, --ref and --inner. */
const COLOURS: readonly Vec3[] = [
  [0.62, 0.65, 0.69],
  [0.933, 0.624, 0.259],
  [0.373, 0.69, 0.941],
  [0.741, 0.714, 0.969],
];
/** Towards the light, in right, down and into the screen: over the left shoulder. */
const LIGHT = unit([-0.42, -0.62, -0.66]);
/** Halfway between the light and the eye. */
const HALF = unit([LIGHT[0], LIGHT[1], LIGHT[2] - 1]);
const SCALE = 255 * 2 ** 24;

/** Adds the colour of a hit, 0 to 1 each: ambient light with hollows darker, a key light, a soft rim. WGSL twin: volume-view.wgsl. */
export function shadeHit(surface: SmoothSurface, frame: RayFrame, hit: RayHit, colour: Float64Array): void {
  const normal = normalOf(surface, frame, hit);
  const [right, down, into] = [frame.across, frame.down, frame.step].map((axis) => dot(normal, unit(axis)));
  const hollow = hit.isCut ? 0 : hollowOf(surface, hit.place, normal);
  const open = 1 - Math.min(0.6, hollow);
  const facing = Math.max(0, -into);
  const key = Math.max(0, (right * LIGHT[0] + down * LIGHT[1] + into * LIGHT[2]) * 0.85 + 0.15);
  const gloss = Math.max(0, right * HALF[0] + down * HALF[1] + into * HALF[2]) ** 28 * 0.14;
  const rim = (1 - facing) ** 3 * 0.13;
  const light = (0.27 - 0.07 * down) * open + 0.74 * key * (0.45 + 0.55 * open);
  const depth = 1 - (0.3 * hit.depth) / frame.steps;
  const weights = hit.shares.map((share) => (share / 2 ** 24) ** 4);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let channel = 0; channel < 3; channel++) {
    const ground =
      total > 0
        ? weights.reduce((sum, weight, of) => sum + weight * COLOURS[of][channel], 0) / total
        : COLOURS[0][channel];
    const lit = (ground * light + (gloss + rim) * open) * depth;
    colour[channel] += Math.min(1, Math.max(0, lit));
  }
}

/** Out of the structure; of a cut it is that of the clip plane. */
function normalOf(surface: SmoothSurface, { clip, step }: RayFrame, { place, isCut }: RayHit): Vec3 {
  if (isCut && clip) {
    const across = [0, 0, 0].map((_, axis) => (axis === clip.axis ? -clip.sign : 0));
    return [across[0], across[1], across[2]];
  }
  const slope = ([0, 1, 2] as const).map((axis) => {
    const [before, after] = [-CELL, CELL].map((by) => {
      const at: [number, number, number] = [...place];
      at[axis] += by;
      return sampleField(surface, at, 1);
    });
    return (before - after) / SCALE;
  });
  const outwards: Vec3 = [slope[0], slope[1], slope[2]];
  return Math.hypot(...outwards) > 1e-6 ? unit(outwards) : unit([-step[0], -step[1], -step[2]]);
}

/** How much of the structure stands before a place: 0 in the open. */
function hollowOf(surface: SmoothSurface, place: Vec3, normal: Vec3): number {
  const before = (cells: number) => {
    const [x, y, z] = place.map((at, axis) => at + Math.floor(normal[axis] * cells * CELL));
    return sampleField(surface, [x, y, z], 1) / SCALE;
  };
  return 0.55 * before(3) + 0.6 * before(6);
}

function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function unit([x, y, z]: Vec3): Vec3 {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
