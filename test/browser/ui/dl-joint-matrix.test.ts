import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Selection } from '../../../src/core/labels/selection.ts';
import '../../../src/ui/case/dl-joint-matrix.ts';
import { drawn, heard, inside, labelCase, nestedCase, show } from './sample-case.ts';

const cells = (matrix: HTMLElement) => [...matrix.shadowRoot!.querySelectorAll<HTMLElement>('.cells button')];
const cellAt = (row: number, column: number) => `button[data-row="${row}"][data-column="${column}"]`;

test('every cell holds its count and chooses its voxels', async () => {
  const result = nestedCase();
  const matrix = await show('dl-joint-matrix', { result }, [380, 320]);
  const chosen = heard<Selection>(matrix, 'selection-change');
  expect(cells(matrix).map((cell) => Number(cell.textContent!.replaceAll(',', '')))).toEqual([
    ...result.joint.cells,
  ]);
  inside(matrix, cellAt(2, 3)).click();
  expect(chosen).toEqual([{ kind: 'cell', reference: 2, predicted: 3 }]);
});

test('the cells of a region are tinted by their role, the rest is grey', async () => {
  const structure = { kind: 'region', index: 1 } as const;
  const matrix = await show('dl-joint-matrix', { result: nestedCase(), structure }, [380, 320]);
  const role = (row: number, column: number) => inside(matrix, cellAt(row, column)).classList[0];
  expect([role(2, 3), role(1, 2), role(3, 0), role(0, 1)]).toEqual(['tp', 'fp', 'fn', 'other']);
});

test('of 118 labels only the cells in view are in the page, and the arrow keys reach every one', async () => {
  const matrix = await show('dl-joint-matrix', { result: labelCase(117) }, [380, 320]);
  expect(cells(matrix).length).toBeLessThan(400);
  inside(matrix, cellAt(0, 0)).focus();
  await userEvent.keyboard('{Control>}{End}{/Control}');
  await drawn(matrix);
  const last = matrix.shadowRoot!.activeElement as HTMLElement;
  expect([last.dataset.row, last.dataset.column]).toEqual(['117', '117']);
  const [cell, view] = [last, inside(matrix, '.scroll')].map((it) => it.getBoundingClientRect());
  expect(cell.bottom).toBeLessThanOrEqual(view.bottom);
  expect(cell.right).toBeLessThanOrEqual(view.right);
  expect(cells(matrix).length).toBeLessThan(400);
});

test('the focused cell stays in the page when it is scrolled away', async () => {
  const matrix = await show('dl-joint-matrix', { result: labelCase(117) }, [380, 320]);
  inside(matrix, cellAt(0, 0)).focus();
  inside(matrix, '.scroll').scrollTop = 2000;
  await drawn(matrix);
  expect((matrix.shadowRoot!.activeElement as HTMLElement).dataset.row).toBe('0');
});

test('choosing a structure brings its cell into view', async () => {
  const matrix = await show('dl-joint-matrix', { result: labelCase(117) }, [380, 320]);
  matrix.structure = { kind: 'label', value: 100 };
  await drawn(matrix);
  const cell = inside(matrix, cellAt(100, 100)).getBoundingClientRect();
  const view = inside(matrix, '.scroll').getBoundingClientRect();
  expect(cell.top).toBeGreaterThan(view.top);
  expect(cell.bottom).toBeLessThan(view.bottom);
});

test('the cell under the focus is told exactly', async () => {
  const matrix = await show('dl-joint-matrix', { result: labelCase(117) }, [380, 320]);
  inside(matrix, cellAt(2, 2)).focus();
  await drawn(matrix);
  expect(inside(matrix, 'header .caption').textContent).toContain(
    '102 voxels: reference 2 structure_2, predicted 2 structure_2',
  );
});
