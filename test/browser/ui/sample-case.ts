import type { CaseResult } from '../../../src/core/case/case-result.ts';
import { evaluateCounts } from '../../../src/core/counts/evaluate-counts.ts';

const GRID = {
  size: [10, 10, 10],
  spacingMm: [1, 1, 1],
  affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
} as const;
const ENGINE = { kind: 'cpu', adapter: '', checked: true, reason: null } as const;

/** A case of three nested regions with patterns, one of them changed by the reconstruction. */
export function nestedCase(): CaseResult {
  const patterns = [
    [900, 9, 0, 3, 0, 2, 0, 1],
    [20, 80, 0, 5, 0, 4, 0, 2],
    [1, 3, 0, 40, 0, 1, 0, 7],
    [0, 2, 0, 5, 0, 6, 0, 30],
  ];
  const regions = [[1, 2, 3], [2, 3], [3]];
  const names = ['whole_tumor', 'tumor_core', 'enhancing_tumor'];
  return evaluateCounts({
    name: 'nested',
    grid: GRID,
    engine: ENGINE,
    scheme: {
      labels: ['edema', 'necrosis', 'enhancing'].map((name, i) => ({ value: i + 1, name })),
      regions: regions.map((labels, i) => ({
        key: `(${labels.join(', ')})`,
        name: names[i],
        labels,
        writes: i + 1,
      })),
      ignore: null,
      channelNames: [],
    },
    referenceLabels: [0, 1, 2, 3],
    labelMap: null,
    patterns: { rows: 4, columns: 8, cells: Float64Array.from(patterns.flat()) },
    warnings: [],
  });
}

/** A case of so many labels without regions; label 1 is in neither map. */
export function labelCase(labels: number): CaseResult {
  const rows = labels + 1;
  const cells = new Float64Array(rows * rows);
  for (let row = 0; row < rows; row++) {
    if (row === 1) continue;
    cells[row * rows + row] = 100 + row;
    if (row + 1 < rows) cells[row * rows + row + 1] = row;
  }
  cells[1] = 0;
  const values = Array.from({ length: rows }, (_, i) => i);
  return evaluateCounts({
    name: 'labels',
    grid: GRID,
    engine: ENGINE,
    scheme: {
      labels: values.slice(1).map((value) => ({ value, name: `structure_${value}` })),
      regions: [],
      ignore: null,
      channelNames: [],
    },
    referenceLabels: values,
    labelMap: { counts: { rows, columns: rows, cells }, labels: values },
    patterns: null,
    warnings: [],
  });
}

/** Puts an element into the page, `width` x `height` px, and waits until it is drawn. */
export async function show<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  [width, height]: readonly [number, number] = [750, 600],
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = Object.assign(document.createElement(tag), properties);
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
  document.body.replaceChildren(element);
  await drawn(element);
  return element;
}

/** Waits until an element has drawn what was set. */
export async function drawn(element: HTMLElement): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await (element as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
    await new Promise(requestAnimationFrame);
  }
}

/** The details of an event that an element fires from now on. */
export function heard<Detail>(element: HTMLElement, name: string): Detail[] {
  const details: Detail[] = [];
  element.addEventListener(name, (event) => details.push((event as CustomEvent<Detail>).detail));
  return details;
}

/** The first element inside that matches. */
export function inside(element: HTMLElement, selector: string): HTMLElement {
  const found = element.shadowRoot!.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in ${element.localName}`);
  return found;
}
