import type { Vec3 } from './grid.ts';

/**
 * The mean over `2 * radius + 1` cells along one axis (0 to 2), rounded; cells beyond the ends count as 0. Two passes
 * make a triangle of weights, which is smooth enough for a surface. `into` must not be `from`.
 */
export function smoothAlong(
  from: Uint8Array,
  into: Uint8Array,
  [sizeX, sizeY, sizeZ]: Vec3,
  axis: 0 | 1 | 2,
  radius: number,
): void {
  const strides = [1, sizeX, sizeX * sizeY];
  const counts = [sizeX, sizeY, sizeZ];
  const [length, stride] = [counts[axis], strides[axis]];
  const [first, second] = ([0, 1, 2] as const).filter((other) => other !== axis);
  const window = 2 * radius + 1;
  const half = window >> 1;
  for (let b = 0; b < counts[second]; b++) {
    for (let a = 0; a < counts[first]; a++) {
      const line = a * strides[first] + b * strides[second];
      let sum = 0;
      for (let i = 0; i < Math.min(radius, length); i++) sum += from[line + i * stride];
      for (let i = 0; i < length; i++) {
        if (i + radius < length) sum += from[line + (i + radius) * stride];
        into[line + i * stride] = Math.floor((sum + half) / window);
        if (i >= radius) sum -= from[line + (i - radius) * stride];
      }
    }
  }
}

/** `smoothAlong` every axis, twice each, with the radius of each axis; the result is a new array. */
export function smoothTwice(field: Uint8Array, size: Vec3, radii: Vec3): Uint8Array {
  let from = field.slice();
  let into = new Uint8Array(field.length);
  for (const axis of [0, 1, 2, 0, 1, 2] as const) {
    smoothAlong(from, into, size, axis, radii[axis]);
    [from, into] = [into, from];
  }
  return from;
}
