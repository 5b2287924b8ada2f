import type { App } from './app.ts';

/** At most so many errors stand on screen; the oldest goes first. */
const MAX_SHOWN = 3;
let nextId = 1;

/** Shows an error until it is dismissed. Aborts are never shown. */
export function reportError({ store }: App, error: unknown): void {
  if (error instanceof DOMException && error.name === 'AbortError') return;
  store.change({ errors: [...store.state.errors, { id: nextId++, error }].slice(-MAX_SHOWN) });
}

/** Takes an error off the screen. */
export function dismissError({ store }: App, id: number): void {
  store.change({ errors: store.state.errors.filter((error) => error.id !== id) });
}

/** Runs an action: the page is busy meanwhile, and what goes wrong is shown. */
export async function act(app: App, action: () => Promise<void>): Promise<void> {
  const { store } = app;
  store.change({ pending: store.state.pending + 1 });
  try {
    await action();
  } catch (error) {
    reportError(app, error);
  } finally {
    store.change({ pending: store.state.pending - 1 });
  }
}
