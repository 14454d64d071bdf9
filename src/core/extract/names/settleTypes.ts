import { WORD_FLAGS } from '../../lexicon/wordFlags.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { Token } from '../../text/tokens.ts';
import { CUE_POINTS, type Cue } from './cuePoints.ts';
import type { TaggedType } from './labels.ts';
import type { TaggedName } from './tagSequences.ts';
import { typeCues } from './typeCues.ts';
import { BODY_ENDS, COMPANY_ENDS, kindOf, withoutLegalForm } from './typeWords.ts';
import { isCapitalised } from './wordShape.ts';

/** What the tagger's own choice is worth at most. */
const TAGGED = 2.8;
/** What cues must reach for a type, and by how much it must pass the tagger's choice, to change that. */
const LEAST = 1.4;
const MARGIN = 0.8;
/** What it counts for the tagger's choice that public lists say the same. */
const LISTED = 2.5;
/** What it counts against a person that the article stands before the name. */
const ARTICLE = 2;
/** A person tagged with less may be a listed place that acts ("Oslo said"). */
const UNSURE = 0.75;
/** From here on a person that the tagger found lends his name to the other form of it. */
const CLEAR = 0.3;
const TOWN = WORD_FLAGS.country | WORD_FLAGS.region | WORD_FLAGS.city;
const PLACE = TOWN | WORD_FLAGS.demonym;
const BODY = WORD_FLAGS.organization | WORD_FLAGS.brand;
const KIND = WORD_FLAGS.placeWord | WORD_FLAGS.organizationWord | WORD_FLAGS.demonym | WORD_FLAGS.country;
const LONGEST_SHARED = 5;
const LONGEST_DATELINE = 5;
/** A name that the tagger is as sure of stays what it is. */
const SURE = 0.8;
/** The types that cues may change. */
const OPEN: ReadonlySet<TaggedType> = new Set(['person', 'organization', 'location', 'product']);
const SHARED: ReadonlySet<TaggedType> = new Set(['person', 'organization', 'location']);

interface Tally {
  /** Positions of the mentions among the names. */
  readonly mentions: number[];
  readonly tagged: Map<TaggedType, number>;
}

interface Evidence {
  readonly words: readonly string[];
  readonly tally: Tally;
  readonly cues: Set<Cue>;
  /** What public lists say of the whole. */
  readonly listed: number;
  /** True where the last of several words is one of organisations. */
  readonly endsAsBody: boolean;
  /** True where a legal form of companies stands at its end. */
  readonly legal: boolean;
  /** True where its first words are an organisation of the document. */
  readonly startsAsBody: boolean;
  /** True where a word of several says that it is no person. */
  readonly noPerson: boolean;
}

/**
 * What each name of a document is by all that stands around any of its mentions, where the tagger is unsure and that is
 * clear enough to overrule it; a surname shares the cues of the full name, the short form of a company those of the long
 * one. Linear in the names.
 * @param keys for each name its words, joined by spaces.
 * @param sites what the page calls itself, in lower case.
 */
export function settleTypes(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  keys: readonly string[],
  lexicon: WordLexicon,
  sites: ReadonlySet<string>,
): Map<string, TaggedType> {
  const tallies = new Map<string, Tally>();
  names.forEach(({ type, score }, i) => {
    const key = keys[i] as string;
    let tally = tallies.get(key);
    if (!tally) {
      tally = { mentions: [], tagged: new Map() };
      tallies.set(key, tally);
    }
    tally.mentions.push(i);
    tally.tagged.set(type, (tally.tagged.get(type) ?? 0) + 2 * score - 1);
  });
  const known = new Map<string, Evidence>();
  for (const [key, tally] of tallies) {
    const { type, sure } = chosen(tally);
    if (!OPEN.has(type)) continue;
    const evidence = startEvidence(key, tally, lexicon, startsAsBody(key, tallies));
    const datelines = tally.mentions.flatMap((at) => datelineCue(sequences, names, at) ?? []);
    if (
      sure > SURE &&
      !evidence.legal &&
      !datelines.includes('location:dateline-further') &&
      !(type === 'person' && evidence.endsAsBody)
    )
      continue;
    for (const at of tally.mentions) {
      const name = names[at] as TaggedName;
      const tokens = sequences[name.sequence] as readonly Token[];
      for (const cue of typeCues(tokens, name.first, name.end)) evidence.cues.add(cue);
      if (isBracketed(tokens, names[at - 1], name)) evidence.cues.add('organization:bracket');
    }
    for (const cue of datelines) evidence.cues.add(cue);
    if (isSite(key, sites)) evidence.cues.add('organization:site');
    known.set(key, evidence);
  }
  shareCues(tallies, known, sites);
  const settled = new Map<string, TaggedType>();
  for (const [key, evidence] of known) {
    const type = settle(evidence);
    if (type) settled.set(key, type);
  }
  return settled;
}

