import { contains, overlap, type Span } from '../../text/span.ts';
import type { Attribution } from '../attributions/findAttributions.ts';
import type { ExtractedQuotation } from '../extraction.ts';
import type { QuotedSpan } from './marks.ts';

const LONG_WORDS = 6;
/** From this score on a content speaks for the words quoted in it; below it the marks are the surer witness. */
const SURE = 0.8;
/** A content of a quotation and no more words than this besides is shown as both. */
const FEW_WORDS = 2;
const RESUME_WITHIN = 900;

/**
 * One quotation for every attribution, and one for every quoted stretch that no sure one holds: a term or scare quote,
 * with the speaker of the report that holds it, or words whose speaker is not said.
 */
export function buildQuotations(
  text: string,
  attributions: readonly Attribution[],
  quoted: readonly QuotedSpan[],
  entityOf: (phrase: Span | null) => number | null,
): ExtractedQuotation[] {
  const quotations = attributions.map((a): ExtractedQuotation => {
    const parts = a.content.length > 1 ? { parts: a.content } : {};
    const { start, end, kind, source, cue, score, origin } = a;
    return {
      start,
      end,
      ...parts,
      kind,
      speaker: source,
      cue,
      entity: entityOf(source),
      origin,
      score,
    };
  });
  const sorted = [...attributions].sort((a, b) => a.start - b.start);
  for (const q of quoted) {
    const near = nearby(sorted, q);
    if (near.some((a) => isSame(a, q) || a.content.some((c) => isSame(c, q)))) continue;
    const holder = near.filter((a) => a.content.some((c) => contains(c, q))).at(-1);
    if (holder && holder.score >= SURE && wordsAround(text, holder, q) > FEW_WORDS) continue;
    const quotedText = text.slice(q.start, q.end);
    if (!/[\p{L}\p{N}]{2}/u.test(quotedText)) continue;
    const words = quotedText.split(/\s+/).length;
    const speech = !holder && words >= LONG_WORDS && q.depth === 0;
    const before = speech ? speakerBefore(text, sorted, q) : undefined;
    const voice = holder ?? before ?? (speech ? undefined : sentenceSource(text, sorted, q));
    quotations.push({
      start: q.start,
      end: q.end,
      kind: speech ? 'direct' : 'scare',
      speaker: voice?.source ?? null,
      cue: voice?.cue ?? null,
      entity: voice ? entityOf(voice.source) : null,
      origin: before ? 'rule:resumed-quotation' : 'rule:quotation-marks',
      score: q.balanced ? 0.6 : 0.4,
    });
  }
  return quotations.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The direct speech right before, in the same paragraph: a quotation without a cue of its own goes on with its speaker. */
function speakerBefore(text: string, sorted: readonly Attribution[], q: Span): Attribution | undefined {
  for (let i = lastStart(sorted, q.start); i >= 0; i--) {
    const a = sorted[i] as Attribution;
    if (q.start - a.start > RESUME_WITHIN) return undefined;
    if (a.end <= q.start && a.kind !== 'indirect' && a.source) {
      return text.slice(a.end, q.start).includes('\n') ? undefined : a;
    }
  }
  return undefined;
}

/** A fragment in a sentence that reports belongs to the last source before it, else to the first one after it. */
function sentenceSource(text: string, sorted: readonly Attribution[], q: Span): Attribution | undefined {
  const last = lastStart(sorted, q.start);
  const near = sorted.slice(Math.max(0, last - 3), last + 3).filter((a) => a.source && inSentence(text, a, q));
  return near.findLast((a) => a.cue.end <= q.start) ?? near[0];
}

const SENTENCE_REACH = 400;

function inSentence(text: string, { cue }: Attribution, q: Span): boolean {
  const [from, to] = cue.end <= q.start ? [cue.end, q.start] : [q.end, cue.start];
  return to >= from && to - from < SENTENCE_REACH && !/[.!?]["”’]?\s+\p{Lu}|\n/u.test(text.slice(from, to));
}

function wordsAround(text: string, holder: Span, q: Span): number {
  return (text.slice(holder.start, q.start) + text.slice(q.end, holder.end)).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function isSame(a: Span, b: Span): boolean {
  const shared = overlap(a, b);
  return shared >= 0.8 * Math.max(a.end - a.start, b.end - b.start);
}

/** Attributions that may hold `q`; contents are bounded in length, so a window of them is enough. */
function nearby(sorted: readonly Attribution[], q: Span): Attribution[] {
  const last = lastStart(sorted, q.start);
  return sorted.slice(Math.max(0, last - 11), last + 2).filter((a) => overlap(a, q) > 0);
}

/** Index of the last attribution that starts at or before `at`, or -1. */
function lastStart(sorted: readonly Attribution[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((sorted[mid] as Attribution).start <= at) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}
