import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Grid, Vec3 } from '../../../src/core/volume/grid.ts';
import { readSlicePlane } from '../../../src/core/volume/slice.ts';
import { PLANES, sliceGeometry, type Plane } from '../../../src/core/volume/slice-geometry.ts';
import type { DlSlice } from '../../../src/ui/viewer/dl-slice.ts';
import '../../../src/ui/viewer/dl-viewer.ts';
import type { DlViewer, SlicePlanes } from '../../../src/ui/viewer/dl-viewer.ts';
import { speak } from '../../../src/ui/controls/dl-element.ts';

/** 40 x 50 x 20 voxels in LPS, of 1 x 1 x 3 mm. */
const GRID: Grid = {
  size: [40, 50, 20],
  spacingMm: [1, 1, 3],
  affine: [-1, 0, 0, 20, 0, -1, 0, 25, 0, 0, 3, -30],
};

let viewer: DlViewer;
let voxels: Vec3[];
const events: Event[] = [];

function show(voxel: Vec3): void {
  const reference = new Uint8Array(40 * 50 * 20);
  const volumes = { image: null, reference, predicted: null, pattern: null };
  viewer.crosshair = voxel;
  viewer.planes = Object.fromEntries(
    PLANES.map((plane) => {
      const geometry = sliceGeometry(GRID, plane);
      return [plane, readSlicePlane(volumes, GRID.size, geometry, voxel[geometry.normal])];
    }),
  ) as unknown as SlicePlanes;
}

const sliceOf = (plane: Plane) =>
  viewer.shadowRoot!.querySelectorAll('dl-slice')[PLANES.indexOf(plane)] as DlSlice;
const viewOf = (plane: Plane) => sliceOf(plane).shadowRoot!.querySelector<HTMLElement>('.view')!;
const textOf = (plane: Plane, part: string) =>
  sliceOf(plane).shadowRoot!.querySelector(part)?.textContent?.replace(/\s+/g, ' ').trim();

beforeEach(async () => {
  speak('en');
  voxels = [];
  events.length = 0;
  viewer = document.createElement('dl-viewer');
  viewer.style.cssText = 'display: grid; width: 400px; height: 500px';
  viewer.addEventListener('voxel-select', (event) => {
    const { voxel } = (event as CustomEvent<{ voxel: Vec3 }>).detail;
    voxels.push(voxel);
    show(voxel);
  });
  for (const name of ['voxel-hover', 'window-change', 'slice-step']) {
    viewer.addEventListener(name, (event) => events.push(event));
  }
  viewer.grid = GRID;
  viewer.window = { width: 100, level: 50 };
  show([10, 20, 5]);
  document.body.append(viewer);
  await settled();
});

afterEach(() => viewer.remove());

async function settled(): Promise<void> {
  await viewer.updateComplete;
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

function press(plane: Plane, key: string, modifiers: KeyboardEventInit = {}): void {
  viewOf(plane).dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...modifiers }));
}

/** A pointer event at a share of the view's width and height. */
function point(plane: Plane, type: string, across: number, below: number, more: PointerEventInit = {}): void {
  const view = viewOf(plane);
  const { left, top, width, height } = view.getBoundingClientRect();
  const place = { clientX: left + across * width, clientY: top + below * height, pointerId: 1 };
  view.setPointerCapture = () => undefined;
  view.dispatchEvent(new PointerEvent(type, { ...place, ...more }));
}

test('every slice says what it is: plane, index, millimetres and the patient at its edges', () => {
  expect(textOf('axial', '.title')).toBe('Axial z 5 I 15.0 mm');
  expect(textOf('coronal', '.title')).toBe('Coronal y 20');
  expect(textOf('sagittal', '.title')).toBe('Sagittal x 10');
  const letters = (plane: Plane) =>
    ['left', 'right', 'top', 'bottom'].map((edge) => textOf(plane, `.${edge}`)).join('');
  expect(PLANES.map(letters)).toEqual(['RLAP', 'RLSI', 'APSI']);
  expect(viewOf('axial').ariaLabel).toMatch(/^Axial slice, z 5 of 0 to 19, I 15\.0 mm\./);
});

