/** Milliseconds that a key may have to wait. */
const SLICE = 8;

/**
 * Takes steps that are long together; in between others have their turn.
 * @param wanted asked after each turn of the others.
 * @returns what the steps lead to; undefined where that was no longer wanted.
 */
export async function runInSlices<T>(
  steps: Iterator<unknown, T>,
  wanted: () => boolean = () => true,
): Promise<T | undefined> {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!wanted()) return undefined;
    until = performance.now() + SLICE;
  }
}
