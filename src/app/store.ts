/** Holds one immutable value and tells its listeners when it has been replaced, once per turn of the loop. */
export class Store<State extends object> {
  #listeners = new Set<(state: State) => void>();
  #told = true;

  constructor(private current: State) {}

  get state(): State {
    return this.current;
  }

  /** Replaces some fields. Listeners hear of it together with all other changes of this turn. */
  change(fields: Partial<State>): void {
    this.current = { ...this.current, ...fields };
    if (!this.#told) return;
    this.#told = false;
    queueMicrotask(() => {
      this.#told = true;
      for (const listener of this.#listeners) listener(this.current);
    });
  }

  /** Calls the listener after every change; the result ends that. */
  listen(listener: (state: State) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
