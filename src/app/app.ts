import type { Remote } from 'comlink';
import type { CaseSession } from '../workers/case/case-session.ts';
import type { AppState } from './state.ts';
import type { Store } from './store.ts';

/** What every action works on: the state, and the worker that holds the volumes. */
export interface App {
  readonly store: Store<AppState>;
  readonly session: Remote<CaseSession>;
  /** Ends the worker, whatever it does; a fresh one opens again what was open. */
  replaceWorker(): void;
}
