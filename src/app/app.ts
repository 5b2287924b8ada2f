import type { Remote } from 'comlink';
import { wrap } from 'comlink';
import type { CaseSession } from '../workers/case-session.ts';
import { INITIAL_STATE, type AppState } from './state.ts';
import { Store } from './store.ts';

/** What every action works on: the state, and the worker that holds the volumes. */
export interface App {
  readonly store: Store<AppState>;
  readonly session: Remote<CaseSession>;
}

/** Starts the worker; the state is empty. */
export function openApp(): App {
  const worker = new Worker(new URL('../workers/case.worker.ts', import.meta.url), { type: 'module' });
  return { store: new Store<AppState>(INITIAL_STATE), session: wrap<CaseSession>(worker) };
}
