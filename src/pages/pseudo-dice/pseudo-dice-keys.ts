import type { App } from '../../app/app.ts';
import {
  changePseudoDice,
  chosenEpoch,
  stepBest,
  stepEpoch,
} from '../../app/pseudo-dice/pseudo-dice-view.ts';
import type { Range } from '../../core/charts/chart-range.ts';
import { followChartKeys } from '../chart-keys.ts';

/** Keys of the page, as those of the runs; the result ends that. */
export function followPseudoDiceKeys(app: App): () => void {
  return followChartKeys({
    stepEpoch: (by) => stepEpoch(app, by),
    stepBest: (by) => stepBest(app, by),
    place: () => {
      const { pseudoDice } = app.store.state;
      return pseudoDice ? chosenEpoch(pseudoDice) : Number.NaN;
    },
    changeRange: (change) => {
      const { pseudoDice } = app.store.state;
      if (!pseudoDice?.shown) return;
      const whole: Range = [0, Math.max(1, pseudoDice.shown.result.epochs.length)];
      changePseudoDice(app, { range: change(pseudoDice.range ?? whole, whole) });
    },
  });
}
