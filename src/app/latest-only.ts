import type { App } from './app.ts';
import { act } from './report-error.ts';

/**
 * Work for what is wished last: asked again while it runs, it runs once more when it is done, and everyone waits
 * for that. `work` resolves to whether it has to run again all the same. What goes wrong is shown.
 */
export function latestOnly(work: (app: App) => Promise<boolean | void>): (app: App) => Promise<void> {
  let running: Promise<void> | null = null;
  let askedAgain = false;
  const runAll = async (app: App) => {
    try {
      do {
        askedAgain = false;
        if (await work(app)) askedAgain = true;
      } while (askedAgain);
    } finally {
      running = null; // at once: a wish after the last look at askedAgain starts anew
    }
  };
  return async (app) => {
    if (running) askedAgain = true;
    else running = act(app, () => runAll(app));
    await running;
  };
}
