import type { StructureBits } from './surface-bits.ts';

/**
 * The points of a surface, row by row: those of row (y, z) are `x[starts[row]]` to `x[starts[row + 1] - 1]`,
 * ascending, row = y - firstY + rowsY (z - firstZ). In voxels; for corners, corner i lies before voxel i.
 */
export interface SurfaceSites {
  readonly count: number;
  readonly firstY: number;
  readonly firstZ: number;
  readonly rowsY: number;
  readonly rowsZ: number;
  readonly starts: Int32Array;
  readonly x: Int32Array;
  /** The code of each corner, bit dx + 2 dy + 4 dz; 0 for border voxels. */
  readonly codes: Uint8Array;
}

/**
 * The corners between voxels whose eight neighbours are neither all inside nor all outside (surface elements).
 * Along an axis that is not extended the neighbourhood is one voxel deep, and both its layers are that voxel's.
 */
export function findElements(structure: StructureBits, extended: readonly boolean[]): SurfaceSites {
  const { bits, words, size, first } = structure;
  const [stepX, stepY, stepZ] = extended.map((isExtended) => (isExtended ? 1 : 0));
  const sites = growingSites(size[1] - stepY, size[2] - stepZ);
  for (let z = 0; z < size[2] - stepZ; z++) {
    for (let y = 0; y < size[1] - stepY; y++) {
      const r00 = words * (y + size[1] * z);
      const r10 = r00 + words * stepY;
      const r01 = r00 + words * size[1] * stepZ;
      const r11 = r01 + words * stepY;
      for (let w = 0; w < words - 1; w++) {
        const [a, b, c, d] = [bits[r00 + w], bits[r10 + w], bits[r01 + w], bits[r11 + w]];
        let [aN, bN, cN, dN] = [a, b, c, d];
        if (stepX) {
          aN = (a >>> 1) | (bits[r00 + w + 1] << 31);
          bN = (b >>> 1) | (bits[r10 + w + 1] << 31);
          cN = (c >>> 1) | (bits[r01 + w + 1] << 31);
          dN = (d >>> 1) | (bits[r11 + w + 1] << 31);
        }
        let surface = (a | b | c | d | aN | bN | cN | dN) & ~(a & b & c & d & aN & bN & cN & dN);
        while (surface !== 0) {
          const place = 31 - Math.clz32(surface & -surface);
          surface &= surface - 1;
          const code =
            ((a >>> place) & 1) |
            (((aN >>> place) & 1) << 1) |
            (((b >>> place) & 1) << 2) |
            (((bN >>> place) & 1) << 3) |
            (((c >>> place) & 1) << 4) |
            (((cN >>> place) & 1) << 5) |
            (((d >>> place) & 1) << 6) |
            (((dN >>> place) & 1) << 7);
          sites.push(first[0] + 32 * w + place, code);
        }
      }
      sites.endRow();
    }
  }
  return sites.finish(first[1], first[2]);
}

/** The voxels inside that touch the outside by a face along an extended axis (border voxels). */
export function findBorder(structure: StructureBits, extended: readonly boolean[]): SurfaceSites {
  const { bits, words, size, first } = structure;
  const [marginX, marginY, marginZ] = extended.map((isExtended) => (isExtended ? 1 : 0));
  const sites = growingSites(size[1] - 2 * marginY, size[2] - 2 * marginZ);
  const stepY = words * marginY;
  const stepZ = words * size[1] * marginZ;
  for (let z = marginZ; z < size[2] - marginZ; z++) {
    for (let y = marginY; y < size[1] - marginY; y++) {
      const row = words * (y + size[1] * z);
      for (let w = 0, at = row; w < words - 1; w++, at++) {
        const own = bits[at];
        if (own === 0) continue;
        let within = bits[at - stepY] & bits[at + stepY] & bits[at - stepZ] & bits[at + stepZ];
        if (marginX) {
          within &= (own >>> 1) | (bits[at + 1] << 31);
          within &= (own << 1) | (w > 0 ? bits[at - 1] >>> 31 : 0);
        }
        let border = own & ~within;
        while (border !== 0) {
          const place = 31 - Math.clz32(border & -border);
          border &= border - 1;
          sites.push(first[0] + 32 * w + place, 0);
        }
      }
      sites.endRow();
    }
  }
  return sites.finish(first[1] + marginY, first[2] + marginZ);
}

function growingSites(rowsY: number, rowsZ: number) {
  const starts = new Int32Array(rowsY * rowsZ + 1);
  let x = new Int32Array(4096);
  let codes = new Uint8Array(4096);
  let [count, row] = [0, 0];
  return {
    push(place: number, code: number) {
      if (count === x.length) {
        const [oldX, oldCodes] = [x, codes];
        x = new Int32Array(2 * count);
        codes = new Uint8Array(2 * count);
        x.set(oldX);
        codes.set(oldCodes);
      }
      x[count] = place;
      codes[count++] = code;
    },
    endRow() {
      starts[++row] = count;
    },
    finish: (firstY: number, firstZ: number): SurfaceSites => ({
      count,
      firstY,
      firstZ,
      rowsY,
      rowsZ,
      starts,
      x: x.subarray(0, count),
      codes: codes.subarray(0, count),
    }),
  };
}
