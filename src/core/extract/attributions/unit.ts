import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { ArticleDocument, Sentence } from '../document.ts';
import { isFiniteVerbAt } from '../grammar/clause.ts';
import { findQuoted, type QuotedSpan } from '../quotations/marks.ts';
import { joinInnerSigns } from '../segment/sentences.ts';
import type { Form, FormOf } from './wordForms.ts';

/** A stretch in which an attribution is looked for: a sentence, or several that one quotation holds together. */
export interface Unit {
  readonly tokens: readonly Token[];
  readonly forms: readonly Form[];
  /** Lower-cased texts of the tokens. */
  readonly words: readonly string[];
  /** Outermost quotations that begin in the unit, by their position in the article. */
  readonly quotes: readonly QuotedSpan[];
  /** For each token the index in `quotes` of the quotation that holds it, marks included, or -1. */
  readonly inQuote: readonly number[];
  /** For each token 1 where it is likely the verb of a finite clause. */
  readonly finite: Uint8Array;
  readonly zone: Sentence['zone'];
}

const LONGEST = 700;

/**
 * True where the token at `i` is likely the verb of a finite clause; no place outside the unit is one. Such places are
 * asked for all the time: V8 optimises an access beyond a typed array anew each time it meets one.
 */
export function finiteAt({ finite }: Unit, i: number): boolean {
  return i >= 0 && i < finite.length && finite[i] === 1;
}

/** True when tokens `[from, to)` hold a finite verb. */
export function finiteWithin({ finite }: Unit, from: number, to: number): boolean {
  const found = finite.indexOf(1, Math.max(0, from));
  return found >= 0 && found < to;
}

/** The prose of one paragraph and zone: what quotation marks are paired over. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly sentences: readonly Sentence[];
}

/** The passages of a document in order. */
export function passagesOf({ sentences }: ArticleDocument): Passage[] {
  const passages: Passage[] = [];
  for (let i = 0; i < sentences.length; ) {
    const first = sentences[i] as Sentence;
    let j = i;
    while (j < sentences.length && sentences[j]?.paragraph === first.paragraph && sentences[j]?.zone === first.zone)
      j++;
    passages.push({ start: first.start, end: (sentences[j - 1] as Sentence).end, sentences: sentences.slice(i, j) });
    i = j;
  }
  return passages;
}

/** The units of a passage in order, and every quoted stretch, inner ones included. */
export function unitsOf(
  text: string,
  { start, end, sentences }: Passage,
  formOf: FormOf,
): { units: Unit[]; quoted: QuotedSpan[] } {
  const quoted = quotedIn(text, { start, end });
  return { units: groupSentences(sentences, outermost(quoted), formOf), quoted };
}

/** Every quoted stretch of a passage, inner ones included. */
export function quotedIn(text: string, { start, end }: Span): QuotedSpan[] {
  return findQuoted(text.slice(start, end)).map((q) => shiftQuoted(q, start));
}

/** The units of a document in order, and every quoted stretch, inner ones included. */
export function buildUnits(document: ArticleDocument, formOf: FormOf): { units: Unit[]; quoted: QuotedSpan[] } {
  const all = passagesOf(document).map((passage) => unitsOf(document.text, passage, formOf));
  return { units: all.flatMap(({ units }) => units), quoted: all.flatMap(({ quoted }) => quoted) };
}

/** A quoted stretch moved by a number of code units. */
export function shiftQuoted(q: QuotedSpan, by: number): QuotedSpan {
  return { ...q, start: q.start + by, end: q.end + by, outer: { start: q.outer.start + by, end: q.outer.end + by } };
}

function outermost(quoted: readonly QuotedSpan[]): QuotedSpan[] {
  const kept: QuotedSpan[] = [];
  for (const q of quoted) {
    const last = kept.at(-1);
    if (!last || q.outer.start >= last.outer.end) kept.push(q);
  }
  return kept;
}

function groupSentences(sentences: readonly Sentence[], quotes: readonly QuotedSpan[], formOf: FormOf): Unit[] {
  const units: Unit[] = [];
  let group: Sentence[] = [];
  let size = 0;
  let from = 0;
  const flush = () => {
    if (group.length > 0) {
      const start = (group[0] as Sentence).start;
      while (from < quotes.length && (quotes[from] as QuotedSpan).outer.end <= start) from++;
      units.push(makeUnit(group, quotes, from, formOf));
    }
    group = [];
    size = 0;
  };
  let k = 0;
  for (const s of sentences) {
    while (k < quotes.length && (quotes[k] as QuotedSpan).outer.end <= s.start) k++;
    const next = quotes[k];
    const before = quotes[k - 1];
    const held = next !== undefined && next.outer.start < s.start;
    const resumed =
      next?.outer.start === s.start && before && group.length > 0 && isReportTail(group.at(-1) as Sentence, before);
    if (!(held || resumed) || size > LONGEST) flush();
    group.push(s);
    size += s.tokens.length;
  }
  flush();
  return units;
}

/** `"A," he said.`: after its quotation the sentence holds a short report and nothing more. */
function isReportTail(sentence: Sentence, quote: QuotedSpan): boolean {
  const tail = sentence.tokens.filter((t) => t.start >= quote.outer.end);
  const stops = /^[,!?—–]/.test(tail[0]?.text ?? '') || quote.endsWithPause;
  return stops && quote.outer.end > sentence.start && tail.length > 1 && tail.length < 24;
}

function makeUnit(sentences: readonly Sentence[], all: readonly QuotedSpan[], from: number, formOf: FormOf): Unit {
  const { zone, tokens: first } = sentences[0] as Sentence;
  const tokens = sentences.length === 1 ? joinInnerSigns(first) : sentences.flatMap((s) => joinInnerSigns(s.tokens));
  const end = (sentences.at(-1) as Sentence).end;
  let to = from;
  while (to < all.length && (all[to] as QuotedSpan).outer.start < end) to++;
  const quotes = all.slice(from, to);
  const size = tokens.length;
  const forms = new Array<Form>(size);
  const words = new Array<string>(size);
  const inQuote = new Array<number>(size);
  const finite = new Uint8Array(size);
  let k = 0;
  for (let i = 0; i < size; i++) {
    const { start, word } = tokens[i] as Token;
    const form = formOf(word);
    forms[i] = form;
    words[i] = form.lower;
    while (k < quotes.length && (quotes[k] as QuotedSpan).outer.end <= start) k++;
    inQuote[i] = k < quotes.length && (quotes[k] as QuotedSpan).outer.start <= start ? k : -1;
    if (isFiniteVerbAt(tokens, i)) finite[i] = 1;
  }
  return { tokens, forms, words, quotes, inQuote, finite, zone };
}
