import type { App } from '../app/app.ts';
import { act } from '../app/report-error.ts';

/**
 * Shows the parts of a page one after the other, each in a task of its own, so that none keeps the page from
 * answering; the page is busy until all of them stand.
 */
export function drawInParts(app: App, parts: number, show: (drawn: number) => void): void {
  void act(app, async () => {
    for (let drawn = 1; drawn <= parts; drawn++) {
      await new Promise((resolve) => setTimeout(resolve));
      show(drawn);
    }
  });
}
