import type { ContentBox } from '../../core/volume/content-box.ts';
import { sizeOfBox, type StructurePair } from '../../core/labels/structure-pair.ts';
import { ENTRY, tableLength } from '../../core/pseudo-dice/summed-volume.ts';

/**
 * Fills the summed-volume table of a structure over a box: entry (x, y, z) holds how many voxels before x, y and z
 * are in both maps, in the reference, in the prediction; voxels with an ignored reference are in none. Sums are
 * modulo 2^32, so that any difference below 2^32 is exact. `table` has `tableLength(box)` numbers at least.
 * Source: F. Crow, SIGGRAPH 1984, summed-area tables.
 */
export function fillSummedVolume(pair: StructurePair, box: ContentBox, table: Int32Array): void {
  const { reference, predicted, inReference, inPrediction } = pair;
  const [sizeX, sizeY] = pair.size;
  const [x, y, z] = sizeOfBox(box);
  const row = (x + 1) * ENTRY;
  const plane = (y + 1) * row;
  table.fill(0, 0, plane);
  const column = new Int32Array(x * ENTRY);
  for (let k = 0; k < z; k++) {
    column.fill(0);
    const start = (k + 1) * plane;
    table.fill(0, start, start + row);
    for (let j = 0; j < y; j++) {
      let voxel = box.first[0] + sizeX * (box.first[1] + j + sizeY * (box.first[2] + k));
      let at = start + (j + 1) * row;
      table[at] = table[at + 1] = table[at + 2] = 0;
      at += ENTRY;
      let [both, referred, found] = [0, 0, 0];
      for (let i = 0; i < column.length; i += ENTRY, at += ENTRY, voxel++) {
        const r = inReference[reference[voxel]];
        if (r !== 2) {
          const p = inPrediction[predicted[voxel]];
          both += r & p;
          referred += r;
          found += p;
        }
        table[at] = table[at - plane] + (column[i] += both);
        table[at + 1] = table[at + 1 - plane] + (column[i + 1] += referred);
        table[at + 2] = table[at + 2 - plane] + (column[i + 2] += found);
      }
    }
  }
}

/** Room for tables, kept from one table to the next: new memory costs more than filling it. */
export interface TableRoom {
  readonly maxBytes: number;
  /** At least that many numbers, with whatever they were. */
  take(length: number): Int32Array;
}

/** Room that grows up to what the largest table needs. */
export function tableRoom(maxBytes = 2 ** 26): TableRoom {
  let table = new Int32Array();
  return {
    maxBytes,
    take: (length) => (table.length >= length ? table : (table = new Int32Array(length))),
  };
}

/** The table of a box, filled. */
export function summedVolume(pair: StructurePair, box: ContentBox, room: TableRoom): Int32Array {
  const table = room.take(tableLength(box));
  fillSummedVolume(pair, box, table);
  return table;
}
