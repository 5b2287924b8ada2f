import '../../../src/ui/tokens.css';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { wholeRange } from '../../../src/core/charts/chart-context.ts';
import { diceChart } from '../../../src/core/charts/chart-dice.ts';
import { durationChart } from '../../../src/core/charts/chart-duration.ts';
import { lossChart } from '../../../src/core/charts/chart-loss.ts';
import type { Range } from '../../../src/core/charts/chart-range.ts';
import { rateChart } from '../../../src/core/charts/chart-rate.ts';
import type { ChartSpec } from '../../../src/core/charts/chart-spec.ts';
import { formatChartsSvg } from '../../../src/core/charts/chart-svg.ts';
import '../../../src/ui/runs/dl-run-chart.ts';
import type { DlRunChart } from '../../../src/ui/runs/dl-run-chart.ts';
import { chartColour } from '../../../src/ui/runs/run-chart-colour.ts';
import { madeContext } from './make-charted-runs.ts';

afterEach(() => document.body.replaceChildren());

/** A chart of 800 x 240 px on screen. */
async function show(spec: ChartSpec, fields: Partial<DlRunChart> = {}): Promise<DlRunChart> {
  const chart = document.createElement('dl-run-chart');
  chart.style.cssText = 'width: 800px; height: 240px';
  Object.assign(chart, { spec, ...fields });
  document.body.append(chart);
  await expect.poll(() => chart.renderRoot.querySelector('canvas')).not.toBeNull();
  await chart.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(resolve)); // uPlot paints a moment later
  return chart;
}

/** Number of pixels of the canvas within a few steps of a colour. */
function pixelsOf(chart: DlRunChart, token: 'ema' | 'train' | 'val'): number {
  const canvas = chart.renderRoot.querySelector('canvas')!;
  const wanted = parseColour(chartColour(chart, 'dark')(token));
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let found = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] > 200 && wanted.every((value, c) => Math.abs(value - data[i + c]) < 12)) found++;
  }
  return found;
}

function parseColour(text: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
}

test('the average is drawn in its colour, the losses in theirs', async () => {
  const context = madeContext(1, 200);
  expect(pixelsOf(await show(diceChart(context)), 'ema')).toBeGreaterThan(300);
  const loss = await show(lossChart(context));
  expect(pixelsOf(loss, 'train')).toBeGreaterThan(300);
  expect(pixelsOf(loss, 'val')).toBeGreaterThan(300);
});

test('a chart says in words what it shows and keeps its texts from those who hear them twice', async () => {
  const chart = await show(diceChart(madeContext(0, 200)));
  const plot = chart.renderRoot.querySelector('[role=img]')!;
  expect(plot.getAttribute('aria-label')).toMatch(/200 epochs/);
  expect(chart.renderRoot.querySelector('.over')!.getAttribute('aria-hidden')).toBe('true');
});

test('the note of a figure is read whole, and a text too long for its room ends in an ellipsis inside the chart', async () => {
  const spec = diceChart(madeContext(1, 100));
  const end = {
    ...spec.ends[0],
    symbol: 'none' as const,
    text: '0.823 mean',
    note: 'of 12 cases, 3 regions',
  };
  const chart = await show({ ...spec, ends: [end] });
  const note = chart.renderRoot.querySelector<HTMLElement>('.end small')!;
  expect(note.scrollWidth).toBeLessThanOrEqual(note.clientWidth);
  chart.remove();
  const long = await show({ ...spec, ends: [{ ...end, text: `0.823 ${'fold_0/'.repeat(9)}` }] });
  const text = long.renderRoot.querySelector<HTMLElement>('.end')!;
  expect(text.scrollWidth).toBeGreaterThan(text.clientWidth);
  expect(text.getBoundingClientRect().right).toBeLessThanOrEqual(long.getBoundingClientRect().right);
  expect(getComputedStyle(text).textOverflow).toBe('ellipsis');
});

test('texts at the right edge never cover each other, however close their values are', async () => {
  for (const others of [1, 5, 20]) {
    const chart = await show(diceChart(madeContext(others, 100)));
    const boxes = [...chart.renderRoot.querySelectorAll('.end')].map((end) => end.getBoundingClientRect());
    boxes.sort((a, b) => a.top - b.top);
    const covered = boxes.slice(1).filter((box, i) => box.top < boxes[i].bottom - 1);
    expect(covered).toEqual([]);
    chart.remove();
  }
});

test('the marked epoch has a line at its place, and none where it is out of view', async () => {
  const context = madeContext(0, 200);
  const chart = await show(diceChart(context), { positions: context.chosen.positions, marked: 100 });
  const line = () => chart.renderRoot.querySelector<HTMLElement>('.cursor');
  const plot = chart.renderRoot.querySelector('.u-over')!.getBoundingClientRect();
  const middle = plot.left + plot.width * (100 / 200);
  expect(Math.abs(line()!.getBoundingClientRect().left - middle)).toBeLessThan(1.5);
  chart.spec = diceChart({ ...context, range: [120, 180] });
  await chart.updateComplete;
  expect(line()).toBeNull();
});

