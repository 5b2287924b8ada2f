import type { ContentBox } from '../../core/volume/content-box.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import { IGNORED_REFERENCE, type StructurePair } from '../../core/labels/structure-pair.ts';

/**
 * One structure of one map as bits, 32 voxels a word: surfaces are found a word at a time. Along every extended
 * axis one empty voxel stands before and after the box, so that neighbours need no checks.
 */
export interface StructureBits {
  /** The voxel of the volume that bit 0 of row 0 is; it may lie before the volume. */
  readonly first: Vec3;
  /** Voxels along each axis, margins included. */
  readonly size: Vec3;
  /** Words of one row along x; one more than needed, so that the next word of the last is 0. */
  readonly words: number;
  readonly bits: Uint32Array;
}

/** The bits of the reference or the prediction of a structure within its box. */
export function packStructure(
  pair: StructurePair,
  side: 'reference' | 'predicted',
  box: ContentBox,
  extended: readonly boolean[],
): StructureBits {
  const margin = extended.map((isExtended) => (isExtended ? 1 : 0));
  const along = (axis: number) => box.last[axis] - box.first[axis] + 1 + 2 * margin[axis];
  const size: Vec3 = [along(0), along(1), along(2)];
  const words = (size[0] >> 5) + 2;
  const bits = new Uint32Array(words * size[1] * size[2]);
  const codes = pair[side];
  const holds = side === 'reference' ? pair.inReference : pair.inPrediction;
  const [sizeX, sizeY] = pair.size;
  const length = box.last[0] - box.first[0] + 1;
  const { reference, inReference } = pair;
  const isIgnoring = side === 'predicted' && inReference.includes(IGNORED_REFERENCE);
  for (let z = box.first[2]; z <= box.last[2]; z++) {
    for (let y = box.first[1]; y <= box.last[1]; y++) {
      const row = words * (y - box.first[1] + margin[1] + size[1] * (z - box.first[2] + margin[2]));
      const start = box.first[0] + sizeX * (y + sizeY * z);
      if (isIgnoring) {
        packIgnoring(codes, holds, reference, inReference, start, length, margin[0], bits, row);
      } else packRow(codes, holds, start, length, margin[0], bits, row);
    }
  }
  const first: Vec3 = [box.first[0] - margin[0], box.first[1] - margin[1], box.first[2] - margin[2]];
  return { first, size, words, bits };
}

function packRow(
  codes: Uint8Array | Uint16Array,
  holds: Uint8Array,
  start: number,
  length: number,
  margin: number,
  bits: Uint32Array,
  row: number,
): void {
  const end = start + length;
  let at = row;
  let stop = Math.min(end, start + 32 - margin); // the end of the first word
  for (let i = start, place = margin; i < end; stop = Math.min(end, stop + 32), place = 0) {
    let word = 0;
    for (; i < stop; i++) word |= (holds[codes[i]] & 1) << place++;
    bits[at++] = word;
  }
}

function packIgnoring(
  codes: Uint8Array | Uint16Array,
  holds: Uint8Array,
  reference: Uint8Array | Uint16Array,
  inReference: Uint8Array,
  start: number,
  length: number,
  margin: number,
  bits: Uint32Array,
  row: number,
): void {
  for (let i = 0; i < length; i++) {
    if (holds[codes[start + i]] !== 1 || inReference[reference[start + i]] === IGNORED_REFERENCE) continue;
    bits[row + ((i + margin) >> 5)] |= 1 << ((i + margin) & 31);
  }
}
