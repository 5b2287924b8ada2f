/** Signed distances to simple solids in mm, negative inside; nearly exact near the surface. */

/** x, y, z and the radius of a tube there. */
export type TubePoint = readonly [x: number, y: number, z: number, radius: number];

/** An ellipsoid about (0, 0, 0). */
export function ellipsoid(x: number, y: number, z: number, a: number, b: number, c: number): number {
  const u = x / a;
  const v = y / b;
  const w = z / c;
  const scaled = Math.sqrt(u * u + v * v + w * w);
  if (scaled < 1e-6) return -Math.min(a, b, c);
  return (scaled * (scaled - 1)) / length(u / a, v / b, w / c);
}

/** A round rod from `from` to `to` whose radius changes evenly. */
export function rod(x: number, y: number, z: number, from: TubePoint, to: TubePoint): number {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const dz = to[2] - from[2];
  const px = x - from[0];
  const py = y - from[1];
  const pz = z - from[2];
  const along = (px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz);
  const t = Math.min(1, Math.max(0, along));
  return length(px - t * dx, py - t * dy, pz - t * dz) - from[3] - t * (to[3] - from[3]);
}

/** Rods from point to point, blended over `blend` mm. */
export function tube(x: number, y: number, z: number, points: readonly TubePoint[], blend: number): number {
  let distance = rod(x, y, z, points[0], points[1]);
  for (let i = 2; i < points.length; i++) {
    distance = smoothMin(distance, rod(x, y, z, points[i - 1], points[i]), blend);
  }
  return distance;
}

/** The smaller of two; where they are within `blend` of each other the edge between them is rounded. */
export function smoothMin(a: number, b: number, blend: number): number {
  const near = Math.max(0, blend - Math.abs(a - b));
  return Math.min(a, b) - (near * near) / (4 * blend);
}

/** The larger of two, rounded as `smoothMin`. */
export function smoothMax(a: number, b: number, blend: number): number {
  return -smoothMin(-a, -b, blend);
}

/** Length of the vector (x, y, z). */
export function length(x: number, y: number, z = 0): number {
  return Math.sqrt(x * x + y * y + z * z);
}
