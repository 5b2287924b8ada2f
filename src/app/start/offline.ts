import type { App } from '../app.ts';

let waiting: ServiceWorker | null = null;

/**
 * Keeps the page for a visit without network, and says when a newer version lies ready. Not behind `dicelens serve`,
 * whose ports change hands between versions, nor in a frame of another page. Where it is forbidden, nothing is kept.
 */
export async function keepOffline({ store }: App): Promise<void> {
  if (!('serviceWorker' in navigator) || window.top !== window) return;
  const offer = (worker: ServiceWorker | null) => {
    if (!worker || !navigator.serviceWorker.controller) return; // the first version is no newer one
    waiting = worker;
    store.change({ updateReady: true });
  };
  const registration = (await navigator.serviceWorker.register('sw.js').catch(() => undefined)) as
    ServiceWorkerRegistration | undefined;
  if (!registration) return;
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker);
    });
  });
}

/** Lets the newer version take over and loads the page anew. */
export function loadUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage({ type: 'SKIP_WAITING' });
}

/** The newer version starts with the next visit. */
export function postponeUpdate({ store }: App): void {
  store.change({ updateReady: false });
}
