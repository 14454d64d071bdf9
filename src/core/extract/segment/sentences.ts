import type { Span } from '../../text/span.ts';
import { makeToken, type Token, tokenise } from '../../text/tokens.ts';
import { isFiniteVerbAt } from '../grammar/clause.ts';
import { isCapitalised, isWord, MONTH_NAMES, STARTERS, TITLE_NOUNS } from '../grammar/words.ts';
import { splitGlued } from './glued.ts';

export interface RawSentence extends Span {
  readonly tokens: readonly Token[];
}

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof gen col lt capt sgt maj cmdr adm rev hon sen rep gov pres st jr sr vs etc eg ie cf al approx est dept dist inc ltd co corp bros no nos vol jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ave blvd rd hwy fig u.s u.n u.k'.split(
    ' ',
  ),
);
const CLOSERS = new Set(['"', '”', '’', "'", '»', ')', ']', '“']);
const OPENERS = new Set(['"', '“', '‘', '«', '„', '(', '[', '”']);
const CLOSING_ONLY = new Set(['”', '’', '»', ')', ']']);
/** Pronouns and the like with which a sentence begins whose forerunner lost its full stop. */
const LOST_STOP = new Set(['It', 'He', 'She', 'They', 'We', 'This', 'There', 'But']);
/** One sentence is never longer; work a sentence stays bounded. */
const LONGEST = 260;

/** Sentences of one paragraph, with glued ones taken apart and false ends mended; offsets relative to `base`. */
export function splitSentences(text: string, base = 0): RawSentence[] {
  const tokens = splitGlued(joinAddresses(tokenise(text, base)));
  const sentences: RawSentence[] = [];
  let first = 0;
  let depth = 0;
  const close = (end: number) => {
    if (end <= first) return;
    const piece = tokens.slice(first, end);
    sentences.push({ start: (piece[0] as Token).start, end: (piece.at(-1) as Token).end, tokens: piece });
    first = end;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.text === '(' || token.text === '[') depth++;
    else if (token.text === ')' || token.text === ']') depth = Math.max(0, depth - 1);
    if (i - first >= LONGEST) {
      close(i + 1);
      depth = 0;
      continue;
    }
    if (isBoundaryAfter(tokens, i, first)) {
      let end = i + 1;
      while (end < tokens.length && closesHere(tokens, end)) end++;
      const open = depth > 0 && !tokens.slice(first, end).some((t) => t.text === ')' || t.text === ']');
      if (open && end - first < 60 && hasCloserSoon(tokens, end)) continue;
      close(end);
      i = end - 1;
      depth = 0;
    } else if (startsGluedSentence(tokens, i + 1)) {
      close(i + 1);
      depth = 0;
    }
  }
  close(tokens.length);
  return sentences;
}

/** A web address is one token: the stops in it end no sentence, nor the words before it. */
function joinAddresses(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => ADDRESS.test(text))) return tokens;
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    let end = i + 1;
    if (ADDRESS.test(token.text)) {
      while (end < tokens.length && tokens[end]?.start === tokens[end - 1]?.end) end++;
      while (end > i + 1 && /^[^\p{L}\d/]+$/u.test((tokens[end - 1] as Token).text)) end--;
    }
    joined.push(
      end === i + 1
        ? token
        : makeToken(
            tokens
              .slice(i, end)
              .map(({ text }) => text)
              .join(''),
            token.start,
          ),
    );
    i = end - 1;
  }
  return joined;
}

const ADDRESS = /^(?:https?|www)$/i;

/** The tokens of a sentence with the signs inside of it that part nothing in one token with their words: "Col.", "T.", "p.c", "6:20". */
export function joinInnerSigns(tokens: readonly Token[]): readonly Token[] {
  let lastWord = tokens.length - 1;
  while (lastWord > 0 && !/^[\p{L}\d]/u.test((tokens[lastWord] as Token).text)) lastWord--;
  let joined: Token[] | null = null;
  for (let i = 1; i <= lastWord; i++) {
    const dot = tokens[i] as Token;
    const before = tokens[i - 1] as Token;
    const attached = before.end === dot.start;
    if (attached && dot.text === '.' && isShortened(before.text)) {
      joined ??= tokens.slice(0, i);
      const next = tokens[i + 1] as Token;
      const glued = next.start === dot.end && next.text.length === 1 && isWord(next.text);
      joined[joined.length - 1] = makeToken(`${before.text}.${glued ? next.text : ''}`, before.start);
      if (glued) i++;
    } else if (attached && dot.text === ':' && isColonOfNumbers(before, dot, tokens[i + 1])) {
      joined ??= tokens.slice(0, i);
      const last = joined.at(-1) as Token;
      joined[joined.length - 1] = makeToken(`${last.text}:${tokens[i + 1]?.text}`, last.start);
      i++;
    } else joined?.push(dot);
  }
  return joined ? [...joined, ...tokens.slice(lastWord + 1)] : tokens;
}

/** "6:20", "3:2" */
function isColonOfNumbers(before: Token, colon: Token, next: Token | undefined): boolean {
  return next?.start === colon.end && /^\d+$/.test(before.text) && /^\d+$/.test(next.text);
}

