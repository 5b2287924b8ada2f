import { DEFAULT_VIEW, type ViewSettings } from '../../core/volume/view-settings.ts';
import { LEAST_ZOOM, MOST_ZOOM } from '../../core/volume/view-zoom.ts';
import type { App } from '../app.ts';
import { openOther } from './view-other.ts';
import { moveTo } from './view-case.ts';

export { DEFAULT_VIEW, type ViewSettings };

/** Changes how the slices are shown; what is not given stays. Slices are read anew where they have to be. */
export function changeView(app: App, fields: Partial<ViewSettings>): void {
  const { store } = app;
  const before = store.state.view;
  const wished = { ...before, ...fields };
  const view = { ...wished, zoom: Math.min(Math.max(wished.zoom, LEAST_ZOOM), MOST_ZOOM) };
  store.change({ view });
  if (view.compare === 'agreement' || view.compare === 'side-by-side') void openOther(app);
  const isSame = view.convention === before.convention && view.heat === before.heat;
  if (!isSame) void moveTo(app, store.state.voxel);
}
