import type { Grid, Vec3 } from './grid.ts';
import { markEmptySpace } from './smooth-empty-space.ts';
import { smoothTwice } from './smooth-box.ts';
import type { Codes } from './volume.ts';

/** Classes of the cells of a surface: `SWAPPED` is right in place but wrong in label. */
export const SURFACE = { outside: 0, agreed: 1, falsePositive: 2, falseNegative: 3, swapped: 4 } as const;

/** Codes of a case and the class of each pair: `classes[reference code * columns + predicted code]`. */
export interface ClassedCodes {
  readonly reference: Codes;
  /** Null where there is no prediction: its codes count as 0. */
  readonly predicted: Codes | null;
  readonly columns: number;
  readonly classes: Uint8Array;
}

/** Where the cells of a surface lie: cubes along the voxel axes. Cell c stands at voxel `first + c * voxelsPerCell`. */
export interface SurfaceGrid {
  readonly size: Vec3;
  readonly cellMm: number;
  readonly first: Vec3;
  readonly voxelsPerCell: Vec3;
}

/**
 * A surface to be looked at. Of each word: byte 0 the field whose middle is the surface, byte 1 a smoother one for
 * its normals, byte 2 the class, byte 3 how many cells round it are surely empty.
 */
export interface SmoothSurface extends SurfaceGrid {
  readonly words: Uint32Array<ArrayBuffer>;
  /** Whether a cell stands for several voxels, the worst of which it shows. */
  readonly isCoarse: boolean;
}

/** The field at which a surface lies; centres of voxels are kept on their side of it. */
export const SURFACE_LEVEL = 128;
const [INSIDE, OUTSIDE] = [131, 125];
/** Cells along the longest side. */
const MOST_CELLS = 224;
/** Empty cells round the structure, so that every surface closes and its normals fade. */
const MARGIN = 5;
/** Smoothing in voxels of the case: the radius of a box that is applied twice. */
const SMOOTH_VOXELS = 0.6;

/**
 * The smooth surface of the voxels whose class is not 0; null where there are none. Slices that lie further apart
 * than pixels are filled up, so that cells are cubes; more than 224 cells a side are put together, an error winning
 * over what agrees. No voxel gets lost: the surface keeps the centre of each on its own side.
 */
export function smoothSurface(
  codes: ClassedCodes,
  { size, spacingMm }: Grid,
  mostCells = MOST_CELLS,
): SmoothSurface | null {
  const box = boxOfClasses(codes, size);
  if (!box) return null;
  const extentMm = box.map(([from, to], axis) => (to - from + 1) * spacingMm[axis]);
  const cellMm = Math.max(Math.min(...spacingMm), Math.max(...extentMm) / (mostCells - 2 * MARGIN));
  const axes = box.map(([from, to], axis) => axisOf(from, to, cellMm / spacingMm[axis]));
  const cells = vectorOf(axes, ({ ranges }) => ranges.length);
  const classes = classify(codes, size, axes, cells);
  const radii = vectorOf(axes, ({ scale }) => Math.max(1, Math.round(SMOOTH_VOXELS / scale)));
  const occupied = classes.map((value) => (value === 0 ? 0 : 255));
  const field = smoothTwice(occupied, cells, radii);
  const smoother = smoothTwice(field, cells, radii);
  keepCentres(field, classes, axes);
  fillClasses(field, classes, cells, Math.max(...radii));
  const words = new Uint32Array(field.length);
  const empty = markEmptySpace(field, cells, SURFACE_LEVEL);
  for (let i = 0; i < words.length; i++) {
    words[i] = field[i] | (smoother[i] << 8) | (classes[i] << 16) | (empty[i] << 24);
  }
  return {
    size: cells,
    cellMm,
    first: vectorOf(axes, ({ first }) => first),
    voxelsPerCell: vectorOf(axes, ({ scale }) => scale),
    words,
    isCoarse: axes.some(({ scale }) => scale > 1 + 1e-6),
  };
}

/** The voxel of the case that is nearest to a cell. */
export function voxelOfCell({ first, voxelsPerCell }: SurfaceGrid, cell: Vec3): Vec3 {
  const [x, y, z] = cell.map((at, axis) => Math.round(first[axis] + at * voxelsPerCell[axis]));
  return [x, y, z];
}

interface SurfaceAxis {
  readonly first: number;
  /** Voxels a cell. */
  readonly scale: number;
  /** The voxels of each cell, the last one not among them; empty outside of the box. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
  /** 1 for the cell, or the two, nearest to the centre of its voxel. */
  readonly isCentre: Uint8Array;
}

