import type { CohortProgress } from './cohort-state.ts';

/** Before so many cases of a run are counted, nothing can be said of the time left. */
const FIRST_CASES = 3;

/** How far counting has come, and how long the rest will take at the pace of the cases counted so far. */
export class CohortPace {
  #startedMs = 0;
  #already = 0;
  #total = 0;
  #counted = 0;

  /** `already` of `total` cases need no counting. */
  start(already: number, total: number): void {
    this.#startedMs = performance.now();
    this.#already = already;
    this.#total = total;
    this.#counted = 0;
  }

  /** Another case is done. */
  count(): void {
    this.#counted++;
  }

  progress(failed: number, reused: number): CohortProgress {
    const done = this.#already + this.#counted;
    const seconds = (performance.now() - this.#startedMs) / 1000;
    const secondsLeft = this.#counted < FIRST_CASES ? null : (seconds / this.#counted) * (this.#total - done);
    return { done, total: this.#total, failed, reused, secondsLeft };
  }
}
