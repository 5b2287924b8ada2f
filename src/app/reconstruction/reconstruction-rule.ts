import type { Rule } from '../../core/reconstruction/rule.ts';
import type { App } from '../app.ts';
import { changeLaboratory, refreshLaboratory } from './reconstruction-view.ts';

/** So many changes can be undone. */
const MAX_UNDO = 100;

/**
 * Puts another rule in place; tables and slices follow. Changes with the same `gesture`, such as those of one drag,
 * are undone together; '' stands for itself.
 */
export async function changeRule(app: App, rule: Rule, gesture = ''): Promise<void> {
  const { laboratory } = app.store.state;
  if (!laboratory || isSame(rule, laboratory.rule)) return;
  const continues = gesture !== '' && gesture === laboratory.gesture;
  const before = continues ? laboratory.before : [...laboratory.before, laboratory.rule].slice(-MAX_UNDO);
  changeLaboratory(app, { rule, before, gesture });
  await refreshLaboratory(app);
}

/** A gesture is over: the next one is undone by itself. */
export function endGesture(app: App): void {
  if (app.store.state.laboratory?.gesture) changeLaboratory(app, { gesture: '' });
}

/** Goes back to the rule before. */
export async function undoRule(app: App): Promise<void> {
  const { before } = app.store.state.laboratory ?? { before: [] };
  const rule = before.at(-1);
  if (!rule) return;
  changeLaboratory(app, { rule, before: before.slice(0, -1), gesture: '' });
  await refreshLaboratory(app);
}

/** Goes back to nnU-Net's rule; that can be undone too. */
export async function resetRule(app: App): Promise<void> {
  const { laboratory } = app.store.state;
  if (laboratory) await changeRule(app, laboratory.opened.rule);
}

/** Whether two rules are the same in every part. */
export function isSame(a: Rule, b: Rule): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
