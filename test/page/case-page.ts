import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import type { Vec3 } from '../../src/core/volume/grid.ts';
import type { Plane } from '../../src/core/volume/slice-geometry.ts';

/** Waits until nothing is under way any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('body[data-busy=false]', { state: 'attached', timeout: 60_000 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

/** Chooses files by the one "Open files" (in any language) and waits until they are read. */
export async function openFiles(page: Page, ...paths: string[]): Promise<void> {
  await page.locator('input[type=file][multiple]').setInputFiles(paths);
  await settled(page);
}

/** A structure as the tables show it; the Dice as it is shown, and in full from its title. */
export interface ShownScore {
  name: string;
  tp: string;
  fp: string;
  fn: string;
  dice: string;
  title: string;
}

/** What stands in the tables of regions and of labels. */
export function readTables(page: Page): Promise<{ region: ShownScore[]; label: ShownScore[] }> {
  return page.evaluate(() => {
    const tables = document
      .querySelector('dl-app')
      ?.shadowRoot?.querySelector('case-page')
      ?.shadowRoot?.querySelector('dl-score-tables')?.shadowRoot;
    const half = (name: string) =>
      [...(tables?.querySelectorAll(`th.name[data-half=${name}]`) ?? [])].map((head) => {
        const cells = [
          ...(head.parentElement?.querySelectorAll<HTMLElement>(`td[data-half=${name}] button`) ?? []),
        ].filter((button) => !button.closest('.drop'));
        const part = (wanted: string) => cells.find(({ dataset }) => dataset.part === wanted);
        const text = (wanted: string) => part(wanted)?.textContent?.trim() ?? '';
        return {
          name: head.querySelector('.cut')?.textContent?.trim() ?? '',
          tp: text('tp'),
          fp: text('fp'),
          fn: text('fn'),
          dice: text('all'),
          title: part('all')?.title ?? '',
        };
      });
    return { region: half('region'), label: half('label') };
  });
}

/** The file that a button saves, and its name. */
export async function exportText(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** A score as SPEC 9 has it. */
export interface ExportedScore {
  name: string;
  tp: number;
  fp: number;
  fn: number;
  tn: number;
  dice: number | null;
  iou: number | null;
  nRef: number;
  nPred: number;
}

/** A case as SPEC 9 has it. */
export interface ExportedCase {
  schema: string;
  case: string;
  engine: { kind: string; reason: string | null };
  grid: { size: number[]; spacingMm: number[] };
  voxels: number;
  ignored: number;
  regions: Record<string, ExportedScore>;
  rawRegions?: Record<string, ExportedScore>;
  labels: Record<string, ExportedScore>;
  joint: { rows: number[]; columns: number[]; cells: number[][] };
  patterns?: { regions: string[]; voxels: number; writes: number; byReference: number[] }[];
  warnings: { code: string; message: string }[];
}

/** The numbers that "Export JSON" saves. */
export async function exportCase(page: Page): Promise<ExportedCase> {
  return JSON.parse((await exportText(page, 'Export JSON')).text) as ExportedCase;
}

/** The errors on screen. */
export async function alerts(page: Page): Promise<string[]> {
  return (await page.getByRole('alert').locator('p').allInnerTexts()).map((text) => text.trim());
}

/** What the footer says about the voxel under the pointer or the crosshair: place, reference, prediction. */
export async function readout(page: Page): Promise<string> {
  const words = await page.locator('dl-footer .readout').innerText();
  const labels = await page
    .locator('dl-footer .readout dl-label-chip')
    .evaluateAll((chips) => chips.map((chip) => (chip as unknown as { label: number }).label));
  return `${/\d+, \d+, \d+/.exec(words)?.[0]}: ${labels.join(' ')}`;
}

/** The voxel under the crosshair. */
export function crosshair(page: Page): Promise<Vec3> {
  return page.evaluate(() => {
    const viewer = document
      .querySelector('dl-app')
      ?.shadowRoot?.querySelector('case-page')
      ?.shadowRoot?.querySelector('dl-viewer');
    return (viewer as unknown as { crosshair: Vec3 }).crosshair;
  });
}

/** Where the middles of the voxels of a slice are in the window, as the slice itself reads the pointer, by `x,y,z`. */
export function placesOf(page: Page, plane: Plane): Promise<Record<string, Point>> {
  return page.evaluate((name) => {
    const slice = document
      .querySelector('dl-app')
      ?.shadowRoot?.querySelector('case-page')
      ?.shadowRoot?.querySelector('dl-viewer')
      ?.shadowRoot?.querySelector(`dl-slice.${name}`);
    const view = slice?.shadowRoot?.querySelector('.view');
    if (!slice || !view) throw new Error(`no slice ${name}`);
    let under = '';
    const listen = (event: Event) => {
      under = (event as CustomEvent<{ voxel: Vec3 | null }>).detail.voxel?.join() ?? '';
      event.stopPropagation();
    };
    window.addEventListener('voxel-hover', listen, { capture: true });
    const { left, top, right, bottom } = slice.getBoundingClientRect();
    const found: Record<string, { x: number; y: number; n: number }> = {};
    for (let y = Math.ceil(top); y < bottom; y += 3) {
      for (let x = Math.ceil(left); x < right; x += 3) {
        view.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y }));
        if (under === '') continue;
        const sum = (found[under] ??= { x: 0, y: 0, n: 0 });
        sum.x += x;
        sum.y += y;
        sum.n += 1;
      }
    }
    view.dispatchEvent(new PointerEvent('pointerleave'));
    window.removeEventListener('voxel-hover', listen, { capture: true });
    return Object.fromEntries(
      Object.entries(found).map(([voxel, { x, y, n }]) => [
        voxel,
        { x: Math.round(x / n), y: Math.round(y / n) },
      ]),
    );
  }, plane);
}

/** A place in the window, in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** Red, green and blue that a slice has at each of these places of the window. */
export function coloursAt(page: Page, plane: Plane, places: Point[]): Promise<number[][]> {
  return page.evaluate(
    ([name, wanted]) => {
      const canvas = document
        .querySelector('dl-app')
        ?.shadowRoot?.querySelector('case-page')
        ?.shadowRoot?.querySelector('dl-viewer')
        ?.shadowRoot?.querySelector(`dl-slice.${name}`)
        ?.shadowRoot?.querySelector('canvas');
      const context = canvas?.getContext('2d');
      if (!canvas || !context) throw new Error(`no slice ${name}`);
      const { left, top } = canvas.getBoundingClientRect();
      return wanted.map(({ x, y }) =>
        [...context.getImageData(Math.round(x - left), Math.round(y - top), 1, 1).data].slice(0, 3),
      );
    },
    [plane, places] as const,
  );
}
