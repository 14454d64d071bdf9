import { joinLines, wholeWords } from './hyphenation.ts';

/** Characters: a program that breaks lines makes most of them longer than the first and none longer than the second. */
const WRAPPED_FROM = 45;
const WRAPPED_TO = 100;

/** The paragraphs of a plain text: lines that a mail program or a terminal broke are joined, others stand alone. */
export function plainParagraphs(text: string): string[] {
  return blocksOf(text).flatMap((lines) => {
    if (!isWrapped(lines)) return lines.map((line) => line.trim());
    const trimmed = lines.map((line) => line.trim());
    return [joinLines(trimmed, wholeWords(trimmed))];
  });
}

function isWrapped(lines: readonly string[]): boolean {
  const before = lines.slice(0, -1);
  return (
    before.length > 0 &&
    lines.every((line) => line.length <= WRAPPED_TO && !/^\s*(?:[>•*|-]|\d+[.)])/.test(line)) &&
    before.every((line) => line.trimEnd().length >= WRAPPED_FROM)
  );
}

/** The runs of lines that are not blank. */
function blocksOf(text: string): string[][] {
  const blocks: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (line.trim()) blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length) blocks.push([]);
  }
  return blocks.filter(({ length }) => length > 0);
}
