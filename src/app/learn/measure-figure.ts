import { wrap, type Remote } from 'comlink';
import { solveFigure, type FigureModel } from '../../core/learn/figure-model.ts';
import { initialValues, type FigureValues } from '../../core/learn/figure-state.ts';
import type { MeasuredFacts } from '../../core/messages/learn-frame.ts';
import type { FigureSession } from '../../workers/learn/figure-session.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';

let session: Remote<FigureSession> | null = null;

/** The worker that counts figures; started when first asked for. */
function openSession(): Remote<FigureSession> {
  session ??= wrap<FigureSession>(
    new Worker(new URL('../../workers/learn/figure.worker.ts', import.meta.url), { type: 'module' }),
  );
  return session;
}

/**
 * Counts the volumes of a figure again with the engine that the person chose, computes the figure from these counts,
 * and compares every number with those of the figure; `tell` is told what came of it.
 */
export function measureFigure(
  app: App,
  model: FigureModel,
  values: FigureValues,
  tell: (measured: MeasuredFacts) => void,
): Promise<void> {
  return act(app, async () => {
    const all = { ...initialValues(model.parameters), ...values };
    const shown = solveFigure(model, all);
    const { pairs } = shown;
    const counted =
      pairs.length === 0 ? null : unwrap(await openSession().count(pairs, app.store.state.engine));
    const from = performance.now();
    const numbers = model.numbers(model.result(all, counted?.counts ?? [], pairs));
    const computing = performance.now() - from;
    const names = Object.keys(shown.numbers);
    tell({
      volumes: pairs.length,
      voxels: pairs.reduce((sum, { reference }) => sum + reference.length, 0),
      numbers: names.length,
      different: names.filter((name) => !Object.is(numbers[name], shown.numbers[name])).length,
      engine: counted?.report.kind ?? 'cpu',
      adapter: counted?.report.adapter ?? '',
      milliseconds: (counted?.milliseconds ?? 0) + computing,
    });
  });
}
