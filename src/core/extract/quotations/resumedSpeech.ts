import { contains, overlap, type Span } from '../../text/span.ts';
import type { Attribution } from '../attributions/findAttributions.ts';
import type { QuotedSpan } from './marks.ts';

const LONG_WORDS = 6;
const RESUME_WITHIN = 900;
const LONGEST_PARAGRAPH = 1500;

/** What is told of a person in the article's own words. */
export interface ToldPerson extends Span {
  readonly person: Span;
}

/**
 * Speech without a cue of its own, as attributions to whoever speaks before or after it: quoted words that go on in the
 * paragraph of a direct speech, the paragraphs of one quotation, each opened by a mark and but the last closed by none,
 * and a paragraph of nothing but quoted words, said by whom the paragraph before reports. Other whole quoted sentences
 * are of whom the sentence before tells where they speak in the first person, else of nobody named.
 * @param told what is told of persons, in any order.
 */
export function findResumed(
  text: string,
  attributions: readonly Attribution[],
  quoted: readonly QuotedSpan[],
  told: readonly ToldPerson[],
): Attribution[] {
  const sorted = [...attributions].sort((a, b) => a.start - b.start);
  const outer = quoted.filter(({ depth }) => depth === 0);
  const voices = outer.map((q): Attribution | undefined => {
    const holder = nearby(sorted, q).find((a) => isSame(a, q) || a.content.some((c) => isSame(c, q) || contains(c, q)));
    return holder ?? (isSpeech(text, q) ? speakerBefore(text, sorted, q) : undefined);
  });
  const goesOn = outer.map((q, k) => isContinued(text, q, outer[k + 1]));
  for (let k = outer.length - 2; k >= 0; k--) if (goesOn[k]) voices[k] ??= voices[k + 1];
  for (let k = 0; k < outer.length; k++) {
    const q = outer[k] as QuotedSpan;
    if (goesOn[k - 1]) voices[k] ??= voices[k - 1];
    else if (!voices[k]) {
      const last = outer[k - 1];
      const follows = last && /^\s*$/.test(text.slice(last.outer.end, q.outer.start));
      if (follows && endsSentence(text, q)) voices[k] = voices[k - 1];
      else if (isSpeech(text, q) && isWholeParagraph(text, q)) voices[k] = reportedBefore(text, sorted, q);
    }
  }
  // of clauses that end together the first one leads
  const persons = new Map([...told].sort((a, b) => b.start - a.start).map(({ end, person }) => [end, person]));
  return outer.flatMap((q, k) => {
    const voice = voices[k];
    if (!voice && isOwnSentence(text, q) && nearby(sorted, q).length === 0) return [unattributed(text, q, persons)];
    if (!voice?.source || overlap(voice, q) > 0) return [];
    const { start, end } = q;
    const resumed = { start, end, content: [{ start, end }], kind: 'direct', frame: 'quote' } as const;
    return [{ ...voice, ...resumed, origin: 'rule:resumed-quotation', score: scoreOf(q) }];
  });
}

function endsSentence(text: string, { start, end }: Span): boolean {
  return /^[\p{Lu}\d].*[.!?…]$/su.test(text.slice(start, end).trim());
}

/** True for whole quoted sentences that no words lead to. */
function isOwnSentence(text: string, q: QuotedSpan): boolean {
  const before = text.slice(Math.max(0, q.outer.start - 4), q.outer.start);
  return q.balanced && isSpeech(text, q) && endsSentence(text, q) && /(?:^|\n|[.!?]["”’)]? {1,3})$/.test(before);
}

const FIRST_PERSON = /\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Oo]ur|us)\b/;

