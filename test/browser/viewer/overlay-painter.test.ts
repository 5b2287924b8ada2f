import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AGREEMENT,
  classifyComparison,
  type ComparisonTables,
} from '../../../src/core/volume/overlay-comparison.ts';
import type { SlicePlane } from '../../../src/core/volume/slice.ts';
import type { OverlayStyle } from '../../../src/core/volume/view-settings.ts';
import { fitPlane } from '../../../src/ui/controls/plane-fit.ts';
import { HEAT_COLOURS } from '../../../src/ui/viewer/heat-pixels.ts';
import { rgbOf, type Hex } from '../../../src/ui/labels/palette.ts';
import type { OverlaySpec } from '../../../src/ui/viewer/overlay-spec.ts';
import { SlicePainter, type SliceScene } from '../../../src/ui/viewer/slice-painter.ts';

const SIZE = 6;
/** Device pixels per voxel. */
const SCALE = 10;
const COLOURS: readonly (Hex | null)[] = [null, '#2b7a3c', '#ee9f42', '#c86b9f', '#ffffff'];
const TABLES: ComparisonTables = {
  reads: 'comparison',
  reference: Float64Array.of(0, 1, 2),
  a: Float64Array.of(0, 1, 2),
  b: Float64Array.of(0, 1, 2),
};
const overlay = (tables: ComparisonTables): OverlaySpec => ({
  mode: 'errors',
  tables,
  styles: COLOURS.map((fill) => fill && { fill, hatch: null, opacity: 1, rim: false }),
  outlines: [],
  legend: [],
});

const codes = fc.uint8Array({ min: 0, max: 2, minLength: SIZE ** 2, maxLength: SIZE ** 2 });
const planes = fc.record({ reference: codes, predicted: codes, other: codes });

function planeOf(of: Partial<SlicePlane>): SlicePlane {
  return {
    plane: 'axial',
    slice: 0,
    width: SIZE,
    height: SIZE,
    spacingMm: [1, 1],
    image: null,
    reference: null,
    predicted: null,
    pattern: null,
    ...of,
  };
}

/** Paints 60 x 60 pixels and gives back the colour of each, `#rrggbb`. */
function paint(plane: SlicePlane, scene: Partial<SliceScene>): (x: number, y: number) => string {
  const [width, height] = [SIZE * SCALE, SIZE * SCALE];
  const painter = new SlicePainter(document.createElement('canvas'));
  painter.paint({
    plane,
    fit: fitPlane(plane, { width, height }),
    width,
    height,
    line: 1,
    window: { width: 100, level: 50 },
    overlay: null,
    opacity: 1,
    crosshair: null,
    ...scene,
  });
  const { data } = painter.canvas.getContext('2d')!.getImageData(0, 0, width, height);
  return (x, y) => {
    const at = (y * width + x) * 4;
    return `#${[0, 1, 2].map((part) => data[at + part].toString(16).padStart(2, '0')).join('')}`;
  };
}

/** The slow obvious way: the class of the voxel under a pixel, and whether that pixel touches a voxel of another class. */
function drawn(classes: Uint8Array, x: number, y: number, style: OverlayStyle): string {
  const classAt = (px: number, py: number) => {
    const [column, row] = [Math.floor(px / SCALE), Math.floor(py / SCALE)];
    const isThere = column >= 0 && row >= 0 && column < SIZE && row < SIZE;
    return isThere ? classes[column + SIZE * row] : -1;
  };
  const own = classAt(x, y);
  let isBorder = false;
  for (const dx of [-1, 0, 1])
    for (const dy of [-1, 0, 1]) if (classAt(x + dx, y + dy) !== own) isBorder = true;
  return (style === 'outline' && !isBorder ? null : COLOURS[own]) ?? '#000000';
}

