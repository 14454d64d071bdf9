import { daysOf } from './interval.ts';

/** Days by which articles on one event are apart at most. */
const MOST = 120;

/**
 * The day (`YYYY-MM-DD`) with the given month and day that lies nearest to one of the others, or null where none is
 * near: a wire report names no year, what is told with it does. @param monthDay `MM-DD`.
 */
export function dayNear(monthDay: string, others: readonly string[]): string | null {
  let best: { readonly day: string; readonly apart: number } | null = null;
  for (const other of others) {
    const at = daysOf(other)?.[0];
    if (at === undefined) continue;
    for (const shift of [-1, 0, 1]) {
      const day = `${Number(other.slice(0, 4)) + shift}-${monthDay}`;
      const apart = Math.abs((daysOf(day)?.[0] ?? Infinity) - at);
      if (apart <= MOST && apart < (best?.apart ?? Infinity)) best = { day, apart };
    }
  }
  return best?.day ?? null;
}
