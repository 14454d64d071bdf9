import { exactOf } from '../anchor/describe.ts';
import { resolveByBlock } from '../anchor/resolveByBlock.ts';
import { resolveParts } from '../anchor/resolveParts.ts';
import type { TextBlocks } from '../anchor/textBlocks.ts';
import { mapSpans, placeOf } from '../model/recordSpans.ts';
import type { AnyRecord, Place, RecordKind } from '../model/records.ts';
import type { Span } from '../text/span.ts';
import { askAgain, withoutRecheck } from './trackRecord.ts';

/**
 * A broken record on its own words again, when they stand at its place: in a block that is as it was, or where what is
 * left of the span begins or ends. Never searches elsewhere.
 * @returns null when they do not.
 */
export function healRecord<R extends AnyRecord>(kind: RecordKind, record: R, blocks: TextBlocks): R | null {
  const place = placeOf(record);
  if (!place?.stored) return null;
  const spans = resolveByBlock(place.stored, blocks) ?? wordsAtPlace(place, blocks.text);
  return spans ? anchorAt(kind, record, spans, blocks) : null;
}

/** The record on the words at `spans`, its parts found again by what was stored of them. */
export function anchorAt<R extends AnyRecord>(
  kind: RecordKind,
  record: R,
  spans: readonly Span[],
  blocks: TextBlocks,
): R {
  const place: Place = { spans, exact: exactOf(blocks.text, spans), anchor: 'anchored' };
  return withoutRecheck(moveTo(kind, record, place, blocks));
}

/** The broken record at its place, where the words are others now: it keeps its last good anchors. */
export function changedAt<R extends AnyRecord>(
  kind: RecordKind,
  record: R,
  spans: readonly Span[],
  blocks: TextBlocks,
): R {
  const place = placeOf(record);
  if (!place) return record;
  const { kept: _, ...broken } = place;
  return askAgain(moveTo(kind, record, { ...broken, spans, anchor: 'changed' }, blocks));
}

function moveTo<R extends AnyRecord>(kind: RecordKind, record: R, place: Place, blocks: TextBlocks): R {
  const stored = placeOf(record)?.stored;
  const parts = stored?.parts ? resolveParts(stored, place.spans, blocks) : null;
  return mapSpans(kind, record, {
    place: () => place,
    part: (old, path) => (parts ? (parts.get(path) ?? []) : old),
  });
}

function wordsAtPlace(place: Place, text: string): Span[] | null {
  const { spans, exact } = place;
  if (spans.length !== 1) return null;
  const { start, end } = spans[0] as Span;
  if (text.startsWith(exact, start)) return [{ start, end: start + exact.length }];
  if (end >= exact.length && text.startsWith(exact, end - exact.length)) return [{ start: end - exact.length, end }];
  return null;
}
