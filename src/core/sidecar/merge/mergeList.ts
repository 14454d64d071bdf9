import { sameValue } from '../../store/sameValue.ts';

type Entries = readonly unknown[];

/**
 * A list of which each side may add and remove entries: what one removed is gone unless the other changed it, what
 * either added is in. The order is that of `first`, with what only `second` has behind.
 * @param keyOf tells entries apart; entries with one key are versions of one thing.
 */
export function mergeList(
  base: Entries,
  first: Entries,
  second: Entries,
  keyOf: (entry: unknown) => string,
): unknown[] {
  const byKey = (entries: Entries) => new Map(entries.map((entry) => [keyOf(entry), entry]));
  const [before, one, other] = [byKey(base), byKey(first), byKey(second)];
  const merged: unknown[] = [];
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const [b, a, c] = [before.get(key), one.get(key), other.get(key)];
    if (a !== undefined && c !== undefined) merged.push(sameValue(a, b) ? c : a);
    else if (!before.has(key) || !sameValue(a ?? c, b)) merged.push(a ?? c);
  }
  return merged;
}
