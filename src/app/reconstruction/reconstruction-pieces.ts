import type { PatternRow } from '../../core/case/case-result.ts';
import { keyOfRow } from '../../core/reconstruction/rule-selection.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { App } from '../app.ts';
import { changeLaboratory } from './reconstruction-view.ts';
import { act } from '../report-error.ts';

const SETTLE_MS = 300;
let timer: ReturnType<typeof setTimeout> | undefined;
let wanted: readonly PatternRow[] = [];

/** Counts the pieces of the rows that are on screen, one by one, a moment after the last change. */
export function countPieces(app: App, rows: readonly PatternRow[]): void {
  wanted = rows;
  clearTimeout(timer);
  timer = setTimeout(() => void act(app, () => countWanted(app)), SETTLE_MS);
}

async function countWanted(app: App): Promise<void> {
  const { store, session } = app;
  const rows = wanted;
  for (const { pattern, writes } of rows) {
    const before = store.state.laboratory;
    const numbers = before?.shown?.numbers;
    if (!before || !numbers || numbers.rule !== before.rule || rows !== wanted) return;
    const key = keyOfRow({ pattern, writes });
    if (before.pieceCounts.has(key)) continue;
    const { count } = unwrap(
      await session.findRulePieces(numbers.rule, { kind: 'pattern', pattern, writes }),
    );
    const { laboratory: now } = store.state;
    if (now?.shown?.numbers !== numbers) return;
    changeLaboratory(app, { pieceCounts: new Map(now.pieceCounts).set(key, count) });
  }
}
