import { sameValue } from '../../store/sameValue.ts';
import { canonical } from './canonical.ts';
import type { RawConflict } from './conflictList.ts';
import { isObject } from './json.ts';

/** Three versions of a value; undefined where there is none. */
export interface Versions {
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/**
 * Merges what has no schema, objects by key at any depth. Where both sides changed one value, the one that is there or
 * else the greater in bytes stands, and `conflicts` gets both.
 */
export function mergeTree({ base, ours, theirs }: Versions, path: string, conflicts: RawConflict[]): unknown {
  if (sameValue(ours, theirs) || sameValue(theirs, base)) return ours;
  if (sameValue(ours, base)) return theirs;
  if (isObject(ours) && isObject(theirs)) {
    const before = isObject(base) ? base : {};
    const at = (data: object, key: string) => (Object.hasOwn(data, key) ? data[key as keyof typeof data] : undefined);
    const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
    const merged = keys.map((key) => {
      const versions = { base: at(before, key), ours: at(ours, key), theirs: at(theirs, key) };
      return [key, mergeTree(versions, path === '' ? key : `${path}.${key}`, conflicts)] as const;
    });
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  }
  const side = (value: unknown) => (value === undefined ? {} : { value });
  conflicts.push({ field: path, ours: side(ours), theirs: side(theirs) });
  return canonical(ours) > canonical(theirs) ? ours : theirs;
}