function differences(
  at: (x: number, y: number) => string,
  wanted: (x: number, y: number) => string,
): string[] {
  const found: string[] = [];
  for (let y = 0; y < SIZE * SCALE; y++) {
    for (let x = 0; x < SIZE * SCALE; x++) {
      if (at(x, y) !== wanted(x, y)) found.push(`${x}, ${y}: ${at(x, y)}, not ${wanted(x, y)}`);
    }
  }
  return found.slice(0, 5);
}

test.each(['filled', 'both', 'outline'] as const)(
  'any agreement of two predictions, %s, is at every pixel what the voxels there say',
  (style) => {
    fc.assert(
      fc.property(planes, (of) => {
        const plane = planeOf(of);
        const classes = classifyComparison(TABLES, { ...of }, SIZE ** 2);
        const at = paint(plane, { overlay: overlay(TABLES), style });
        expect(differences(at, (x, y) => drawn(classes, x, y, style))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  },
);

test('who is right and who is wrong has its colour in every combination', () => {
  const triples = [0, 1, 2].flatMap((r) => [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => [r, a, b])));
  const of = (k: number) => Uint8Array.from({ length: SIZE ** 2 }, (_, i) => triples[i]?.[k] ?? 0);
  const plane = planeOf({ reference: of(0), predicted: of(1), other: of(2) });
  const at = paint(plane, { overlay: overlay(TABLES), style: 'filled' });
  triples.forEach(([reference, a, b], i) => {
    const [isA, isB] = [a === reference, b === reference];
    const wanted = isA
      ? isB
        ? reference === 0
          ? 0
          : AGREEMENT.bothRight
        : AGREEMENT.onlyBWrong
      : isB
        ? AGREEMENT.onlyAWrong
        : AGREEMENT.bothWrong;
    const [x, y] = [(i % SIZE) * SCALE + 5, Math.floor(i / SIZE) * SCALE + 5];
    expect(at(x, y), `${reference} ${a} ${b}`).toBe(COLOURS[wanted] ?? '#000000');
  });
});

test('a swipe shows the first overlay left of its line and the second from it on', () => {
  const alone = (which: 'a' | 'b'): ComparisonTables => ({
    ...TABLES,
    a: null,
    b: null,
    [which]: TABLES[which],
  });
  fc.assert(
    fc.property(planes, fc.constantFrom(0, 0.05, 0.5, 0.55, 0.95), (of, from) => {
      const plane = planeOf(of);
      const [first, second] = [alone('a'), alone('b')];
      const [left, right] = [first, second].map((tables) => classifyComparison(tables, { ...of }, SIZE ** 2));
      const at = paint(plane, {
        overlay: overlay(first),
        second: { overlay: overlay(second), from },
        style: 'filled',
      });
      const line = Math.round(from * SIZE * SCALE);
      const wanted = (x: number, y: number) =>
        x === line ? '#ffffff' : drawn(x < line ? left : right, x, y, 'filled');
      expect(differences(at, wanted)).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

test('of a heat map the improbable lets the image through, the certain is light and the order is kept', () => {
  const values = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 1, Number.NaN];
  const brightness = values.map((value) => {
    const heat = new Float32Array(SIZE ** 2).fill(value);
    const hex = paint(planeOf({ heat }), {})(30, 30);
    return rgbOf(hex as Hex).reduce((sum, part) => sum + part, 0);
  });
  expect(brightness.slice(0, 2)).toEqual([0, 0]);
  expect(brightness[7]).toBe(0);
  expect(brightness.slice(1, 7)).toEqual(brightness.slice(1, 7).toSorted((a, b) => a - b));
  expect(new Set(brightness.slice(1, 7)).size).toBe(6);
  const certain = paint(planeOf({ heat: new Float32Array(SIZE ** 2).fill(1) }), {})(30, 30);
  rgbOf(HEAT_COLOURS.at(-1)!).forEach((part, i) =>
    expect(Math.abs(rgbOf(certain as Hex)[i] - part * 0.85)).toBeLessThanOrEqual(2),
  );
});
