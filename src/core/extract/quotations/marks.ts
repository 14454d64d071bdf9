import type { Span } from '../../text/span.ts';

/** A quoted stretch: `start..end` inside the marks, `outer` with them. */
export interface QuotedSpan extends Span {
  readonly outer: Span;
  /** False where one of the marks is missing. */
  readonly balanced: boolean;
  /** True when the quoted words end in a comma, a question or an exclamation, as before "he said". */
  readonly endsWithPause: boolean;
  /** How deep it stands in other quoted stretches; 0 is the outermost. */
  readonly depth: number;
}

type Found = Omit<QuotedSpan, 'endsWithPause'>;
type Side = 'open' | 'close' | 'either';
const DOUBLE = /["“”„«»‟]/g;
const SHAPE: Readonly<Record<string, Side>> = {
  '“': 'open',
  '„': 'open',
  '«': 'open',
  '‟': 'open',
  '”': 'close',
  '»': 'close',
  '"': 'either',
};
/** "( ” provinces “ in": a pair of marks the wrong way round holds few words. */
const REVERSED_WORDS = 4;
/** A mark whose partner is missing quotes no more than this. */
const UNBALANCED_LIMIT = 600;

/**
 * The stretches between quotation marks of one paragraph, outermost first by start. Shape and neighbours decide
 * together which way a mark looks, so that odd, reversed and missing marks do not swallow the rest. Apostrophes are none.
 */
export function findQuoted(text: string): QuotedSpan[] {
  const quoted: Found[] = [];
  const marks = [...text.matchAll(DOUBLE)].map((m) => m.index);
  let open: number | null = null;
  for (let k = 0; k < marks.length; k++) {
    const at = marks[k] as number;
    const next = marks[k + 1];
    if (next !== undefined && isReversedPair(text, at, next)) {
      quoted.push({
        start: at + 1,
        end: next,
        outer: { start: at, end: next + 1 },
        balanced: true,
        depth: open === null ? 0 : 1,
      });
      k++;
      continue;
    }
    const side = sideOf(text, at, open !== null);
    if (side === 'open') {
      if (open !== null) pushUnclosed(text, open, at, quoted);
      open = at;
    } else if (open !== null) {
      quoted.push({ start: open + 1, end: at, outer: { start: open, end: at + 1 }, balanced: true, depth: 0 });
      open = null;
    }
  }
  if (open !== null) pushUnclosed(text, open, text.length, quoted);
  const all = [...quoted, ...findSingle(text, quoted)];
  return all
    .map((q) => trim(text, q))
    .filter((q) => q.end > q.start)
    .sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
}

function trim(text: string, q: Found): QuotedSpan {
  let { start, end } = q;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { ...q, start, end, endsWithPause: /[,!?…—–]/.test(text[end - 1] ?? '') };
}

function pushUnclosed(text: string, open: number, until: number, quoted: Found[]): void {
  const limit = Math.min(until, open + UNBALANCED_LIMIT);
  const end = until === text.length && limit === until ? until : lastSentenceEnd(text, open, limit);
  quoted.push({ start: open + 1, end, outer: { start: open, end }, balanced: false, depth: 0 });
}

function lastSentenceEnd(text: string, from: number, until: number): number {
  for (let i = until - 1; i > from; i--) if (/[.!?]/.test(text[i] as string)) return i + 1;
  return until;
}

function neighbours(text: string, at: number): { before: string; after: string } {
  return { before: text[at - 1] ?? ' ', after: text[at + 1] ?? ' ' };
}

function context(text: string, at: number): Side {
  const { before, after } = neighbours(text, at);
  const spaceBefore = /[\s([{—–-]/.test(before);
  const tightAfter = /[\p{L}\p{N}[(‘'’$£€…]/u.test(after) || text.startsWith('..', at + 1);
  if (spaceBefore && tightAfter) return 'open';
  if (!spaceBefore && !tightAfter) return 'close';
  if (spaceBefore && /[,.;:!?)\]]/.test(after)) return 'close';
  return 'either';
}

function sideOf(text: string, at: number, isOpen: boolean): 'open' | 'close' {
  const shape = SHAPE[text[at] as string] ?? 'either';
  const place = context(text, at);
  if (shape !== 'either' && place === shape) return shape;
  if (shape === 'either' && place !== 'either') return place;
  if (shape === 'either' || place !== 'either') return place !== 'either' ? place : isOpen ? 'close' : 'open';
  return shape;
}

function isReversedPair(text: string, first: number, second: number): boolean {
  if (text[first] !== '”' || text[second] !== '“') return false;
  const inner = text.slice(first + 1, second).trim();
  if (inner === '' || inner.length > 50 || /[,.;:–—]/.test(inner) || inner.split(/\s+/).length > REVERSED_WORDS)
    return false;
  return context(text, second) === 'close' || /[(\s]/.test(text[first - 1] ?? '');
}

/** Single marks, where both stand at word edges; an apostrophe has letters on both sides or no partner. */
function findSingle(text: string, doubles: readonly Found[]): Found[] {
  const found: Found[] = [];
  const opening = /(?<![\p{L}\p{N}’'])[‘'’](?=[\p{L}\p{N}“"])/gu;
  const spans = [...doubles].sort((a, b) => a.start - b.start);
  let until = 0;
  let near = 0;
  for (const match of text.matchAll(opening)) {
    const open = match.index;
    if (open < until) continue;
    if (text[open] === '’' && /^’(?:\d\ds?\b|em\b|til\b|cause\b|n\b)/.test(text.slice(open, open + 8))) continue;
    const close = closingSingle(text, open);
    if (close < 0 && isUnclosedSpeech(text, open)) {
      found.push({
        start: open + 1,
        end: text.length,
        outer: { start: open, end: text.length },
        balanced: false,
        depth: 0,
      });
      break;
    }
    if (close < 0 || close - open < 2) continue;
    while (near < spans.length && (spans[near] as Found).end < open) near++;
    const holder = spans[near];
    const depth = holder && holder.start <= open && close <= holder.end ? 1 : 0;
    found.push({ start: open + 1, end: close, outer: { start: open, end: close + 1 }, balanced: true, depth });
    until = close;
  }
  return found;
}

/** A curly mark before a capital, at the start of a sentence or behind a comma or colon: of words that go on in the next paragraph. */
function isUnclosedSpeech(text: string, open: number): boolean {
  if (!/(?:^|[.!?:,–—])\s*$/u.test(text.slice(Math.max(0, open - 3), open))) return false;
  return text[open] === '‘' && text.length - open < UNBALANCED_LIMIT && /^‘\p{Lu}/u.test(text.slice(open, open + 3));
}

function closingSingle(text: string, open: number): number {
  const curly = text[open] === '‘';
  const window = text.slice(open + 1, open + 400);
  let plural = -1;
  for (const match of window.matchAll(curly ? /’(?![\p{L}\p{N}])/gu : /['’](?![\p{L}\p{N}])/gu)) {
    const at = open + 1 + match.index;
    if (/[.!?]\s+\p{Lu}/u.test(text.slice(open, at)) && !curly) break;
    // the next quotation begins: what may have been a genitive closed this one
    if (plural > 0 && /[\s(]['‘][\p{L}\p{N}]/u.test(text.slice(plural, at))) break;
    if (/[\p{L}\p{N}.,!?]/u.test(text[at - 1] ?? '')) {
      if (text[at - 1] !== 's') return at;
      if (plural < 0) plural = at;
    }
  }
  return plural;
}
