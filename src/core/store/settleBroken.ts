import { resolveAll, type TakenPlace } from '../anchor/resolve.ts';
import type { TextBlocks } from '../anchor/textBlocks.ts';
import { placeOf } from '../model/recordSpans.ts';
import { type AnyRecord, RECORD_KINDS } from '../model/records.ts';
import type { StoredAnchors } from '../model/selectors.ts';
import type { Change } from './edit.ts';
import { anchorAt, changedAt } from './healRecord.ts';
import { type RecordTable, tableOf } from './recordTable.ts';

/** Decisions that lost their words and stand again somewhere in the text, found by their stored selectors. */
export function settleBroken(table: RecordTable, blocks: TextBlocks): Change[] {
  const changes: Change[] = [];
  for (const kind of RECORD_KINDS) {
    const broken: { readonly record: AnyRecord; readonly stored: StoredAnchors }[] = [];
    for (const record of tableOf(table, kind).values()) {
      const place = placeOf(record);
      if (place?.anchor === 'orphan' && place.stored) broken.push({ record, stored: place.stored });
    }
    if (broken.length === 0) continue;
    const found = resolveAll(
      broken.map(({ stored }) => stored),
      blocks,
      { sameText: false, taken: takenPlaces(tableOf(table, kind).values()) },
    );
    broken.forEach(({ record }, i) => {
      const resolution = found[i];
      if (!resolution || resolution.anchor === 'orphan') return;
      const { spans, anchor } = resolution;
      if (anchor === 'changed' && placeOf(record)?.kept) return;
      const after =
        anchor === 'anchored' ? anchorAt(kind, record, spans, blocks) : changedAt(kind, record, spans, blocks);
      changes.push({ kind, id: record.id, before: record, after } as Change);
    });
  }
  return changes;
}

/** The words that records stand on: an orphan is somewhere else. */
export function takenPlaces(records: Iterable<AnyRecord>): TakenPlace[] {
  const taken: TakenPlace[] = [];
  for (const record of records) {
    const place = placeOf(record);
    const span = place?.spans[0];
    if (place?.anchor === 'anchored' && span) taken.push({ start: span.start, exact: place.exact });
  }
  return taken;
}
