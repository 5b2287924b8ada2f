import { CELL, type RayFrame } from '../../core/volume/camera-rays.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import { SURFACE_LEVEL, type SmoothSurface } from '../../core/volume/smooth-surface.ts';
import { type RayHit, sampleField } from './ray-cast-field.ts';
import { shadeHit } from './ray-cast-shade.ts';

/** The surface in what `sampleField` gives. */
const LEVEL = SURFACE_LEVEL * 2 ** 24;
const STEPS_PER_CELL = 2;
const BISECTIONS = 6;

/** Steps that a ray may surely go from here without meeting the surface: at least 1. */
function stepsFree({ size, words }: SmoothSurface, x: number, y: number, z: number): number {
  const outside = Math.max(
    -x,
    -y,
    -z,
    x - (size[0] - 1) * CELL,
    y - (size[1] - 1) * CELL,
    z - (size[2] - 1) * CELL,
  );
  if (outside >= 0) return Math.max(1, STEPS_PER_CELL * (outside >> 16));
  const at = (x >> 16) + size[0] * ((y >> 16) + size[1] * (z >> 16));
  return Math.max(1, STEPS_PER_CELL * (words[at] >>> 24));
}

/** The first meeting of the ray of a sub-pixel with the surface; null where it meets none. Integers throughout. */
export function castRay(
  surface: SmoothSurface,
  frame: RayFrame,
  pixelX: number,
  pixelY: number,
): RayHit | null {
  const { origin, across, down, step, clip } = frame;
  const place = (axis: 0 | 1 | 2, steps: number) =>
    origin[axis] + pixelX * across[axis] + pixelY * down[axis] + steps * step[axis];
  const isKept = (at: Vec3) => !clip || (at[clip.axis] - clip.at) * clip.sign >= 0;
  const placeAt = (steps: number): Vec3 => [place(0, steps), place(1, steps), place(2, steps)];
  for (let steps = 0; steps < frame.steps;) {
    const at = placeAt(steps);
    const free = stepsFree(surface, at[0], at[1], at[2]);
    if (free > 1) {
      steps += free;
      continue;
    }
    if (isKept(at) && sampleField(surface, at, 0) >= LEVEL) {
      const before = placeAt(steps - 1);
      const isCut = !isKept(before) && sampleField(surface, before, 0) >= LEVEL;
      let [outer, inner] = [before, at];
      for (let i = 0; i < BISECTIONS; i++) {
        const middle: Vec3 = [
          (outer[0] + inner[0]) >> 1,
          (outer[1] + inner[1]) >> 1,
          (outer[2] + inner[2]) >> 1,
        ];
        if (isKept(middle) && sampleField(surface, middle, 0) >= LEVEL) inner = middle;
        else outer = middle;
      }
      return { place: inner, depth: steps, isCut, ...classesAt(surface, inner) };
    }
    steps++;
  }
  return null;
}

function classesAt(
  { size, words }: SmoothSurface,
  [x, y, z]: Vec3,
): Pick<RayHit, 'shares' | 'surfaceClass' | 'cell'> {
  const [fx, fy, fz] = [(x >> 8) & 255, (y >> 8) & 255, (z >> 8) & 255];
  const first = (x >> 16) + size[0] * ((y >> 16) + size[1] * (z >> 16));
  const shares: [number, number, number, number] = [0, 0, 0, 0];
  const most = [-1, -1, -1, -1];
  const cells = [first, first, first, first];
  for (let corner = 0; corner < 8; corner++) {
    const [dx, dy, dz] = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const at = first + dx + size[0] * (dy + size[1] * dz);
    const of = ((words[at] >>> 16) & 255) - 1;
    if (of < 0) continue;
    const weight = (dx ? fx : 256 - fx) * (dy ? fy : 256 - fy) * (dz ? fz : 256 - fz);
    shares[of] += weight;
    if (weight > most[of]) {
      most[of] = weight;
      cells[of] = at;
    }
  }
  let chosen = 0;
  for (let of = 1; of < 4; of++) if (shares[of] > shares[chosen]) chosen = of;
  return { shares, surfaceClass: shares[chosen] > 0 ? chosen + 1 : 1, cell: cells[chosen] };
}

/** What the words of a picture are: red, green, blue and alpha, low byte first, or what the first ray of each pixel meets. */
export type RayPicture = 'colours' | 'hits';

/**
 * The picture of a surface, a word a pixel. As `hits` a word is the class in its high byte over 1 + the cell, 0 where
 * nothing is met; as `colours` it is opaque, black where nothing is met, the mean of the rays of a pixel.
 */
export function castRays(
  surface: SmoothSurface,
  frame: RayFrame,
  picture: RayPicture,
): Uint32Array<ArrayBuffer> {
  const { width, height, samples } = frame;
  const words = new Uint32Array(width * height);
  const colour = new Float64Array(3);
  const rays = samples * samples;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (picture === 'hits') {
        const hit = castRay(surface, frame, x * samples, y * samples);
        words[at] = hit ? ((hit.surfaceClass << 24) | (hit.cell + 1)) >>> 0 : 0;
        continue;
      }
      colour.fill(0);
      for (let ray = 0; ray < rays; ray++) {
        const down = Math.floor(ray / samples);
        const hit = castRay(surface, frame, x * samples + (ray % samples), y * samples + down);
        if (hit) shadeHit(surface, frame, hit, colour);
      }
      const [red, green, blue] = colour.map((value) => Math.floor((value / rays) * 255 + 0.5));
      words[at] = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    }
  }
  return words;
}
