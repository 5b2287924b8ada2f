import '../../../src/ui/tokens.css';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { addToAtlas, NO_ATLAS, NO_REVIEW } from '../../../src/core/cohort/atlas-errors.ts';
import { exploreMeans } from '../../../src/core/cohort/mean-explorer.ts';
import { plotAgreement } from '../../../src/core/cohort/plot-agreement.ts';
import { plotDistribution } from '../../../src/core/cohort/plot-distribution.ts';
import { describeMark } from '../../../src/core/cohort/plot-mark-text.ts';
import { plotPairs } from '../../../src/core/cohort/plot-pairs.ts';
import type { PlotSpec } from '../../../src/core/cohort/plot-spec.ts';
import { plotVolume } from '../../../src/core/cohort/plot-volume.ts';
import type { PicturedError } from '../../../src/core/errors-of-case/pictured-errors.ts';
import { THUMB_FP, THUMB_PIECE } from '../../../src/core/errors-of-case/error-thumbnail.ts';
import { computeCohortStatistics } from '../../../src/tasks/cohort/cohort-statistics.ts';
import '../../../src/ui/cohort/dl-cohort-atlas.ts';
import '../../../src/ui/cohort/dl-cohort-distribution.ts';
import '../../../src/ui/cohort/dl-cohort-means.ts';
import '../../../src/ui/cohort/dl-cohort-plot.ts';
import type { DlCohortPlot } from '../../../src/ui/cohort/dl-cohort-plot.ts';
import '../../../src/ui/cohort/dl-cohort-statistics.ts';
import '../../../src/ui/cohort/dl-cohort-statistics-compare.ts';
import '../../../src/ui/cohort/dl-cohort-volume.ts';
import { madeCohort } from '../../core/cohort/made-cohort.ts';

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset.theme;
});

const cohort = madeCohort(60, 2);

async function put<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  fields: Partial<HTMLElementTagNameMap[Tag]>,
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = document.createElement(tag);
  element.style.cssText = 'display: block; width: 480px';
  Object.assign(element, fields);
  document.body.append(element);
  await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  return element;
}

/** A plot of 480 x 240 px on screen. */
async function draw(spec: PlotSpec, fields: Partial<DlCohortPlot> = {}): Promise<DlCohortPlot> {
  const plot = await put('dl-cohort-plot', { spec, ...fields });
  plot.style.height = '240px';
  await expect.poll(() => plot.renderRoot.querySelector('canvas')?.clientHeight).toBe(240);
  return plot;
}

const textOf = (element: Element | ShadowRoot | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Whether some pixel of the canvas has ink on it. */
function hasInk(canvas: HTMLCanvasElement): boolean {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, i) => i % 4 === 3 && value > 0);
}

test.each(['dark', 'light'] as const)('every kind of plot is drawn in the %s theme', async (theme) => {
  document.documentElement.dataset.theme = theme;
  for (const spec of [
    plotDistribution(cohort, 0, 'en').spec,
    plotVolume(cohort, 0, '1', 'en').spec,
    plotAgreement(cohort, 0, '1', 'en').spec,
    plotPairs(cohort, [0, 1], cohort.structures, 'en').spec,
  ]) {
    const plot = await draw(spec, { theme });
    await expect.poll(() => hasInk(plot.renderRoot.querySelector('canvas')!)).toBe(true);
    plot.remove();
  }
});

test('arrows name a mark after the other, Enter opens its case, and Escape lets go', async () => {
  const { spec } = plotVolume(cohort, 0, '1', 'en');
  const plot = await draw(spec, { describe: (mark) => describeMark(cohort, mark, 'en') });
  const chosen: unknown[] = [];
  plot.addEventListener('case-choose', (event) => chosen.push((event as CustomEvent).detail));
  const field = plot.renderRoot.querySelector<HTMLElement>('[role=application]')!;
  expect(field.ariaLabel).toContain('structure 1');
  field.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  const said = () => textOf(plot.renderRoot.querySelector('[aria-live]'));
  await expect.poll(said).toMatch(/^case \d+ \(model 0\): structure 1 .+; reference .+ mL$/);
  const name = said().split(' (')[0];
  await userEvent.keyboard('{Enter}');
  expect(chosen).toEqual([{ case: name, model: 0, key: '1' }]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(said).toBe('');
});

test('a click on a mark opens its case, one on empty ground nothing', async () => {
  const { spec } = plotAgreement(madeCohort(4), 0, '1', 'en');
  const plot = await draw(spec);
  const chosen: unknown[] = [];
  plot.addEventListener('case-choose', (event) => chosen.push((event as CustomEvent).detail));
  const field = plot.renderRoot.querySelector<HTMLElement>('[role=application]')!;
  await userEvent.hover(field, { position: { x: 470, y: 235 } });
  await userEvent.click(field, { position: { x: 470, y: 235 } });
  expect(chosen).toEqual([]);
  field.focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => plot.renderRoot.querySelector<HTMLElement>('.pointed')?.style.left).toMatch(/px$/);
  const { left, top } = plot.renderRoot.querySelector<HTMLElement>('.pointed')!.style;
  await userEvent.click(field, { position: { x: Number.parseFloat(left), y: Number.parseFloat(top) } });
  expect(chosen).toHaveLength(1);
});

