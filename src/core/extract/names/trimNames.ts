import { WORD_FLAGS } from '../../lexicon/wordFlags.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { CURRENCY_SIGNS } from '../../text/currencyCodes.ts';
import type { Token } from '../../text/tokens.ts';
import type { TaggedName } from './tagSequences.ts';
import { isCapitalised, isWordOrComma } from './wordShape.ts';

const EDGE = /^[-‐-―,;:/|•·*"“”„«»([{<>=]+$/u;
const CLOSING = /^[)\]}]$/;
const COMPASS = /^(?:Western|Eastern|Northern|Southern)$/;
const UNIT =
  /^(?:[kKMGTP]i?[Bb](?:ps)?|[kMGT]bit|[kMGT]?Hz|[kMGT]W(?:h|p)?|[kM]?Wh|m?Ah|[kM]?V|[cmk]m|[mk]g|[kM]t|ml|[kM]Pa|MP|fps|mph|km\/?h|kph|dpi)$/;
/** Behind the last place of a list: "Arden and Belmar provinces". */
const LISTED_KIND = /^(?:provinces|regions|districts|states|counties|cities|towns|villages|islands|rivers|oblasts)$/;
/** What a reporter of a paper writes about: "Courier Business Editor Ann Lee" works for the Courier. */
const BEAT =
  /^(?:Arts|Business|City|Climate|Crime|Culture|Defen[cs]e|Diplomatic|Economics?|Education|Energy|Environment|Europe|Foreign|Health|Home|Legal|Media|Political|Politics|Religion|Science|Security|Sports?|Technology|Transport|World)$/;
const REPORTER = /^(?:Correspondent|Editor|Reporter|Analyst|Writer|Columnist)s?$/i;
const MONTH =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)$/;
const NAMING =
  WORD_FLAGS.firstName | WORD_FLAGS.lastName | WORD_FLAGS.country | WORD_FLAGS.city | WORD_FLAGS.organization;
const SURE = 0.9;

/**
 * Takes stray punctuation off the edges of names, and away what is no name: a single letter, a figure with its unit, an ordinary
 * word that only begins its sentence, and a direction before a common noun ("Western leaders" leaves the group Western).
 */
export function trimNames(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  lexicon: WordLexicon,
): TaggedName[] {
  let words: ReadonlySet<string> | undefined;
  const inside = (word: string): boolean => {
    words ??= wordsInside(sequences);
    return words.has(word);
  };
  return names.flatMap((name): TaggedName[] => {
    const tokens = sequences[name.sequence] as readonly Token[];
    const bare = withoutEdges(tokens, name);
    if (
      !bare ||
      isOneLetter(tokens, bare) ||
      isFigure(tokens, bare) ||
      isMonthDay(tokens, bare) ||
      isOfficeOf(tokens, bare) ||
      isBareKind(tokens, bare) ||
      isSentenceOpener(tokens, bare, inside, lexicon) ||
      isBareTitle(tokens, bare, lexicon)
    )
      return [];
    return withoutDirection(tokens, withoutLanguage(tokens, bare, lexicon), lexicon);
  });
}

