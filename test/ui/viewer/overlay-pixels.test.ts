import { expect, test } from 'vitest';
import fc from 'fast-check';
import {
  drawFills,
  drawOutline,
  type FillStyle,
  type OverlayTarget,
} from '../../../src/ui/viewer/overlay-pixels.ts';
import { edgesOf } from '../../../src/ui/controls/plane-fit.ts';
import { pixelOf } from '../../../src/ui/labels/palette.ts';

const SCALE = 6;
const RED = '#ff0000';
const plain: FillStyle = { fill: RED, hatch: null, opacity: 1, rim: false };

/** A slice of `columns` x `rows` pixels at scale 6, `margin` device pixels inside the view; below 0 cut by it. */
function viewOf(columns: number, rows: number, margin = 6, line = 1): OverlayTarget {
  const [width, height] = [columns, rows].map((count) => Math.max(count * SCALE + 2 * margin, 1));
  return {
    pixels: new Uint32Array(width * height),
    width,
    height,
    columnEdges: edgesOf(margin, SCALE, columns),
    rowEdges: edgesOf(margin, SCALE, rows),
    line,
  };
}

const sliceOf = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
    .chain(([columns, rows]) =>
      fc
        .uint8Array({ minLength: columns * rows, maxLength: columns * rows, max: most })
        .map((values) => ({ columns, rows, values })),
    );

test('a fill colours exactly the device pixels of its voxels', () => {
  fc.assert(
    fc.property(sliceOf(2), fc.constantFrom(0, 6, -9, -30), ({ columns, rows, values }, margin) => {
      const target = viewOf(columns, rows, margin);
      drawFills(target, values, [null, plain, { ...plain, fill: '#0000ff', opacity: 0.5 }], 0.5);
      const inks = [0, pixelOf(RED, 0.5), pixelOf('#0000ff', 0.25)];
      for (let y = 0; y < target.height; y++) {
        for (let x = 0; x < target.width; x++) {
          const [column, row] = [Math.floor((x - margin) / SCALE), Math.floor((y - margin) / SCALE)];
          const inside = column >= 0 && row >= 0 && column < columns && row < rows;
          expect(target.pixels[y * target.width + x]).toBe(inside ? inks[values[column + columns * row]] : 0);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('an outline is the device pixels of the structure that touch one outside it, corners too', () => {
  fc.assert(
    fc.property(sliceOf(1), ({ columns, rows, values }) => {
      const target = viewOf(columns, rows);
      drawOutline(target, { mask: values, colour: '#ffffff', dashed: false });
      const has = (x: number, y: number) => {
        const [column, row] = [Math.floor((x - 6) / SCALE), Math.floor((y - 6) / SCALE)];
        return (
          column >= 0 && row >= 0 && column < columns && row < rows && values[column + columns * row] === 1
        );
      };
      for (let y = 0; y < target.height; y++) {
        for (let x = 0; x < target.width; x++) {
          const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => has(x + dx, y + dy)));
          const onBorder = has(x, y) && around.includes(false);
          expect(target.pixels[y * target.width + x] !== 0, `${x}, ${y}`).toBe(onBorder);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a rim is the device pixels outside a patch that touch it', () => {
  fc.assert(
    fc.property(sliceOf(1), ({ columns, rows, values }) => {
      const target = viewOf(columns, rows);
      drawFills(target, values, [null, { ...plain, rim: true }], 1);
      const has = (x: number, y: number) => {
        const [column, row] = [Math.floor((x - 6) / SCALE), Math.floor((y - 6) / SCALE)];
        return (
          column >= 0 && row >= 0 && column < columns && row < rows && values[column + columns * row] === 1
        );
      };
      for (let y = 0; y < target.height; y++) {
        for (let x = 0; x < target.width; x++) {
          const beside = [-1, 0, 1].some((dy) => [-1, 0, 1].some((dx) => has(x + dx, y + dy)));
          const ink = has(x, y) ? pixelOf(RED, 1) : beside ? pixelOf('#000000', 1) : 0;
          expect(target.pixels[y * target.width + x], `${x}, ${y}`).toBe(ink);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a line is two device pixels wide on a screen that has two per screen pixel', () => {
  const target = viewOf(1, 1, 6, 2);
  drawOutline(target, { mask: Uint8Array.of(1), colour: '#ffffff', dashed: false });
  const row = Array.from(target.pixels.subarray(9 * target.width, 10 * target.width), (pixel) =>
    pixel ? 1 : 0,
  );
  expect(row.join('')).toBe('000000' + '110011' + '000000');
});

test('a dashed outline has gaps, and nothing that the whole one has not', () => {
  const mask = new Uint8Array(25).fill(1);
  const [whole, dashed] = [viewOf(5, 5), viewOf(5, 5)];
  drawOutline(whole, { mask, colour: '#ffffff', dashed: false });
  drawOutline(dashed, { mask, colour: '#ffffff', dashed: true });
  const count = ({ pixels }: OverlayTarget) => pixels.filter((pixel) => pixel !== 0).length;
  expect(dashed.pixels.every((pixel, i) => pixel === 0 || whole.pixels[i] === pixel)).toBe(true);
  expect(count(dashed) / count(whole)).toBeGreaterThan(0.45);
  expect(count(dashed) / count(whole)).toBeLessThan(0.75);
});

test('a hatch shows the image between its stripes', () => {
  const target = viewOf(3, 3);
  const style: FillStyle = { fill: null, hatch: RED, opacity: 1, rim: false };
  drawFills(target, new Uint8Array(9).fill(1), [null, style], 1);
  const inside = target.pixels.filter((pixel) => pixel === pixelOf(RED, 1)).length;
  expect(inside).toBeGreaterThan(18 * 18 * 0.4);
  expect(inside).toBeLessThan(18 * 18 * 0.7);
});
