import type { NameSpan } from '../document.ts';
import { isFiniteAuxiliary, isPastForm } from '../grammar/verbs.ts';
import { isCapitalised, isWord } from '../grammar/words.ts';
import { type Gender, genderOf, nounReference } from './nouns.ts';

/** What stands around the names of an entity: titles before, appositions after, words of the name itself. */
export interface Description {
  readonly nouns: Set<string>;
  /** The words of the names themselves, in lower case. */
  readonly words: Set<string>;
  gender?: Gender;
}

const TITLE_GENDER: ReadonlyMap<string, Gender> = new Map(
  Object.entries<Gender>({
    mr: 'masculine',
    sir: 'masculine',
    king: 'masculine',
    prince: 'masculine',
    father: 'masculine',
    lord: 'masculine',
    mrs: 'feminine',
    ms: 'feminine',
    miss: 'feminine',
    queen: 'feminine',
    princess: 'feminine',
    dame: 'feminine',
    lady: 'feminine',
  }),
);
const WINDOW = 60;
const TITLE_WORDS = 4;

/** Adds the nouns that describe the name at `span` to `description`; looks at a bounded stretch around it. */
export function describeMention(text: string, span: NameSpan, description: Description): void {
  let before = span.start;
  for (let count = 0; count < TITLE_WORDS; count++) {
    const word = wordBefore(text, before, span.start - WINDOW);
    if (word === '') break;
    before -= word.length + 1;
    if (!addWord(word, description) && !isCapitalised(word)) break;
  }
  const after = /^(?:,|\s\(| [–—-])\s?((?:[\p{L}’'.-]+\s?){1,9})/u.exec(text.slice(span.end, span.end + WINDOW));
  const [apposition = ''] = after?.[1]?.split(/\s(?:of|at|in|for|from|who|which|that)\s/u) ?? [];
  if (!isClause(apposition)) for (const word of apposition.split(/\s/)) addWord(word, description);
  if (span.type === 'person') return;
  for (const word of text.slice(span.start, span.end).toLowerCase().split(/[\s-]/)) {
    if (nounReference(word)) description.nouns.add(word);
    description.words.add(word);
  }
}

const SET = /^(?:based|owned|led|headed|run|founded|known|called|located|formed|created|established|backed)$/;

/** "According to Nordvik, the ministry ignored it": what follows the name is no apposition. */
function isClause(words: string): boolean {
  return (
    /^(?:the|its|their|his|her)\s/.test(words) &&
    words.split(/\s/).some((word) => isFiniteAuxiliary(word) || (isPastForm(word) && !SET.test(word)))
  );
}

/** The word that ends one white space before `end`; none of it before `floor`. */
function wordBefore(text: string, end: number, floor: number): string {
  const least = Math.max(0, floor);
  if (end - 1 <= least || !/\s/.test(text.charAt(end - 1))) return '';
  let start = end - 1;
  while (start > least && isOfWord(text.charAt(start - 1))) start--;
  return text.slice(start, end - 1);
}

function isOfWord(character: string): boolean {
  return isWord(character) || character === '.' || character === '-';
}

/** @returns true when the word describes somebody or something. */
function addWord(word: string, description: Description): boolean {
  const lower = word.toLowerCase().replace(/[.,’']+s?$/u, '');
  const gender = TITLE_GENDER.get(lower) ?? genderOf(lower);
  if (gender && !description.gender) description.gender = gender;
  if (!nounReference(lower)) return gender !== undefined;
  description.nouns.add(lower);
  return true;
}