test('the chosen case is ringed in every row', async () => {
  const { spec } = plotDistribution(cohort, 0, 'en');
  const plot = await draw(spec, { chosen: 'case 5' });
  const marks = spec.points.filter((point) => point.case === 'case 5');
  expect(plot.renderRoot.querySelectorAll('.ring')).toHaveLength(marks.length);
});

test('the rows of a distribution stand at the height of their marks, and a row chooses its structure', async () => {
  const plot = plotDistribution(cohort, 0, 'en');
  const element = await put('dl-cohort-distribution', {
    plot,
    structures: cohort.structures,
    structure: '2',
  });
  const inner = element.renderRoot.querySelector('dl-cohort-plot')!;
  await expect.poll(() => inner.renderRoot.querySelector('canvas')).not.toBeNull();
  const { height } = inner.getBoundingClientRect();
  const heads = [...element.renderRoot.querySelectorAll<HTMLElement>('.heads button')];
  const top = inner.getBoundingClientRect().top;
  const rowOf = (head: HTMLElement) =>
    (head.getBoundingClientRect().top + head.offsetHeight / 2 - top) / height;
  expect(heads.map((head) => head.ariaPressed)).toEqual(['false', 'true', 'false']);
  const plotted = [0, 1, 2].map((row) => (6 + 44 * (row + 0.5)) / height);
  heads.forEach((head, i) => expect(rowOf(head)).toBeCloseTo(plotted[i], 2));
  const chosen: unknown[] = [];
  element.addEventListener('structure-choose', (event) => chosen.push((event as CustomEvent).detail));
  await userEvent.click(heads[2]);
  expect(chosen).toEqual(['3']);
});

