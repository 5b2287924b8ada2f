import '../../../src/ui/tokens.css';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { outlinesOnSlice, type DrawnPatch } from '../../../src/core/pseudo-dice/patch-outlines.ts';
import { countSeenOnSlice } from '../../../src/core/pseudo-dice/patch-slice-seen.ts';
import { cellsOfStructures } from '../../../src/core/pseudo-dice/patch-structure-cells.ts';
import { treatPlaces } from '../../../src/core/pseudo-dice/sliding-edges.ts';
import { costOfTiles, planTiles } from '../../../src/core/pseudo-dice/sliding-window.ts';
import { tileWeights } from '../../../src/core/pseudo-dice/tile-weights.ts';
import { countVoxels, type Grid, type Vec3 } from '../../../src/core/volume/grid.ts';
import { sliceGeometry } from '../../../src/core/volume/slice-geometry.ts';
import { readSlicePlane } from '../../../src/core/volume/slice.ts';
import type { DlPatchList } from '../../../src/ui/pseudo-dice/dl-patch-list.ts';
import type { DlPatchSlice } from '../../../src/ui/pseudo-dice/dl-patch-slice.ts';
import type { DlPatchSpace } from '../../../src/ui/pseudo-dice/dl-patch-space.ts';
import '../../../src/ui/pseudo-dice/dl-patch-viewer.ts';
import '../../../src/ui/pseudo-dice/dl-sliding-window.ts';
import { labelOverlay } from '../../../src/ui/pseudo-dice/patch-label-overlay.ts';

afterEach(() => document.body.replaceChildren());

const SIZE: Vec3 = [20, 20, 10];
const PATCH: Vec3 = [8, 6, 4];
/** Voxels run towards L, P and S: axial slices stand as they are stored. */
const GRID: Grid = { size: SIZE, spacingMm: [1, 1, 1], affine: [-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0] };
const PATCHES: readonly DrawnPatch[] = [
  { index: 30, start: [2, 3, 4], forced: 0, voxel: [6, 6, 5] },
  { index: 31, start: [10, 9, 3], forced: -1, voxel: null },
  { index: 33, start: [14, 12, 8], forced: 0, voxel: [18, 15, 9] },
];
const STARTS = Int32Array.from(PATCHES.flatMap(({ start }) => [...start]));
const GEOMETRY = sliceGeometry(GRID, 'axial');
const SLICE = 5;

function heard<Detail>(element: HTMLElement, name: string): Detail[] {
  const details: Detail[] = [];
  element.addEventListener(name, (event) => details.push((event as CustomEvent<Detail>).detail));
  return details;
}

function slicePlane() {
  const codes = new Uint8Array(countVoxels(SIZE));
  const volumes = { image: null, reference: codes, predicted: null, pattern: null };
  const plane = readSlicePlane(volumes, SIZE, GEOMETRY, SLICE);
  const stored = countSeenOnSlice(GEOMETRY, SLICE, PATCH, STARTS);
  return { ...plane, image: { stored, slope: 1, intercept: 0 } };
}

/** A slice of 20 x 20 pixels in a view of 200 x 200: ten screen pixels a voxel. */
async function showSlice(fields: Partial<DlPatchSlice> = {}): Promise<DlPatchSlice> {
  const element = document.createElement('dl-patch-slice');
  element.style.cssText = 'display: block; width: 200px; --patch-slice: 200px';
  const boxes = outlinesOnSlice(PATCHES, PATCH, GEOMETRY, SLICE).map(({ patch, box, drawn }) => ({
    key: patch.index,
    kind: patch.forced < 0 ? ('random' as const) : ('forced' as const),
    box,
    drawn,
    name: '',
  }));
  Object.assign(element, {
    plane: slicePlane(),
    geometry: GEOMETRY,
    most: 2,
    boxes,
    overlay: labelOverlay([0, 1], null),
    ...fields,
  });
  document.body.append(element);
  await expect.poll(() => element.renderRoot.querySelectorAll('rect.edge').length).toBeGreaterThan(0);
  return element;
}

function rectsOf(element: DlPatchSlice, kind: string) {
  return [...element.renderRoot.querySelectorAll(`.view rect.${kind}`)].map((rect) =>
    ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name))),
  );
}

test('each patch that meets the slice is a rectangle round its pixels, forced and random told apart', async () => {
  const element = await showSlice();
  expect(rectsOf(element, 'forced')).toEqual([[20.5, 30.5, 79, 59]]);
  expect(rectsOf(element, 'random')).toEqual([[100.5, 90.5, 79, 59]]);
  expect(rectsOf(element, 'edge')).toEqual([[0.5, 0.5, 199, 199]]);
  const circle = element.renderRoot.querySelector('.view circle')!;
  expect([circle.getAttribute('cx'), circle.getAttribute('cy')]).toEqual(['65', '65']);
  expect(circle.classList.contains('elsewhere')).toBe(false);
});

test('the ground is as bright as a pixel is often seen', async () => {
  const element = await showSlice();
  const context = element.renderRoot.querySelector('canvas')!.getContext('2d')!;
  const ratio = context.canvas.width / 200;
  const greyAt = (x: number, y: number) => context.getImageData(x * ratio, y * ratio, 1, 1).data[0];
  expect(greyAt(5, 195)).toBe(0);
  expect(greyAt(60, 60)).toBe(128); // one of two
});

