import { proxy } from 'comlink';
import { sumCauses } from '../../core/errors-of-case/case-errors.ts';
import { BOUNDARY_LAYER_MM } from '../../core/errors-of-case/error-cause.ts';
import { orderErrors } from '../../core/errors-of-case/error-order.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { App } from '../app.ts';
import { changeView } from '../case/view-settings.ts';
import { act } from '../report-error.ts';
import { notesKey, recallNotes } from './kept-notes.ts';
import { changeNavigator, chooseError, listErrors } from './errors-view.ts';

/** Opens the navigator on the case on screen and finds its errors, unless they are known; the largest is chosen. */
export async function openErrors(app: App): Promise<void> {
  const { store } = app;
  const { opened: of, navigator, view, request } = store.state;
  if (!of || !request) return;
  if (navigator?.of !== of) {
    store.change({
      navigator: {
        of,
        errors: null,
        causes: [],
        progress: null,
        layerMm: navigator?.layerMm ?? BOUNDARY_LAYER_MM,
        cause: null,
        sort: 'volume',
        listed: [],
        at: 0,
        pictures: new Map(),
        pictured: null,
        notes: recallNotes(notesKey(request)),
        before: [],
        viewBefore: navigator?.viewBefore ?? view,
      },
    });
    await findErrors(app);
    return;
  }
  if (navigator.errors === null && navigator.progress === null) await findErrors(app);
}

/** The slices as the navigator wants them: one large axial one with the errors of all labels. */
export function showErrorsLarge(app: App): void {
  const { view, navigator } = app.store.state;
  if (navigator) changeNavigator(app, { viewBefore: view });
  changeView(app, { layout: 'one', plane: 'axial', everything: true });
  app.store.change({ overlay: 'errors' });
}

/** Goes back to the scores; the slices are laid out as they were. */
export function closeErrors(app: App): void {
  const { navigator } = app.store.state;
  app.store.change({ errorsShown: false });
  if (!navigator) return;
  const { layout, plane, everything } = navigator.viewBefore;
  changeView(app, { layout, plane, everything });
}

/** Finds the errors of the open case again, with another boundary layer where one is given, in mm. */
export function findErrors(app: App, layerMm?: number): Promise<void> {
  const { store, session } = app;
  if (layerMm !== undefined) changeNavigator(app, { layerMm });
  const { navigator } = store.state;
  if (!navigator) return Promise.resolve();
  const { of, errors: before } = navigator;
  return act(app, async () => {
    changeNavigator(app, { progress: 0 });
    try {
      const watch = proxy(({ doneBytes, totalBytes }: { doneBytes: number; totalBytes: number }) => {
        if (store.state.navigator?.of === of) changeNavigator(app, { progress: doneBytes / totalBytes });
      });
      const errors = unwrap(await session.findErrors(navigator.layerMm, watch));
      if (store.state.navigator?.of !== of) return;
      const { cause, sort } = store.state.navigator;
      changeNavigator(app, {
        errors,
        causes: sumCauses(errors),
        progress: null,
        listed: orderErrors(errors, cause, sort),
      });
      if (before) await listErrors(app, {});
      else await chooseError(app, 0);
    } finally {
      if (store.state.navigator?.of === of) changeNavigator(app, { progress: null });
    }
  });
}

/** Stops finding; errors found before stay. */
export function stopFinding({ session }: App): void {
  void session.stopFindingErrors();
}
