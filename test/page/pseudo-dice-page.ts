import type { Page } from 'playwright';
import { settled } from './case-page.ts';

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
