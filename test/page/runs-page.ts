import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { settled } from './case-page.ts';
import { openFolderOnPage, type FolderFile } from './folder-files.ts';

/** Opens files with the folders that they lie in, and waits until the page of the runs shows them. */
export async function openFolder(page: Page, files: readonly FolderFile[]): Promise<void> {
  await openFolderOnPage(page, files);
  await page.waitForFunction(() => location.hash.startsWith('#/runs'));
  await page.waitForSelector('runs-page runs-sidebar');
  await settled(page);
}

/** The runs of the list, as shown: name and number of epochs. */
export function listedRuns(page: Page): Promise<string[][]> {
  return page
    .locator('dl-run-list tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td:not(.hours)')].map((cell) => cell.textContent!.trim()).slice(0, 2),
      ),
    );
}

/** The line of values of the marked epoch. */
export async function readout(page: Page): Promise<string> {
  return (await page.locator('dl-run-readout > span').allInnerTexts()).join(' ').replace(/\s+/g, ' ').trim();
}

/** The charts of the page by what they say to those who do not see them. */
export function chartNames(page: Page): Promise<(string | null)[]> {
  return page
    .locator('dl-run-chart [role=img]')
    .evaluateAll((charts) => charts.map((chart) => chart.getAttribute('aria-label')));
}

/** Pixels of a chart's canvas that are not empty. */
export function paintedPixels(page: Page, id: string): Promise<number> {
  return page.locator(`dl-run-chart.${id} canvas`).evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    let painted = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i] > 0) painted++;
    return painted;
  });
}

/** The name and the bytes of the file that a button saves. */
export async function saveBy(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