const isShortened = (text: string) => /^\p{L}$/u.test(text) || ABBREVIATIONS.has(text.toLowerCase());

function hasCloserSoon(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 40); i++) {
    if (tokens[i]?.text === ')' || tokens[i]?.text === ']') return true;
    if (tokens[i]?.text === '(') return false;
  }
  return false;
}

/** A mark after the sentence end belongs to it, unless it opens the next sentence. */
function closesHere(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (!CLOSERS.has(token.text)) return /^[.!?…]+$/.test(token.text);
  const glued = tokens[i - 1]?.end === token.start;
  const next = tokens[i + 1];
  if (glued && (CLOSING_ONLY.has(token.text) || !next || next.start > token.end)) return true;
  // a closing mark torn off by a stray space
  return !glued && CLOSING_ONLY.has(token.text) && (!next || next.start > token.end || /^[.,;]/.test(next.text));
}

function isBoundaryAfter(tokens: readonly Token[], i: number, first: number): boolean {
  const token = tokens[i] as Token;
  const mark = token.text[0];
  if (mark === '.' && /^(?:\.|\.{4,})$/.test(token.text)) return isFullStop(tokens, i, first);
  if (token.text === '...' || token.text === '…') return startsUpper(tokens, i + 1);
  // "the will of the people [...] Term limits"
  if (mark === ']') return /^(?:\.{3}|…)$/.test(tokens[i - 1]?.text ?? '') && startsUpper(tokens, i + 1);
  if (mark !== '!' && mark !== '?') return initialismEnds(tokens, i);
  return startsUpper(tokens, i + 1) || i + 1 >= tokens.length;
}

/** "in the U.S. The" ends a sentence although the full stop belongs to the initialism. */
function initialismEnds(tokens: readonly Token[], i: number): boolean {
  const text = (tokens[i] as Token).text;
  if (!text.endsWith('.') || text.length < 4 || !/^(?:\p{L}\.)+$/u.test(text)) return false;
  const next = tokens[i + 1];
  return (
    !!next && isCapitalised(next.text) && STARTERS.has(next.text.toLowerCase()) && next.start > (tokens[i] as Token).end
  );
}

function startsUpper(tokens: readonly Token[], from: number): boolean {
  let i = from;
  while (i < tokens.length && (CLOSERS.has((tokens[i] as Token).text) || OPENERS.has((tokens[i] as Token).text))) i++;
  const next = tokens[i];
  return !next || isCapitalised(next.text) || /^\p{Lo}|^\d/u.test(next.text);
}

function isFullStop(tokens: readonly Token[], i: number, first: number): boolean {
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if (!next) return true;
  if (!before || i === first) return false;
  const dot = tokens[i] as Token;
  const attached = before.end === dot.start;
  const word = before.text.toLowerCase();
  if (next.text === '.' || /^[,;:?!]/.test(next.text)) return false;
  if (attached && /^\p{Lu}$/u.test(before.text) && isCapitalised(next.text)) return false; // initials
  if (attached && /^\d{1,2}$/.test(word) && MONTH_NAMES.has(next.text.toLowerCase())) return false; // "on 3. October"
  if (attached && ABBREVIATIONS.has(word) && (isCapitalised(before.text) || word !== 'no')) {
    if (!/^(?:etc|al|inc|ltd|co|corp|jr|sr)$/.test(word)) return false;
    if (!(isCapitalised(next.text) && STARTERS.has(next.text.toLowerCase()))) return false;
  }
  if (next.start === dot.end && /^[\p{L}\d]/u.test(next.text)) {
    // glued to the next word: an address or a number, unless a capitalised sentence start follows a plain word
    if (!isCapitalised(next.text) || next.text.length < 2) return false;
    if (!isWord(before.text) || before.text === word) return true;
    // "Marjanović.On the ward", but no "Example.Com"
    return STARTERS.has(next.text.toLowerCase()) && (tokens[i + 2]?.start ?? 0) > next.end;
  }
  if (!startsUpper(tokens, i + 1)) return false;
  return !isFalseEnd(tokens, i);
}

/** "the US president. Joe Biden, ...": a full stop between a title and its name. */
function isFalseEnd(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1] as Token;
  const one = tokens[i + 1];
  const two = tokens[i + 2];
  const three = tokens[i + 3];
  if (!one || !two || !three || !TITLE_NOUNS.has(before.text)) return false;
  const name = isCapitalised(one.text) && isCapitalised(two.text) && !STARTERS.has(one.text.toLowerCase());
  return name && three.text === ',';
}

/** "the terminal It was completed": a pronoun with its verb starts a sentence that lost its full stop. */
function startsGluedSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || !before || !LOST_STOP.has(token.text)) return false;
  if (!isWord(before.text) || isCapitalised(before.text) || before.text.length < 4) {
    return before.end === token.start && isWord(before.text);
  }
  if (before.end === token.start) return true;
  return token.text !== 'But' && isFiniteVerbAt(tokens, i + 1);
}
