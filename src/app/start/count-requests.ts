import { addRequest } from '../../core/start/request-count.ts';
import type { App } from '../app.ts';

/** Counts what the page asks for, from its load on, as the browser itself reports it. */
export function countRequests({ store }: App): void {
  new PerformanceObserver((list) => {
    const requests = list
      .getEntries()
      .reduce((count, { name }) => addRequest(count, name, location.origin), store.state.requests);
    store.change({ requests });
  }).observe({ type: 'resource', buffered: true });
}
