import { isWord } from '../grammar/words.ts';
import { contentEnd, opensQuote } from './contentPhrase.ts';
import type { TokenRange } from './nounPhrase.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';

/** "said that A, and that B": what goes on with another "that" belongs to the same report. */
export function withSequel(unit: Unit, content: readonly TokenRange[]): readonly TokenRange[] {
  const last = content.at(-1) as TokenRange;
  let to = last.to;
  for (let that = sequelAt(unit, to); that > 0; that = sequelAt(unit, to)) {
    const end = contentEnd(unit, that + 1);
    if (end <= to || !finiteWithin(unit, that + 1, end)) break;
    to = end;
  }
  return to === last.to ? content : [...content.slice(0, -1), { from: last.from, to }];
}

/** The "that" behind the conjunction at `i`; -1 where none is. */
function sequelAt(unit: Unit, i: number): number {
  const { words, inQuote } = unit;
  const and = words[i] === ',' ? i + 1 : i;
  if (!/^(?:and|but)$/.test(words[and] ?? '') || words[and + 1] !== 'that' || (inQuote[and] as number) >= 0) return -1;
  return finiteAt(unit, and + 2) ? -1 : and + 1;
}

/** `The clinic is "saddened," he said`: a quotation that a clause leads to is told together with it. */
export function withOpening(unit: Unit, cue: number, content: readonly TokenRange[]): readonly TokenRange[] {
  const [first, ...more] = content;
  if (!first || first.to > cue || first.from === 0 || !opensQuote(unit, first.from)) return content;
  if (!isWord(unit.words[first.from - 1] as string)) return content;
  let from = first.from;
  while (from > 0 && !/^[.!?:;–—]$/.test(unit.words[from - 1] as string)) from--;
  return [{ from, to: first.to }, ...more];
}
