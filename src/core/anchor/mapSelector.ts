import { diffChars } from 'diff';
import type { StoredSelector } from '../model/selectors.ts';
import { exactOf } from './describe.ts';
import type { Resolution } from './resolution.ts';
import { resolveByBlock } from './resolveByBlock.ts';
import type { TextMap } from './textMap.ts';
import { standsAlone, wholeWords } from './wholeWords.ts';

/** Words of which less was kept are other words. */
const LEAST_LIKE = 0.5;
const MOST_EDITS = 400;

/**
 * Where the words of a selector stand by the difference between its own text and the present one.
 * @returns `changed` where an edit reached inside them or made them part of a longer word; null when they are gone;
 * `unclear` where they may be one of two.
 */
export function mapSelector(selector: StoredSelector, map: TextMap): Resolution | 'unclear' | null {
  const { quote } = selector;
  const spans = resolveByBlock(selector, map.old);
  const mapped = spans?.map((span) => map.map(span)) ?? [];
  if (mapped.includes('unclear')) return 'unclear';
  const now = mapped.filter((part) => part !== null && part !== 'unclear');
  if (now.length === 0 || now.length < mapped.length) return null;
  const places = now.map(({ span }) => span);
  const same = exactOf(map.newText, places) === quote.exact;
  const alone = places.every((span) => standsAlone(map.newText, span, quote));
  // The same words out of other pieces are other words.
  if (same && alone) return now.every(({ whole }) => whole) ? { anchor: 'anchored', spans: places } : null;
  const whole = places.map((span) => wholeWords(map.newText, span));
  const ordered = whole.every((span, i) => i === 0 || (whole[i - 1]?.end ?? 0) <= span.start);
  return ordered && isLike(quote.exact, exactOf(map.newText, whole)) ? { anchor: 'changed', spans: whole } : null;
}

/** At least half of the characters of both are the same, in order. */
function isLike(exact: string, words: string): boolean {
  const most = Math.floor((exact.length + words.length) * (1 - LEAST_LIKE));
  return diffChars(exact, words, { maxEditLength: Math.min(most, MOST_EDITS) }) !== undefined;
}
