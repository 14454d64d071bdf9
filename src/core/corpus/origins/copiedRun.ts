/** Words in a row that two writers do not find by chance. */
const LEAST = 12;
/** Of a passage that much is looked at, in UTF-16 units. */
const LONGEST = 4000;
/** Words of others that both may cite. A mark that is not closed within this opens no quotation. */
const QUOTATION = /["“„«‘][^"”“»’\n]{3,1000}["”“»’]/gu;
/** Stands for a quotation, and is like no word. */
const BREAK = '|';

/**
 * The longest run of twelve words or more that two passages share, in lower case and without punctuation, or null: one is
 * then copied from the other, or both from a third. Quotations are left out, both may cite the same words. Linear.
 */
export function copiedRun(a: string, b: string): string | null {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const starts = new Map<string, number>();
  for (let at = 0; at + LEAST <= y.length; at++) {
    const key = x.length === 0 ? '' : y.slice(at, at + LEAST).join(' ');
    if (!key.includes(BREAK) && !starts.has(key)) starts.set(key, at);
  }
  let best: readonly string[] = [];
  for (let at = 0; at + LEAST <= x.length; at++) {
    const other = starts.get(x.slice(at, at + LEAST).join(' '));
    if (other === undefined) continue;
    let length = LEAST;
    while (at + length < x.length && x[at + length] !== BREAK && x[at + length] === y[other + length]) length++;
    if (length > best.length) best = x.slice(at, at + length);
    at += length - LEAST;
  }
  return best.length === 0 ? null : best.join(' ');
}

function wordsOf(passage: string): string[] {
  const plain = passage.slice(0, LONGEST).toLowerCase().replace(QUOTATION, ` ${BREAK} `);
  return plain.match(/\||[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? [];
}
