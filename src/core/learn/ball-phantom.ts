/** Balls stand in the middle of a cube of voxels of 1 mm, with so many voxels round the largest. */
const MARGIN = 2;

/** Edge, in voxels of 1 mm, of the cube that holds a ball of this radius in mm: odd, so that one voxel is the centre. */
export function edgeOf(radiusMm: number): number {
  return 2 * (Math.ceil(radiusMm) + MARGIN) + 1;
}

/**
 * Visits every voxel of a cube: its index and the distance in mm of its centre from the cube's, the latter moved by
 * `shiftMm` along x. Voxels are 1 mm, x fastest.
 */
export function eachDistance(
  edge: number,
  shiftMm: number,
  visit: (index: number, distanceMm: number) => void,
): void {
  const centre = (edge - 1) / 2;
  for (let z = 0, index = 0; z < edge; z++) {
    for (let y = 0; y < edge; y++) {
      const yz = (z - centre) ** 2 + (y - centre) ** 2;
      for (let x = 0; x < edge; x++, index++) visit(index, Math.sqrt(yz + (x - centre - shiftMm) ** 2));
    }
  }
}

/**
 * Nested balls about the centre of a cube: a voxel holds the number of balls that its centre lies in, so that
 * descending radii give labels 1, 2, 3 from the outside in. A radius of 0 or less is an empty ball.
 */
export function nestedBalls(edge: number, radiiMm: readonly number[], shiftMm = 0): Uint8Array {
  const codes = new Uint8Array(edge ** 3);
  eachDistance(edge, shiftMm, (index, distance) => {
    for (const radius of radiiMm) if (radius > 0 && distance <= radius) codes[index]++;
  });
  return codes;
}

/** The middle axial slice of a cube: edge × edge voxels, x fastest. */
export function middleSlice(codes: Uint8Array, edge: number): Uint8Array {
  const plane = edge * edge;
  return codes.subarray(((edge - 1) / 2) * plane, ((edge + 1) / 2) * plane);
}
