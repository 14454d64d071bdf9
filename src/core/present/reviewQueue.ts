import type { RecordRef } from '../model/records.ts';
import { compareSpans, hull, type Span } from '../text/span.ts';
import type { ArticleIndex } from './articleIndex.ts';

/** One thing to decide on, and the words that show it. */
export interface ReviewItem extends Span {
  readonly record: RecordRef;
}

/**
 * What awaits a decision, in document order: suggested entities at their first mention, suggested mentions of entities
 * that are decided on, suggested claims, and decisions whose words changed since.
 */
export function reviewQueue({ annotations, mentions, spans }: ArticleIndex): ReviewItem[] {
  const items: ReviewItem[] = [];
  for (const [id, standing] of mentions) {
    const first = standing[0]?.place.spans ?? [];
    if (annotations.entities.get(id)?.state === 'suggested' && first.length > 0) {
      items.push({ ...hull(first), record: { kind: 'entities', id } });
    }
  }
  for (const { value, start, end } of spans.entries) {
    const record = annotations[value.kind].get(value.id);
    if (!record) continue;
    const entity = 'entity' in record ? annotations.entities.get(record.entity) : undefined;
    const open = record.state === 'suggested' && entity?.state !== 'suggested';
    const changed = record.state !== 'suggested' && record.place.anchor === 'changed';
    if (open || changed || ('recheck' in record && record.recheck)) {
      items.push({ start, end, record: { kind: value.kind, id: value.id } });
    }
  }
  return items.sort((a, b) => compareSpans(a, b) || (a.record.kind < b.record.kind ? 1 : -1));
}

/**
 * The next item in the given direction, around the end of the text once.
 * @param from the present item, or a bare place in the text: the first item that starts there or later comes next.
 */
export function nextItem(queue: readonly ReviewItem[], from: ReviewItem | Span, forward: boolean): ReviewItem | null {
  const present = 'record' in from ? from.record : null;
  const at = present ? queue.findIndex(({ record }) => record.kind === present.kind && record.id === present.id) : -1;
  if (at >= 0) return queue[(at + (forward ? 1 : queue.length - 1)) % queue.length] ?? null;
  const found = forward
    ? queue.find((item) => compareSpans(item, from) >= 0)
    : queue.findLast((item) => compareSpans(item, from) < 0);
  return found ?? (forward ? queue[0] : queue.at(-1)) ?? null;
}
