import { formAt, type View } from './view.ts';
import { isPause } from './wordForms.ts';

/** A quotation of more tokens than this, its marks included, is a content by itself; a shorter one may be part of a sentence. */
const LONG_QUOTE = 8;

/** The first token of the quotation that ends right before `to` and stands by itself; -1 where none does. */
export function quoteBefore(view: View, to: number): number {
  const { inQuote } = view.unit;
  const q = inQuote[to - 1] ?? -1;
  if (q < 0 || inQuote[to] === q) return -1;
  let from = to - 1;
  while (from > 0 && inQuote[from - 1] === q) from--;
  return to - from > LONG_QUOTE ? from : -1;
}

/** The end of the quotation that opens at `s` and stands by itself; -1 where none does. */
export function quoteBehind(view: View, s: number): number {
  const { inQuote } = view.unit;
  const q = inQuote[s] ?? -1;
  if (q < 0 || (inQuote[s - 1] ?? -1) === q) return -1;
  let to = s + 1;
  while (to < inQuote.length && inQuote[to] === q) to++;
  return to - s > LONG_QUOTE || isPause(formAt(view, to - 2).kind) ? to : -1;
}
