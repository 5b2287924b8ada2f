import type { ContentBox } from './content-box.ts';
import type { Vec3 } from './grid.ts';
import { joinBoxes } from '../labels/structure-pair.ts';
import type { Codes } from './volume.ts';

/**
 * The smallest box round the voxels of every code below `count`, null for codes that do not occur. One pass over
 * the volume serves all structures, which is why the cost of measuring them follows their boxes.
 */
export function boxesOfCodes(
  codes: Codes,
  [sizeX, sizeY, sizeZ]: Vec3,
  count: number,
): (ContentBox | null)[] {
  const words = codes.BYTES_PER_ELEMENT === 1 && codes.byteOffset % 4 === 0 ? inWords(codes) : null;
  const first = new Int32Array(3 * count).fill(2 ** 30);
  const last = new Int32Array(3 * count).fill(-1);
  for (let z = 0; z < sizeZ; z++) {
    for (let y = 0; y < sizeY; y++) {
      const line = sizeX * (y + sizeY * z);
      const end = line + sizeX;
      for (let i = line; i < end;) {
        const code = codes[i];
        const from = i;
        do {
          i++;
          if (!words || (i & 3) !== 0) continue;
          const four = code * 0x01010101;
          let word = i >> 2;
          while (
            i + 16 <= end &&
            words[word] === four &&
            words[word + 1] === four &&
            words[word + 2] === four &&
            words[word + 3] === four
          ) {
            word += 4;
            i += 16;
          }
          while (i + 4 <= end && words[i >> 2] === four) i += 4;
        } while (i < end && codes[i] === code);
        const at = 3 * code;
        if (from - line < first[at]) first[at] = from - line;
        if (i - 1 - line > last[at]) last[at] = i - 1 - line;
        if (y < first[at + 1]) first[at + 1] = y;
        if (y > last[at + 1]) last[at + 1] = y;
        if (z < first[at + 2]) first[at + 2] = z;
        last[at + 2] = z;
      }
    }
  }
  return Array.from({ length: count }, (_, code) => {
    const at = 3 * code;
    if (last[at] < 0) return null;
    return {
      first: [first[at], first[at + 1], first[at + 2]],
      last: [last[at], last[at + 1], last[at + 2]],
    };
  });
}

/** The codes of 8 bits four at a time. */
function inWords({ buffer, byteOffset, length }: Codes): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length >> 2);
}

/** The box of all codes for which `holds[code]` is `value`; null where none occurs. */
export function boxOfCodes(
  boxes: readonly (ContentBox | null)[],
  holds: Uint8Array,
  value = 1,
): ContentBox | null {
  return boxes.reduce((joined, box, code) => (holds[code] === value ? joinBoxes(joined, box) : joined), null);
}
