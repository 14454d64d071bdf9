import { WORD_FLAGS } from '../../lexicon/wordFlags.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { Token } from '../../text/tokens.ts';
import type { TaggedType } from './labels.ts';
import { settleTypes } from './settleTypes.ts';
import type { TaggedName } from './tagSequences.ts';
import { COMPANY_ENDS, withoutLegalForm } from './typeWords.ts';
import { isCapitalised, isWordOrComma } from './wordShape.ts';

const LONGEST = 8;
const SURE = 0.8;
/** What a name is sure to be at least where more than the tagger told it. */
const SETTLED = 0.7;
/** More than any other mentions weigh: the text itself says what its acronym stands for. */
const DEFINED = 1000;
const PLACE = WORD_FLAGS.country | WORD_FLAGS.city | WORD_FLAGS.region | WORD_FLAGS.demonym;

/** No company is called by such a word alone. */
const NO_COMPANY = PLACE | WORD_FLAGS.firstName | WORD_FLAGS.dictionary;

const GROUP_OR_COUNTRY = WORD_FLAGS.demonym | WORD_FLAGS.country;

interface Vote {
  readonly weights: Map<TaggedType, number>;
  count: number;
  best: number;
}

/**
 * Makes the names of a document agree: the same words get the type that most of their mentions have, mentions that
 * were missed are filled in, and the last word of a person's full name is that person. Linear in the tokens.
 * @param sites what the page calls itself, in lower case.
 */
export function agreeInDocument(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  lexicon: WordLexicon,
  sites: ReadonlySet<string> = new Set(),
): TaggedName[] {
  const keys = names.map((name) => keyOf(sequences, name));
  const votes = new Map<string, Vote>();
  names.forEach(({ type, score }, i) => {
    vote(votes, keys[i] as string, type, score);
  });
  addAcronyms(sequences, names, votes);
  addCompanies(sequences, names, votes, lexicon);
  addSurnames(sequences, names, votes, lexicon);
  const known = new Map<string, TaggedType>();
  const settled = settleTypes(sequences, names, keys, lexicon, sites);
  const winners = variantWinners(votes, settled);
  for (const [key, winning] of winners) {
    const type = settled.get(key) ?? typeOfRest(key, winners, lexicon) ?? winning;
    const listed =
      !key.includes(' ') && (lexicon.word(key.toLowerCase()).flags & GROUP_OR_COUNTRY) === WORD_FLAGS.demonym;
    known.set(key, listed && isCapitalised(key) ? 'group' : type);
  }
  const agreed = names.map((name, i) => {
    const key = keys[i] as string;
    const score = settled.has(key) ? Math.max(name.score, SETTLED) : name.score;
    return { ...name, score, type: known.get(key) ?? name.type };
  });
  return fillIn(sequences, agreed, votes, known, lexicon);
}

function keyOf(sequences: readonly (readonly Token[])[], { sequence, first, end }: TaggedName): string {
  const tokens = sequences[sequence] as readonly Token[];
  let key = (tokens[first] as Token).text;
  for (let i = first + 1; i < end; i++) key += ` ${(tokens[i] as Token).text}`;
  return key;
}

function vote(votes: Map<string, Vote>, key: string, type: TaggedType, weight: number): void {
  let entry = votes.get(key);
  if (!entry) {
    entry = { weights: new Map(), count: 0, best: 0 };
    votes.set(key, entry);
  }
  entry.weights.set(type, (entry.weights.get(type) ?? 0) + weight);
  entry.count++;
  entry.best = Math.max(entry.best, weight);
}

