import type { ArticleDocument } from '../document.ts';
import type { ExtractedTime, ReferenceDate } from '../extraction.ts';
import type { ParagraphCache } from '../paragraphCache.ts';
import { parseDay } from './calendar.ts';
import { detectTimes } from './detectTimes.ts';
import type { TimeExpression } from './moment.ts';
import { resolveMoment } from './resolve.ts';
import { kindsIn, type WordKinds } from './wordKinds.ts';

const FUTURE =
  /\b(?:will|shall|would|plans? to|planned|scheduled|expected|due|upcoming|going to|is to|are to)\b|['’]ll\b/;

/**
 * Every time of the sentences and date lines, in document order. Values that depend on the article's date count from
 * `reference`; without one they stay unresolved.
 */
export function findTimes(
  document: ArticleDocument,
  reference: ReferenceDate,
  cache?: ParagraphCache<readonly TimeExpression[]>,
): ExtractedTime[] {
  const day = reference.value === null ? null : parseDay(reference.value);
  const context = { reference: day, basis: `relative to ${reference.value} (${reference.basis})` };
  const times: ExtractedTime[] = [];
  const memo: WordKinds = new Map();
  const add = (start: number, text: string, words: readonly string[]) => {
    const kinds = kindsIn(words, memo);
    if (kinds === 0) return;
    const found = cache ? cache.get(text, () => detectTimes(text, kinds)) : detectTimes(text, kinds);
    if (found.length === 0) return;
    const future = FUTURE.test(text);
    for (const t of found) {
      const value = resolveMoment(t.moment, { ...context, future });
      times.push({
        start: t.start + start,
        end: t.end + start,
        ...value,
        origin: 'rule:times',
        score: scoreOf(t, value.edtf),
      });
    }
  };
  for (const z of document.zones) {
    if (z.origin !== 'rule:date-line') continue;
    const line = document.text.slice(z.start, z.end);
    add(z.start, line, line.split(/[\s/]+/));
  }
  for (const s of document.sentences) {
    const words = s.tokens.map((t) => t.text);
    add(s.start, document.text.slice(s.start, s.end), words);
  }
  return times.sort((a, b) => a.start - b.start);
}

function scoreOf({ moment }: TimeExpression, edtf: string | null): number {
  if (moment.type === 'date' && moment.year !== undefined) return moment.month === undefined ? 0.85 : 0.98;
  return edtf === null ? 0.6 : 0.85;
}
