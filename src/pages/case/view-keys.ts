import type { App } from '../../app/app.ts';
import { otherModelOf } from '../../app/case/view-other.ts';
import { changeView, type ViewSettings } from '../../app/case/view-settings.ts';
import { PLANES } from '../../core/volume/slice-geometry.ts';
import { COMPARISONS, LAYOUTS, OVERLAY_STYLES } from '../../core/volume/view-settings.ts';

/** By how much [ and ] move the line of a swipe: a share of the view. */
const SWIPE_STEP = 0.05;

/** Follows a key that changes how slices are shown; whether it is one. */
export function pressView(app: App, key: string): boolean {
  const fields = fieldsOf(app, key);
  if (fields) changeView(app, fields);
  return fields !== null;
}

function fieldsOf({ store }: App, key: string): Partial<ViewSettings> | null {
  const { view, opened } = store.state;
  const swipe = (by: number) =>
    view.compare === 'swipe' ? { swipe: Math.min(Math.max(view.swipe + by, 0), 1) } : null;
  switch (key) {
    case 'l':
      return { layout: nextOf(LAYOUTS, view.layout) };
    case 'v':
      return { plane: nextOf(PLANES, view.plane) };
    case 'b':
      return { style: nextOf(OVERLAY_STYLES, view.style) };
    case 'i':
      return { display: view.display === 'smooth' ? 'nearest' : 'smooth' };
    case 'r':
      return { convention: view.convention === 'radiological' ? 'neurological' : 'radiological' };
    case 'a':
      return { everything: !view.everything };
    case 'f':
      return view.compare === 'flicker'
        ? { flicker: view.flicker === 'reference' ? 'prediction' : 'reference' }
        : { compare: 'flicker' };
    case 'd': {
      const offered = COMPARISONS.filter((one) => one !== 'agreement' || otherModelOf(store.state) >= 0);
      return { compare: nextOf(offered, view.compare) };
    }
    case 'h': {
      const count = opened?.probabilityChannels ?? 0;
      if (count === 0) return null;
      const next = view.heat === null ? 0 : view.heat + 1;
      return { heat: next < count ? next : null };
    }
    case 'escape':
      return view.compare === 'none' ? null : { compare: 'none' };
    case '[':
      return swipe(-SWIPE_STEP);
    case ']':
      return swipe(SWIPE_STEP);
    case '+':
    case '=':
      return { zoom: view.zoom * 1.25 };
    case '-':
      return { zoom: view.zoom / 1.25 };
    case '0':
      return { zoom: 1, panMm: [0, 0, 0] };
    default:
      return null;
  }
}

function nextOf<Value>(values: readonly Value[], current: Value): Value {
  return values[(values.indexOf(current) + 1) % values.length];
}