test('a switch of language reaches the slices', async () => {
  speak('zh-CN');
  await settled();
  expect(textOf('coronal', '.title')).toBe('冠状位 y 20');
});

test('arrows and pages go through the slices, up towards the head, and stop at the last', () => {
  press('axial', 'ArrowUp');
  press('axial', 'PageDown');
  press('axial', 'PageDown');
  press('axial', 'Home');
  press('axial', 'End');
  expect(voxels.map((voxel) => voxel[2])).toEqual([6, 0, 19]);
  voxels.length = 0;
  press('coronal', 'ArrowUp'); // y runs to P: towards A is down
  press('sagittal', 'ArrowUp');
  expect(voxels).toEqual([
    [10, 19, 19],
    [9, 19, 19],
  ]);
  expect(events).toEqual([]);
});

test('Shift with an arrow moves the crosshair by a pixel of the slice, Ctrl with an arrow the window', async () => {
  press('axial', 'ArrowRight', { shiftKey: true });
  await settled();
  press('coronal', 'ArrowUp', { shiftKey: true });
  expect(voxels).toEqual([
    [11, 20, 5],
    [11, 20, 6],
  ]);
  press('axial', 'ArrowRight', { ctrlKey: true });
  expect((events[0] as CustomEvent).detail.window).toEqual({ width: 104, level: 50 });
});

test('a notch of the wheel is one slice, small turns of a trackpad add up', () => {
  const turn = (deltaY: number) =>
    viewOf('axial').dispatchEvent(new WheelEvent('wheel', { deltaY, cancelable: true }));
  turn(-120);
  expect(voxels.map((voxel) => voxel[2])).toEqual([6]);
  for (let i = 0; i < 12; i++) turn(10);
  expect(voxels.map((voxel) => voxel[2])).toEqual([6, 5, 4]);
  turn(30);
  turn(-30);
  turn(-29);
  expect(voxels).toHaveLength(3);
  turn(-1);
  expect(voxels.map((voxel) => voxel[2])).toEqual([6, 5, 4, 5]);
});

test('a click and a drag choose the voxel under the pointer, and the drag stays in the slice', () => {
  point('axial', 'pointerdown', 0.5, 0.5);
  expect(voxels).toEqual([[20, 25, 5]]);
  point('axial', 'pointermove', 5, 0.5);
  point('axial', 'pointerup', 5, 0.5);
  point('axial', 'pointermove', 0.5, 0.5);
  expect(voxels).toEqual([
    [20, 25, 5],
    [39, 25, 5],
  ]);
});

test('beside the slice nothing is chosen', () => {
  point('axial', 'pointerdown', 0.01, 0.5);
  expect(voxels).toEqual([]);
});

test('the voxel under the pointer is told once, and that it is left', () => {
  point('axial', 'pointermove', 0.5, 0.5);
  point('axial', 'pointermove', 0.5, 0.5);
  point('axial', 'pointerleave', 0.5, 0.5);
  expect(events.map((event) => (event as CustomEvent).detail.voxel)).toEqual([[20, 25, 5], null]);
});

test('a drag with the right button, or with Ctrl, changes the window and not the crosshair', () => {
  point('coronal', 'pointerdown', 0.5, 0.5, { button: 2 });
  point('coronal', 'pointermove', 0.6, 0.5, { button: 2 });
  point('coronal', 'pointerup', 0.6, 0.5);
  point('coronal', 'pointerdown', 0.5, 0.5, { ctrlKey: true });
  point('coronal', 'pointermove', 0.5, 0.6, { ctrlKey: true });
  expect(voxels).toEqual([]);
  const windows = events.map((event) => (event as CustomEvent).detail.window);
  expect(windows[0].width).toBeGreaterThan(105);
  expect(windows[1].level).toBeGreaterThan(55);
});

test('a canvas has as many pixels as the screen gives it', () => {
  for (const plane of PLANES) {
    const canvas = sliceOf(plane).shadowRoot!.querySelector('canvas')!;
    const { width, height } = sliceOf(plane).getBoundingClientRect();
    expect(Math.abs(canvas.width - width * devicePixelRatio)).toBeLessThan(1);
    expect(Math.abs(canvas.height - height * devicePixelRatio)).toBeLessThan(1);
  }
});
