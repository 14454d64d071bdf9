import type { RecordRef } from '../model/records.ts';
import type { LineIndex } from '../text/lines.ts';
import type { ArticleIndex } from './articleIndex.ts';
import { reviewQueue } from './reviewQueue.ts';

/** What begins in one paragraph (a line of the text). */
export interface ParagraphSummary {
  /** Zero-based. */
  readonly line: number;
  readonly words: string;
  /** What awaits a decision there, else what stands there first. */
  readonly record: RecordRef;
}

interface Tally {
  readonly entities: Set<string>;
  claims: number;
  open: number;
  first: RecordRef | null;
  firstOpen: RecordRef | null;
}

/** One summary for each paragraph in which a mention or a claim begins, in document order. */
export function paragraphSummaries(index: ArticleIndex, lines: LineIndex): ParagraphSummary[] {
  const tallies = new Map<number, Tally>();
  const tallyAt = (offset: number): Tally => {
    const line = lines.lineAt(offset);
    const tally = tallies.get(line) ?? { entities: new Set(), claims: 0, open: 0, first: null, firstOpen: null };
    tallies.set(line, tally);
    return tally;
  };
  for (const { value, start } of index.spans.entries) {
    const tally = tallyAt(start);
    tally.first ??= value;
    const mention = value.kind === 'mentions' ? index.annotations.mentions.get(value.id) : undefined;
    if (mention) tally.entities.add(mention.entity);
    else tally.claims++;
  }
  for (const { record, start } of reviewQueue(index)) {
    const tally = tallyAt(start);
    tally.open++;
    tally.firstOpen ??= record;
  }
  return [...tallies]
    .sort(([a], [b]) => a - b)
    .flatMap(([line, { entities, claims, open, first, firstOpen }]) => {
      const record = firstOpen ?? first;
      if (!record) return [];
      const counts = [
        entities.size > 0 && `${entities.size} ${entities.size === 1 ? 'entity' : 'entities'}`,
        claims > 0 && `${claims} ${claims === 1 ? 'claim' : 'claims'}`,
        open > 0 && `${open} unreviewed`,
      ];
      return [{ line, words: counts.filter(Boolean).join(', '), record }];
    });
}
