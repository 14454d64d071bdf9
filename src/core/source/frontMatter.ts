import { parse } from 'yaml';
import type { TextHead } from './textHead.ts';

/** Characters; front matter is a handful of lines. */
const LONGEST = 8192;
const MOST_NESTED = 50;

/**
 * YAML between two lines `---` at the beginning of a text; null where there is none. Keys and words are taken as they
 * stand: no types, no tags, no aliases. What is no YAML after all is furniture without metadata.
 */
export function readFrontMatter(text: string): TextHead | null {
  if (
    !/^---[ \t]*\n\s*(?:#[^\n]*\n\s*)*["']?[\p{L}_][\p{L}\p{N}_ .-]{0,60}["']?[ \t]*:/u.test(text.slice(0, LONGEST))
  ) {
    return null;
  }
  const closing = /\n(?:---|\.\.\.)[ \t]*(?=\n|$)/g;
  closing.lastIndex = 3;
  const end = closing.exec(text.slice(0, LONGEST));
  if (!end) return null;
  const block = text.slice(text.indexOf('\n') + 1, end.index);
  return { kind: 'front-matter', end: end.index + end[0].length, metadata: new Map(pairsOf(block)) };
}

function pairsOf(block: string): (readonly [string, string])[] {
  if ((block.match(/[[{]|- |\? /g)?.length ?? 0) > MOST_NESTED * 2) return [];
  let data: unknown;
  try {
    data = parse(block, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'error', uniqueKeys: false });
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const words = wordsOf(value);
    return words === '' ? [] : [[key.toLowerCase(), words] as const];
  });
}

/** A word, a list of words, or the name in a map of one thing. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ');
  if (typeof value === 'object' && value !== null && 'name' in value) return wordsOf(value.name);
  return '';
}
