import { unwrap } from '../../workers/outcome.ts';
import type { App } from '../app.ts';
import { changeLaboratory, findPieces, whenCounted } from './reconstruction-view.ts';
import { act } from '../report-error.ts';

const SETTLE_MS = 150;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What takes longer than a frame follows a moment after the last change of the rule. */
whenCounted((app) => {
  clearTimeout(timer);
  timer = setTimeout(() => void act(app, () => followRule(app)), SETTLE_MS);
});

async function followRule(app: App): Promise<void> {
  const { laboratory } = app.store.state;
  if (!laboratory?.shown) return;
  const { choice, shown } = laboratory;
  if (choice && choice.kind !== 'evidence') await findPieces(app, choice);
  if (app.store.state.laboratory?.shown?.numbers === shown.numbers) await readCurves(app);
}

async function readCurves(app: App): Promise<void> {
  const { store, session } = app;
  const before = store.state.laboratory;
  if (!before || before.opened.source !== 'probabilities') return;
  const curves = unwrap(await session.countRuleCurves(before.rule));
  const { laboratory: now } = store.state;
  if (now?.of === before.of && now.rule === before.rule)
    changeLaboratory(app, { curves, curvesOf: now.rule });
}
