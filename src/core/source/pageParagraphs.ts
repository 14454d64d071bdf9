import { joinLines, wholeWords } from './hyphenation.ts';
import type { PageLine } from './pageLines.ts';

/** Lines at the top and at the foot of a page that may be its header or footer. */
const EDGE = 2;
const PAGE_NUMBER = /^\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?\W*$/i;
const ENDS = /[.!?:…]["'”’»)\]]*$/;
const ITEM = /^(?:[•‣◦▪*–—-]|\d{1,2}[.)])\s/;

/**
 * The paragraphs and headings of a paged text: lines joined where the paragraph goes on, also over a page, headers and
 * footers that come again left out, hyphens of line breaks repaired. Linear in the number of lines.
 */
export function pageParagraphs(pages: readonly (readonly PageLine[])[]): string[] {
  const kept = withoutEdges(pages);
  const words = wholeWords(kept.flat().map(({ text }) => text));
  const size = commonest(kept.flat().map((line) => [Math.round(line.size * 2) / 2, line.text.length]));
  const leading = commonest(
    kept.flatMap((lines) =>
      lines.slice(1).map((line, i) => [Math.round((lines[i] as PageLine).y - line.y), 1] as const),
    ),
  );
  const paragraphs: string[][] = [];
  let last: PageLine | null = null;
  for (const lines of kept) {
    const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
    for (const [i, line] of lines.entries()) {
      const goesOn =
        last !== null && (i === 0 ? overPage(last, line) : sameParagraph(last, line, { size, leading, right }));
      if (goesOn) paragraphs.at(-1)?.push(line.text);
      else paragraphs.push([line.text]);
      last = line;
    }
  }
  return paragraphs.map((paragraph) => joinLines(paragraph, words));
}

function sameParagraph(
  last: PageLine,
  line: PageLine,
  { size, leading, right }: { readonly size: number; readonly leading: number; readonly right: number },
): boolean {
  if (Math.abs(last.size - line.size) > size * 0.1 || ITEM.test(line.text)) return false;
  if (line.text.includes(' | ') || last.text.includes(' | ')) return false;
  const down = last.y - line.y;
  if (down <= 0) return overPage(last, line);
  if (leading > 0 && down > leading * 1.35 + 1) return false;
  // Set in, while the line before is not: the first line of a paragraph.
  if (line.left - last.left > size * 0.8 && ENDS.test(last.text) && !ITEM.test(last.text)) return false;
  const width = right - line.left;
  return !(ENDS.test(last.text) && last.right < right - width * 0.2);
}

/** Whether a paragraph goes on in the next column or on the next page. */
function overPage(last: PageLine, line: PageLine): boolean {
  if (Math.abs(last.size - line.size) > last.size * 0.1 || ITEM.test(line.text)) return false;
  return !ENDS.test(last.text) && (/^[\p{Ll}\d("“]/u.test(line.text) || /[-\u2010,]$/.test(last.text));
}

function withoutEdges(pages: readonly (readonly PageLine[])[]): (readonly PageLine[])[] {
  const seen = new Map<string, number>();
  const edges = pages.map((lines) => {
    const byHeight = [...lines].sort((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)]);
  });
  for (const edge of edges) {
    for (const key of new Set([...edge].map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const often = Math.max(2, pages.length / 2);
  return pages.map((lines, page) =>
    lines.filter((line) => {
      if (!edges[page]?.has(line)) return true;
      return !(PAGE_NUMBER.test(line.text) || (seen.get(keyOf(line)) ?? 0) >= often);
    }),
  );
}

const keyOf = ({ text }: PageLine) => text.toLowerCase().replace(/\d+/g, '#');

/** The value with the greatest weight; 0 where there is none. */
function commonest(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) if (value > 0) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best = 0;
  for (const [value, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = value;
  return best;
}
