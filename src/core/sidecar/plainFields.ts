import type { AnyRecord, RecordKind } from '../model/records.ts';
import { sameValue } from '../store/sameValue.ts';
import { recordSchema } from './schema.ts';

/** Fields of a record that are plain data, with no place in the text: those that get a value, and those that go. */
export interface PlainChange {
  readonly set: Readonly<Record<string, unknown>>;
  readonly drop: readonly string[];
}

const PLACED = ['place', 'attribution', 'figures', 'times', 'speakerAt', 'cueAt', 'extra'];

/** What makes `to` of `from`; null where more than plain fields differ. */
export function plainChange(from: AnyRecord, to: AnyRecord): PlainChange | null {
  const [old, next] = [fieldsOf(from), fieldsOf(to)];
  const set: Record<string, unknown> = {};
  const drop: string[] = [];
  for (const key of new Set([...Object.keys(old), ...Object.keys(next)])) {
    const value = next[key];
    if (sameValue(old[key], value)) continue;
    if (PLACED.includes(key)) return null;
    if (value === undefined) drop.push(key);
    else set[key] = value;
  }
  return { set, drop };
}

const fieldsOf = (record: AnyRecord): Readonly<Record<string, unknown>> => ({ ...record });

/** @param change one that {@link isPlainChange}. */
export function changePlain<R extends AnyRecord>(record: R, { set, drop }: PlainChange): R {
  const kept = Object.entries({ ...record, ...set }).filter(([key]) => !drop.includes(key));
  return Object.fromEntries(kept) as unknown as R;
}

/** Whether a record of this kind is one still with the change. */
export function isPlainChange(kind: RecordKind, { set, drop }: PlainChange): boolean {
  const { shape } = recordSchema(kind);
  const fits = (key: string, value: unknown) =>
    !PLACED.includes(key) && Object.hasOwn(shape, key) && shape[key as keyof typeof shape].safeParse(value).success;
  return (
    drop.every((key) => fits(key, undefined)) &&
    Object.entries(set).every(([key, value]) => fits(key, value ?? undefined))
  );
}
