import { halfToNumber } from '../../core/volume/half-float.ts';
import { FormatError } from '../../core/errors.ts';
import { countVoxels, voxelAt } from '../../core/volume/grid.ts';
import type { ProbabilityVolume } from '../../core/volume/volume.ts';

const TOLERANCE = 1e-3;
/** The largest float16 not above 1.001 and, with the sign, the lowest not below -0.001, as bits. */
const HIGHEST_16 = 0x3c01;
const LOWEST_16 = 0x9418;
const SIGN_16 = 0x8000;

/**
 * Refuses probabilities that are NaN or lie outside 0..1 by more than 0.001; `array` names them in the sentence.
 * @throws FormatError probabilitiesRange with their number and the first channel and voxel
 */
export function checkProbabilities(
  volume: ProbabilityVolume,
  array: { file: string; offset: number; key: string; shape: readonly number[] },
): void {
  const { data, type, size } = volume;
  const { first, count } = type === 'float16' ? findHalves(data as Uint16Array) : findFloats(data);
  if (count === 0) return;
  const voxels = countVoxels(size);
  throw new FormatError('probabilitiesRange', {
    ...array,
    count,
    value: type === 'float16' ? halfToNumber(data[first]) : data[first],
    channel: Math.floor(first / voxels),
    voxel: voxelAt(size, first % voxels),
  });
}

interface Outside {
  readonly first: number;
  readonly count: number;
}

/** Two at a time: a word in which neither is negative or beyond `HIGHEST_16` is passed over. */
function findHalves(data: Uint16Array): Outside {
  const isOutside = (bits: number) => bits > HIGHEST_16 && (bits < SIGN_16 || bits > LOWEST_16);
  const words = new Int32Array(data.buffer, data.byteOffset, data.length >>> 1);
  const rest = (SIGN_16 - 1 - HIGHEST_16) * 0x1_0001; // with it bit 15 of either is set beyond HIGHEST_16
  let first = -1;
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (((word | ((word & 0x7fff_7fff) + rest)) & 0x8000_8000) === 0) continue;
    const low = isOutside(word & 0xffff);
    const high = isOutside(word >>> 16);
    if (!low && !high) continue;
    if (first < 0) first = 2 * i + (low ? 0 : 1);
    count += Number(low) + Number(high);
  }
  if (data.length % 2 === 1 && isOutside(data[data.length - 1])) {
    if (first < 0) first = data.length - 1;
    count++;
  }
  return { first, count };
}

function findFloats(data: ProbabilityVolume['data']): Outside {
  let first = -1;
  let count = 0;
  for (let i = 0; i < data.length; i++) {
    const value = data[i];
    if (value >= -TOLERANCE && value <= 1 + TOLERANCE) continue;
    if (first < 0) first = i;
    count++;
  }
  return { first, count };
}
