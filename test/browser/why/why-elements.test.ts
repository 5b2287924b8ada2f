import { expect, test } from 'vitest';
import { accountLabels } from '../../../src/core/account/account-labels.ts';
import { errorDensity } from '../../../src/core/surface/boundary-zones.ts';
import { countByDistance } from '../../../src/core/surface/boundary-histogram.ts';
import type { WhatIfEdit } from '../../../src/core/account/what-if-edits.ts';
import type { WhyChoice } from '../../../src/core/account/why-choice.ts';
import { evaluateCounts } from '../../../src/core/counts/evaluate-counts.ts';
import type { Selection } from '../../../src/core/labels/selection.ts';
import '../../../src/ui/why/dl-boundary-density.ts';
import '../../../src/ui/why/dl-boundary-table.ts';
import type { MetricChoice } from '../../../src/ui/why/dl-boundary-table.ts';
import '../../../src/ui/case/dl-definitions.ts';
import { speak } from '../../../src/ui/controls/dl-element.ts';
import '../../../src/ui/why/dl-waterfall.ts';
import type { StepChoice } from '../../../src/ui/why/dl-waterfall.ts';
import '../../../src/ui/why/dl-why-account.ts';
import '../../../src/ui/why/dl-why-what-if.ts';
import { waterfallOf } from '../../../src/pages/why/why-waterfall.ts';
import { say } from '../../../src/core/messages/say.ts';
import type { Sentence } from '../../../src/core/messages/sentence.ts';
import { drawn, heard, inside, labelCase, nestedCase, show } from '../ui/sample-case.ts';

const english = <Facts>(sentence: Sentence<Facts>, ...facts: unknown[]) =>
  say(sentence as Sentence<never>, 'en', facts[0]);
