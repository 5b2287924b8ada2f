/** Balls stand in the middle of a cube of voxels of 1 mm, with so many voxels round the largest. */
const MARGIN = 2;

/**
 * The centre of a ball, in mm from that of the middle voxel: on no symmetry of the grid, so that no whole layer of
 * voxels lies exactly on a boundary of whole millimetres, and a ball has nearly the voxels of its volume.
 */
const CENTRE_MM = [0.25, 0.15, 0.35] as const;

/** Edge, in voxels of 1 mm, of the cube that holds a ball of this radius in mm: odd, so that it has a middle voxel. */
export function edgeOf(radiusMm: number): number {
  return 2 * (Math.ceil(radiusMm) + MARGIN) + 1;
}

/** Visits every voxel of a cube, x fastest: its index, and x, y, z in mm from the centre of the balls. */
export function eachPlace(
  edge: number,
  visit: (index: number, xMm: number, yMm: number, zMm: number) => void,
): void {
  const [cx, cy, cz] = CENTRE_MM.map((offset) => (edge - 1) / 2 + offset);
  for (let z = 0, index = 0; z < edge; z++) {
    for (let y = 0; y < edge; y++) {
      for (let x = 0; x < edge; x++, index++) visit(index, x - cx, y - cy, z - cz);
    }
  }
}

/** Distance in mm of every voxel of a cube from the centre of the balls, moved by `shiftMm` along x. */
export function distancesIn(edge: number, shiftMm = 0): Float64Array {
  const distances = new Float64Array(edge ** 3);
  eachPlace(edge, (index, x, y, z) => (distances[index] = Math.hypot(x - shiftMm, y, z)));
  return distances;
}

/**
 * Nested balls about one centre: a voxel holds the number of balls that its own centre lies in, so that descending
 * radii give labels 1, 2, 3 from the outside in. A radius of 0 or less is an empty ball.
 */
export function nestedBalls(edge: number, radiiMm: readonly number[], shiftMm = 0): Uint8Array {
  const radii = radiiMm.filter((radius) => radius > 0);
  const codes = new Uint8Array(edge ** 3);
  distancesIn(edge, shiftMm).forEach((distance, index) => {
    for (const radius of radii) if (distance <= radius) codes[index]++;
  });
  return codes;
}

/** The middle axial slice of a cube: edge × edge voxels, x fastest. */
export function middleSlice(codes: Uint8Array, edge: number): Uint8Array {
  const plane = edge * edge;
  return codes.subarray(((edge - 1) / 2) * plane, ((edge + 1) / 2) * plane);
}