/** "Harbour Workers' League (Haleg)", "the Harbour Ministry, Harmin, has". */
function isBracketed(
  tokens: readonly Token[],
  last: TaggedName | undefined,
  { sequence, first, end }: TaggedName,
): boolean {
  if (last?.sequence !== sequence || last.type !== 'organization' || last.end - last.first < 2) return false;
  const marks = `${tokens[last.end]?.text}${tokens[end]?.text}`;
  const after = tokens[end + 1]?.text ?? '';
  const apposed = marks === ',,' && /^\p{Ll}/u.test(after) && !/^(?:and|or|the|an?)$/.test(after);
  return first === last.end + 1 && end === first + 1 && (marks === '()' || apposed);
}

/** "ARDEN, North Coast — The fence": before the dash that opens a text, behind nothing or another place. */
function datelineCue(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  at: number,
): Cue | undefined {
  const { sequence, first, end } = names[at] as TaggedName;
  const tokens = sequences[sequence] as readonly Token[];
  if (!/^[–—]$/.test(tokens[end]?.text ?? '') || first > LONGEST_DATELINE || !tokens[end + 1]) return undefined;
  if ((tokens[end] as Token).start === (tokens[end - 1] as Token).end) return undefined;
  if (!tokens.slice(0, first).every(({ text }) => text === ',' || text === '/' || isCapitalised(text)))
    return undefined;
  const last = names[at - 1];
  const further = last?.sequence === sequence && last.type === 'location' && first === last.end + 1;
  return further ? 'location:dateline-further' : 'location:dateline';
}

/** "Harbour League of Arden" beside "Harbour League". */
function startsAsBody(key: string, tallies: ReadonlyMap<string, Tally>): boolean {
  const words = key.split(' ', LONGEST_SHARED);
  for (let at = 2; at < words.length; at++) {
    const shorter = tallies.get(words.slice(0, at).join(' '));
    if (shorter && chosen(shorter).type === 'organization') return true;
  }
  return false;
}

function startEvidence(key: string, tally: Tally, lexicon: WordLexicon, startsAsBody: boolean): Evidence {
  const words = key.split(' ');
  const flags = words.map((word) => lexicon.word(word.toLowerCase()).flags);
  const lower = key.toLowerCase();
  const several = words.length > 1;
  const isBodyWord = (word: string): boolean => kindOf(word.toLowerCase()) === 'organization';
  const last = flags.at(-1) as number;
  const legal = withoutLegalForm(words).length < words.length;
  const endsAsBody =
    several &&
    ((last & WORD_FLAGS.organizationWord) !== 0 || isBodyWord(words.at(-1) as string)) &&
    (last & WORD_FLAGS.lastName) === 0;
  const noPerson =
    several && words.some((word, i) => !isOfName(word) || ((flags[i] as number) & KIND) !== 0 || isBodyWord(word));
  const cues = new Set<Cue>();
  const shape = noPerson ? undefined : personShape(words, flags);
  if (shape) cues.add(shape);
  return {
    words,
    tally,
    cues,
    listed: words.length === 1 ? (flags[0] as number) : lexicon.phraseFlags(lower),
    endsAsBody,
    legal,
    startsAsBody,
    noPerson,
  };
}

