/** Something with an end; disposing twice does nothing. */
export interface Disposable {
  dispose(): void;
}

/** Registers a listener; dispose what it returns to stop listening. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/**
 * The firing side of an {@link Event}. Listeners are called in the order of their registration, each exactly once a
 * fire; one that was disposed during the fire is no longer called, one that was added during it waits for the next.
 * When listeners throw, the others are called all the same and the first error is thrown afterwards.
 */
export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<{ readonly call: (value: T) => void }>();

  readonly event: Event<T> = (listener) => {
    const entry = { call: listener };
    this.#listeners.add(entry);
    return { dispose: () => this.#listeners.delete(entry) };
  };

  fire(value: T): void {
    const errors: unknown[] = [];
    for (const entry of [...this.#listeners]) {
      if (!this.#listeners.has(entry)) continue;
      try {
        entry.call(value);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