test('a view that is wider than the image leaves room for patches beyond it', async () => {
  const element = await showSlice({ reach: { first: [0, 0, 0], last: [39, 39, 9] } });
  expect(rectsOf(element, 'edge')).toEqual([[0.5, 0.5, 99, 99]]);
  expect(rectsOf(element, 'forced')).toEqual([[10.5, 15.5, 39, 29]]);
});

test('a click chooses the patch whose line is nearest, else the one it lies in', async () => {
  const element = await showSlice();
  const chosen = heard<number>(element, 'box-select');
  const view = element.renderRoot.querySelector<HTMLElement>('.view')!;
  await userEvent.click(view, { position: { x: 21, y: 60 } });
  await userEvent.click(view, { position: { x: 140, y: 120 } });
  await userEvent.click(view, { position: { x: 20, y: 190 } });
  expect(chosen).toEqual([30, 31]);
});

test('keys change the slice: up towards the head, Page Up by ten, Home to the first', async () => {
  const element = await showSlice();
  const steps = heard<number>(element, 'slice-step');
  element.renderRoot.querySelector<HTMLElement>('.view')!.focus();
  await userEvent.keyboard('{ArrowUp}{ArrowDown}{PageUp}{Home}');
  expect(steps).toEqual([1, -1, 10, -Infinity]);
});

test('the list goes from patch to patch by arrow keys and has one stop for Tab', async () => {
  const list = document.createElement('dl-patch-list') as DlPatchList;
  list.rows = PATCHES.map(({ index, start, forced, voxel }) => ({
    index,
    number: index - 29,
    forcedOn: forced < 0 ? null : 'core',
    start,
    voxel,
    meets: true,
  }));
  document.body.append(list);
  await list.updateComplete;
  const chosen = heard<number>(list, 'box-select');
  const buttons = [...list.renderRoot.querySelectorAll('button')];
  expect(buttons.map((button) => button.tabIndex)).toEqual([0, -1, -1]);
  expect(buttons[0].getAttribute('aria-label')).toBe('Patch 1, forced on core, from voxel 2, 3, 4');
  buttons[0].focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
  expect(chosen).toEqual([31, 33, 31, 31]);
});

async function showSpace(): Promise<DlPatchSpace> {
  const codes = new Uint8Array(countVoxels(SIZE));
  codes.fill(1, 1200, 1400);
  const space = document.createElement('dl-patch-space');
  space.style.cssText = 'display: block; width: 300px; --patch-space: 240px';
  const cells = cellsOfStructures(codes, GRID, Uint8Array.from([0, 1]));
  Object.assign(space, { grid: GRID, cells, labels: [0, 1], patches: PATCHES, patchSize: PATCH, chosen: 31 });
  document.body.append(space);
  await expect.poll(() => space.renderRoot.querySelectorAll('path').length).toBeGreaterThan(0);
  return space;
}

test('in space every patch is a box of twelve edges, the chosen one twice for its rim, over the structures', async () => {
  const space = await showSpace();
  const paths = [...space.renderRoot.querySelectorAll('path')];
  expect(paths).toHaveLength(1 + 2 + 2);
  for (const path of paths) expect(path.getAttribute('d')!.split('M')).toHaveLength(13);
  const canvas = space.renderRoot.querySelector('canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  expect(data.some((value, i) => i % 4 === 3 && value === 255)).toBe(true);
});

test('keys turn the view and it says how it stands; Home turns it back; a click chooses', async () => {
  const space = await showSpace();
  const view = space.renderRoot.querySelector<HTMLElement>('.view')!;
  const front = view.getAttribute('aria-label')!;
  expect(front).toContain('yaw 325°, pitch 20°');
  view.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowUp}');
  expect(view.getAttribute('aria-label')).toContain('yaw 335°, pitch 15°');
  await userEvent.keyboard('{Home}');
  expect(view.getAttribute('aria-label')).toBe(front);
  const chosen = heard<number>(space, 'box-select');
  const corner = /M(\S+) (\S+?)L/.exec(space.renderRoot.querySelector('path.forced')!.getAttribute('d')!)!;
  await userEvent.click(view, { position: { x: Number(corner[1]), y: Number(corner[2]) } });
  expect(chosen).toEqual([30]);
});

test('the sliding window states passes and bytes exactly, and keeps the step within its limits', async () => {
  const plan = planTiles(SIZE, PATCH);
  const element = document.createElement('dl-sliding-window');
  element.style.cssText = 'display: block; width: 700px';
  Object.assign(element, {
    tiled: {
      plan,
      cost: costOfTiles(plan, 3, 3),
      heads: 3,
      places: treatPlaces(plan, tileWeights(PATCH), SIZE).map((place) => ({ ...place, seen: 0 })),
      most: 8,
      reach: { first: [0, 0, 0], last: [19, 19, 9] },
    },
    slice: slicePlane(),
    geometry: GEOMETRY,
  });
  document.body.append(element);
  await element.updateComplete;
  const text = element.renderRoot.querySelector('dl')!.textContent;
  expect(plan.starts.map(({ length }) => length)).toEqual([4, 6, 4]);
  expect(text).toContain('768'); // 96 tiles, mirrored in 8 ways
  expect(text).toContain('32,000 bytes'); // 4 x 4,000 voxels x 2
  const steps = heard<number>(element, 'step-change');
  const input = element.renderRoot.querySelector<HTMLInputElement>('input')!;
  for (const typed of ['0.25', '7', '0']) {
    await userEvent.fill(input, typed);
    await userEvent.keyboard('{Tab}');
  }
  expect(steps).toEqual([0.25, 1, 0.1]);
});
