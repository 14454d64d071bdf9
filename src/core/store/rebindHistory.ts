import { mapSpans } from '../model/recordSpans.ts';
import type { Annotations, AnyRecord, Place, RecordKind } from '../model/records.ts';
import type { DisputedCard } from '../model/sourceCard.ts';
import { compact, round4 } from '../sidecar/compact.ts';
import { type Change, changeCard, type Edit, invertEdit } from './edit.ts';
import type { KeptHistory } from './keptHistory.ts';
import { mergeTarget } from './mergeTarget.ts';
import { recordsOf } from './recordTable.ts';
import { sameValue } from './sameValue.ts';

const NOWHERE: Place = { spans: [], exact: '', anchor: 'orphan' };

/**
 * The part of `history` that leads from the records and the source card as they are: an edit that did not leave them as
 * they are found, but for where their words stand, and all behind it are dropped; so is one that removes, merges or
 * separates an entity of `inUse`. The records that it leads from become those of `annotations`.
 * @param inUse entities that decisions of somebody else have come to refer to since.
 */
export function rebindHistory(
  { blocks, done, undone }: KeptHistory,
  annotations: Annotations,
  card: DisputedCard,
  inUse: ReadonlySet<string>,
): KeptHistory {
  return {
    blocks,
    done: leadingFrom(annotations, card, inUse, done.map(invertEdit)).map(invertEdit),
    undone: leadingFrom(annotations, card, inUse, undone),
  };
}

/** The first of `edits`, as many as can be carried out one after the other. */
function leadingFrom(
  annotations: Annotations,
  source: DisputedCard,
  inUse: ReadonlySet<string>,
  edits: readonly Edit[],
): Edit[] {
  let card = source;
  const now = new Map<string, AnyRecord | null>();
  const bound: Edit[] = [];
  for (const edit of edits) {
    const changes: Change[] = [];
    const stands = edit.card?.every(({ field, before }) => sameValue(card[field] ?? null, before)) ?? true;
    if (!stands) return bound;
    card = changeCard(card, edit.card ?? []);
    for (const change of edit.changes) {
      const { kind, id, before, after } = change;
      const key = `${kind} ${id}`;
      const present = now.get(key);
      const record = present === undefined ? (recordsOf(annotations, kind).get(id) ?? null) : present;
      if (!sameDecision(decided(kind, before), decided(kind, record))) return bound;
      now.set(key, after);
      changes.push({ ...change, before: record } as Change);
    }
    if (changes.some((change) => takesFrom(change, annotations, inUse))) return bound;
    bound.push({ ...edit, changes });
  }
  return bound;
}

/** Whether a change leaves somebody else's decision on an entity that is gone, or on another one than was meant. */
function takesFrom(
  { kind, id, before, after }: Change,
  { entities }: Annotations,
  inUse: ReadonlySet<string>,
): boolean {
  if (kind !== 'entities' || (after !== null && before?.mergedInto === after.mergedInto)) return false;
  return inUse.has(id) || inUse.has(mergeTarget(entities, id));
}

/** The record without what edits of the text make of it: these may have broken and healed a copy at other times. */
function decided(kind: RecordKind, record: AnyRecord | null): object | null {
  if (!record) return null;
  const placeless = mapSpans(kind, record, { place: () => NOWHERE, part: () => [] });
  return { ...placeless, recheck: undefined };
}

/** Also where one of the two comes from a sidecar, which rounds and leaves out. */
function sameDecision(a: object | null, b: object | null): boolean {
  return sameValue(a, b) || sameValue(asSaved(a), asSaved(b));
}

/** Without fields that say nothing, and with scores rounded. */
function asSaved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asSaved);
  if (value === null || typeof value !== 'object' || value instanceof Map) return value;
  const fields = Object.entries(value).map(([key, field]) => {
    const isScore = typeof field === 'number' && (key === 'score' || key === 'confidence');
    return [key, isScore ? round4(field) : asSaved(field)] as const;
  });
  return compact(Object.fromEntries(fields));
}
