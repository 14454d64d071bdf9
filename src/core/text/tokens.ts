import { CURRENCY_CODES, CURRENCY_SIGNS } from './currencyCodes.ts';
import type { Span } from './span.ts';
import { type Word, wordOf } from './word.ts';

/** A word, a number, a punctuation mark or a symbol; `text` is what the source has there. */
export interface Token extends Span {
  readonly text: string;
  readonly word: Word;
}

/** @param text what the source has at `start`. */
export function makeToken(text: string, start: number): Token {
  const word = wordOf(text);
  return { start, end: start + text.length, text: word.text, word };
}

/** The same tokens in a text that has `by` more code units before them. */
export function moveTokens(tokens: readonly Token[], by: number): Token[] {
  return tokens.map(({ start, end, text, word }) => ({ start: start + by, end: end + by, text, word }));
}

// Linear by construction: the repeated groups are told apart by their first character.
const TOKEN =
  /(?:\p{L}\.){2,}|(?:Kč|zł)(?=\d)|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th)(?![\p{L}\p{N}]))?|['’](?:s|S|re|ve|ll|d|m|t)(?![\p{L}\p{N}])|[\p{L}_][\p{L}\p{M}\p{N}_]*(?:['’](?!(?:s|S|re|ve|ll|d|m|t)(?![\p{L}\p{N}]))\p{L}[\p{L}\p{M}\p{N}_]*)*|\.{2,}|-{2,}|\S/gu;

/**
 * Splits text into tokens whose offsets are true to the source, the same in every host.
 * Initialisms (U.S.) and numbers with separators (1,500.5) stay whole; hyphens split ("US", "-", "led");
 * the code of a currency, or its sign in letters, is parted from its amount ("USD", "40");
 * a possessive or contracted ending is a token of its own ("’s"), other inner apostrophes are kept (O’Brien).
 * @param base added to every offset.
 */
export function tokenise(text: string, base = 0): Token[] {
  const tokens: Token[] = [];
  const push = (start: number, end: number) => {
    tokens.push(makeToken(text.slice(start, end), start + base));
  };
  for (let at = 0; at < text.length; ) {
    const end = plainEnd(text, at);
    if (end === at) at++;
    else if (end > at) {
      push(at, end);
      at = end;
    } else {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(text);
      if (!match) break;
      at = match.index + match[0].length;
      push(match.index, at);
    }
  }
  TOKEN.lastIndex = 0;
  return tokens;
}

/**
 * Where the token at `at` ends if its characters alone tell so: nearly all of English, several times as fast as the
 * pattern. `at` itself for white space; -1 where only the pattern can tell.
 */
function plainEnd(text: string, at: number): number {
  const kind = kindAt(text, at);
  if (kind === SPACE) return at;
  if (kind === WORD) {
    let end = at + 1;
    while (kindAt(text, end) === WORD || kindAt(text, end) === DIGIT) end++;
    if (end > at + CODE && kindAt(text, at + CODE) === DIGIT && isCurrency(text.slice(at, at + CODE))) return at + CODE;
    const dotted = end === at + 1 && text.charCodeAt(end) === 46;
    return dotted || kindAt(text, end) === OTHER ? -1 : end;
  }
  if (kind === DIGIT) {
    let end = at + 1;
    while (kindAt(text, end) === DIGIT) end++;
    const after = text.charCodeAt(end);
    return after === 44 || after === 46 || kindAt(text, end) === WORD ? -1 : end;
  }
  if (kind !== MARK) return -1;
  return text.charCodeAt(at + 1) === text.charCodeAt(at) ? -1 : at + 1;
}

function isCurrency(word: string): boolean {
  return CURRENCY_CODES.has(word) || CURRENCY_SIGNS.has(word);
}

/** Letters of a code of a currency. */
const CODE = 3;
const OTHER = 0;
const WORD = 1;
const DIGIT = 2;
const MARK = 3;
const SPACE = 4;
/** Kinds of the ASCII characters; apostrophes, like all beyond ASCII, are left to the pattern. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) return WORD;
  if (/\d/.test(character)) return DIGIT;
  if (/\s/.test(character)) return SPACE;
  return character === "'" ? OTHER : MARK;
});

/** A mark beyond the end of the text. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (KINDS[code] as number) : at < text.length ? OTHER : MARK;
}
