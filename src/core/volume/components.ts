import type { Vec3 } from './grid.ts';

/** Which neighbours hang together: by faces, by edges too, or by corners too. */
export type Connectivity = 6 | 18 | 26;

/** A connected piece of a set of voxels. */
export interface Piece {
  readonly voxels: number;
  /** A voxel of the piece near the middle of the axial slice in which the piece is largest. */
  readonly anchor: Vec3;
}

/** Voxels x0 to x1 - 1 of one line along x that all belong to the set. */
interface Runs {
  readonly x0: number[];
  readonly x1: number[];
  readonly y: number[];
  readonly z: number[];
  /** The first run of each line (y + sizeY * z), and one more at the end. */
  readonly firstOfLine: Int32Array;
}

/** The pieces of a set of voxels, and the piece of each voxel. */
export interface LabelledPieces {
  readonly pieces: readonly Piece[];
  /** 0 for a voxel that is not in the set, else 1 + the index of its piece. */
  readonly pieceOf: Int32Array;
}

/**
 * The connected pieces of the voxels that are not 0, most voxels first (ties: the one met first).
 * Runs along x are joined by union-find, so that the cost follows the surface and not the volume.
 * `chosen` holds one byte a voxel, x fastest.
 */
export function findPieces(chosen: Uint8Array, size: Vec3, connectivity: Connectivity = 26): Piece[] {
  const runs = readRuns(chosen, size);
  return groupRuns(runs, size, connectivity).map((piece) => describe(piece, runs));
}

/** As `findPieces`, with the piece of every voxel. */
export function labelPieces(chosen: Uint8Array, size: Vec3, connectivity: Connectivity = 26): LabelledPieces {
  const runs = readRuns(chosen, size);
  const groups = groupRuns(runs, size, connectivity);
  const pieceOf = new Int32Array(chosen.length);
  groups.forEach((group, i) => {
    for (const run of group) {
      const line = size[0] * (runs.y[run] + size[1] * runs.z[run]);
      pieceOf.fill(i + 1, line + runs.x0[run], line + runs.x1[run]);
    }
  });
  return { pieces: groups.map((group) => describe(group, runs)), pieceOf };
}

/** The runs of each piece, the piece of most voxels first. */
function groupRuns(runs: Runs, size: Vec3, connectivity: Connectivity): number[][] {
  const parent = joinRuns(runs, size, connectivity);
  const members = new Map<number, { runs: number[]; voxels: number }>();
  for (let run = 0; run < runs.x0.length; run++) {
    const root = rootOf(parent, run);
    const length = runs.x1[run] - runs.x0[run];
    const group = members.get(root);
    if (group) {
      group.runs.push(run);
      group.voxels += length;
    } else members.set(root, { runs: [run], voxels: length });
  }
  return [...members.values()].sort((a, b) => b.voxels - a.voxels).map((group) => group.runs);
}

function readRuns(chosen: Uint8Array, [sizeX, sizeY, sizeZ]: Vec3): Runs {
  const runs: Runs = { x0: [], x1: [], y: [], z: [], firstOfLine: new Int32Array(sizeY * sizeZ + 1) };
  for (let line = 0; line < sizeY * sizeZ; line++) {
    runs.firstOfLine[line] = runs.x0.length;
    const end = (line + 1) * sizeX;
    for (let i = line * sizeX; i < end; i++) {
      if (chosen[i] === 0) continue;
      const from = i;
      while (i < end && chosen[i] !== 0) i++;
      runs.x0.push(from - line * sizeX);
      runs.x1.push(i - line * sizeX);
      runs.y.push(line % sizeY);
      runs.z.push(Math.floor(line / sizeY));
    }
  }
  runs.firstOfLine[sizeY * sizeZ] = runs.x0.length;
  return runs;
}

function joinRuns(runs: Runs, [, sizeY, sizeZ]: Vec3, connectivity: Connectivity): Int32Array {
  const parent = Int32Array.from(runs.x0, (_, i) => i);
  // how far two runs may lie apart along x: in lines that share a face, and in lines that share an edge
  const [byFace, byEdge] = { 6: [0, -1], 18: [1, 0], 26: [1, 1] }[connectivity];
  for (let z = 0; z < sizeZ; z++) {
    for (let y = 0; y < sizeY; y++) {
      // the lines before this one that touch it
      if (y > 0) joinLines(runs, parent, y + sizeY * z, y - 1 + sizeY * z, byFace);
      for (let dy = -1; z > 0 && dy <= 1; dy++) {
        const reach = dy === 0 ? byFace : byEdge;
        if (reach < 0 || y + dy < 0 || y + dy >= sizeY) continue;
        joinLines(runs, parent, y + sizeY * z, y + dy + sizeY * (z - 1), reach);
      }
    }
  }
  return parent;
}

function joinLines(
  { x0, x1, firstOfLine }: Runs,
  parent: Int32Array,
  line: number,
  before: number,
  reach: number,
): void {
  let a = firstOfLine[line];
  let b = firstOfLine[before];
  while (a < firstOfLine[line + 1] && b < firstOfLine[before + 1]) {
    if (x0[b] < x1[a] + reach && x0[a] < x1[b] + reach) {
      const [rootA, rootB] = [rootOf(parent, a), rootOf(parent, b)];
      parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }
    if (x1[a] < x1[b]) a++;
    else b++;
  }
}

function rootOf(parent: Int32Array, run: number): number {
  let root = run;
  while (parent[root] !== root) root = parent[root] = parent[parent[root]];
  return root;
}

function describe(piece: readonly number[], { x0, x1, y, z }: Runs): Piece {
  const perSlice = new Map<number, number>();
  let voxels = 0;
  for (const run of piece) {
    const length = x1[run] - x0[run];
    voxels += length;
    perSlice.set(z[run], (perSlice.get(z[run]) ?? 0) + length);
  }
  const [slice] = [...perSlice].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  const inSlice = piece.filter((run) => z[run] === slice);
  const weight = perSlice.get(slice) ?? 1;
  const mean = (value: (run: number) => number) =>
    inSlice.reduce((sum, run) => sum + value(run) * (x1[run] - x0[run]), 0) / weight;
  const [centreX, centreY] = [mean((run) => (x0[run] + x1[run] - 1) / 2), mean((run) => y[run])];
  const nearestX = (run: number) => Math.min(Math.max(Math.round(centreX), x0[run]), x1[run] - 1);
  const distance = (run: number) => Math.hypot(nearestX(run) - centreX, y[run] - centreY);
  const nearest = inSlice.reduce((best, run) => (distance(run) < distance(best) ? run : best));
  return { voxels, anchor: [nearestX(nearest), y[nearest], slice] };
}
