import type { MovedFields } from '../../model/records.ts';
import { sameValue } from '../../store/sameValue.ts';
import { canonical } from './canonical.ts';
import { isObject, type Json } from './json.ts';
import { mergeList } from './mergeList.ts';

/** Says that one person changed a record that another deleted: the field of such a conflict, for the whole record. */
export const WHOLE_RECORD = '*';

/** A conflict as the sidecar has it. */
export interface RawConflict {
  readonly field: string;
  readonly ours: Json;
  readonly theirs: Json;
  readonly moved?: MovedFields | undefined;
}

/** The conflicts of two sides and those of their merge; one that a side settled is gone. */
export function joinConflicts(
  base: unknown,
  ours: unknown,
  theirs: unknown,
  added: readonly RawConflict[],
): readonly unknown[] {
  if (added.length === 0 && sameValue(base, ours)) return listOf(theirs);
  if (added.length === 0 && sameValue(base, theirs)) return listOf(ours);
  const kept = mergeList(listOf(base), listOf(ours), listOf(theirs), withoutLabels);
  const all = new Map([...added, ...kept].map((conflict) => [withoutLabels(conflict), conflict]));
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, conflict]) => conflict);
}

/** The record with one conflict more, `conflict` being the last of the known fields. */
export function flagged(record: Json, added: RawConflict): Json {
  const { conflict, ...rest } = record;
  return { ...rest, conflict: joinConflicts(undefined, conflict, undefined, [added]) };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whichever side is called ours, the conflict is the same. */
function withoutLabels(conflict: unknown): string {
  if (!isObject(conflict)) return canonical(conflict);
  const { ours, theirs, ...rest } = conflict;
  return canonical([rest.field, rest, [canonical(ours), canonical(theirs)].sort()]);
}

/** The value of a unit as a conflict keeps it, with who wrote it; no value where the side had none. */
export function conflictSide(value: Json, keys: readonly string[], { by, on }: Json): Json {
  const held = keys.length === 1 ? value[keys[0] as string] : renamed(value, lastStep);
  const none = Object.keys(value).length === 0;
  return { ...(none ? {} : { value: held }), ...(by === undefined ? {} : { by }), ...(on === undefined ? {} : { on }) };
}

/** The opposite of {@link conflictSide}: what a side of a conflict says of the keys of its unit. */
export function valueOfSide(side: { readonly value?: unknown }, keys: readonly string[]): Json {
  if (!Object.hasOwn(side, 'value')) return {};
  if (keys.length === 1) return { [keys[0] as string]: side.value };
  const whole = isObject(side.value) ? side.value : {};
  return renamed(whole, (step) => keys.find((key) => lastStep(key) === step) ?? step);
}

const lastStep = (key: string) => key.slice(key.lastIndexOf('.') + 1);

function renamed(value: Json, rename: (key: string) => string): Json {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [rename(key), inner]));
}
