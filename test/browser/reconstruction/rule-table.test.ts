import { afterEach, expect, test } from 'vitest';
import { nnunetRule, type Rule } from '../../../src/core/reconstruction/rule.ts';
import { CURVE_THRESHOLDS, type ThresholdCurve } from '../../../src/core/reconstruction/threshold-curves.ts';
import { speak } from '../../../src/ui/controls/dl-element.ts';
import '../../../src/ui/reconstruction/dl-rule-table.ts';
import type { RuleEdit } from '../../../src/ui/reconstruction/dl-rule-table.ts';
import { drawn, heard, inside, nestedCase, show } from '../ui/sample-case.ts';

const { scheme } = nestedCase();
const rule = nnunetRule(scheme.regions);
afterEach(() => speak('en'));

const curve = (height: number, best: number): ThresholdCurve => ({
  dice: CURVE_THRESHOLDS.map((t) => height - Math.abs(t - best / 100)),
  best,
});
const moved = {
  regions: [curve(0.9, 60), curve(0.8, 50), curve(0.7, 40)],
  labels: [1, 2, 3].map((label) => ({ label, ...curve(0.6, 55) })),
};
const curves = { rawRegions: moved.regions, each: [moved, moved, moved], all: moved };

const table = (properties: { rule?: Rule; together?: boolean; thresholds?: boolean } = {}) =>
  show('dl-rule-table', { rule, scheme, curves, ...properties }, [900, 400]);
const rows = (element: HTMLElement) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.row')];
const press = (target: Element, key: string, altKey = true) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, altKey, bubbles: true, composed: true }));

test('Alt with up or down asks for another sequence, and at the ends for none', async () => {
  const element = await table();
  const edits = heard<RuleEdit>(element, 'rule-change');
  const handles = rows(element).map((row) => row.querySelector('.handle')!);
  press(handles[2], 'ArrowUp');
  press(handles[0], 'ArrowDown');
  press(handles[0], 'ArrowUp');
  press(handles[2], 'ArrowDown');
  press(handles[1], 'ArrowUp', false);
  expect(edits.map((edit) => edit.rule.sequence)).toEqual([
    [0, 2, 1],
    [1, 0, 2],
  ]);
});

test('the focus stays with the row that moves, and what happened is told', async () => {
  const element = await table();
  const [, , handle] = rows(element).map((row) => row.querySelector<HTMLElement>('.handle')!);
  handle.focus();
  press(handle, 'ArrowUp');
  element.rule = { ...rule, sequence: [0, 2, 1] };
  await drawn(element);
  expect(element.shadowRoot!.activeElement).toBe(handle);
  expect(rows(element).map(({ dataset }) => dataset.region)).toEqual(['0', '2', '1']);
  expect(inside(element, '[role=status]').textContent).toBe('enhancing_tumor now writes 2 of 3');
});

test('a drag tells every place that it passes as one gesture, and that it is over', async () => {
  const element = await table();
  const edits = heard<RuleEdit>(element, 'rule-change');
  const settled = heard<undefined>(element, 'rule-settle');
  element.addEventListener('rule-change', (event) => {
    element.rule = (event as CustomEvent<RuleEdit>).detail.rule;
  });
  const boxes = rows(element).map((row) => row.getBoundingClientRect());
  const at = (row: number) => ({ clientX: 5, clientY: boxes[row].y + boxes[row].height / 2 });
  rows(element)[2]
    .querySelector('.handle')!
    .dispatchEvent(new PointerEvent('pointerdown', { button: 0, bubbles: true, composed: true, ...at(2) }));
  for (const row of [2, 1, 1, 0]) {
    window.dispatchEvent(new PointerEvent('pointermove', at(row)));
    await drawn(element);
  }
  window.dispatchEvent(new PointerEvent('pointerup', at(0)));
  window.dispatchEvent(new PointerEvent('pointermove', at(2))); // after its end nothing follows
  expect(edits.map((edit) => edit.rule.sequence)).toEqual([
    [0, 2, 1],
    [2, 0, 1],
  ]);
  expect(new Set(edits.map(({ gesture }) => gesture)).size).toBe(1);
  expect(settled.length).toBe(1);
});

test('a field takes numbers from 0 to 1; anything else is put back', async () => {
  const element = await table();
  const edits = heard<RuleEdit>(element, 'rule-change');
  const [field] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('.threshold input');
  for (const value of ['0.625', '1.2', '-1', '', '0', '1']) {
    field.value = value;
    field.dispatchEvent(new Event('change'));
  }
  expect(edits.map((edit) => edit.rule.thresholds[0])).toEqual([0.625, 0, 1]);
});

test('together every threshold moves, alone only its own', async () => {
  for (const together of [false, true]) {
    const element = await table({ together });
    const edits = heard<RuleEdit>(element, 'rule-change');
    const slider = inside(
      element.shadowRoot!.querySelectorAll<HTMLElement>('dl-threshold-curve')[1],
      'input',
    ) as HTMLInputElement;
    slider.value = '0.7';
    slider.dispatchEvent(new Event('input'));
    expect(edits[0].rule.thresholds).toEqual(together ? [0.7, 0.7, 0.7] : [0.5, 0.7, 0.5]);
  }
});

test('the thumb of a slider stands exactly under the threshold of its curve', async () => {
  const element = await table({ rule: { ...rule, thresholds: [0, 0.25, 1] } });
  const found = element.shadowRoot!.querySelectorAll<HTMLElement>('dl-threshold-curve');
  [...found].forEach((part, i) => {
    const slider = inside(part, 'input').getBoundingClientRect();
    const plot = inside(part, '.plot').getBoundingClientRect();
    const threshold = [0, 0.25, 1][i];
    const thumb = slider.x + 8 + threshold * (slider.width - 16); // its centre, 16 px wide
    expect(thumb).toBeCloseTo(plot.x + threshold * plot.width, 1);
  });
});

test('argmax uses no sequence, and without a threshold no sliders', async () => {
  const argmax = { thresholded: false, writes: 'index' } as const;
  const element = await table({ rule: { ...rule, kind: 'argmax', argmax } });
  const edits = heard<RuleEdit>(element, 'rule-change');
  press(rows(element)[2].querySelector('.handle')!, 'ArrowUp');
  expect(edits).toEqual([]);
  expect(element.shadowRoot!.querySelectorAll('.threshold input:disabled').length).toBe(3);
  expect(element.shadowRoot!.querySelectorAll('select').length).toBe(0);
});

test('masks have no thresholds, in words', async () => {
  const element = await table({ thresholds: false });
  expect(element.shadowRoot!.querySelectorAll('dl-threshold-curve').length).toBe(0);
  expect(inside(element, '.note').textContent).toContain('Masks have no threshold');
  speak('zh-CN');
  await drawn(element);
  expect(inside(element, '.note').textContent).toContain('掩膜没有阈值');
});