test('a click gives the place on the axis', async () => {
  const chart = await show(rateChart(madeContext(0, 200)));
  const over = chart.renderRoot.querySelector<HTMLElement>('.u-over')!;
  const { width } = over.getBoundingClientRect();
  const chosen: number[] = [];
  chart.addEventListener('place-choose', (event) => chosen.push((event as CustomEvent<number>).detail));
  await userEvent.click(over, { position: { x: Math.round(width / 4), y: 20 } });
  expect(chosen).toHaveLength(1);
  expect(Math.abs(chosen[0] - 50)).toBeLessThan(1);
});

test('20 runs of 1000 epochs are drawn whole, in four charts', async () => {
  const context = madeContext(19, 1000, { hasSpread: true });
  for (const spec of [
    diceChart(context),
    lossChart(context),
    durationChart(context, null),
    rateChart(context),
  ]) {
    const chart = await show(spec);
    expect(spec.series.filter(({ kind }) => kind === 'line').length).toBeGreaterThanOrEqual(20);
    expect(chart.renderRoot.querySelectorAll('canvas')).toHaveLength(1);
    chart.remove();
  }
});

test('a run of one epoch, and one of NaN, are drawn without an error', async () => {
  for (const epochs of [1, 2]) await show(diceChart(madeContext(1, epochs)));
  const context = madeContext(0, 5);
  const nan = { ...context.chosen, check: { ...context.chosen.check, means: Array(5).fill(Number.NaN) } };
  const spec = diceChart({ ...context, chosen: nan });
  expect(Number.isFinite(spec.y.min) && spec.y.max > spec.y.min).toBe(true);
  await show(spec);
});

test('the exported document is well formed, whatever the names are', () => {
  const context = madeContext(2, 60);
  const named = { ...context, chosen: { ...context.chosen, name: 'a<b & "c"' } };
  const charts = [diceChart(named), lossChart(named)].map((spec) => ({ spec, height: 200 }));
  const svg = formatChartsSvg(charts, 900, 'a<b & "c"', () => '#123456');
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  expect(parsed.documentElement.textContent).toContain('a<b & "c"');
});

test('the wheel with Ctrl zooms about the pointer, with Shift it moves, and alone it leaves the chart', async () => {
  const context = madeContext(0, 200);
  const whole = wholeRange(context);
  const chart = await show(rateChart({ ...context, range: [50, 150] }), { whole });
  const over = chart.renderRoot.querySelector<HTMLElement>('.u-over')!;
  const { left, width } = over.getBoundingClientRect();
  const ranges: (Range | null)[] = [];
  chart.addEventListener('range-choose', (event) => ranges.push((event as CustomEvent<Range | null>).detail));
  const turn = (deltaY: number, keys: WheelEventInit) => {
    const clientX = left + width * 0.25;
    return over.dispatchEvent(new WheelEvent('wheel', { deltaY, clientX, cancelable: true, ...keys }));
  };
  turn(-300, { ctrlKey: true });
  expect(ranges[0]![0]).toBeCloseTo(62.5, 1); // epoch 75 stays a quarter from the left
  expect(ranges[0]![1]).toBeCloseTo(112.5, 1);
  turn(width / 2, { shiftKey: true });
  expect(ranges[1]![0]).toBeCloseTo(100, 1);
  turn(width * 9, { shiftKey: true });
  expect(ranges[2]).toEqual([whole[1] - 100, whole[1]]);
  turn(900, { ctrlKey: true });
  expect(ranges[3]).toBeNull();
  expect(turn(100, {})).toBe(true); // not prevented: the column scrolls
  expect(ranges).toHaveLength(4);
});

test('Shift and a drag move the view and choose no stretch', async () => {
  const context = madeContext(0, 200);
  const chart = await show(rateChart({ ...context, range: [50, 150] }), { whole: wholeRange(context) });
  const over = chart.renderRoot.querySelector<HTMLElement>('.u-over')!;
  const { left, width, top } = over.getBoundingClientRect();
  const ranges: (Range | null)[] = [];
  chart.addEventListener('range-choose', (event) => ranges.push((event as CustomEvent<Range | null>).detail));
  const at = (x: number) => ({
    clientX: left + x,
    clientY: top + 20,
    button: 0,
    shiftKey: true,
    bubbles: true,
  });
  over.dispatchEvent(new PointerEvent('pointerdown', at(width * 0.5)));
  over.dispatchEvent(new MouseEvent('mousedown', at(width * 0.5)));
  window.dispatchEvent(new PointerEvent('pointermove', at(width * 0.75)));
  window.dispatchEvent(new PointerEvent('pointerup', at(width * 0.75)));
  window.dispatchEvent(new PointerEvent('pointermove', at(width)));
  expect(ranges).toHaveLength(1);
  expect(ranges[0]![0]).toBeCloseTo(25, 1);
  expect(ranges[0]![1]).toBeCloseTo(125, 1);
});
