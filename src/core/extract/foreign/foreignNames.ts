import { WORD_FLAGS } from '../../lexicon/wordFlags.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { EntityType } from '../../model/types.ts';
import type { Token } from '../../text/tokens.ts';
import type { ArticleDocument, NameSpan } from '../document.ts';
import { isCapitalised } from '../grammar/words.ts';

/** Small words inside names of many languages ("Ursula von der Leyen", "Ministerio de Defensa"). */
const PARTICLES = new Set(
  'de da do dos das del della dello di du des la le el von van der den zu bin ibn al y e i'.split(' '),
);
/** Every noun has a capital: capitals alone tell nothing. */
const CAPITAL_NOUNS = new Set(['de', 'lb']);
const PLACE = WORD_FLAGS.country | WORD_FLAGS.city | WORD_FLAGS.region;
const LONGEST = 8;

interface Run {
  readonly words: readonly string[];
  readonly tokens: readonly Token[];
  readonly first: boolean;
}

/**
 * Names by what holds across languages with capitals: listed places, listed first names with a surname, surnames of
 * such persons, acronyms, and, where only names have capitals, runs of capitals within a sentence. Sorted, not
 * overlapping. A script without capitals yields none.
 */
export function foreignNames(document: ArticleDocument, language: string, lexicon: WordLexicon): NameSpan[] {
  const small = smallWords(document);
  const runs = document.sentences.flatMap(({ tokens }) => capitalRuns(tokens, small));
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(textOf(run), (counts.get(textOf(run)) ?? 0) + 1);
  const persons = new Set(runs.filter((run) => isPerson(run, lexicon)).map(({ words }) => words.at(-1) as string));
  return runs.flatMap((run) => {
    const found = typeOf(run, {
      lexicon,
      persons,
      capitalNouns: CAPITAL_NOUNS.has(language),
      often: (counts.get(textOf(run)) ?? 0) > 1,
    });
    if (!found) return [];
    const [start, end] = [(run.tokens[0] as Token).start, (run.tokens.at(-1) as Token).end];
    return [{ start, end, type: found.type, origin: 'rule:capitals', score: found.score }];
  });
}

interface Clues {
  readonly lexicon: WordLexicon;
  readonly persons: ReadonlySet<string>;
  readonly capitalNouns: boolean;
  readonly often: boolean;
}

function typeOf(
  run: Run,
  { lexicon, persons, capitalNouns, often }: Clues,
): { type: EntityType; score: number } | null {
  const { words } = run;
  const [only = ''] = words;
  if (isPerson(run, lexicon)) return { type: 'person', score: 0.7 };
  if (isPlace(words, lexicon)) return { type: 'location', score: 0.6 };
  if (words.length === 1 && persons.has(only)) return { type: 'person', score: 0.6 };
  if (words.length === 1 && /^\p{Lu}{2,6}$/u.test(only)) return { type: 'organization', score: 0.5 };
  if (capitalNouns) return null;
  return words.length > 1 || (!run.first && often) ? { type: 'other', score: 0.4 } : null;
}

function isPerson({ words }: Run, lexicon: WordLexicon): boolean {
  const [first = ''] = words;
  return words.length > 1 && words.length < 6 && (lexicon.word(first.toLowerCase()).flags & WORD_FLAGS.firstName) !== 0;
}

function isPlace(words: readonly string[], lexicon: WordLexicon): boolean {
  const lower = words.map((word) => word.toLowerCase());
  const flags = lower.length === 1 ? lexicon.word(lower[0] as string).flags : lexicon.phraseFlags(lower.join(' '));
  return (flags & PLACE) !== 0;
}

/** Runs of words with capitals; the first word of a sentence only where it has a capital elsewhere too or is not a small word. */
function capitalRuns(tokens: readonly Token[], small: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  const shouted = tokens.every(({ text: word }) => word === word.toUpperCase());
  for (let i = 0; i < tokens.length && !shouted; ) {
    let to = i;
    for (let k = i; k < tokens.length && k - i < LONGEST; k++) {
      const word = (tokens[k] as Token).text;
      if (isCapitalised(word)) to = k + 1;
      else if (k === i || !PARTICLES.has(word)) break;
    }
    if (to === i) {
      i++;
      continue;
    }
    // the opening word of a sentence has its capital from there, unless a name goes on
    const goesOn = to - i > 1 && isCapitalised((tokens[i + 1] as Token).text);
    const opening = i === 0 && (!goesOn || isSmallWord((tokens[0] as Token).text, small));
    const from = opening ? i + 1 : i;
    if (to > from) {
      const own = tokens.slice(from, to).filter(({ text: word }, k) => k > 0 || !PARTICLES.has(word));
      if (own.length > 0) runs.push({ words: own.map((token) => token.text), tokens: own, first: from === 0 });
    }
    i = to;
  }
  return runs;
}

/** The words that stand in the text with a small letter. */
function smallWords({ sentences }: ArticleDocument): ReadonlySet<string> {
  return new Set(sentences.flatMap(({ tokens }) => tokens.flatMap(({ text }) => (isCapitalised(text) ? [] : text))));
}

function isSmallWord(word: string, small: ReadonlySet<string>): boolean {
  return word.length < 4 || small.has(word.toLowerCase());
}

function textOf({ words }: Run): string {
  return words.join(' ');
}
