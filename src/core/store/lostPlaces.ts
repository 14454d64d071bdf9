import { resolveAll } from '../anchor/resolve.ts';
import type { TextBlocks } from '../anchor/textBlocks.ts';
import { placeOf } from '../model/recordSpans.ts';
import type { Annotations, RecordRef } from '../model/records.ts';
import type { Span } from '../text/span.ts';
import { recordsOf } from './recordTable.ts';
import { takenPlaces } from './settleBroken.ts';

/** For each of some records without a place, up to three places that may be meant, the best first. */
export function lostPlaces(
  annotations: Annotations,
  refs: readonly RecordRef[],
  blocks: TextBlocks,
): ReadonlyMap<RecordRef, readonly Span[]> {
  const found = new Map<RecordRef, readonly Span[]>();
  for (const kind of new Set(refs.map((ref) => ref.kind))) {
    const records = recordsOf(annotations, kind);
    const lost = refs.flatMap((ref) => {
      const record = ref.kind === kind ? records.get(ref.id) : undefined;
      const stored = record && placeOf(record)?.stored;
      return stored ? [{ ref, stored }] : [];
    });
    const options = { sameText: false, taken: takenPlaces(records.values()) };
    const resolved = resolveAll(
      lost.map(({ stored }) => stored),
      blocks,
      options,
    );
    lost.forEach(({ ref }, i) => {
      const resolution = resolved[i];
      if (resolution) found.set(ref, resolution.anchor === 'orphan' ? resolution.candidates : resolution.spans);
    });
  }
  return found;
}
