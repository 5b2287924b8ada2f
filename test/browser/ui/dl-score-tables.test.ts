import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { formatDifference, formatScore } from '../../../src/core/text/format.ts';
import { pairScores } from '../../../src/core/counts/score-rows.ts';
import type { Selection } from '../../../src/core/labels/selection.ts';
import '../../../src/ui/case/dl-score-tables.ts';
import { speak } from '../../../src/ui/controls/dl-element.ts';
import { drawn, heard, inside, labelCase, nestedCase, show } from './sample-case.ts';

const texts = (element: HTMLElement, selector: string) =>
  [...element.shadowRoot!.querySelectorAll(selector)].map((cell) => cell.textContent!.trim());

test('a region, its label and the drop between them stand in one row', async () => {
  const result = nestedCase();
  const table = await show('dl-score-tables', { result });
  const [first] = pairScores(result, false);
  const row = inside(table, 'tbody tr').textContent!.replace(/\s+/g, ' ');
  expect(row).toContain('whole_tumor');
  expect(row).toContain(formatScore(first.region!.dice));
  expect(row).toContain(formatDifference(first.change!));
  expect(row).toContain('edema');
});

test('a pair that scores alike says so instead of a drop of 0', async () => {
  const table = await show('dl-score-tables', { result: nestedCase() });
  expect(texts(table, 'tbody .drop').at(-1)).toBe('same');
});

test('a click on a Dice, a count, a row or a drop chooses those voxels', async () => {
  const table = await show('dl-score-tables', { result: nestedCase() });
  const chosen = heard<Selection>(table, 'selection-change');
  const region = { kind: 'region', index: 0 };
  const label = { kind: 'label', value: 1 };
  inside(table, '[data-half=region] [data-part=all]').click();
  inside(table, '[data-half=region] [data-part=fp]').click();
  inside(table, 'th.name[data-half=label]').click();
  inside(table, '.drop button').click();
  expect(chosen).toEqual([
    { kind: 'structure', structure: region, part: 'all', raw: false },
    { kind: 'structure', structure: region, part: 'fp', raw: false },
    { kind: 'structure', structure: label, part: 'all', raw: false },
    { kind: 'structure', structure: label, part: 'all', raw: false },
  ]);
});

test('the Dice of the chosen structure is pressed', async () => {
  const structure = { kind: 'label', value: 2 } as const;
  const selection = { kind: 'structure', structure, part: 'all', raw: false } as const;
  const table = await show('dl-score-tables', { result: nestedCase(), selection });
  expect(texts(table, 'button[aria-pressed=true]')).toEqual([formatScore(nestedCase().labelScores[1].dice)]);
});

test('raw masks take the place of the reconstructed regions, and a chosen region follows', async () => {
  const result = nestedCase();
  const structure = { kind: 'region', index: 1 } as const;
  const selection = { kind: 'structure', structure, part: 'fn', raw: false } as const;
  const table = await show('dl-score-tables', { result, selection });
  const chosen = heard<Selection>(table, 'selection-change');
  const raw = heard<boolean>(table, 'raw-change');
  inside(inside(table, 'dl-segmented'), 'wa-radio[value=raw]').click();
  await drawn(table);
  expect(raw).toEqual([true]);
  expect(chosen).toEqual([{ ...selection, raw: true }]);
  expect(texts(table, '[data-half=region] [data-part=all]')).toEqual(
    result.rawRegionScores!.map(({ dice }) => formatScore(dice)),
  );
});

test('arrow keys move between rows and controls, and one control is in the sequence of Tab', async () => {
  const table = await show('dl-score-tables', { result: nestedCase() });
  inside(table, '[data-part=all]').focus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  await drawn(table);
  const focused = table.shadowRoot!.activeElement as HTMLElement;
  expect(focused.getAttribute('aria-label')).toContain('TP of tumor_core');
  expect(table.shadowRoot!.querySelectorAll('table [tabindex="0"]')).toHaveLength(1);
  expect(focused.tabIndex).toBe(0);
});

test('without regions the labels stand alone and regions can be defined', async () => {
  const table = await show('dl-score-tables', { result: labelCase(3) });
  const edits = heard(table, 'regions-edit');
  inside(table, '.quiet').click();
  expect(edits).toHaveLength(1);
  expect(texts(table, 'tbody th')).toHaveLength(3);
  expect(table.shadowRoot!.querySelector('.drop')).toBeNull();
});

test('a label in neither map is absent, with the reason, in both languages', async () => {
  const table = await show('dl-score-tables', { result: labelCase(3) });
  const dice = inside(table, '[data-part=all]');
  expect(dice.textContent!.trim()).toBe('absent');
  expect(dice.title).toContain('neither');
  speak('zh-CN');
  await drawn(table);
  expect(dice.textContent!.trim()).toBe('缺失');
  speak('en');
});

test.each([
  [7, 46],
  [8, 28],
])('%i rows are %i px high', async (labels, height) => {
  const table = await show('dl-score-tables', { result: labelCase(labels) });
  const low = innerHeight < 800 && height === 46;
  expect(inside(table, 'tbody td').getBoundingClientRect().height).toBe(low ? 41 : height);
});

test('precision, recall and volume difference take the place of the counts at a click', async () => {
  const table = await show('dl-score-tables', { result: nestedCase() }, [750, 400]);
  const isShown = (selector: string) => inside(table, selector).offsetParent !== null;
  expect([isShown('td.rates'), isShown('td.counts')]).toEqual([false, true]);
  inside(table, '.toggle').click();
  await drawn(table);
  expect([isShown('td.rates'), isShown('td.counts')]).toEqual([true, false]);
  const wide = await show('dl-score-tables', { result: nestedCase() }, [950, 400]);
  expect(inside(wide, 'td.rates').offsetParent && inside(wide, 'td.counts').offsetParent).not.toBeNull();
});
