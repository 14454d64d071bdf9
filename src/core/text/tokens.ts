import type { Span } from './span.ts';

/** A word, a number, a punctuation mark or a symbol; `text` is the slice of the source. */
export interface Token extends Span {
  readonly text: string;
}

// Linear by construction: the repeated groups are told apart by their first character.
const TOKEN =
  /(?:\p{L}\.){2,}|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th)(?![\p{L}\p{N}]))?|['’](?:s|S|re|ve|ll|d|m|t)(?![\p{L}\p{N}])|[\p{L}_][\p{L}\p{M}\p{N}_]*(?:['’](?!(?:s|S|re|ve|ll|d|m|t)(?![\p{L}\p{N}]))\p{L}[\p{L}\p{M}\p{N}_]*)*|\.{2,}|-{2,}|\S/gu;

/**
 * Splits text into tokens whose offsets are true to the source, the same in every host.
 * Initialisms (U.S.) and numbers with separators (1,500.5) stay whole; hyphens split ("US", "-", "led");
 * a possessive or contracted ending is a token of its own ("’s"), other inner apostrophes are kept (O’Brien).
 * @param base added to every offset.
 */
export function tokenise(text: string, base = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index + base;
    tokens.push({ start, end: start + match[0].length, text: match[0] });
  }
  return tokens;
}
