import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST_CAMERA, facing, type Camera } from '../../../src/core/volume/camera.ts';
import { projectVoxel, raysOf, type ClipPlane } from '../../../src/core/volume/camera-rays.ts';
import type { Grid, Vec3 } from '../../../src/core/volume/grid.ts';
import { orientationOf } from '../../../src/core/volume/orientation.ts';
import { SURFACE, smoothSurface, voxelOfCell } from '../../../src/core/volume/smooth-surface.ts';
import { castRay, castRays } from '../../../src/engine/cpu/ray-cast.ts';
import { castRaysGpu, holdSurface } from '../../../src/engine/gpu/ray-cast.ts';
import { testDevice } from './open-devices.ts';

/** Voxels run towards L, P and S; slices lie 2 mm apart. */
const GRID: Grid = {
  size: [40, 44, 22],
  spacingMm: [1, 1, 2],
  affine: [-1, 0, 0, 20, 0, -1, 0, 20, 0, 0, 2, -20],
};
const ORIENTATION = orientationOf(GRID.affine);
/** A ball that both maps have, and in front of it a small one that only the prediction has. */
const BALLS: readonly { middle: Vec3; radiusMm: number; code: number }[] = [
  { middle: [20, 26, 11], radiusMm: 10, code: SURFACE.agreed },
  { middle: [20, 10, 11], radiusMm: 3, code: SURFACE.falsePositive },
];

function ballsSurface() {
  const { size, spacingMm } = GRID;
  const codes = new Uint8Array(size[0] * size[1] * size[2]);
  for (let z = 0, i = 0; z < size[2]; z++) {
    for (let y = 0; y < size[1]; y++) {
      for (let x = 0; x < size[0]; x++, i++) {
        for (const { middle, radiusMm, code } of BALLS) {
          const away = [x, y, z].map((at, axis) => (at - middle[axis]) * spacingMm[axis]);
          if (Math.hypot(...away) <= radiusMm) codes[i] = code;
        }
      }
    }
  }
  const classes = Uint8Array.from([0, 1, 2, 3, 4]);
  return smoothSurface({ reference: codes, predicted: null, columns: 1, classes }, GRID)!;
}

const surface = ballsSurface();
const FRONT = facing(FIRST_CAMERA, 'A');
const SIZE = { width: 97, height: 61, samples: 1 };
const rays = (camera: Camera, clip: ClipPlane | null = null, size = SIZE) =>
  raysOf(surface, ORIENTATION, camera, size, clip);
const inFront = projectVoxel(surface, ORIENTATION, FRONT, SIZE, [20, 10, 11]);
const pixelInFront = Math.floor(inFront[0]) + SIZE.width * Math.floor(inFront[1]);
const CUT_OFF: ClipPlane = { axis: 1, at: 16, sign: 1 };

let device: GPUDevice;
beforeAll(async () => {
  device = await testDevice('default');
});
afterAll(() => device.destroy());

async function onGpu(frame: ReturnType<typeof rays>, picture: 'colours' | 'hits') {
  const held = await holdSurface(device, surface);
  try {
    return await castRaysGpu(device, held, frame, picture);
  } finally {
    held.free();
  }
}

const CAMERAS: readonly [string, Camera][] = [
  ['the first place', FIRST_CAMERA],
  ['the front', FRONT],
  ['above', facing(FIRST_CAMERA, 'S')],
  ['near by', { ...FIRST_CAMERA, zoom: 3, panMm: [4, -2] }],
];

describe.each(CAMERAS)('from %s', (_, camera) => {
  test.each([
    ['nothing cut off', null],
    ['a clip plane', CUT_OFF],
  ])('GPU and CPU meet the same cells, %s', async (_name, clip) => {
    const frame = rays(camera, clip);
    expect(await onGpu(frame, 'hits')).toEqual(castRays(surface, frame, 'hits'));
  });

  test('their colours differ by rounding alone', async () => {
    const frame = rays(camera, null, { ...SIZE, samples: 2 });
    const [gpu, cpu] = [await onGpu(frame, 'colours'), castRays(surface, frame, 'colours')].map(
      (words) => new Uint8Array(words.buffer),
    );
    const apart = gpu.map((value, i) => Math.abs(value - cpu[i]));
    expect(Math.max(...apart)).toBeLessThanOrEqual(1);
  });
});

test('a false positive before the structure is orange where it is projected', async () => {
  const word = (await onGpu(rays(FRONT), 'colours'))[pixelInFront];
  const [red, green, blue] = [word & 255, (word >> 8) & 255, (word >> 16) & 255];
  expect(red).toBeGreaterThan(green * 1.2);
  expect(green).toBeGreaterThan(blue * 1.5);
});

test('the clip plane cuts it off, and what agrees is grey', async () => {
  const word = (await onGpu(rays(FRONT, CUT_OFF), 'colours'))[pixelInFront];
  const [red, blue] = [word & 255, (word >> 16) & 255];
  expect(red).toBeGreaterThan(60);
  expect(Math.abs(red - blue)).toBeLessThan(30);
});

test('a ray gives the voxel that it meets', () => {
  const hit = castRay(surface, rays(FRONT), Math.floor(inFront[0]), Math.floor(inFront[1]))!;
  expect(hit.surfaceClass).toBe(SURFACE.falsePositive);
  const { size } = surface;
  const cell: Vec3 = [
    hit.cell % size[0],
    Math.floor(hit.cell / size[0]) % size[1],
    Math.floor(hit.cell / (size[0] * size[1])),
  ];
  const [x, y, z] = voxelOfCell(surface, cell);
  expect([x, z]).toEqual([20, 11]);
  expect(Math.abs(y - 7)).toBeLessThanOrEqual(1); // its front: 3 mm before its middle
});