function withoutEdges(tokens: readonly Token[], name: TaggedName): TaggedName | undefined {
  let { first, end } = name;
  while (first < end && (EDGE.test(textAt(tokens, first)) || CLOSING.test(textAt(tokens, first)))) first++;
  while (end > first && (EDGE.test(textAt(tokens, end - 1)) || isStrayClosing(tokens, first, end))) end--;
  // "life in the Universe?" asks, a title with its mark begins in quotation marks
  if (end - first > 1 && textAt(tokens, end - 1) === '?' && !/^["“‘«']$/.test(tokens[first - 1]?.text ?? '')) end--;
  // "Harbour Board (HB": the bracket closes behind the name
  for (let i = first + 1; i < end; i++) if (textAt(tokens, i) === '(' && !hasClosing(tokens, i, end)) end = i;
  if (end - first > 1 && LISTED_KIND.test(textAt(tokens, end - 1))) end--;
  if (name.type === 'organization' && REPORTER.test(tokens[end]?.text ?? ''))
    while (end - first > 1 && BEAT.test(textAt(tokens, end - 1))) end--;
  if (first === end) return undefined;
  return first === name.first && end === name.end ? name : { ...name, first, end };
}

function hasClosing(tokens: readonly Token[], from: number, end: number): boolean {
  for (let i = from + 1; i < end; i++) if (CLOSING.test(textAt(tokens, i))) return true;
  return false;
}

/** "Nov 18", as a dateline has it. */
function isMonthDay(tokens: readonly Token[], { first, end, type }: TaggedName): boolean {
  if (type === 'event' || type === 'work' || end === first) return false;
  const rest = tokens.slice(first + 1, end).filter(({ text }) => text !== '.');
  return MONTH.test(textAt(tokens, first)) && rest.length === 1 && /^\d{1,2}$/.test(rest[0]?.text ?? '');
}

/** "the Wali of the northern state": an office rather than who holds it. */
function isOfficeOf(tokens: readonly Token[], { first, end, type }: TaggedName): boolean {
  if (type !== 'person' || end - first !== 1) return false;
  return /^the$/i.test(tokens[first - 1]?.text ?? '') && tokens[end]?.text === 'of';
}

/** "the State", "the Province of": the kind of a place is not its name. */
function isBareKind(tokens: readonly Token[], { first, end, type }: TaggedName): boolean {
  if (type !== 'location' || end - first !== 1 || isCapitalised(tokens[end]?.text ?? '')) return false;
  return /^(?:State|Province|Region|District|County|City|Municipality|Territory)$/.test(textAt(tokens, first));
}

function isStrayClosing(tokens: readonly Token[], first: number, end: number): boolean {
  if (!CLOSING.test(textAt(tokens, end - 1))) return false;
  for (let i = first; i < end - 1; i++) if (/[([{]/.test(textAt(tokens, i))) return false;
  return true;
}

function isOneLetter(tokens: readonly Token[], { first, end }: TaggedName): boolean {
  return end - first === 1 && textAt(tokens, first).length === 1;
}

/** "2GB": a unit glued to its figure, whether the figure was taken along or not. */
function isFigure(tokens: readonly Token[], { first, end }: TaggedName): boolean {
  if (end - first === 1 && CURRENCY_SIGNS.has(textAt(tokens, first))) return true;
  if (end - first > 2 || !UNIT.test(textAt(tokens, end - 1))) return false;
  const figure = tokens[end - 2];
  const alone = end - first === 1 || /^\d/.test(textAt(tokens, first));
  return alone && figure?.end === (tokens[end - 1] as Token).start && /^\d/.test(figure.text);
}

/** Words seen in capitals where no sentence begins. */
function wordsInside(sequences: readonly (readonly Token[])[]): ReadonlySet<string> {
  const inside = new Set<string>();
  for (const tokens of sequences) {
    for (let i = 1; i < tokens.length; i++) {
      if (isCapitalised(textAt(tokens, i)) && isWordOrComma(textAt(tokens, i - 1))) inside.add(textAt(tokens, i));
    }
  }
  return inside;
}

function isSentenceOpener(
  tokens: readonly Token[],
  { first, end, type, score }: TaggedName,
  inside: (word: string) => boolean,
  lexicon: WordLexicon,
): boolean {
  if (type !== 'person' || end - first !== 1 || score >= SURE) return false;
  const text = textAt(tokens, first);
  if (first > 0 && isWordOrComma(textAt(tokens, first - 1))) return false;
  const { flags } = lexicon.word(text.toLowerCase());
  const ordinary = (flags & WORD_FLAGS.dictionary) !== 0 && (flags & NAMING) === 0;
  const list = /^(?:,|and|or)$/.test(tokens[end]?.text ?? '') && /^\p{Ll}/u.test(tokens[end + 1]?.text ?? '');
  return ordinary && (list || /(?:s|en)$/.test(text)) && !inside(text);
}

/** "The Pope said": a title alone is the name of no organisation. */
function isBareTitle(tokens: readonly Token[], { first, end, type }: TaggedName, lexicon: WordLexicon): boolean {
  if (type !== 'organization' || end - first !== 1) return false;
  const { flags } = lexicon.word(textAt(tokens, first).toLowerCase());
  return (flags & WORD_FLAGS.title) !== 0 && (flags & WORD_FLAGS.organization) === 0;
}

/** "(in Arabic Al-Sahil)": the language is no part of the name. */
function withoutLanguage(tokens: readonly Token[], name: TaggedName, lexicon: WordLexicon): TaggedName {
  const { first, end } = name;
  if (end - first < 2 || tokens[first - 1]?.text !== 'in' || tokens[first - 2]?.text !== '(') return name;
  const { flags } = lexicon.word(textAt(tokens, first).toLowerCase());
  return (flags & WORD_FLAGS.language) === 0 ? name : { ...name, first: first + 1 };
}

function withoutDirection(tokens: readonly Token[], name: TaggedName, lexicon: WordLexicon): TaggedName[] {
  const { first, end, type } = name;
  if (type === 'organization' && end - first === 1 && textAt(tokens, first) === 'Western')
    return [{ ...name, type: 'group' }];
  if (type !== 'location' || !COMPASS.test(textAt(tokens, first))) return [name];
  const next = tokens[first + 1]?.text ?? '';
  const noun = /^\p{Ll}{3,}/u.test(next) && !/^(?:and|or)$/.test(next);
  if (end - first > 1 && !noun) return [name];
  if (noun && (lexicon.word(next).flags & WORD_FLAGS.placeWord) !== 0) return [name];
  if (textAt(tokens, first) === 'Western') return [{ ...name, end: first + 1, type: 'group' }];
  return noun ? [] : [name];
}

function textAt(tokens: readonly Token[], at: number): string {
  return (tokens[at] as Token).text;
}
