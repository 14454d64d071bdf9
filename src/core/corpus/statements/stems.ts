import { stemmer } from 'stemmer';
import { isAuxiliary } from '../../extract/grammar/verbs.ts';
import {
  DETERMINERS,
  isWord,
  MONTHS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  WEEKDAYS,
} from '../../extract/grammar/words.ts';
import { foldAccents } from '../../text/foldAccents.ts';
import { rememberForms } from '../../text/rememberForms.ts';

const EMPTY = new Set(
  'also not more than about least most there here then now still just only very even again and or but if so as per such own new said say says saying told tell tells according reported report reports mr mrs ms dr one two three four five six seven eight nine ten eleven twelve hundred thousand million billion dozen dozens percent cent people person euro euros dollar dollars pound pounds sterling'.split(
    ' ',
  ),
);

/** The stem (Porter) of a word that carries meaning, or null for a word of grammar, a number, a day or a month. */
export const stemOf: (word: string) => string | null = rememberForms((form) => {
  const word = foldAccents(form).toLowerCase();
  if (word.length < 3 || word.length > 40 || !isWord(word)) return null;
  if (EMPTY.has(word) || DETERMINERS.has(word) || PREPOSITIONS.has(word) || PRONOUNS.has(word)) return null;
  if (SUBORDINATORS.has(word) || isAuxiliary(word) || WEEKDAYS.has(word) || MONTHS.has(word)) return null;
  return stemmer(singular(word));
});

/** Plurals that the stemmer does not know. */
const MEN = /^(?:wo|police|fire|fisher|gun|business|news|states|service|crafts|horse)?men$/;

function singular(word: string): string {
  if (word === 'children') return 'child';
  return MEN.test(word) ? `${word.slice(0, -2)}an` : word;
}