test('a plot is saved as a document that can be read', async () => {
  const plot = plotVolume(cohort, 0, '2', 'en');
  const element = await put('dl-cohort-volume', { plot, structures: cohort.structures, structure: '2' });
  await expect.poll(() => element.renderRoot.querySelector('dl-cohort-plot')?.renderRoot.querySelector('canvas')).not.toBeNull(); // prettier-ignore
  const saved: { id: string; format: string; svg: string }[] = [];
  element.addEventListener('plot-export', (event) => saved.push((event as CustomEvent).detail));
  for (const button of element.renderRoot.querySelectorAll<HTMLElement>('.save button'))
    await userEvent.click(button);
  expect(saved.map(({ id, format }) => [id, format])).toEqual([
    ['volume', 'svg'],
    ['volume', 'png'],
  ]);
  const parsed = new DOMParser().parseFromString(saved[0].svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  expect(saved[0].svg).not.toContain('var(');
});

test('2,000 cases of 120 labels are drawn, and a mark is found under the pointer', async () => {
  const large = madeCohort(2000, 1, 120);
  const plot = await draw(plotDistribution(large, 0, 'en').spec);
  await expect.poll(() => hasInk(plot.renderRoot.querySelector('canvas')!)).toBe(true);
  await userEvent.hover(plot.renderRoot.querySelector('[role=application]')!, {
    position: { x: 133, y: 110 },
  });
  await expect.poll(() => plot.renderRoot.querySelector('.tip')).not.toBeNull();
});

test('statistics stand in figures, exact in the title, and both ways of two models are compared', async () => {
  const statistics = await computeCohortStatistics([{ ...cohort, way: 'regions' }, cohort], { draws: 100 });
  const table = await put('dl-cohort-statistics', {
    statistics,
    way: 'labels',
    structures: cohort.structures,
  });
  const rows = table.renderRoot.querySelectorAll('tbody tr');
  expect(rows).toHaveLength(6);
  const [{ mean, zero, absent }] = statistics.ways[1].models[0].structures;
  const cells = [...rows[0].querySelectorAll('td')];
  expect(cells[0].title).toBe(`${mean.value}`);
  expect(textOf(cells[0])).toBe(mean.value.toFixed(3));
  expect([cells[6], cells[7]].map(textOf)).toEqual([`${zero}`, `${absent}`]);

  const compared = await put('dl-cohort-statistics-compare', { statistics });
  expect([...compared.renderRoot.querySelectorAll('h3')].map(textOf)).toEqual(['By regions', 'By labels']);
  const [first] = compared.renderRoot.querySelectorAll('tbody tr');
  const { comparison } = statistics.ways[0];
  const p = [...first.querySelectorAll('td')][5];
  expect(p.title).toMatch(
    comparison!.structures[0].test.method === 'exact' ? /exact/ : /normal approximation/,
  );
  expect(textOf(compared.renderRoot.querySelector('.note'))).toMatch(
    /^model \d is first in .+ of 1,000 draws/,
  );
});

test('while statistics are counted a sentence says so', async () => {
  const table = await put('dl-cohort-statistics', { statistics: null });
  expect(textOf(table.renderRoot.querySelector('[role=status]'))).not.toBe('');
});

test('another rule for empty structures is chosen by radio, with its means below', async () => {
  const means = exploreMeans(cohort.models);
  const element = await put('dl-cohort-means', { means, structures: cohort.structures });
  const radios = [...element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  expect(radios.map(({ checked }) => checked)).toEqual([true, false, false, false]);
  const chosen: string[] = [];
  element.addEventListener('convention-choose', (event) =>
    chosen.push((event as CustomEvent<string>).detail),
  );
  await userEvent.click(radios[1]);
  expect(chosen).toEqual(['zero']);
  element.chosen = 'zero';
  await element.updateComplete;
  const { structures } = means[1].models[0];
  expect(textOf(element.renderRoot.querySelector('.structures p'))).toContain(structures[0].mean.toFixed(4));
});

const pictured = (voxels: number, cause: PicturedError['cause']): PicturedError => ({
  kind: 'fp',
  cause,
  reference: 0,
  predicted: 1,
  voxels,
  volumeMl: voxels / 1000,
  reachMm: 3,
  anchor: [0, 0, 0],
  thumbnail: {
    width: 2,
    height: 2,
    pixels: Uint8Array.of(0, 1, THUMB_FP, THUMB_FP + THUMB_PIECE),
    aspect: 1,
  },
});

test('the atlas is reviewed by keys: arrows, R, N, Enter', async () => {
  const atlas = addToAtlas(
    NO_ATLAS,
    { id: 'a', name: 'case a', model: '' },
    {
      largest: [pictured(900, 'outgrowth'), pictured(80, 'boundary'), pictured(7, 'outgrowth')],
      causes: [
        { cause: 'outgrowth', pieces: 2, voxels: 907, volumeMl: 0.907 },
        { cause: 'boundary', pieces: 1, voxels: 80, volumeMl: 0.08 },
      ],
      pieces: 3,
      voxels: 987,
    },
  );
  const element = await put('dl-cohort-atlas', { atlas, review: NO_REVIEW });
  const told: unknown[] = [];
  for (const name of ['review-change', 'error-open', 'atlas-export']) {
    element.addEventListener(name, (event) => told.push([name, (event as CustomEvent).detail]));
  }
  const list = element.renderRoot.querySelector<HTMLElement>('[role=listbox]')!;
  expect(list.children).toHaveLength(3);
  expect(hasInk(list.querySelector('canvas')!)).toBe(true);
  list.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}r');
  await element.updateComplete;
  expect(list.querySelectorAll('[aria-selected=true]')).toHaveLength(1);
  expect(told).toEqual([['review-change', { id: atlas.errors[1].id, reviewed: true }]]);
  await userEvent.keyboard('{Enter}');
  expect(told[1]).toEqual(['error-open', atlas.errors[1]]);
  await userEvent.keyboard('n');
  await userEvent.keyboard('edge{Enter}');
  expect(told[2]).toEqual(['review-change', { id: atlas.errors[1].id, note: 'edge' }]);
  expect(element.shadowRoot!.activeElement).toBe(list);

  const [outgrowth] = element.renderRoot.querySelectorAll<HTMLElement>('.causes button');
  expect(textOf(outgrowth)).toBe('outgrowth 0.907 mL 92 % 2');
  await userEvent.click(outgrowth);
  await expect.poll(() => list.children.length).toBe(2);
  await userEvent.click(element.renderRoot.querySelector<HTMLElement>('.save')!);
  expect(told[3]).toEqual(['atlas-export', [atlas.errors[0], atlas.errors[2]]]);
});
