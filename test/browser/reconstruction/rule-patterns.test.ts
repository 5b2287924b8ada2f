import { expect, test } from 'vitest';
import type { PatternRow } from '../../../src/core/case/case-result.ts';
import { keyOfRow } from '../../../src/core/reconstruction/rule-selection.ts';
import '../../../src/ui/reconstruction/dl-rule-patterns.ts';
import '../../../src/ui/reconstruction/dl-three-ways.ts';
import { drawn, heard, inside, nestedCase, show } from '../ui/sample-case.ts';

const result = nestedCase();
const texts = (element: HTMLElement, column: number) =>
  [...element.shadowRoot!.querySelectorAll('tbody tr')].map(
    (row) => row.children[column].textContent?.trim() ?? '',
  );
const numbers = (element: HTMLElement, column: number) =>
  texts(element, column).map((text) => Number(text.replaceAll(',', '')));

test('what was changed stands first, and each column sorts both ways', async () => {
  const element = await show('dl-rule-patterns', { result }, [620, 400]);
  expect(element.shadowRoot!.querySelector('tbody tr')!.className).toBe('');
  const voxels = [...element.shadowRoot!.querySelectorAll('thead button')].find(
    (button) => button.textContent?.trim() === 'Voxels',
  ) as HTMLElement;
  for (const descending of [true, false]) {
    voxels.click();
    await drawn(element);
    const shown = numbers(element, 2);
    expect(shown).toEqual(shown.toSorted((a, b) => (descending ? b - a : a - b)));
    expect(voxels.closest('th')!.ariaSort).toBe(descending ? 'descending' : 'ascending');
  }
});

test('a filter leaves the rows that it describes, and says where none is left', async () => {
  const element = await show('dl-rule-patterns', { result }, [620, 400]);
  const filter = inside(element, 'input') as HTMLInputElement;
  const type = async (text: string) => {
    filter.value = text;
    filter.dispatchEvent(new Event('input'));
    await drawn(element);
  };
  const all = texts(element, 1).length;
  await type('gained');
  expect(texts(element, 1).length).toBeLessThan(all);
  expect(element.shadowRoot!.querySelectorAll('tr.kept').length).toBe(0);
  await type('nonsense');
  expect(inside(element, '.more').textContent).toContain('No pattern fits');
  await type('');
  expect(texts(element, 1).length).toBe(all);
});

test('arrows move through the rows, a click chooses, and pieces come when they are counted', async () => {
  const element = await show('dl-rule-patterns', { result }, [620, 400]);
  const chosen = heard<PatternRow>(element, 'pattern-choose');
  const buttons = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button.pattern')];
  buttons[0].focus();
  buttons[0].dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  expect(element.shadowRoot!.activeElement).toBe(buttons[1]);
  buttons[1].click();
  expect(chosen.length).toBe(1);
  expect(element.shadowRoot!.querySelectorAll('.waiting').length).toBe(buttons.length);
  const key = keyOfRow(chosen[0]);
  Object.assign(element, { pieces: new Map([[key, 26]]), chosen: key });
  await drawn(element);
  expect(texts(element, 7)[1]).toBe('26');
  expect(element.shadowRoot!.querySelectorAll('tr')[2].ariaCurrent).toBe('true');
});

test('three ways: a number says its fraction and asks for its voxels', async () => {
  const element = await show('dl-three-ways', { result }, [300, 400]);
  const chosen = heard<unknown>(element, 'structure-choose');
  const found = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.number')];
  expect(found.length).toBe(9);
  found[0].click();
  found[1].click();
  expect(chosen).toEqual([
    { structure: { kind: 'region', index: 0 }, raw: true },
    { structure: { kind: 'region', index: 0 }, raw: false },
  ]);
  expect(found[0].title).toMatch(/^whole_tumor: 2 × \d+ \/ \(2 × \d+ \+ \d+ \+ \d+\) = 0\.\d{4}/);
});

test('the dots stand on the axis of their numbers', async () => {
  const element = await show('dl-three-ways', { result }, [300, 400]);
  const plot = inside(element, '.dots').getBoundingClientRect();
  const axis = inside(element, '.axis').getBoundingClientRect();
  expect([plot.x, plot.width]).toEqual([axis.x, axis.width]);
});
