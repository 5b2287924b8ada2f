import { unwrap } from '../../workers/outcome.ts';
import type { Plane } from '../../core/volume/slice-geometry.ts';
import type { App } from '../app.ts';
import { latestOnly } from '../latest-only.ts';
import { act } from '../report-error.ts';
import type { AppState } from '../state.ts';
import { requestOf } from './open-case.ts';
import { lookOf, moveTo } from './view-case.ts';

/** The other entry of the open case, whose prediction is of a second model: an index into `cases`, or -1. */
export function otherModelOf({ cases, current }: Pick<AppState, 'cases' | 'current'>): number {
  const open = cases[current];
  if (!open) return -1;
  return cases.findIndex(
    ({ reference, prediction }, i) =>
      i !== current && prediction !== null && `${reference}` === `${open.reference}`,
  );
}

/** Reads the prediction of the second model, so that both can be compared; it stays until another case is opened. */
export function openOther(app: App): Promise<void> {
  return act(app, async () => {
    const { store, session } = app;
    const { opened, other, cases, files, engine } = store.state;
    const index = otherModelOf(store.state);
    if (!opened || other || index < 0) return;
    const sorted = { files, dataset: null, labelNames: null };
    const { prediction } = requestOf(sorted, cases[index], engine, null);
    const read = unwrap(await session.openOther(prediction));
    if (store.state.opened !== opened) return;
    store.change({ other: read });
    await moveTo(app, store.state.voxel);
  });
}

/** Reads slices of one plane for the lightbox, the latest wish only. */
export function readTiles(app: App, plane: Plane, slices: readonly number[]): void {
  wishes.set(app, { plane, slices });
  void refreshTiles(app);
}

const wishes = new WeakMap<App, { readonly plane: Plane; readonly slices: readonly number[] }>();

const refreshTiles = latestOnly(async (app: App) => {
  const { store, session } = app;
  const wish = wishes.get(app);
  const { opened, channel } = store.state;
  if (!opened || !wish) return false;
  const tiles = await session.readSlices(wish.plane, wish.slices, channel, lookOf(store.state));
  if (store.state.opened === opened) store.change({ tiles });
  return false;
});
