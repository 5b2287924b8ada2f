import { clampSettings } from '../../core/pseudo-dice/clamp-settings.ts';
import { patchOfPlans, type SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import { DiceLensError } from '../../core/errors.ts';
import type { Plans } from '../../workers/pseudo-dice/simulation-session.ts';
import type { App } from '../app.ts';
import { changePseudoDice } from './pseudo-dice-view.ts';
import { simulate } from './simulate.ts';

/** Enters other settings, within their limits, and simulates them. */
export function enterSettings(app: App, wished: Partial<SamplerSettings>): void {
  const { pseudoDice } = app.store.state;
  if (!pseudoDice) return;
  const before = pseudoDice.settings;
  const { settings, clamps } = clampSettings({ ...before, ...wished }, before);
  const isSame = JSON.stringify(settings) === JSON.stringify(before);
  changePseudoDice(app, {
    settings,
    clamps,
    isPatchChosen: pseudoDice.isPatchChosen || wished.patch !== undefined,
    ...(isSame ? {} : { patch: null }),
  });
  if (!isSame) void simulate(app);
}

/** The configurations whose patch can be used. */
export function usableConfigurations({ configurations, transposeForward }: Plans): readonly string[] {
  return configurations
    .filter(({ patchSize }) => patchSize && patchOfPlans(patchSize, transposeForward ?? undefined))
    .map(({ name }) => name);
}

/**
 * Takes patch and batch from a configuration of plans: the one asked for, else 3d_fullres, else the first.
 * @throws DiceLensError plansNoPatch where none has a patch
 */
export function takePlans(app: App, file: string, plans: Plans, asked?: string): void {
  const usable = usableConfigurations(plans);
  const configuration = usable.find((name) => name === (asked ?? '3d_fullres')) ?? usable[0];
  const chosen = plans.configurations.find(({ name }) => name === configuration);
  const patch = chosen?.patchSize && patchOfPlans(chosen.patchSize, plans.transposeForward ?? undefined);
  if (!chosen || !patch) {
    throw new DiceLensError('plansNoPatch', { file, configuration: asked ?? '', known: [] });
  }
  changePseudoDice(app, { plans: { file, plans, configuration } });
  enterSettings(app, { patch, ...(chosen.batchSize ? { batch: chosen.batchSize } : {}) });
}
