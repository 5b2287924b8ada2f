import { toWorld, type Grid, type Vec3 } from '../volume/grid.ts';
import { letterOf, type AnatomicalLetter, type Axis } from '../volume/orientation.ts';

/** From where a volume is looked at, in degrees: yaw about the axis to the head, pitch from above when positive. */
export interface ViewAngles {
  readonly yaw: number;
  readonly pitch: number;
}

/** A place on screen in mm about the middle of the image: right, down, and towards the reader. */
export interface Projected {
  readonly right: number;
  readonly down: number;
  readonly near: number;
}

/** Where a voxel (fractions allowed) stands on screen. */
export type Projection = (voxel: Vec3) => Projected;

/**
 * The parallel projection of a grid. At yaw 0 and pitch 0 the patient faces the reader, as on coronal slices: the
 * patient's right at the left, the head on top.
 */
export function projectionOf({ size, affine }: Grid, angles: ViewAngles): Projection {
  const middle = toWorld(affine, [(size[0] - 1) / 2, (size[1] - 1) / 2, (size[2] - 1) / 2]);
  const turn = turnOf(angles);
  return (voxel) => {
    const [x, y, z] = toWorld(affine, voxel);
    return turn([x - middle[0], y - middle[1], z - middle[2]]);
  };
}

/** Where a place in world mm, RAS+, stands on screen. */
function turnOf({ yaw, pitch }: ViewAngles): (world: Vec3) => Projected {
  const radians = Math.PI / 180;
  const [cosYaw, sinYaw] = [Math.cos(yaw * radians), Math.sin(yaw * radians)];
  const [cosPitch, sinPitch] = [Math.cos(pitch * radians), Math.sin(pitch * radians)];
  return ([toRight, toFront, toHead]) => {
    const right = -toRight * cosYaw + toFront * sinYaw;
    const level = toFront * cosYaw + toRight * sinYaw;
    return {
      right,
      down: -(toHead * cosPitch - level * sinPitch),
      near: level * cosPitch + toHead * sinPitch,
    };
  };
}

/** The twelve edges of a box: pairs of corners, whose bits 0, 1, 2 tell the far end along x, y, z. */
export const BOX_EDGES: readonly (readonly [number, number])[] = [0, 1, 2].flatMap((axis) =>
  [0, 1, 2, 3, 4, 5, 6, 7]
    .filter((corner) => ((corner >> axis) & 1) === 0)
    .map((corner) => [corner, corner | (1 << axis)] as const),
);

/** The eight corners of a box of voxels, at the outer faces of its first and last voxels. */
export function cornersOfBox(start: Vec3, length: Vec3, project: Projection): Projected[] {
  return Array.from({ length: 8 }, (_, corner) => {
    const at = (axis: Axis) => start[axis] - 0.5 + ((corner >> axis) & 1 ? length[axis] : 0);
    return project([at(0), at(1), at(2)]);
  });
}

/** How far a box reaches from the middle of a grid along R, A and S, in mm; `first` and `last` are voxels. */
export function reachInWorld({ size, affine }: Grid, first: Vec3, last: Vec3): Vec3 {
  const middle = toWorld(affine, [(size[0] - 1) / 2, (size[1] - 1) / 2, (size[2] - 1) / 2]);
  const corners = Array.from({ length: 8 }, (_, corner) => {
    const at = (axis: Axis) => ((corner >> axis) & 1 ? last[axis] + 0.5 : first[axis] - 0.5);
    return toWorld(affine, [at(0), at(1), at(2)]);
  });
  const along = (axis: Axis) => Math.max(...corners.map((place) => Math.abs(place[axis] - middle[axis])));
  return [along(0), along(1), along(2)];
}

/** An end of a world axis and where its letter stands. */
export interface ProjectedLetter extends Projected {
  readonly letter: AnatomicalLetter;
}

/** The six letters round a volume, so many mm from the middle along R, A and S. */
export function projectLetters(angles: ViewAngles, lengthMm: Vec3): ProjectedLetter[] {
  const turn = turnOf(angles);
  return ([0, 1, 2] as const).flatMap((world) =>
    ([1, -1] as const).map((sign) => {
      const place: [number, number, number] = [0, 0, 0];
      place[world] = sign * lengthMm[world];
      return { letter: letterOf(world, sign), ...turn(place) };
    }),
  );
}

/** The angles after a turn; yaw stays in [0, 360), pitch between -90 and 90. */
export function turnView({ yaw, pitch }: ViewAngles, byYaw: number, byPitch: number): ViewAngles {
  return {
    yaw: (((yaw + byYaw) % 360) + 360) % 360,
    pitch: Math.min(90, Math.max(-90, pitch + byPitch)),
  };
}
