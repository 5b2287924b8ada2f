import type { SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import type { SimulationProgress } from '../../workers/pseudo-dice/simulation-session.ts';
import { SimulationWorker } from '../../workers/pseudo-dice/simulation-worker.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import type { Comparison, PseudoDiceState } from './pseudo-dice-state.ts';
import { accountOf, changePseudoDice } from './pseudo-dice-view.ts';

export const simulationWorker = new SimulationWorker();

let latest = 0;

/**
 * Simulates the settings on screen, then the same cases drawn in other ways. What was asked for before is given up;
 * what is shown stays until the new figures are there.
 */
export function simulate(app: App): Promise<void> {
  return act(app, async () => {
    const own = ++latest;
    const isLatest = () => own === latest;
    try {
      await simulateShown(app, isLatest);
    } catch (error) {
      if (isLatest()) changePseudoDice(app, { isStopped: true });
      throw error;
    } finally {
      if (isLatest()) changePseudoDice(app, { progress: null });
    }
  });
}

async function simulateShown(app: App, isLatest: () => boolean): Promise<void> {
  const { pseudoDice } = app.store.state;
  if (!pseudoDice || pseudoDice.cases.length === 0) return;
  const { cases, settings, set } = pseudoDice;
  changePseudoDice(app, { isStopped: false, progress: firstProgress(pseudoDice) });
  const tell = tellProgress(app, isLatest);
  const { result, taken, failures } = await simulationWorker.simulate({ set, cases, settings }, tell);
  const { pseudoDice: now } = app.store.state;
  if (!isLatest() || !now) return;
  changePseudoDice(app, {
    shown: {
      result,
      cases: taken.map((index) => cases[index]),
      failures,
      gap: accountOf(result, now.trainings),
      comparison: null,
    },
  });
  const variants = variantsOf(settings);
  const [otherOrder, noneForced, allForced] = await simulationWorker.compare(
    variants,
    tellProgress(app, isLatest),
  );
  const { shown } = app.store.state.pseudoDice ?? {};
  if (!isLatest() || !shown) return;
  const comparison: Comparison = { otherOrder, noneForced, allForced };
  changePseudoDice(app, { shown: { ...shown, comparison } });
}

/** The other order, no patch forced, every patch forced. */
export function variantsOf(settings: SamplerSettings): readonly SamplerSettings[] {
  const otherOrder = settings.order === 'case-first' ? 'class-first' : 'case-first';
  return [
    { ...settings, order: otherOrder },
    { ...settings, oversampling: 0 },
    { ...settings, oversampling: 1 },
  ];
}

/** Ends the simulation under way; what is shown stays. */
export function stopSimulating(app: App): void {
  latest++;
  simulationWorker.stop();
  changePseudoDice(app, { progress: null, isStopped: true });
}

function firstProgress({ cases }: PseudoDiceState): PseudoDiceState['progress'] {
  return { stage: 'reading', name: cases[0].name, done: 0, total: 2 * cases.length, secondsLeft: null };
}

/** The time left is told once a tenth is done. */
const SHARE_KNOWN = 0.1;

function tellProgress(app: App, isLatest: () => boolean): (progress: SimulationProgress) => void {
  const startedMs = performance.now();
  return (progress) => {
    if (!isLatest() || !app.store.state.pseudoDice?.progress) return;
    const { done, total } = progress;
    const isKnown = done >= total * SHARE_KNOWN;
    const secondsLeft = isKnown
      ? ((performance.now() - startedMs) / 1000 / done) * Math.max(0, total - done)
      : null;
    changePseudoDice(app, { progress: { ...progress, secondsLeft } });
  };
}