function unattributed(text: string, q: QuotedSpan, persons: ReadonlyMap<number, Span>): Attribution {
  const { start, end } = q;
  const before = /[.!?] {1,3}$/.exec(text.slice(Math.max(0, q.outer.start - 4), q.outer.start));
  const person = before && FIRST_PERSON.test(text.slice(start, end)) && persons.get(q.outer.start - before[0].length);
  const cue = { start: q.outer.start, end: q.outer.start };
  const said = { start, end, content: [{ start, end }], source: person || null, cue, lemma: 'say' } as const;
  return { ...said, kind: 'direct', frame: 'quote', origin: 'rule:unattributed-quotation', score: scoreOf(q) / 2 };
}

/** True where the closing mark is left out because the next paragraph goes on with the quotation. */
function isContinued(text: string, q: QuotedSpan, next: QuotedSpan | undefined): boolean {
  if (q.balanced || !next || text[q.outer.start] !== text[next.outer.start]) return false;
  const between = text.slice(q.outer.end, next.outer.start);
  return between.includes('\n') && between.trim() === '';
}

function isWholeParagraph(text: string, q: QuotedSpan): boolean {
  const { start, end } = q.outer;
  return /^(?:\n|)$/.test(text.slice(Math.max(0, start - 1), start)) && /^(?:\n|$)/.test(text.slice(end, end + 1));
}

/** The last report of the paragraph before `q` that is no part of another one. */
function reportedBefore(text: string, sorted: readonly Attribution[], q: QuotedSpan): Attribution | undefined {
  const before = text.slice(Math.max(0, q.outer.start - LONGEST_PARAGRAPH), q.outer.start);
  const from = q.outer.start - before.length + before.trimEnd().lastIndexOf('\n') + 1;
  const last = lastStart(sorted, q.outer.start);
  const near = sorted
    .slice(Math.max(0, last - 11), last + 1)
    .filter((a) => a.cue.start >= from && a.end < q.outer.start);
  return near
    .filter((a) => a.source && !near.some((b) => b !== a && contains(b, a.cue)))
    .sort((a, b) => a.cue.start - b.cue.start)
    .at(-1);
}

/** True for enough quoted words to be speech rather than a term. */
export function isSpeech(text: string, { start, end, depth }: QuotedSpan): boolean {
  return depth === 0 && text.slice(start, end).split(/\s+/).length >= LONG_WORDS;
}

/** How sure quotation marks alone are. */
export function scoreOf({ balanced }: QuotedSpan): number {
  return balanced ? 0.6 : 0.4;
}

/**
 * The direct speech before, in the same paragraph, or the report that the sentence right before is: a quotation without a
 * cue of its own goes on with its speaker.
 */
function speakerBefore(text: string, sorted: readonly Attribution[], q: QuotedSpan): Attribution | undefined {
  const ownSentence = /[.!?…,]$/.test(text.slice(q.start, q.end).trimEnd());
  let reported: Attribution | undefined;
  for (let i = lastStart(sorted, q.start); i >= 0; i--) {
    const a = sorted[i] as Attribution;
    if (q.start - a.start > RESUME_WITHIN) break;
    if (a.end > q.start || !a.source) continue;
    if (reported && !contains(a, reported)) break;
    const between = text.slice(Math.max(a.end, a.cue.end, a.source.end), q.outer.start);
    if (a.kind !== 'indirect' && !reported) return between.includes('\n') ? undefined : a;
    if (ownSentence && /^["”’)]?[.!?]["”’)]? {1,3}$/.test(between)) reported = a;
  }
  return reported;
}

export function isSame(a: Span, b: Span): boolean {
  const shared = overlap(a, b);
  return shared >= 0.8 * Math.max(a.end - a.start, b.end - b.start);
}

/** Attributions that may hold `q`; contents are bounded in length, so a window of them is enough. */
export function nearby(sorted: readonly Attribution[], q: Span): Attribution[] {
  const last = lastStart(sorted, q.start);
  return sorted.slice(Math.max(0, last - 11), last + 2).filter((a) => overlap(a, q) > 0);
}

/** Index of the last attribution that starts at or before `at`, or -1. */
export function lastStart(sorted: readonly Attribution[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((sorted[mid] as Attribution).start <= at) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}
