import type { App } from '../../app/app.ts';
import { OVERLAYS } from '../../app/link.ts';
import { pressView } from './view-keys.ts';
import { showChannel, stepPiece } from '../../app/case/view-case.ts';

/** Follows the keys of the case page wherever the focus is, but in fields; the result ends that. */
export function followKeys(app: App): () => void {
  const follow = (event: KeyboardEvent) => {
    if (isTyping(event)) return;
    if (press(app, event.key.toLowerCase())) event.preventDefault();
  };
  window.addEventListener('keydown', follow);
  return () => window.removeEventListener('keydown', follow);
}

/** Whether a key belongs to the browser or to a field, and not to the page. */
export function isTyping(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || isField(event);
}

/** Whether the focus is in a field, whose keys are its own. */
export function isField(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some(
      (target) =>
        target instanceof HTMLElement && target.matches('input, textarea, select, wa-select, wa-slider'),
    );
}

function press(app: App, key: string): boolean {
  const { store } = app;
  const { opened, channel } = store.state;
  if (!opened) return false;
  const mode = OVERLAYS[Number(key) - 1];
  if (mode) {
    if (mode !== 'reconstruction' || opened.hasPatterns) store.change({ overlay: mode });
    return true;
  }
  switch (key) {
    case 'c':
      if (opened.channels.length > 0) void showChannel(app, ((channel ?? -1) + 1) % opened.channels.length);
      return true;
    case 'e':
      if (store.state.errorsShown) return false; // the navigator's own, as N and P
      store.change({ errorsShown: true });
      return true;
    case 'n':
      if (store.state.errorsShown) return false;
      void stepPiece(app, 1);
      return true;
    case 'p':
      if (store.state.errorsShown) return false;
      void stepPiece(app, -1);
      return true;
    default:
      return pressView(app, key);
  }
}
