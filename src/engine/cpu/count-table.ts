import { type JointCounts, MAX_DENSE_CELLS } from '../../core/counts/joint-counts.ts';

/** Where runs of voxels are added up; a pair of codes outside the table is left out, and the total shows it. */
export interface CountTable {
  /** Adds `voxels` voxels of this row and column. */
  add(row: number, column: number, voxels: number): void;
  /** The counts so far. */
  toCounts(): JointCounts;
}

/** A dense table up to `MAX_DENSE_CELLS` cells, else a sparse one. Rows and columns are at most 65,536. */
export function countTable(rows: number, columns: number): CountTable {
  return rows * columns <= MAX_DENSE_CELLS ? new DenseTable(rows, columns) : new SparseTable(rows, columns);
}

class DenseTable implements CountTable {
  readonly #cells: Float64Array;

  constructor(
    readonly rows: number,
    readonly columns: number,
  ) {
    this.#cells = new Float64Array(rows * columns);
  }

  add(row: number, column: number, voxels: number): void {
    if (row < this.rows && column < this.columns) this.#cells[row * this.columns + column] += voxels;
  }

  toCounts(): JointCounts {
    return { rows: this.rows, columns: this.columns, cells: this.#cells };
  }
}

/** A hash of cells with open addressing: a slot whose count is 0 is free, the next one is probed on a clash. */
class SparseTable implements CountTable {
  #keys = new Uint32Array(1024);
  #counts = new Float64Array(1024);
  #used = 0;

  constructor(
    readonly rows: number,
    readonly columns: number,
  ) {}

  add(row: number, column: number, voxels: number): void {
    if (row < this.rows && column < this.columns) this.#add(((row << 16) | column) >>> 0, voxels);
  }

  toCounts(): JointCounts {
    const { rows, columns } = this;
    const filled = Array.from(this.#counts.keys()).filter((slot) => this.#counts[slot] > 0);
    filled.sort((a, b) => this.#keys[a] - this.#keys[b]); // row first, then column: the order of the cells
    return {
      rows,
      columns,
      keys: Float64Array.from(
        filled,
        (slot) => (this.#keys[slot] >>> 16) * columns + (this.#keys[slot] & 0xffff),
      ),
      cells: Float64Array.from(filled, (slot) => this.#counts[slot]),
    };
  }

  #add(key: number, voxels: number): void {
    const last = this.#keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & last;
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & last;
    if (this.#counts[slot] === 0) {
      this.#keys[slot] = key;
      this.#used++;
    }
    this.#counts[slot] += voxels;
    if (this.#used * 2 > last) this.#grow();
  }

  #grow(): void {
    const keys = this.#keys;
    const counts = this.#counts;
    this.#keys = new Uint32Array(keys.length * 2);
    this.#counts = new Float64Array(keys.length * 2);
    this.#used = 0;
    counts.forEach((voxels, slot) => {
      if (voxels > 0) this.#add(keys[slot], voxels);
    });
  }
}
