import { contains, overlap, type Span } from '../../text/span.ts';
import { addTo } from '../../util/groupBy.ts';
import type { Attribution } from '../attributions/findAttributions.ts';
import { yieldsClaims } from '../claims/draftClaims.ts';
import type { ExtractedQuotation } from '../extraction.ts';
import type { QuotedSpan } from './marks.ts';
import { isSame, isSpeech, lastStart, nearby, scoreOf } from './resumedSpeech.ts';

/** From this score on a content speaks for the words quoted in it; below it the marks are the surer witness. */
const SURE = 0.8;
/** A content of a quotation and no more words than this besides is shown as both. */
const FEW_WORDS = 2;
const LONGEST_HEADING = 150;
/** So many headings are looked up in what is said, so that the work stays linear. */
const MOST_REPEATS = 20;

/**
 * One quotation for every attribution, and one for every quoted stretch that no sure one holds: a term or scare quote,
 * with the speaker of the report that holds it, or words whose speaker is not said. What a sure one holds is among its
 * fragments.
 */
export function buildQuotations(
  text: string,
  attributions: readonly Attribution[],
  quoted: readonly QuotedSpan[],
  entityOf: (phrase: Span | null) => number | null,
): ExtractedQuotation[] {
  const fragments = new Map<Attribution, Span[]>();
  const quotationOf = (a: Attribution): ExtractedQuotation => {
    const parts = a.content.length > 1 ? { parts: a.content } : {};
    const { start, end, kind, source, cue, score, origin } = a;
    return {
      start,
      end,
      ...parts,
      ...(fragments.has(a) ? { fragments: fragments.get(a) as Span[] } : {}),
      kind,
      speaker: source,
      cue: cue.end > cue.start ? cue : null,
      entity: entityOf(source),
      origin,
      score,
    };
  };
  const apart: ExtractedQuotation[] = [];
  const sorted = [...attributions].sort((a, b) => a.start - b.start);
  for (const q of quoted) {
    const near = nearby(sorted, q);
    if (near.some((a) => isSame(a, q))) continue;
    const piece = near.find((a) => a.content.some((c) => isSame(c, q)));
    // "dismissed this as “fiction”"
    if (piece?.kind === 'mixed') addTo(fragments, piece, { start: q.start, end: q.end });
    if (piece) continue;
    const holder = near.filter((a) => a.content.some((c) => contains(c, q))).at(-1);
    if (!/[\p{L}\p{N}]{2}/u.test(text.slice(q.start, q.end))) continue;
    if (holder && holder.score >= SURE && wordsAround(text, holder, q) > FEW_WORDS) {
      addTo(fragments, holder, { start: q.start, end: q.end });
      continue;
    }
    const speech = isSpeech(text, q) || (holder !== undefined && holder.kind !== 'indirect');
    const voice = holder ?? (speech ? undefined : sentenceSource(text, sorted, q));
    apart.push({
      start: q.start,
      end: q.end,
      kind: speech ? 'direct' : 'scare',
      speaker: voice?.source ?? null,
      cue: voice?.cue ?? null,
      entity: voice ? entityOf(voice.source) : null,
      origin: 'rule:quotation-marks',
      score: scoreOf(q),
    });
  }
  const said = [...attributions.filter((a) => isOwnReport(text, a, sorted)).map(quotationOf), ...apart];
  const repeats = said.filter((q) => !q.speaker && isInHeading(text, q)).slice(0, MOST_REPEATS);
  return said
    .map((q) => (repeats.includes(q) ? { ...q, ...speakerOfRepeated(text, q, said) } : q))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Not so "I don't believe it" in quoted words: what hangs there on a verb, and asserts nothing, is part of the quotation. */
function isOwnReport(text: string, a: Attribution, sorted: readonly Attribution[]): boolean {
  const words = text.slice(a.start, a.end);
  if (a.kind !== 'direct' || (yieldsClaims(a) && !/^\S+(?:\s\S+)?$/.test(words))) return true;
  if (/["“”„«»‘’]/.test(text.slice(a.start - 1, a.start))) return true;
  return !nearby(sorted, a).some((b) => b !== a && b.kind !== 'indirect' && b.content.some((c) => contains(c, a.cue)));
}

/** True in a short line that no full stop ends. */
function isInHeading(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_HEADING), start);
  const after = text.slice(end, end + LONGEST_HEADING);
  if (!(before.includes('\n') || start < LONGEST_HEADING) || !after.includes('\n')) return false;
  return !/[.!?]["'”’»]?\s*$/.test(text.slice(end - 1, end) + after.slice(0, after.indexOf('\n')));
}

/** Who says in the article the words that a heading quotes. */
function speakerOfRepeated(text: string, q: Span, said: readonly ExtractedQuotation[]) {
  const words = text.slice(q.start, q.end).toLowerCase();
  const spoken = said.find(
    (s) =>
      s.speaker &&
      s.kind !== 'indirect' &&
      overlap(s, q) === 0 &&
      text.slice(s.start, s.end).toLowerCase().includes(words),
  );
  return spoken ? { speaker: spoken.speaker, cue: spoken.cue, entity: spoken.entity } : {};
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
