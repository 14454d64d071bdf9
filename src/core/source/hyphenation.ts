/** Beginnings that a hyphen is written after, also at the end of a line. */
const KEEPS_HYPHEN = /^(?:anti|ex|half|mid|multi|non|pro|quasi|self|semi|so|well)$/i;
/** Characters at the end or beginning of a line that hold a part of a word. */
const REACH = 60;

/**
 * The lines of one paragraph as one. A hyphen that a line break made is taken away, unless the words of the text are
 * written with one elsewhere.
 * @param words all words of the text, see {@link wholeWords}.
 */
export function joinLines(lines: readonly string[], words: ReadonlySet<string>): string {
  const pieces = lines.flatMap((line, i) => {
    const next = lines[i + 1];
    if (next === undefined) return [line];
    if (line.endsWith('\u00ad')) return [line.slice(0, -1)];
    const head = /(?<!\p{L})(\p{L}+)[-\u2010]$/u.exec(line.slice(-REACH))?.[1];
    const tail = /^\p{L}+/u.exec(next.slice(0, REACH))?.[0];
    if (!head || !tail) return [line, ' '];
    return [keepsHyphen(head, tail, words) ? line : line.slice(0, -1)];
  });
  return pieces.join('');
}

function keepsHyphen(head: string, tail: string, words: ReadonlySet<string>): boolean {
  if (words.has(`${head}-${tail}`.toLowerCase()) || /^\p{Lu}/u.test(tail)) return true;
  return !words.has((head + tail).toLowerCase()) && KEEPS_HYPHEN.test(head);
}

/** The words of lines in lower case, with the hyphens inside of them; halves before a line break are left out. */
export function wholeWords(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/\p{L}+(?:-\p{L}+)*(?!\p{L}|[-\u2010]$)/gu)) words.add(word.toLowerCase());
  }
  return words;
}
