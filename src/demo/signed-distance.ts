import { countVoxels, type Vec3 } from '../core/volume/grid.ts';

const FAR = 1e9;

/**
 * Distance in voxels from every voxel's centre to the nearest centre across the border of `inside`, positive
 * inside. Exact and Euclidean, in one pass along each axis; `inside` holds 0 or 1, x fastest.
 * All of it inside, or none: plus or minus a large number.
 * Source: lower envelopes of parabolas, Felzenszwalb and Huttenlocher 2012.
 */
export function signedDistance(size: Vec3, inside: Uint8Array): Float32Array {
  const toOutside = squaredDistance(size, inside, 0);
  const toInside = squaredDistance(size, inside, 1);
  const signed = new Float32Array(countVoxels(size));
  for (let i = 0; i < signed.length; i++) {
    signed[i] = inside[i] ? Math.sqrt(toOutside[i]) : -Math.sqrt(toInside[i]);
  }
  return signed;
}

function squaredDistance(size: Vec3, inside: Uint8Array, target: 0 | 1): Float64Array {
  const squares = new Float64Array(inside.length);
  for (let i = 0; i < inside.length; i++) squares[i] = inside[i] === target ? 0 : FAR;
  let stride = 1;
  for (const length of size) {
    const sweep = sweeper(length, stride);
    for (let block = 0; block < squares.length; block += stride * length) {
      for (let first = block; first < block + stride; first++) sweep(squares, first);
    }
    stride *= length;
  }
  return squares;
}

/** Takes the distances along one line of voxels, `stride` apart, into account. */
function sweeper(length: number, stride: number): (squares: Float64Array, first: number) => void {
  const line = new Float64Array(length);
  const centres = new Int32Array(length);
  const starts = new Float64Array(length + 1);
  return (squares, first) => {
    let least = FAR;
    for (let i = 0; i < length; i++) {
      line[i] = squares[first + i * stride];
      if (line[i] < least) least = line[i];
    }
    if (least === FAR) return; // nothing to be near to on this line yet
    lowerEnvelope(line, centres, starts);
    for (let i = 0, k = 0; i < length; i++) {
      while (starts[k + 1] < i) k++;
      const away = i - centres[k];
      squares[first + i * stride] = away * away + line[centres[k]];
    }
  };
}

/** The parabolas that are lowest somewhere: their centres, and from where on each one is. */
function lowerEnvelope(line: Float64Array, centres: Int32Array, starts: Float64Array): void {
  let last = 0;
  centres[0] = 0;
  starts[0] = -Infinity;
  for (let i = 1; i < line.length; i++) {
    while (last > 0 && meeting(line, centres[last], i) <= starts[last]) last--;
    starts[last + 1] = meeting(line, centres[last], i);
    last++;
    centres[last] = i;
  }
  starts[last + 1] = Infinity;
}

/** Where the parabolas at a and b, a before b, are equally high. */
function meeting(line: Float64Array, a: number, b: number): number {
  return (line[b] + b * b - line[a] - a * a) / (2 * (b - a));
}