const textOf = (element: HTMLElement) => element.shadowRoot!.textContent!.replace(/\s+/g, ' ').trim();
const all = (element: HTMLElement, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

test('the bars of a waterfall lead from the Dice of the region to that of the label, and are chosen', async () => {
  const account = accountLabels(nestedCase());
  for (const fromTop of [false, true]) {
    const pairs = waterfallOf(account, fromTop, english);
    expect(pairs).toHaveLength(3);
    for (const { from, to, steps } of pairs) {
      const sum = steps.reduce((level, { amount }) => level + amount, from.dice);
      expect(sum).toBeCloseTo(to.dice, 12);
    }
    const waterfall = await show('dl-waterfall', { pairs }, [900, 400]);
    expect(all(waterfall, '.step')).toHaveLength(pairs.flatMap(({ steps }) => steps).length);
    const chosen = heard<StepChoice>(waterfall, 'step-choose');
    const structures = heard<Selection>(waterfall, 'selection-change');
    inside(waterfall, '.step.inner').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    inside(waterfall, '.end').dispatchEvent(new MouseEvent('click'));
    expect(chosen[0]).toMatchObject({ pair: '1' });
    expect(structures[0]).toMatchObject({ structure: { kind: 'region', index: 0 }, part: 'all' });
  }
});

test('every number of the account chooses its cells; 0 is no door', async () => {
  const account = accountLabels(nestedCase());
  const table = await show('dl-why-account', { account }, [900, 300]);
  const chosen = heard<WhyChoice>(table, 'why-choose');
  const numbers = all(table, 'button.number');
  numbers.forEach((number) => number.click());
  expect(chosen.length).toBe(numbers.length);
  expect(chosen.map((choice) => choice.kind === 'part' && choice.part)).toContain('skipped');
  expect(all(table, 'td').some((cell) => cell.textContent!.trim() === '0')).toBe(true);
});

test('regions that overlap without being a tree leave the errors by label, and no NaN', async () => {
  const nested = nestedCase();
  const [a, b] = [
    [1, 2],
    [2, 3],
  ].map((labels, i) => ({ key: `${i}`, name: `region ${i}`, labels, writes: labels[0] }));
  const result = evaluateCounts({
    name: 'overlap',
    grid: nested.grid,
    engine: nested.engine,
    scheme: { ...nested.scheme, regions: [a, b] },
    referenceLabels: nested.labels,
    labelMap: { counts: nested.joint, labels: nested.labels },
    patterns: null,
    warnings: [],
  });
  const account = accountLabels(result);
  expect(account.hierarchy.overlap).toEqual([0, 1]);
  const table = await show('dl-why-account', { account }, [900, 300]);
  expect(waterfallOf(account, false, english)).toEqual([]);
  expect(textOf(table)).not.toContain('NaN');
  expect(all(table, '.other').length).toBeGreaterThan(3);
});

test('an absent label is a row of zeros without NaN, in both languages', async () => {
  for (const language of ['en', 'zh-CN'] as const) {
    speak(language);
    const table = await show('dl-why-account', { account: accountLabels(labelCase(4)) }, [900, 300]);
    expect(all(table, 'tbody tr')).toHaveLength(4);
    expect(textOf(table)).not.toContain('NaN');
  }
  speak('en');
});

test('until a structure is measured its numbers are bars; an absent one says so, or what a tool reports', async () => {
  const [absent, present] = labelCase(3).labelScores;
  const rows = [absent, present].map((score) => ({ score, measure: null, toleranceMm: 2 }));
  const table = await show('dl-boundary-table', { rows }, [900, 200]);
  expect(all(table, '.wait')).toHaveLength(14);
  const dice = all(table, '[data-metric=dice]');
  expect(dice[0].textContent!.trim()).toBe('absent');
  table.emptyAs = 'MetricsReloaded';
  await drawn(table);
  expect(dice[0].textContent!.trim()).toBe('1');
  const opened = heard<MetricChoice>(table, 'metric-open');
  dice[1].click();
  expect(opened).toEqual([{ structure: present.structure, metric: 'dice' }]);
  const tolerances = heard<{ mm: number }>(table, 'tolerance-change');
  const input = all(table, '.tolerance input')[1] as HTMLInputElement;
  for (const value of ['1.5', '-1', '']) {
    input.value = value;
    input.dispatchEvent(new Event('change'));
  }
  expect(tolerances.map(({ mm }) => mm)).toEqual([1.5]);
});

test('the curve of errors draws a bar for every step with errors, misses inside and false ones outside', async () => {
  const classes = Uint8Array.of(1, 3, 3, 2, 2, 0, 0);
  const histogram = countByDistance(classes, Float64Array.of(-1, -2, -3, 1, 2, 3, 4));
  const density = await show('dl-boundary-density', { steps: errorDensity(histogram) }, [500, 160]);
  expect(all(density, '.fn')).toHaveLength(1);
  expect(all(density, '.fp')).toHaveLength(2);
});

test('the same tool on the same structure goes on with the last edit, another begins a new one', async () => {
  const { regionScores, labelScores } = nestedCase();
  const tools = await show('dl-why-what-if', { structures: regionScores, labels: labelScores }, [900, 120]);
  tools.addEventListener('edits-change', (event) => {
    tools.edits = (event as CustomEvent<readonly WhatIfEdit[]>).detail;
  });
  const slide = async (mm: number) => {
    const slider = inside(tools, 'input[type=range]') as HTMLInputElement;
    slider.value = `${mm}`;
    slider.dispatchEvent(new Event('input'));
    await drawn(tools);
  };
  await slide(1);
  await slide(2.5);
  expect(tools.edits).toEqual([{ kind: 'dilate', labels: [1, 2, 3], mm: 2.5 }]);
  await slide(-1);
  expect(tools.edits).toEqual([{ kind: 'erode', labels: [1, 2, 3], mm: 1 }]);
  const select = inside(tools, 'select') as HTMLSelectElement;
  select.selectedIndex = 1;
  select.dispatchEvent(new Event('change'));
  await drawn(tools);
  expect((inside(tools, 'input[type=range]') as HTMLInputElement).value).toBe('0');
  await slide(0.5);
  expect(tools.edits).toHaveLength(2);
  inside(tools, '.history .icon-button').click();
  await drawn(tools);
  expect(tools.edits).toEqual([{ kind: 'erode', labels: [1, 2, 3], mm: 1 }]);
  inside(tools, '.quiet').click();
  expect(tools.edits).toEqual([]);
});
