import type { App } from './app.ts';
import { formatHash, HOME, parseHash } from './link.ts';
import { choose, fits, moveTo } from './case/view-case.ts';

const SETTLE_MS = 300;

/**
 * Keeps the address in step with what is on screen, a moment after the last change, and follows an address that
 * is entered or gone back to.
 */
export function followLink(app: App): void {
  const { store } = app;
  store.change({ page: parseHash(location.hash).page });
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.listen((state) => {
    if (!state.opened) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { page, voxel, overlay, selection } = store.state;
      const hash = formatHash({ page, voxel, overlay, selection });
      if (hash !== location.hash) history.replaceState(null, '', hash);
    }, SETTLE_MS);
  });
  window.addEventListener('hashchange', () => {
    const { page, voxel, overlay, selection } = parseHash(location.hash);
    const { opened } = store.state;
    store.change({ page });
    if (!opened) return;
    const shown = overlay === 'reconstruction' && !opened.hasPatterns ? HOME.overlay : overlay;
    if (selection && fits(selection, opened)) void choose(app, selection, { overlay: shown, voxel });
    else {
      store.change({ overlay: shown });
      if (voxel) void moveTo(app, voxel);
    }
  });
}
