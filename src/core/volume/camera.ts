import type { Vec3 } from './grid.ts';
import { letterOf, type AnatomicalLetter, type Axis } from './orientation.ts';

/**
 * From where a volume is looked at, without perspective. Yaw 0 is from the front, 90 from the patient's left; pitch 90
 * is from above. `zoom` 1 fits the volume; the pan is in mm to the right and down on screen.
 */
export interface Camera {
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly zoom: number;
  readonly panMm: readonly [number, number];
}

/** Where right, down and into the screen point: unit vectors in patient axes (RAS+). */
export interface ViewAxes {
  readonly right: Vec3;
  readonly down: Vec3;
  readonly into: Vec3;
}

export const VIEW_SIDES = ['A', 'P', 'L', 'R', 'S', 'I'] as const satisfies readonly AnatomicalLetter[];

/** As a volume is first shown: from the front, a little from the left and above. */
export const FIRST_CAMERA: Camera = { yawDegrees: 35, pitchDegrees: 18, zoom: 1, panMm: [0, 0] };

const [LEAST_ZOOM, MOST_ZOOM] = [0.4, 12];
const FACING: Readonly<Record<AnatomicalLetter, readonly [yaw: number, pitch: number]>> = {
  A: [0, 0],
  L: [90, 0],
  P: [180, 0],
  R: [-90, 0],
  S: [180, 90], // the front is on top, as on axial slices
  I: [0, -90],
};

/** Looks straight at one side of the patient; zoom and pan stay. */
export function facing(camera: Camera, side: AnatomicalLetter): Camera {
  const [yawDegrees, pitchDegrees] = FACING[side];
  return { ...camera, yawDegrees, pitchDegrees };
}

/** Turns round the volume; yaw is kept in (-180, 180], pitch ends at the poles. */
export function orbit(camera: Camera, yawDegrees: number, pitchDegrees: number): Camera {
  const turned = (((camera.yawDegrees + yawDegrees) % 360) + 360) % 360;
  const pitch = camera.pitchDegrees + pitchDegrees;
  return {
    ...camera,
    yawDegrees: turned > 180 ? turned - 360 : turned,
    pitchDegrees: Math.min(90, Math.max(-90, pitch)),
  };
}

/** Comes nearer by a factor, within 0.4 to 12 times the fitting size. */
export function zoomBy(camera: Camera, factor: number): Camera {
  return { ...camera, zoom: Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, camera.zoom * factor)) };
}

/** The axes of the screen; orthonormal, and from the front the patient's right is at the left. */
export function viewAxes({ yawDegrees, pitchDegrees }: Camera): ViewAxes {
  const [yaw, pitch] = [(yawDegrees * Math.PI) / 180, (pitchDegrees * Math.PI) / 180];
  const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)];
  const right: Vec3 = [-cos, -sin, 0];
  const into: Vec3 = [sin * Math.cos(pitch), -cos * Math.cos(pitch), -Math.sin(pitch)];
  const down: Vec3 = [
    into[1] * right[2] - into[2] * right[1],
    into[2] * right[0] - into[0] * right[2],
    into[0] * right[1] - into[1] * right[0],
  ];
  return { right, down, into };
}

/** The anatomical direction that is nearest to a direction in patient axes. */
export function nearestLetter(direction: Vec3): AnatomicalLetter {
  const sizes = direction.map(Math.abs);
  const world = sizes.indexOf(Math.max(...sizes)) as Axis;
  return letterOf(world, direction[world] < 0 ? -1 : 1);
}

/** The sides of the patient that are seen, most of it first: one letter, or two where the second is near. */
export function sidesSeen(camera: Camera): readonly AnatomicalLetter[] {
  const { into } = viewAxes(camera);
  const towards = into.map((value) => -value);
  const axes = ([0, 1, 2] as Axis[]).sort((a, b) => Math.abs(towards[b]) - Math.abs(towards[a]));
  const [first, second] = axes;
  const letter = (axis: Axis) => letterOf(axis, towards[axis] < 0 ? -1 : 1);
  return Math.abs(towards[second]) > 0.4 * Math.abs(towards[first])
    ? [letter(first), letter(second)]
    : [letter(first)];
}
