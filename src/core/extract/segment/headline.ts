import { tokenise } from '../../text/tokens.ts';
import { isCapitalised, isWord } from '../grammar/words.ts';
import { type Block, startsLower } from './blocks.ts';

export interface HeadlineCut {
  /** Where the title ends, from the start of the block. */
  readonly title: number;
  /** Where site or section names begin, or 0. */
  readonly crumbs: number;
  /** Where the first words of the next line's sentence begin, or 0. */
  readonly carried: number;
}

/** Parts a headline from the breadcrumb glued to its end and from the first words of the sentence that the next line goes on with. */
export function cutHeadline(block: Block, next: Block | undefined): HeadlineCut {
  const { text } = block;
  const bar = text.indexOf(' | ');
  if (bar > 0) {
    const head = text.slice(0, bar);
    const stop = Math.max(head.lastIndexOf('? '), head.lastIndexOf('! '), head.lastIndexOf('. '));
    const split = stop > 10 && head.length - stop < 40;
    const title = split ? stop + 1 : bar;
    return { title, crumbs: split ? stop + 2 : bar + 1, carried: 0 };
  }
  if (!next || !startsLower(next.text) || next.afterGap) return { title: text.length, crumbs: 0, carried: 0 };
  const tokens = tokenise(text);
  let i = tokens.length;
  while (i > 1 && isWord(tokens[i - 1]?.text ?? '') && isCapitalised(tokens[i - 1]?.text ?? '')) i--;
  const first = tokens[i];
  if (!first || i < 2) return { title: text.length, crumbs: 0, carried: 0 };
  return { title: (tokens[i - 1]?.end ?? text.length) as number, crumbs: 0, carried: first.start };
}
