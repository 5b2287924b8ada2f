import { DEFAULT_VIEW, type ViewSettings } from '../../core/volume/view-settings.ts';
import type { App } from '../app.ts';

export { DEFAULT_VIEW, type ViewSettings };

/** Changes how the slices are shown; what is not given stays. */
export function changeView({ store }: App, fields: Partial<ViewSettings>): void {
  store.change({ view: { ...store.state.view, ...fields } });
}
