import { DEFAULT_VIEW, type ViewSettings } from '../../core/volume/view-settings.ts';
import type { App } from '../app.ts';
import { moveTo } from './view-case.ts';

export { DEFAULT_VIEW, type ViewSettings };

/** Changes how the slices are shown; what is not given stays. Slices are read anew where they have to be. */
export function changeView(app: App, fields: Partial<ViewSettings>): void {
  const { store } = app;
  const before = store.state.view;
  const view = { ...before, ...fields };
  store.change({ view });
  const isSame = view.convention === before.convention && view.heat === before.heat;
  if (!isSame) void moveTo(app, store.state.voxel);
}
