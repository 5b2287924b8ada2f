import { simulatedChart } from '../../core/charts/chart-simulated.ts';
import type { ChartSpec } from '../../core/charts/chart-spec.ts';
import type { Language } from '../../core/messages/sentence.ts';
import type { PseudoDiceState, ShownSimulation } from './pseudo-dice-state.ts';

type View = Pick<PseudoDiceState, 'isPerClass' | 'range'> & { shown: ShownSimulation; language: Language };

let last: { view: View; spec: ChartSpec } | null = null;

const VIEW = ['shown', 'isPerClass', 'range', 'language'] as const;

/** The chart of what is shown; null where nothing is. The last one is kept. */
export function chartOf({ shown, isPerClass, range }: PseudoDiceState, language: Language): ChartSpec | null {
  if (!shown) return null;
  const view = { shown, isPerClass, range, language };
  if (last && VIEW.every((key) => last?.view[key] === view[key])) return last.spec;
  const { result, gap, comparison } = shown;
  const otherEma = comparison?.otherOrder.emas ?? null;
  const spec = simulatedChart({ result, gap, otherEma, isPerClass, range, language });
  last = { view, spec };
  return spec;
}
