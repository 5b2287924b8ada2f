import type { App } from './app.ts';
import { formatHash, hasPlace, HOME, NO_PLACE, parseHash, type Page, type Place } from './link.ts';
import { choose, fits, moveTo } from './case/view-case.ts';

const SETTLE_MS = 300;

/**
 * Keeps the address in step with what is on screen, a moment after the last change, and follows an address that
 * is entered or gone back to.
 */
export function followLink(app: App): void {
  const { store } = app;
  goTo(app, parseHash(location.hash));
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.listen((state) => {
    if (!state.opened && !hasPlace(state.page)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { page, places, voxel, overlay, selection } = store.state;
      const hash = formatHash({ page, place: places[page] ?? NO_PLACE, voxel, overlay, selection });
      if (hash !== location.hash) history.replaceState(null, '', hash);
    }, SETTLE_MS);
  });
  window.addEventListener('hashchange', () => {
    const linked = parseHash(location.hash);
    const { page, voxel, overlay, selection } = linked;
    const { opened } = store.state;
    goTo(app, linked);
    if (!opened || hasPlace(page)) return;
    const shown = overlay === 'reconstruction' && !opened.hasPatterns ? HOME.overlay : overlay;
    if (selection && fits(selection, opened)) void choose(app, selection, { overlay: shown, voxel });
    else {
      store.change({ overlay: shown });
      if (voxel) void moveTo(app, voxel);
    }
  });
}

/** Shows a page. A link to a page without a place leads to where one stood on it. */
function goTo({ store }: App, { page, place }: { readonly page: Page; readonly place: Place }): void {
  const { places } = store.state;
  const isBare = place.path === '' && place.query === '';
  store.change({ page, places: isBare ? places : { ...places, [page]: place } });
}

/** Where one stands on a page that keeps its own place; the address follows. */
export function setPlace({ store }: App, page: Page, place: Place): void {
  store.change({ places: { ...store.state.places, [page]: place } });
}
