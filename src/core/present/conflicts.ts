import { placeOf } from '../model/recordSpans.ts';
import type { Annotations, AnyRecord, ConflictSide, FieldConflict, RecordRef } from '../model/records.ts';
import { RECORD_KINDS } from '../model/records.ts';
import type { DisputedCard } from '../model/sourceCard.ts';
import type { ArticleState } from '../store/articleState.ts';
import { recordsOf } from '../store/recordTable.ts';
import { compareSpans, hull, type Span } from '../text/span.ts';
import { fieldWords, oneLine, valueWords } from './valueWords.ts';

/** A kept conflict of an open article. */
export interface ShownConflict {
  /** Null for what the file says of the article. */
  readonly record: RecordRef | null;
  /** Its number among the conflicts of the record, or of the article. */
  readonly at: number;
  readonly conflict: FieldConflict;
  /** Where a person sees it: the record's words, or the first that mention it; null where there are none. The first line for what is said of the article. */
  readonly span: Span | null;
}

/** All kept conflicts in the order of the text, those without words first. */
export function conflictsOf({
  annotations,
  text,
  source,
}: ArticleState & { readonly source: DisputedCard }): ShownConflict[] {
  const firstLine = { start: 0, end: /^.*/.exec(text)?.[0].length ?? 0 };
  const found = (source.conflict ?? []).map(
    (conflict, at): ShownConflict => ({ record: null, at, conflict, span: firstLine }),
  );
  for (const kind of RECORD_KINDS) {
    for (const [id, record] of recordsOf(annotations, kind)) {
      if (!record.conflict) continue;
      const span = spanOf(annotations, record);
      record.conflict.forEach((conflict, at) => {
        found.push({ record: { kind, id }, at, conflict, span });
      });
    }
  }
  const nowhere = { start: -1, end: -1 };
  return found.sort((a, b) => compareSpans(a.span ?? nowhere, b.span ?? nowhere));
}

/** Where a person sees a record: its words, or the first that mention it; null where there are none. */
export function spanOf(annotations: Annotations, record: AnyRecord): Span | null {
  const spans = placeOf(record)?.spans ?? [];
  if (spans.length > 0) return hull(spans);
  if ('predicate' in record && record.claim !== null) {
    const claim = annotations.claims.get(record.claim);
    return claim ? spanOf(annotations, claim) : null;
  }
  if (!('aliases' in record)) return null;
  const mentions = [...annotations.mentions.values()].filter(({ entity }) => entity === record.id);
  const all = mentions.flatMap(({ place }) => place.spans);
  return all.reduce<Span | null>((first, span) => (first && first.start <= span.start ? first : span), null);
}

/** "type: group (Ada, 2026-01-02) or event (Ben)" */
export function conflictWords(annotations: Annotations, { field, ours, theirs }: FieldConflict): string {
  return `${fieldWords(field)}: ${sideWords(annotations, ours)} or ${sideWords(annotations, theirs)}`;
}

/** "group (Ada, 2026-01-02)" */
export function sideWords({ entities }: Annotations, { value, by, on }: ConflictSide): string {
  const signed = [by && oneLine(by), on && oneLine(on.slice(0, 10))].filter(Boolean).join(', ');
  return `${valueWords(value, (id) => entities.get(id)?.name)}${signed && ` (${signed})`}`;
}