function winner({ weights }: Vote): TaggedType {
  return [...weights].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** A nationality before a name that stands alone elsewhere does not change what it is. */
function typeOfRest(
  key: string,
  winners: ReadonlyMap<string, TaggedType>,
  lexicon: WordLexicon,
): TaggedType | undefined {
  const space = key.indexOf(' ');
  if (space < 0 || (lexicon.word(key.slice(0, space).toLowerCase()).flags & WORD_FLAGS.demonym) === 0) return undefined;
  return winners.get(key.slice(space + 1));
}

/** Spellings that differ in case and spaces alone vote together, unless a short plain word is among them; what settles one settles all. */
function variantWinners(
  votes: ReadonlyMap<string, Vote>,
  settled: ReadonlyMap<string, TaggedType>,
): Map<string, TaggedType> {
  const variant = (key: string): string => (key.length < 4 ? key : key.toLowerCase().replaceAll(' ', ''));
  const joined = new Map<string, Vote>();
  for (const [key, { weights }] of votes) {
    for (const [type, weight] of weights) vote(joined, variant(key), type, weight);
  }
  const sure = new Map([...settled].map(([key, type]) => [variant(key), type]));
  return new Map(
    [...votes.keys()].map((key) => [key, sure.get(variant(key)) ?? winner(joined.get(variant(key)) as Vote)]),
  );
}

/** "Northern Relief Board (NRB)": the letters in brackets are the name before them. */
function addAcronyms(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  votes: Map<string, Vote>,
): void {
  for (const { sequence, first, end, type } of names) {
    const tokens = sequences[sequence] as readonly Token[];
    const acronym = tokens[end + 1]?.text;
    if (type === 'person' || tokens[end]?.text !== '(' || tokens[end + 2]?.text !== ')' || !acronym) continue;
    if (!/^\p{Lu}[\p{L}.]+$/u.test(acronym)) continue;
    const letters = tokens.slice(first, end).filter(({ text }) => isCapitalised(text));
    const initials = letters.map(({ text }) => text.charAt(0)).join('');
    if (initials.length > 1 && initials === acronym.replaceAll('.', '').toUpperCase()) {
      vote(votes, acronym, type, type === 'organization' ? DEFINED : 2);
    }
  }
}

/** What bears a legal form once is an organisation without it too, and without the kind of company before that. */
function addCompanies(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  votes: Map<string, Vote>,
  lexicon: WordLexicon,
): void {
  for (const { sequence, first, end } of names) {
    const tokens = sequences[sequence] as readonly Token[];
    const words = tokens.slice(first, end).map(({ text }) => text);
    const bare = withoutLegalForm(words);
    if (bare.length === words.length) continue;
    vote(votes, bare.join(' '), 'organization', 4);
    const kind = bare.findIndex((word, i) => i > 0 && COMPANY_ENDS.has(word.toLowerCase()));
    const [own = ''] = bare;
    if (kind === 1 && own.length > 3 && !(lexicon.word(own.toLowerCase()).flags & NO_COMPANY))
      vote(votes, own, 'organization', 4);
  }
}

/** A full name lends one strong vote to its last word, unless that word is a place or was seen small. */
function addSurnames(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  votes: Map<string, Vote>,
  lexicon: WordLexicon,
): void {
  for (const { sequence, first, end, type, score } of names) {
    if (type !== 'person' || end - first < 2 || score < SURE) continue;
    const tokens = sequences[sequence] as readonly Token[];
    const last = (tokens[end - 1] as Token).text;
    if (last.length < 3 || !isCapitalised(last) || lexicon.word(last.toLowerCase()).flags & PLACE) continue;
    vote(votes, last, 'person', 1);
  }
}

function fillIn(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  votes: ReadonlyMap<string, Vote>,
  known: ReadonlyMap<string, TaggedType>,
  lexicon: WordLexicon,
): TaggedName[] {
  const longest = longestByHead(votes);
  const out: TaggedName[] = [];
  let next = 0;
  sequences.forEach((tokens, sequence) => {
    for (let i = 0; i < tokens.length; ) {
      const there = names[next]?.sequence === sequence ? names[next] : undefined;
      if (there && there.first === i) {
        out.push(there);
        i = there.end;
        next++;
        continue;
      }
      const length = Math.min(longest.get((tokens[i] as Token).text) ?? 0, LONGEST);
      const limit = Math.min(there?.first ?? tokens.length, i + length);
      const end = knownEnd(tokens, i, limit, votes, lexicon);
      if (end === i) {
        i++;
        continue;
      }
      const key = keyOf(sequences, { sequence, first: i, end, type: 'person', score: 0 });
      out.push({ sequence, first: i, end, type: known.get(key) as TaggedType, score: 0.7 });
      i = end;
    }
  });
  return out;
}

/** By the first word of the names that begin with a capital: the words of the longest of them. */
function longestByHead(votes: ReadonlyMap<string, Vote>): Map<string, number> {
  const longest = new Map<string, number>();
  for (const key of votes.keys()) {
    if (!isCapitalised(key)) continue;
    const space = key.indexOf(' ');
    const head = space < 0 ? key : key.slice(0, space);
    const length = space < 0 ? 1 : key.split(' ').length;
    if (length > (longest.get(head) ?? 0)) longest.set(head, length);
  }
  return longest;
}

function knownEnd(
  tokens: readonly Token[],
  first: number,
  limit: number,
  votes: ReadonlyMap<string, Vote>,
  lexicon: WordLexicon,
): number {
  let key = '';
  let end = first;
  for (let i = first; i < limit; i++) {
    key = i === first ? (tokens[i] as Token).text : `${key} ${(tokens[i] as Token).text}`;
    const entry = votes.get(key);
    if (!entry || (entry.best < SURE && entry.count < 2)) continue;
    if (i > first || isSafe(tokens, first, entry, lexicon)) end = i + 1;
  }
  return end;
}

/** One word alone: not at a start where it may be a plain word, not within a longer run of capitals. */
function isSafe(tokens: readonly Token[], at: number, { count }: Vote, lexicon: WordLexicon): boolean {
  const { text } = tokens[at] as Token;
  if (text.length < 2) return false;
  const before = tokens[at - 1]?.text;
  const after = tokens[at + 1]?.text;
  const plain = !isUpper(text) && (lexicon.word(text.toLowerCase()).flags & WORD_FLAGS.dictionary) !== 0;
  const start = before === undefined || !isWordOrComma(before);
  if (start && plain && count < 3) return false;
  return !(after !== undefined && isCapitalised(after)) || count > 1;
}

function isUpper(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase();
}
