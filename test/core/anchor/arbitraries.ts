import fc from 'fast-check';
import type { TextChange } from '../../../src/core/anchor/textChange.ts';

const WORDS = ['Kabul', 'the', 'group', 'said', '60', 'été', '👩‍👩‍👧', 'مرحبا', 'a', 'Taliban'];

/** Texts of a few lines with repeated words and repeated lines. */
export const textArbitrary = fc
  .array(fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map((words) => words.join(' ')).join('\n'))
  .filter((text) => text.length > 0);

/** One to three changes that do not overlap, in any order. */
export function changesArbitrary(text: string, next: (bound: number) => number): TextChange[] {
  const changes: TextChange[] = [];
  let at = next(text.length + 1);
  for (let count = 1 + next(3); count > 0 && at <= text.length; count--) {
    const end = at + next(Math.min(12, text.length - at + 1));
    changes.push({ start: at, end, text: ['', 'x', ' new words', '\n', 'line\nbreak'][next(5)] as string });
    at = end + 1 + next(10);
  }
  return changes.reverse();
}
