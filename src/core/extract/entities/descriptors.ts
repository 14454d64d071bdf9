import type { NameSpan } from '../document.ts';
import { type Gender, genderOf, nounReference } from './nouns.ts';

/** What stands around the names of an entity: titles before, appositions after, words of the name itself. */
export interface Description {
  readonly nouns: Set<string>;
  gender?: Gender;
}

const TITLE_GENDER: Readonly<Record<string, Gender>> = {
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
};
const WINDOW = 60;

/** Adds the nouns that describe the name at `span` to `description`; looks at a bounded stretch around it. */
export function describeMention(text: string, span: NameSpan, description: Description): void {
  const before = /((?:[\p{L}.-]+\s){1,4})$/u.exec(text.slice(Math.max(0, span.start - WINDOW), span.start));
  for (const word of before?.[1]?.trim().split(/\s/).reverse() ?? []) {
    if (!addWord(word, description) && !/^\p{Lu}/u.test(word)) break;
  }
  const after = /^(?:,|\s\(| [–—-])\s?((?:[\p{L}’'.-]+\s?){1,9})/u.exec(text.slice(span.end, span.end + WINDOW));
  if (after?.[1]) {
    for (const word of after[1].split(/\s(?:of|at|in|for|from|who|which)\s/u)[0]?.split(/\s/) ?? [])
      addWord(word, description);
  }
  for (const word of text.slice(span.start, span.end).split(/[\s-]/)) {
    const lower = word.toLowerCase();
    if (span.type !== 'person' && nounReference(lower)) description.nouns.add(lower);
  }
}

/** @returns true when the word describes somebody or something. */
function addWord(word: string, description: Description): boolean {
  const lower = word.toLowerCase().replace(/[.,’']+s?$/u, '');
  const gender = TITLE_GENDER[lower] ?? genderOf(lower);
  if (gender && !description.gender) description.gender = gender;
  if (!nounReference(lower)) return gender !== undefined;
  description.nouns.add(lower);
  return true;
}
