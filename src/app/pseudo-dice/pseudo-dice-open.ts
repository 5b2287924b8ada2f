import type { Vec3 } from '../../core/volume/grid.ts';
import { NNUNET_SAMPLING } from '../../core/pseudo-dice/patch-settings.ts';
import { clampSettings } from '../../core/pseudo-dice/clamp-settings.ts';
import type { App } from '../app.ts';
import { requestOf } from '../case/open-case.ts';
import { NO_PLACE } from '../link.ts';
import type { AppState } from '../state.ts';
import { parsePlace, placeOf, type LinkedSimulation } from './pseudo-dice-link.ts';
import type { PseudoDiceState } from './pseudo-dice-state.ts';
import { changePseudoDice } from './pseudo-dice-view.ts';
import { simulate } from './simulate.ts';

/** Nothing simulated yet. */
export const NOTHING: PseudoDiceState = {
  of: '',
  set: 0,
  cases: [],
  leftOut: [],
  settings: NNUNET_SAMPLING,
  isPatchChosen: false,
  plans: null,
  clamps: [],
  trainings: [],
  trainingFiles: [],
  shown: null,
  progress: null,
  isStopped: false,
  epoch: null,
  hovered: null,
  caseIndex: 0,
  patch: null,
  isPerClass: false,
  range: null,
};

/**
 * Takes the cases of the open files where they are other ones than before, and follows a link that was entered;
 * both simulate anew. To be called whenever the page is shown and the state has changed.
 */
export function followState(app: App): void {
  const { state } = app.store;
  const place = state.places['pseudo-dice'] ?? NO_PLACE;
  const before = state.pseudoDice ?? NOTHING;
  const of = sourceOf(state);
  const isOther = of !== before.of;
  const isLinked = place.query !== '' && place.query !== placeOf(before).query;
  if (!isOther && !isLinked) return;
  const linked = isLinked ? linkedState(before, parsePlace(place)) : {};
  const own = { ...before, ...linked };
  if (!isOther) {
    const isSame = JSON.stringify(own.settings) === JSON.stringify(before.settings);
    app.store.change({ pseudoDice: own });
    changePseudoDice(app, {});
    if (!isSame) void simulate(app);
    return;
  }
  const { cases, leftOut } = casesOf(state);
  const patch = own.isPatchChosen ? own.settings.patch : defaultPatch(state);
  app.store.change({
    pseudoDice: {
      ...own,
      of,
      set: before.set + 1,
      cases,
      leftOut,
      settings: { ...own.settings, patch },
      shown: null,
      ...(before.shown === null ? {} : { epoch: null, caseIndex: 0, patch: null, range: null }),
    },
  });
  changePseudoDice(app, {});
  void simulate(app);
}

function linkedState(before: PseudoDiceState, linked: LinkedSimulation): Partial<PseudoDiceState> {
  const { epoch, caseIndex, drawn, isPerClass, ...given } = linked;
  const { settings, clamps } = clampSettings({ ...before.settings, ...given }, before.settings);
  return {
    settings,
    clamps,
    isPatchChosen: before.isPatchChosen || given.patch !== undefined,
    epoch: epoch ?? null,
    caseIndex: caseIndex ?? 0,
    patch: drawn ?? null,
    isPerClass: isPerClass ?? false,
  };
}

/** What tells files, roles, regions and model apart from others. */
function sourceOf(state: AppState): string {
  const { files, regionsByHand } = state;
  return JSON.stringify([
    files.map(({ id, role, part, folder }) => [id, role, part, folder]),
    regionsByHand,
    modelOf(state),
  ]);
}

function modelOf({ cases, current }: AppState): string {
  return cases[current]?.model ?? '';
}

/** Cases with something predicted, of each the model that is open, else its first; names of those without. */
function casesOf(state: AppState): Pick<PseudoDiceState, 'cases' | 'leftOut'> {
  const { files, cases, engine, regionsByHand } = state;
  const idOf = (role: string) => files.find((file) => file.role === role)?.id ?? null;
  const sorted = { files, dataset: idOf('dataset'), labelNames: idOf('label-names') };
  const names = [...new Set(cases.map(({ name }) => name))];
  const chosen = names.map((name) => {
    const models = cases.filter((one) => one.name === name);
    return models.find(({ model }) => model === modelOf(state)) ?? models[0];
  });
  const isPredicted = ({ prediction, probabilities, masks }: (typeof chosen)[number]) =>
    prediction !== null || probabilities !== null || masks.length > 0;
  return {
    cases: chosen.filter(isPredicted).map((one) => requestOf(sorted, one, engine, regionsByHand)),
    leftOut: chosen.filter((one) => !isPredicted(one)).map(({ name }) => name),
  };
}

/** Half of the open case along every axis, where no plans and no one say more; nnU-Net's for small plans without one. */
export function defaultPatch({ opened }: Pick<AppState, 'opened'>): Vec3 {
  if (!opened) return NNUNET_SAMPLING.patch;
  const [x, y, z] = opened.result.grid.size.map((size) => Math.max(1, Math.round(size / 2)));
  return [x, y, z];
}
