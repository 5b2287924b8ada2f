import type { App } from '../../app/app.ts';
import { chartsOf } from '../../app/runs/runs-charts.ts';
import { changeRuns, pinnedEpoch, stepBest, stepEpoch } from '../../app/runs/runs-view.ts';
import { wholeRange } from '../../core/charts/chart-context.ts';
import { followChartKeys } from '../chart-keys.ts';

/** Keys of the page of runs; the result ends that. */
export function followRunKeys(app: App): () => void {
  const context = () => {
    const { runs, language } = app.store.state;
    return runs && (chartsOf(runs, language)?.context ?? null);
  };
  return followChartKeys({
    stepEpoch: (by) => stepEpoch(app, by),
    stepBest: (by) => stepBest(app, by),
    place: () => {
      const { runs } = app.store.state;
      const { run, positions } = context()?.chosen ?? { run: { epochs: [] }, positions: [] };
      const at = run.epochs.findIndex(({ epoch }) => runs && epoch === pinnedEpoch(runs));
      return positions[at] ?? Number.NaN;
    },
    changeRange: (change) => {
      const drawn = context();
      const whole = drawn && wholeRange(drawn);
      if (whole) changeRuns(app, { range: change(app.store.state.runs?.range ?? whole, whole) });
    },
  });
}
