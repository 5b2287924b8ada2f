import type { Page } from 'playwright';
import { settled } from './case-page.ts';
import type { FolderFile } from './runs-page.ts';

/** A simulation as the page and the command line write it. */
export interface ExportedSimulation {
  seed: number;
  settings: Record<string, unknown>;
  pseudoDice: { mean: number };
  gap: { steps: { code: string; value: number }[] };
  epochs: { mean: number; ema: number; best: boolean }[];
  cases: unknown[];
  patches: { start: number[]; forced: string | null }[];
}

/** Takes the exported JSON apart. */
export function exportedSimulation(text: string): ExportedSimulation {
  return JSON.parse(text) as ExportedSimulation;
}

/** Waits until a simulation stands on screen with all that follows from it. */
export async function simulated(page: Page): Promise<void> {
  await page.locator('pseudo-dice-chart dl-run-chart').waitFor();
  await page.locator('pseudo-dice-accounts dl-gap-waterfall').waitFor();
  await settled(page);
}

/** The sentence on top. */
export async function finding(page: Page): Promise<string> {
  return (await page.locator('pseudo-dice-page h1').innerText()).trim();
}

/** The line of values of the chosen epoch. */
export async function shownEpoch(page: Page): Promise<string> {
  const parts = await page.locator('pseudo-dice-chart .readout > span:not(.keys, .off)').allInnerTexts();
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Opens files with the folders that they lie in, and stays on the page. */
export async function openFolderOnPage(page: Page, files: readonly FolderFile[]): Promise<void> {
  const plain = files.map(({ path, content }) => ({ path, base64: Buffer.from(content).toString('base64') }));
  await page.evaluate((list) => {
    const chosen = list.map(({ path, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const file = new File([bytes], path.split('/').at(-1)!);
      Object.defineProperty(file, 'webkitRelativePath', { value: path });
      return file;
    });
    const input = document
      .querySelector('dl-app')!
      .shadowRoot!.querySelector<HTMLInputElement>('#open-files')!;
    Object.defineProperty(input, 'files', { value: chosen, configurable: true });
    input.dispatchEvent(new Event('change'));
    delete (input as { files?: unknown }).files;
  }, plain);
  await settled(page);
}
