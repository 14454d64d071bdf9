import type { After } from '../../src/worker/workerClient.ts';

/** Timers that run when the test says so. */
export class ManualTimers {
  readonly #set = new Map<symbol, { readonly milliseconds: number; readonly run: () => void }>();

  readonly after: After = (milliseconds, run) => {
    const key = Symbol('timer');
    this.#set.set(key, { milliseconds, run });
    return () => void this.#set.delete(key);
  };

  /** The times of the timers that are set. */
  get waiting(): readonly number[] {
    return [...this.#set.values()].map(({ milliseconds }) => milliseconds);
  }

  /** Runs the one timer of this time. @throws when there is none. */
  fire(milliseconds: number): void {
    for (const [key, timer] of this.#set) {
      if (timer.milliseconds !== milliseconds) continue;
      this.#set.delete(key);
      timer.run();
      return;
    }
    throw new Error(`no timer of ${milliseconds} ms is set, but ${this.waiting.join(', ')}`);
  }
}
