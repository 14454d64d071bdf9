import type { Annotations, AnyRecord, RecordKind } from '../model/records.ts';
import type { DisputedCard } from '../model/sourceCard.ts';
import { decisionOf } from '../sidecar/decision.ts';
import { type Change, changeCard, type Edit, invertEdit } from './edit.ts';
import type { KeptHistory } from './keptHistory.ts';
import { mergeTarget } from './mergeTarget.ts';
import { recordsOf } from './recordTable.ts';
import { sameValue } from './sameValue.ts';

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
      if (!sameDecision(kind, before, record)) return bound;
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

const sameDecision = (kind: RecordKind, a: AnyRecord | null, b: AnyRecord | null): boolean =>
  sameValue(a, b) || (a !== null && b !== null && decisionOf(kind, a) === decisionOf(kind, b));
