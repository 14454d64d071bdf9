import { isHeld } from '../../core/model/isHeld.ts';
import { placeOf } from '../../core/model/recordSpans.ts';
import type { Place, RecordRef } from '../../core/model/records.ts';
import { lostPlaces } from '../../core/store/lostPlaces.ts';
import { recordsOf } from '../../core/store/recordTable.ts';
import type { Span } from '../../core/text/span.ts';
import type { ArticleSession } from '../articles/articleSession.ts';

const KINDS = ['mentions', 'claims', 'quotations', 'notes'] as const;

/** A mention, a claim, a quotation or a note that no longer stands on its words. */
export interface LostAnnotation {
  readonly ref: RecordRef & { readonly kind: (typeof KINDS)[number] };
  readonly place: Place;
  /** Where it may be meant to stand, the best first; for changed words none. */
  readonly candidates: readonly Span[];
}

/** What people decided on or talked about in an article, that lost its words and that nobody has settled. */
export function lostAnnotations({ store, phase }: ArticleSession): LostAnnotation[] {
  const lost: Pick<LostAnnotation, 'ref' | 'place'>[] = [];
  for (const kind of KINDS) {
    for (const record of recordsOf(store.annotations, kind).values()) {
      const place = placeOf(record);
      if (!place || place.anchor === 'anchored' || place.kept) continue;
      if (isHeld(record) && record.state !== 'rejected') lost.push({ ref: { kind, id: record.id }, place });
    }
  }
  const orphans = lost.filter(({ place }) => place.anchor === 'orphan').map(({ ref }) => ref);
  // While the text is being edited nobody waits for candidates.
  const found = phase === 'ready' ? lostPlaces(store.annotations, orphans, store.blocks) : null;
  return lost.map(({ ref, place }) => ({ ref, place, candidates: found?.get(ref) ?? [] }));
}
