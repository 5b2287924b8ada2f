import type { Vec3 } from '../volume/grid.ts';

/** The eight voxels round a corner: bit dx + 2 dy + 4 dz of a code is the voxel at (dx, dy, dz), 0 or 1 each. */
const CORNERS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7];
const AXES = [0, 1, 2] as const;

/** A flat piece of surface by the sizes of its area's projections along x, y and z, in a cube of side 1. */
type Piece = readonly [number, number, number];

/**
 * The area in mm^2 of the surface element of each of the 256 codes: what marching cubes with edge mid-points
 * would draw in the cube between eight voxel centres. 0 for the empty and the full code; a code and its
 * complement are equal.
 *
 * The voxels that are fewer (up to four) are split into groups that hang together by faces; each group is cut
 * off by flat pieces, whose vector areas are scaled with the spacing. Definition: google-deepmind/
 * surface-distance, lookup_tables.py, `create_table_neighbour_code_to_surface_area`.
 *
 * Along an axis on which the image does not extend (`extended` false) there is no surface: with one such axis
 * the values are lengths of contours in mm, with two they count end points.
 */
export function surfaceAreas(
  [mmX, mmY, mmZ]: Vec3,
  extended: readonly boolean[] = [true, true, true],
): Float64Array {
  const mm = [mmX, mmY, mmZ];
  const scale = AXES.map((axis) =>
    AXES.reduce<number>(
      (product, other) => (other !== axis && extended[other] ? product * mm[other] : product),
      1,
    ),
  );
  return Float64Array.from({ length: 256 }, (_, code) => {
    const fewer: readonly number[] = CORNERS.filter((corner) => (code >> corner) % 2 === 1);
    const group = fewer.length > 4 ? CORNERS.filter((corner) => (code >> corner) % 2 === 0) : fewer;
    return groupsOf(group)
      .flatMap(piecesOf)
      .reduce((sum, piece) => {
        // a prism along an axis without extent is cut by pieces that do not face that axis
        const sides = AXES.map((axis) => (extended[axis] ? piece[axis] * scale[axis] : 0));
        return sum + Math.hypot(...sides);
      }, 0);
  });
}

/** Groups of cube corners that hang together by edges of the cube (the voxels, by faces). */
function groupsOf(corners: readonly number[]): number[][] {
  const left = new Set(corners);
  const groups: number[][] = [];
  for (const first of corners) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const corner of group) {
      for (const axis of AXES) if (left.delete(corner ^ (1 << axis))) group.push(corner ^ (1 << axis));
    }
    groups.push(group);
  }
  return groups;
}

/** The flat pieces that cut one group of one to four corners off the rest of the cube. */
function piecesOf(group: readonly number[]): Piece[] {
  const neighbours = (corner: number) => AXES.filter((axis) => group.includes(corner ^ (1 << axis)));
  const perAxis = AXES.map((axis) => group.filter((corner) => neighbours(corner).includes(axis)).length / 2);
  const along = (axis: number, size: number) => AXES.map((a) => (a === axis ? size : 0)) as unknown as Piece;
  const across = (axis: number, size: number) => AXES.map((a) => (a === axis ? 0 : size)) as unknown as Piece;
  const flat = perAxis.indexOf(0); // the axis along which a flat group does not extend
  switch (group.length) {
    case 1:
      return [[1 / 8, 1 / 8, 1 / 8]]; // a triangle
    case 2:
      return [across(perAxis.indexOf(1), 1 / 2)]; // a rectangle
    case 3:
      return [along(flat, 1 / 2), [3 / 8, 3 / 8, 3 / 8]]; // a triangle and a trapezium
    default: {
      if (flat >= 0) return [along(flat, 1)]; // a square
      if (group.some((corner) => neighbours(corner).length === 3)) return [[3 / 4, 3 / 4, 3 / 4]]; // a hexagon
      // a stair: its middle step joins the two corners that have two neighbours
      const middle = group.filter((corner) => neighbours(corner).length === 2);
      const axis = Math.log2(middle[0] ^ middle[1]);
      const ends = AXES.filter((a) => a !== axis);
      return [...ends.map((end) => across(end, 1 / 4)), [1 / 2, 1 / 2, 1 / 2]];
    }
  }
}