/** The cells along an axis whose structure goes from one voxel to another. */
function axisOf(from: number, to: number, scale: number): SurfaceAxis {
  const inside = Math.max(1, Math.ceil((to - from + 1) / scale - 1e-9));
  const count = inside + 2 * MARGIN;
  const middle = (from + to) / 2;
  // cells of one voxel stand exactly on it
  const first = Math.abs(scale - 1) < 1e-6 ? from - MARGIN : middle - ((count - 1) / 2) * scale;
  const ranges = Array.from({ length: count }, (_, cell): readonly [number, number] => {
    const at = first + cell * scale;
    if (scale <= 1 + 1e-6) {
      const voxel = Math.floor(at + 0.5 + 1e-9);
      return voxel < from || voxel > to ? [0, 0] : [voxel, voxel + 1];
    }
    const [low, high] = [Math.ceil(at - scale / 2 - 1e-9), Math.ceil(at + scale / 2 - 1e-9)];
    return [Math.max(from, low), Math.min(to + 1, high)];
  });
  const isCentre = Uint8Array.from(ranges, (_, cell) => {
    const at = first + cell * scale;
    return scale > 1 || Math.abs(at - Math.round(at)) <= scale / 2 + 1e-6 ? 1 : 0;
  });
  return { first, scale, ranges, isCentre };
}

/** First and last voxel along each axis that has a class; null where none has. */
function boxOfClasses(
  { reference, predicted, columns, classes }: ClassedCodes,
  [sizeX, sizeY, sizeZ]: Vec3,
): [number, number][] | null {
  const box: [number, number][] = [
    [sizeX, -1],
    [sizeY, -1],
    [sizeZ, -1],
  ];
  const widen = (axis: number, at: number) => {
    if (at < box[axis][0]) box[axis][0] = at;
    if (at > box[axis][1]) box[axis][1] = at;
  };
  for (let z = 0, i = 0; z < sizeZ; z++) {
    for (let y = 0; y < sizeY; y++) {
      for (let x = 0; x < sizeX; x++, i++) {
        if (classes[reference[i] * columns + (predicted ? predicted[i] : 0)] === 0) continue;
        widen(0, x);
        widen(1, y);
        widen(2, z);
      }
    }
  }
  return box[0][1] < 0 ? null : box;
}

/** The class of every cell: the highest of its voxels, errors being higher than what agrees. */
function classify(
  { reference, predicted, columns, classes }: ClassedCodes,
  [sizeX, sizeY]: Vec3,
  [axisX, axisY, axisZ]: readonly SurfaceAxis[],
  cells: Vec3,
): Uint8Array {
  const result = new Uint8Array(cells[0] * cells[1] * cells[2]);
  let at = 0;
  for (const [fromZ, toZ] of axisZ.ranges) {
    for (const [fromY, toY] of axisY.ranges) {
      for (const [fromX, toX] of axisX.ranges) {
        let worst = 0;
        for (let z = fromZ; z < toZ; z++) {
          for (let y = fromY; y < toY; y++) {
            const line = sizeX * (y + sizeY * z);
            for (let i = line + fromX; i < line + toX; i++) {
              const found = classes[reference[i] * columns + (predicted ? predicted[i] : 0)];
              if (found > worst) worst = found;
            }
          }
        }
        result[at++] = worst;
      }
    }
  }
  return result;
}

/** Puts the field at the centres of voxels on their side of the surface. */
function keepCentres(field: Uint8Array, classes: Uint8Array, [x, y, z]: readonly SurfaceAxis[]): void {
  let at = 0;
  for (const centreZ of z.isCentre) {
    for (const centreY of y.isCentre) {
      for (const centreX of x.isCentre) {
        if (centreX + centreY + centreZ === 3) {
          field[at] = classes[at] ? Math.max(field[at], INSIDE) : Math.min(field[at], OUTSIDE);
        }
        at++;
      }
    }
  }
}

/** Gives cells that only the smoothing put inside, between slices far apart, the class of a cell beside them. */
function fillClasses(field: Uint8Array, classes: Uint8Array, [sizeX, sizeY]: Vec3, rounds: number): void {
  const beside = [1, -1, sizeX, -sizeX, sizeX * sizeY, -sizeX * sizeY];
  let open: number[] = [];
  for (let i = 0; i < field.length; i++) if (field[i] >= SURFACE_LEVEL && classes[i] === 0) open.push(i);
  for (let round = 0; round < rounds && open.length > 0; round++) {
    const found = open.map((i) => Math.max(...beside.map((by) => classes[i + by] ?? 0)));
    open.forEach((i, at) => (classes[i] = found[at]));
    open = open.filter((i) => classes[i] === 0);
  }
}

function vectorOf(axes: readonly SurfaceAxis[], of: (axis: SurfaceAxis) => number): Vec3 {
  return [of(axes[0]), of(axes[1]), of(axes[2])];
}
