import type { Page } from '../app/link.ts';
import { runsKeyWords } from '../core/messages/runs-page.ts';
import { viewKeyWords } from '../core/messages/view-keys.ts';
import { keyWords } from '../core/messages/shell.ts';
import type { Sentence } from '../core/messages/sentence.ts';

/** What a key or a movement does; keys that are the same in every language stand as they are. */
export type Shortcut = readonly [what: Sentence, keys: Sentence | string];

const EVERYWHERE: readonly Shortcut[] = [
  [keyWords.open, 'O'],
  [keyWords.palette, 'Ctrl K, ⌘ K'],
  [keyWords.help, '?'],
];

const IN_A_CASE: readonly Shortcut[] = [
  [keyWords.slices, keyWords.slicesKeys],
  [keyWords.crosshair, keyWords.crosshairKeys],
  [keyWords.window, keyWords.windowKeys],
  [keyWords.channel, 'C'],
  [keyWords.mode, '1 2 3 4'],
  [keyWords.piece, 'N, P'],
  [keyWords.rows, keyWords.rowsKeys],
];

/** Keys of the slices of the case page. */
const OF_VIEW: readonly Shortcut[] = [
  [viewKeyWords.layout, 'L'],
  [viewKeyWords.plane, 'V'],
  [viewKeyWords.zoom, viewKeyWords.zoomKeys],
  [viewKeyWords.pan, viewKeyWords.panKeys],
  [viewKeyWords.style, 'B'],
  [viewKeyWords.all, 'A'],
  [viewKeyWords.flicker, 'F'],
  [viewKeyWords.compare, 'D'],
  [viewKeyWords.swipe, '[ ]'],
  [viewKeyWords.heat, 'H'],
  [viewKeyWords.display, 'I'],
  [viewKeyWords.convention, 'R'],
];

const OF_RUNS: readonly Shortcut[] = [
  [runsKeyWords.epoch, '← →'],
  [runsKeyWords.best, '[ ]'],
  [runsKeyWords.zoom, runsKeyWords.zoomKeys],
  [runsKeyWords.move, runsKeyWords.moveKeys],
  [runsKeyWords.all, runsKeyWords.allKeys],
];

const OF_COHORT: readonly Shortcut[] = [
  [keyWords.rows, keyWords.rowsKeys],
  [keyWords.openCase, 'Enter'],
  [keyWords.search, '/'],
];

const OF_PAGES: Readonly<Partial<Record<Page, readonly Shortcut[]>>> = {
  case: [...IN_A_CASE, [keyWords.errors, keyWords.errorsKeys], ...OF_VIEW],
  reconstruction: IN_A_CASE,
  why: IN_A_CASE,
  'pseudo-dice': OF_RUNS,
  runs: OF_RUNS,
  cohort: OF_COHORT,
};

/** Keys and mouse of a page, its own first. */
export function shortcutsOf(page: Page): readonly Shortcut[] {
  return [...(OF_PAGES[page] ?? []), ...EVERYWHERE];
}