/** Two or three words, the first a listed first name, or none of them an English word or a listed place. */
function personShape(words: readonly string[], flags: readonly number[]): Cue | undefined {
  if (words.length < 2 || words.length > 3 || BODY_ENDS.has((words.at(-1) as string).toLowerCase())) return undefined;
  if (!words.every((word) => /^\p{Lu}[\p{L}’'.]{2,}$/u.test(word) && word !== word.toUpperCase())) return undefined;
  const [opening = 0, ...rest] = flags;
  const plain = (each: number): boolean => (each & WORD_FLAGS.dictionary) !== 0;
  if (opening & WORD_FLAGS.firstName && !(opening & TOWN) && !rest.some(plain)) return 'person:first-name';
  return flags.some((each) => plain(each) || each & TOWN) ? undefined : 'person:full-name';
}

/** Surnames and full names, short and long forms of companies: where one form stands for one longer name alone. */
function shareCues(
  tallies: ReadonlyMap<string, Tally>,
  known: ReadonlyMap<string, Evidence>,
  sites: ReadonlySet<string>,
): void {
  const longer = new Map<string, string | null>();
  const heads = new Map<string, string | null>();
  for (const [key, tally] of tallies) {
    const words = key.split(' ', LONGEST_SHARED + 1);
    if (words.length < 2 || words.length > LONGEST_SHARED) continue;
    const evidence = known.get(key);
    const type = (evidence && settle(evidence)) ?? chosen(tally).type;
    if (!SHARED.has(type)) continue;
    const body = isCompany(words) || isSite(key, sites);
    const [head = ''] = words;
    if (type === 'organization' && !body && isNamedWithThe(known.get(head)))
      heads.set(head, heads.has(head) ? null : key);
    if (!body && (!words.every(isOfName) || evidence?.noPerson)) continue;
    const bare = withoutLegalForm(words);
    const shorts = body ? words.slice(1).map((_, i) => words.slice(0, i + 1).join(' ')) : words.slice(1);
    if (body && bare.length < words.length)
      shorts.push(...bare.slice(1, -1).map((_, i) => bare.slice(i + 1).join(' ')));
    for (const short of shorts) {
      if (tallies.has(short) && !((known.get(short)?.listed ?? 0) & PLACE))
        longer.set(short, longer.has(short) ? null : key);
    }
  }
  for (const [short, long] of longer)
    if (long) shareBetween(short, long, tallies, known, isCompany(long.split(' ')) || isSite(long, sites));
  for (const [head, long] of heads) if (long) known.get(head)?.cues.add('organization:short');
}

/** "the Harbour said": what stands with the article may be the first word of a longer name. */
function isNamedWithThe(evidence: Evidence | undefined): boolean {
  return evidence !== undefined && (evidence.listed & PLACE) === 0 && evidence.cues.has('organization:the-one');
}

function shareBetween(
  short: string,
  long: string,
  tallies: ReadonlyMap<string, Tally>,
  known: ReadonlyMap<string, Evidence>,
  body: boolean,
): void {
  const [own, other] = [known.get(short), known.get(long)];
  const longCues = [...(other?.cues ?? [])];
  for (const cue of own?.cues ?? []) other?.cues.add(cue);
  for (const cue of longCues) if (cue !== 'organization:end') own?.cues.add(cue);
  if (body) own?.cues.add('organization:short');
  else {
    if (isClear(tallies.get(short) as Tally)) other?.cues.add('person:surname');
    if (isClear(tallies.get(long) as Tally)) own?.cues.add('person:surname');
  }
}

function isSite(key: string, sites: ReadonlySet<string>): boolean {
  return sites.has(key.toLowerCase().replaceAll(' - ', '-'));
}

/** A word with a capital, or the full stop behind an initial or "St". */
function isOfName(word: string): boolean {
  return word === '.' || isCapitalised(word);
}

function isCompany(words: readonly string[]): boolean {
  if (withoutLegalForm(words).length < words.length) return true;
  return words.length > 1 && COMPANY_ENDS.has((words.at(-1) as string).toLowerCase());
}

/** The tagger's choice and how sure it is, 0 to 1. */
function chosen({ tagged, mentions }: Tally): { type: TaggedType; sure: number } {
  let [type, most] = ['person' as TaggedType, -1];
  for (const [each, sum] of tagged) if (sum > most) [type, most] = [each, sum];
  return { type, sure: most / mentions.length };
}

function isClear(tally: Tally): boolean {
  const { type, sure } = chosen(tally);
  return type === 'person' && sure > CLEAR;
}

function settle(evidence: Evidence): TaggedType | undefined {
  const { words, tally, cues, listed, endsAsBody, legal, startsAsBody, noPerson } = evidence;
  const { type: choice, sure } = chosen(tally);
  const points = new Map<TaggedType, number>();
  for (const cue of cues) {
    const type = cue.slice(0, cue.indexOf(':')) as TaggedType;
    if (type !== 'person' || !noPerson) points.set(type, (points.get(type) ?? 0) + CUE_POINTS[cue]);
  }
  if (legal || (choice === 'person' && endsAsBody)) return 'organization';
  const person = points.get('person') ?? 0;
  if (choice === 'person' && words.length === 1 && sure < UNSURE && person < 2 && isTown(listed)) return 'location';
  if (cues.has('organization:the')) points.set('person', person - ARTICLE);
  let best = choice;
  let most = 0;
  for (const [type, value] of points) {
    const all = value + (TAGGED * (tally.tagged.get(type) ?? 0)) / tally.mentions.length;
    if (type !== choice && value >= LEAST && all > most) [best, most] = [type, all];
  }
  const held =
    (choice === 'location' && listed & PLACE) ||
    (choice === 'organization' && (listed & BODY || endsAsBody || startsAsBody))
      ? LISTED
      : 0;
  return most > (points.get(choice) ?? 0) + TAGGED * sure + held + MARGIN ? best : undefined;
}

function isTown(listed: number): boolean {
  return (listed & TOWN) !== 0 && (listed & WORD_FLAGS.lastName) === 0;
}
