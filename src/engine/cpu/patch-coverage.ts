import type { Vec3 } from '../../core/volume/grid.ts';

/** Patches of one size, each with its weight (1 where there are none). */
export interface WeighedPatches {
  readonly patch: Vec3;
  /** x, y, z of the first voxel, three numbers a patch. */
  readonly starts: Int32Array;
  readonly weights?: Float64Array;
}

/**
 * Visits the slices of a volume from z = 0 on with the summed weight of the patches that cover each voxel, x
 * fastest: how often it is seen. Patches may reach beyond the volume. The plane is used again for the next slice.
 * Memory is two slices whatever the volume. Counts of patches are exact, sums of fractions to rounding.
 */
export function visitCoverage(
  [sizeX, sizeY, sizeZ]: Vec3,
  patches: WeighedPatches,
  visit: (z: number, plane: Float64Array) => void,
): void {
  const { patch, starts, weights } = patches;
  const row = sizeX + 1;
  const changes = new Float64Array(row * (sizeY + 1));
  const plane = new Float64Array(sizeX * sizeY);
  const { order, ends } = sortByEdge(sizeZ, patch[2], starts);
  let next = 0;
  for (let z = 0; z < sizeZ; z++) {
    const before = next;
    for (; next < ends[z]; next++) {
      const entry = order[next];
      const patchIndex = entry >> 1;
      const at = 3 * patchIndex;
      const weight = (entry & 1 ? -1 : 1) * (weights ? weights[patchIndex] : 1);
      const [fromX, toX] = [Math.max(0, starts[at]), Math.min(sizeX, starts[at] + patch[0])];
      const [fromY, toY] = [Math.max(0, starts[at + 1]), Math.min(sizeY, starts[at + 1] + patch[1])];
      if (fromX >= toX || fromY >= toY) continue;
      changes[fromY * row + fromX] += weight;
      changes[fromY * row + toX] -= weight;
      changes[toY * row + fromX] -= weight;
      changes[toY * row + toX] += weight;
    }
    if (next > before) sumChanges(changes, plane, sizeX, sizeY);
    visit(z, plane);
  }
}

/** Beginnings (2 i) and ends (2 i + 1) of patches along z by slice; those of slice z are before `ends[z]`. */
function sortByEdge(sizeZ: number, depth: number, starts: Int32Array) {
  const counts = new Uint32Array(sizeZ + 1);
  const edges = (visit: (z: number, entry: number) => void) => {
    for (let i = 0; 3 * i < starts.length; i++) {
      const from = Math.max(0, starts[3 * i + 2]);
      const to = Math.min(sizeZ, starts[3 * i + 2] + depth);
      if (from >= to) continue;
      visit(from, 2 * i);
      if (to < sizeZ) visit(to, 2 * i + 1);
    }
  };
  edges((z) => counts[z + 1]++);
  for (let z = 0; z < sizeZ; z++) counts[z + 1] += counts[z];
  const places = counts.slice();
  const order = new Uint32Array(counts[sizeZ]);
  edges((z, entry) => (order[places[z]++] = entry));
  return { order, ends: counts.subarray(1) };
}

function sumChanges(changes: Float64Array, plane: Float64Array, sizeX: number, sizeY: number): void {
  for (let y = 0; y < sizeY; y++) {
    let sum = 0;
    const line = y * sizeX;
    for (let x = 0; x < sizeX; x++) {
      sum += changes[y * (sizeX + 1) + x];
      plane[line + x] = y === 0 ? sum : plane[line - sizeX + x] + sum;
    }
  }
}
