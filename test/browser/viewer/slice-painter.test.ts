import { beforeEach, expect, test } from 'vitest';
import type { SlicePlane } from '../../../src/core/volume/slice.ts';
import { tabulateLabels } from '../../../src/core/volume/overlay.ts';
import type { OverlaySpec } from '../../../src/ui/viewer/overlay-spec.ts';
import type { FillStyle } from '../../../src/ui/viewer/overlay-pixels.ts';
import { SlicePainter, type SliceScene } from '../../../src/ui/viewer/slice-painter.ts';
import { fitPlane } from '../../../src/ui/controls/plane-fit.ts';

const MEANING = { regions: [], ignore: null, reference: [0, 1, 2], predicted: [0, 1, 2] };
const solid = (fill: `#${string}`): FillStyle => ({ fill, hatch: null, opacity: 1, rim: false });

/** 4 x 4 voxels, painted at scale 10: label 1 at (1, 1) and (2, 1), label 2 at (3, 3). */
const PLANE: SlicePlane = {
  plane: 'axial',
  slice: 0,
  width: 4,
  height: 4,
  spacingMm: [1, 1],
  image: { stored: new Float32Array(16).fill(60), slope: 1, intercept: 0 },
  reference: Uint8Array.of(0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2),
  predicted: null,
  pattern: null,
};
const OVERLAY: OverlaySpec = {
  mode: 'reference',
  tables: tabulateLabels('reference', MEANING),
  styles: [null, solid('#ff0000'), solid('#0000ff')],
  outlines: [],
  legend: [],
};
/** The value 60 in a window from 0 to 100. */
const GREY = 153;

let painter: SlicePainter;
beforeEach(() => {
  painter = new SlicePainter(document.createElement('canvas'));
});

/** Paints and gives back how to read a pixel of what stands on the canvas: [red, green, blue]. */
function paint(scene: Partial<SliceScene>, size: readonly [number, number] = [40, 40]) {
  const [width, height] = size;
  const plane = scene.plane ?? PLANE;
  painter.paint({
    plane,
    fit: fitPlane(plane, { width, height }),
    width,
    height,
    line: 1,
    window: { width: 100, level: 50 },
    overlay: OVERLAY,
    opacity: 1,
    crosshair: null,
    ...scene,
  });
  const { data } = painter.canvas.getContext('2d')!.getImageData(0, 0, width, height);
  return (x: number, y: number) => Array.from(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3));
}

test('voxels begin and end exactly on their edges', () => {
  const at = paint({});
  expect([at(9, 15), at(10, 15), at(29, 15), at(30, 15)]).toEqual([
    [GREY, GREY, GREY],
    [255, 0, 0],
    [255, 0, 0],
    [GREY, GREY, GREY],
  ]);
  expect([at(15, 9), at(15, 10), at(15, 19), at(15, 20)]).toEqual([
    [GREY, GREY, GREY],
    [255, 0, 0],
    [255, 0, 0],
    [GREY, GREY, GREY],
  ]);
  expect([at(30, 30), at(29, 30), at(39, 39)]).toEqual([
    [0, 0, 255],
    [GREY, GREY, GREY],
    [0, 0, 255],
  ]);
});

test('the ground outside the slice is black, and a millimetre is as long across as down', () => {
  const at = paint({}, [60, 40]);
  expect([at(9, 20), at(10, 20), at(49, 20), at(50, 20)]).toEqual([
    [0, 0, 0],
    [GREY, GREY, GREY],
    [GREY, GREY, GREY],
    [0, 0, 0],
  ]);
  const thick = paint({ plane: { ...PLANE, spacingMm: [1, 2] } });
  expect([thick(9, 20), thick(10, 20), thick(29, 20), thick(30, 20)]).toEqual([
    [0, 0, 0],
    [GREY, GREY, GREY],
    [GREY, GREY, GREY],
    [0, 0, 0],
  ]);
});

test('the opacity mixes the overlay with the image', () => {
  const [red, green] = paint({ opacity: 0.5 })(15, 15);
  expect(Math.abs(red - 204)).toBeLessThanOrEqual(2);
  expect(Math.abs(green - 77)).toBeLessThanOrEqual(2);
});

test('the window runs from black to white, slope and intercept applied, NaN black', () => {
  const stored = Float32Array.of(Number.NaN, 0, 25, 52, 75, 100, 200, -9, ...new Array<number>(8).fill(50));
  const plane: SlicePlane = { ...PLANE, image: { stored, slope: 2, intercept: -10 }, reference: null };
  const at = paint({ plane, overlay: null, window: { width: 200, level: 90 } }, [4, 4]);
  const greys = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => at(i % 4, Math.floor(i / 4))[0]);
  expect(greys).toEqual([0, 0, 64, 133, 191, 255, 255, 0]);
});

test('the image is smooth between voxels', () => {
  const stored = Float32Array.from({ length: 16 }, (_, i) => (i % 4 < 2 ? 0 : 100));
  const at = paint({ plane: { ...PLANE, image: { stored, slope: 1, intercept: 0 } }, overlay: null });
  const line = Array.from({ length: 40 }, (_, x) => at(x, 20)[0]);
  expect(line[2]).toBe(0);
  expect(line[37]).toBe(255);
  expect(new Set(line).size).toBeGreaterThan(4);
  expect(line.every((value, x) => x === 0 || value >= line[x - 1])).toBe(true);
});

test('the outline of a structure is one pixel, inside its voxels', () => {
  const outline = {
    of: 'reference',
    members: Uint8Array.of(0, 1, 0),
    colour: '#ffffff',
    dashed: false,
  } as const;
  const at = paint({ overlay: { ...OVERLAY, styles: [null, null, null], outlines: [outline] } });
  const bright = (x: number, y: number) => at(x, y)[0] > 200;
  expect([
    bright(9, 15),
    bright(10, 15),
    bright(11, 15),
    bright(28, 15),
    bright(29, 15),
    bright(30, 15),
  ]).toEqual([false, true, false, false, true, false]);
  expect([
    bright(20, 9),
    bright(20, 10),
    bright(20, 11),
    bright(20, 18),
    bright(20, 19),
    bright(20, 20),
  ]).toEqual([false, true, false, false, true, false]);
  expect([bright(19, 15), bright(20, 15)]).toEqual([false, false]);
});

test('the crosshair is half white and leaves a gap round what it points at', () => {
  const at = paint({ overlay: null, crosshair: { column: 1, row: 2 } }, [400, 400]);
  expect(at(150, 20)[0]).toBeGreaterThan(195);
  expect(at(20, 250)[0]).toBeGreaterThan(195);
  expect([at(150, 250)[0], at(150, 235)[0], at(165, 250)[0], at(151, 20)[0]]).toEqual([
    GREY,
    GREY,
    GREY,
    GREY,
  ]);
});

test('what changes is painted anew: window, opacity, slice, size', () => {
  expect(paint({})(35, 5)[0]).toBe(GREY);
  expect(paint({ window: { width: 100, level: 0 } })(35, 5)[0]).toBe(255);
  expect(paint({ opacity: 0 })(15, 15)[0]).toBe(GREY);
  const other = { ...PLANE, reference: new Uint8Array(16).fill(2) };
  expect(paint({ plane: other })(15, 15)).toEqual([0, 0, 255]);
  expect(paint({}, [80, 80])(59, 30)).toEqual([255, 0, 0]);
  painter.clear(80, 80);
  expect([...painter.canvas.getContext('2d')!.getImageData(40, 40, 1, 1).data]).toEqual([0, 0, 0, 255]);
});
