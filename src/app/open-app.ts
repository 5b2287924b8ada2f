import { DiceLensError } from '../core/errors.ts';
import { CaseWorker } from '../workers/case/case-worker.ts';
import type { App } from './app.ts';
import { reopenCase } from './case/reopen-case.ts';
import { reportError } from './report-error.ts';
import { INITIAL_STATE, type AppState } from './state.ts';
import { Store } from './store.ts';

/** An application in which nothing is open yet. Its worker starts at once, while the page is drawn. */
export function openApp(): App {
  const worker = new CaseWorker(
    () => reportError(app, new DiceLensError('workerEnded', undefined)),
    (session) => reopenCase(app, session),
  );
  const app: App = {
    store: new Store<AppState>(INITIAL_STATE),
    session: worker.session,
    replaceWorker: () => worker.replace(),
  };
  worker.start();
  return app;
}
