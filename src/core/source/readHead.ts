import { readFrontMatter } from './frontMatter.ts';
import { readPageHead } from './pageHead.ts';
import type { TextHead } from './textHead.ts';

/** Front matter or the head of a web page at the beginning of an LF-normalised text; null where there is none. */
export function readHead(text: string): TextHead | null {
  return readFrontMatter(text) ?? readPageHead(text);
}
