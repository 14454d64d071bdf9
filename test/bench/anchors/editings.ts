import { wordsOf } from '../../../src/core/anchor/wordIndex.ts';
import type { LineIndex } from '../../../src/core/text/lines.ts';
import type { Span } from '../../../src/core/text/span.ts';
import type { EditedText } from './editedText.ts';

/** What an editing works on. */
export interface Site {
  readonly text: EditedText;
  readonly index: LineIndex;
  /** The text of another article. */
  readonly foreign: string;
  /** All marks of the article, in text order. */
  readonly marks: readonly Span[];
  readonly random: (bound: number) => number;
}

/** Edits the text at one mark. */
export type Editing = (site: Site, mark: Span) => void;

const lineOf = ({ index }: Site, mark: Span): number => index.lineAt(mark.start);

const deleted: Editing = (site, mark) => {
  const end = site.text.old[mark.end] === ' ' ? mark.end + 1 : mark.end;
  site.text.replace({ start: mark.start, end }, '', lineOf(site, mark));
};

/** The sentence with the mark, or what a full stop makes of it. */
function sentenceOf(site: Site, mark: Span): Span {
  const line = lineOf(site, mark);
  const start = site.index.lineStart(line);
  const before = site.text.old.slice(start, mark.start).lastIndexOf('. ');
  const stop = site.text.old.slice(mark.end, site.index.lineEnd(line)).indexOf('. ');
  return {
    start: before < 0 ? start : start + before + 2,
    end: stop < 0 ? site.index.lineEnd(line) : mark.end + stop + 2,
  };
}

const sentenceDeleted: Editing = (site, mark) => site.text.replace(sentenceOf(site, mark), '', lineOf(site, mark));

/** Words of another article in a row, among them the words of a mark of this one: so that it is mistaken for the mark. */
function foreignWords({ text, foreign, marks, random }: Site, count: number): string {
  const from = random(Math.max(1, foreign.length - 600));
  const words = wordsOf(foreign.slice(from, from + 600)).slice(1, count + 1);
  const mark = marks[random(marks.length)];
  const name = mark && text.old.slice(mark.start, mark.end);
  const at = 1 + random(Math.max(1, words.length - 1));
  return [...words.slice(0, at).map(({ word }) => word), name, ...words.slice(at).map(({ word }) => word)].join(' ');
}

/** One word of another article. */
function foreignWord({ foreign, random }: Site): string {
  const from = random(Math.max(1, foreign.length - 200));
  return wordsOf(foreign.slice(from, from + 200))[1]?.word ?? 'also';
}

const sentenceReplaced: Editing = (site, mark) =>
  site.text.replace(sentenceOf(site, mark), `${foreignWords(site, 15)}. `, lineOf(site, mark));

const insertedBefore: Editing = (site, mark) =>
  site.text.replace(
    { start: mark.start, end: mark.start },
    `${foreignWords(site, 2 + site.random(8))} `,
    lineOf(site, mark),
  );

const insertedAfter: Editing = (site, mark) =>
  site.text.replace(
    { start: mark.end, end: mark.end },
    ` ${foreignWords(site, 2 + site.random(8))}`,
    lineOf(site, mark),
  );

const moved: Editing = (site, mark) => site.text.move(lineOf(site, mark), site.random(site.index.lineCount));

const swapped: Editing = (site, mark) => site.text.swap(lineOf(site, mark), site.random(site.index.lineCount));

const LETTERS = 'etaoinshrdlu';

const oneCharacter: Editing = (site, mark) => {
  const at = mark.start + site.random(mark.end - mark.start);
  const letter = LETTERS[site.random(LETTERS.length)] as string;
  const other = letter === site.text.old[at] ? 'x' : letter;
  const edits = [
    () => site.text.replace({ start: at, end: at + 1 }, other, lineOf(site, mark)),
    () => site.text.replace({ start: at, end: at + 1 }, '', lineOf(site, mark)),
    () => site.text.replace({ start: at, end: at }, other, lineOf(site, mark)),
  ];
  edits[site.random(edits.length)]?.();
};

/** About `share` per cent of the words of a span that are no marks become others. */
function rewrite(site: Site, span: Span, share: number, line: number): void {
  for (const { word, at } of wordsOf(site.text.old.slice(span.start, span.end))) {
    const own = { start: span.start + at, end: span.start + at + word.length };
    if (site.marks.some(({ start, end }) => start < own.end && own.start < end)) continue;
    if (site.random(100) < share) site.text.replace(own, foreignWord(site), line);
  }
}

const rewritten: Editing = (site, mark) => rewrite(site, sentenceOf(site, mark), 40, lineOf(site, mark));

const movedAndEdited: Editing = (site, mark) => {
  moved(site, mark);
  rewrite(site, sentenceOf(site, mark), 15, lineOf(site, mark));
};

const swappedAndEdited: Editing = (site, mark) => {
  swapped(site, mark);
  rewrite(site, sentenceOf(site, mark), 15, lineOf(site, mark));
};

const SINGLE = {
  'mention deleted': deleted,
  'its sentence deleted': sentenceDeleted,
  'its sentence replaced': sentenceReplaced,
  'words inserted before': insertedBefore,
  'words inserted after': insertedAfter,
  'paragraph moved': moved,
  'paragraphs swapped': swapped,
  'one character in the mention': oneCharacter,
  'context rewritten (40 % of words)': rewritten,
  'paragraph moved and edited': movedAndEdited,
  'paragraphs swapped and edited': swappedAndEdited,
} satisfies Record<string, Editing>;

const mixed: Editing = (site, mark) => {
  const all = Object.values(SINGLE);
  all[site.random(all.length)]?.(site, mark);
};

/** The rows of the experiment by name. */
export const EDITINGS: Readonly<Record<string, Editing>> = { ...SINGLE, 'all of these, mixed': mixed };
