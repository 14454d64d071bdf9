import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { contains, hull, type Span } from '../../text/span.ts';
import { isGerund } from '../grammar/verbs.ts';
import { DETERMINERS, isCapitalised, POSSESSIVES, PREPOSITIONS, TITLE_NOUNS } from '../grammar/words.ts';
import type { QuotedSpan } from '../quotations/marks.ts';
import type { Frame } from './candidate.ts';
import { closesAlone } from './contentPhrase.ts';
import { groupStart } from './cueFeatures.ts';
import { frameOf, partObject } from './frames.ts';
import { phraseStartingAt, type TokenRange } from './nounPhrase.ts';
import { likelyCues, type Reading, readCues } from './readCues.ts';
import { isSpeakerNoun } from './speakers.ts';
import { leastScore } from './speechVerbs.ts';
import { StatementModel } from './statementModel.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import { type View, viewOf } from './view.ts';
import { type Form, type FormOf, formsWith, Kind, lemmaOf } from './wordForms.ts';

const OPENING = /^(?:after|when|before|since|once|because|although|while|though|until)$/;
const LINKED = /^(?:and|but|or|who|which|whose|where|that|as|if|because|when|while)$/;
/** Words in which a clause has its verb. */
const REACH = 8;
/** Tokens between a cue and its content: "adding that". */
const NEAR_SEQUEL = 2;
const NAMING = /^(?:called|named|dubbed|nicknamed|titled|entitled)$/;

/** Who says what, in spans of the article. */
export interface Attribution extends Span {
  /** The pieces of the content in order; one piece covers `start..end`. */
  readonly content: readonly Span[];
  readonly source: Span | null;
  readonly cue: Span;
  readonly kind: 'direct' | 'indirect' | 'mixed';
  readonly lemma: string;
  readonly frame: Frame;
  /** The model, or the rule that decided alone. */
  readonly origin: string;
  /** How likely cue and content are right, 0 to 1. */
  readonly score: number;
}

/** Finds the attributions of units. */
export interface StatementReader {
  /** What units must be built with. */
  readonly forms: FormOf;
  /** In the order of their cues; those that are more likely wrong than useful are left out. */
  read(unit: Unit): Attribution[];
}

/**
 * @param file the bytes of `lexicon/models/statements.bin`.
 * @param lexicon the one that the model was trained with.
 * @throws Error when the bytes are no statements model of this version.
 */
export function createStatementReader(file: Uint8Array, lexicon: WordLexicon): StatementReader {
  const model = StatementModel.read(file);
  return {
    forms: formsWith(lexicon),
    read(unit) {
      const cues = likelyCues(unit, model);
      if (cues.length === 0) return [];
      const view = viewOf(unit);
      const readings = readCues(view, cues, model, leastScore).filter((reading) => !isNaming(unit, reading));
      const read = readings
        .map((reading) => toAttribution(view, beforeSequel(unit, reading, readings)))
        .filter(({ score, lemma }) => score >= leastScore(lemma));
      return read.map((attribution) => withinReport(attribution, read));
    },
  };
}

/** Offsets of a reading's parts, and whether its content is quoted, reported, or both. */
function toAttribution(view: View, reading: Reading): Attribution {
  const { unit } = view;
  const source = reading.source.range ?? subjectOfOpening(view, reading.cue);
  const read = reading.byRule ? reading.content : partObject(view, reading.cue, reading.content);
  const pieces = read.map((piece) =>
    withoutBracket(unit, withinOpening(unit, reading.cue, beforeSource(unit, withPreposition(unit, piece), source))),
  );
  const content = pieces.map((r) => contentSpan(unit, r));
  const whole = hull(content);
  const form = view.forms[reading.cue] as Form;
  const frame = frameOf(view, { ...reading, content: pieces });
  return {
    start: whole.start,
    end: whole.end,
    content,
    source: source && spanOf(unit, withName(unit, withoutObject(unit, source))),
    cue: spanOf(unit, reading.cueRange ?? cueRange(view, reading.cue)),
    kind: kindOf(unit, pieces),
    lemma: lemmaOf(form),
    frame,
    origin: reading.byRule ? `rule:attribution/${frame}` : 'model:statements',
    score: reading.cueScore * reading.contentScore,
  };
}

/** "(although he found the reasons weak)": what is said ends within the bracket. */
function withoutBracket(unit: Unit, piece: TokenRange): TokenRange {
  return piece.to - piece.from > 1 && closesAlone(unit, piece) ? { from: piece.from, to: piece.to - 1 } : piece;
}

/** "Since the war, the board said, it grew": "since" with a noun is no conjunction, and belongs to what is said. */
function withPreposition(unit: Unit, { from, to }: TokenRange): TokenRange {
  const { words } = unit;
  if (openingWord(unit) !== from - 1 || !/^(?:since|until|before|after)$/.test(words[from - 1] as string))
    return { from, to };
  const comma = words.indexOf(',', from);
  return finiteWithin(unit, from, comma > 0 && comma < to ? comma : to) ? { from, to } : { from: from - 1, to };
}

/** "Assuring that all would be paid, the mayor opened the hall": what the source does is not what it says. */
function beforeSource({ words }: Unit, piece: TokenRange, source: TokenRange | null): TokenRange {
  if (!source || source.from <= piece.from || source.to > piece.to) return piece;
  const to = words.lastIndexOf(',', source.from);
  return to > piece.from + 2 && source.from - to < 5 ? { from: piece.from, to } : piece;
}

/** "After the mayor announced her plan": who stands between the conjunction and the cue. */
function subjectOfOpening(view: View, cue: number): TokenRange | null {
  const first = openingWord(view.unit);
  const to = groupStart(view, cue);
  const passive = view.forms.slice(to, cue).some(({ kind }) => kind === Kind.be);
  if (first < 0 || to <= first + 1 || passive) return null;
  const phrase = phraseStartingAt(view.unit, first + 1);
  return phrase?.to === to ? phrase : null;
}

/** The conjunction that opens a unit, or -1. */
function openingWord({ words }: Unit): number {
  const first = words.findIndex((word) => /^\p{L}/u.test(word));
  return OPENING.test(words[first] ?? '') ? first : -1;
}

/** "After Lee announced her plan, the board left the room": what is announced ends where the main clause begins. */
function withinOpening(unit: Unit, cue: number, piece: TokenRange): TokenRange {
  const { words, inQuote } = unit;
  if (openingWord(unit) < 0 || piece.from <= cue) return piece;
  for (
    let comma = words.indexOf(',', piece.from);
    comma > 0 && comma < piece.to;
    comma = words.indexOf(',', comma + 1)
  ) {
    const follows = words[comma + 1] as string;
    if ((inQuote[comma] as number) >= 0 || LINKED.test(follows) || PREPOSITIONS.has(follows)) continue;
    const next = words.slice(comma + 1, comma + REACH);
    const verb = next.findIndex((word, k) => word === ',' || finiteAt(unit, comma + 1 + k));
    if (verb > 0 && next[verb] !== ',' && comma > piece.from) return { from: piece.from, to: comma };
  }
  return piece;
}

/** "The board reports that according to the police, two fled": the words that report it are not what the police say. */
function withinReport(inner: Attribution, all: readonly Attribution[]): Attribution {
  const [front, ...behind] = inner.content;
  const [first] = behind;
  if (!front || !first || front.end > inner.cue.start) return inner;
  const outer = all.some((a) => contains(front, a.cue) && a.content.some((piece) => contains(piece, inner.cue)));
  return outer ? { ...inner, content: behind, start: first.start } : inner;
}

/** ", called Airboard": what something is called nobody says. */
function isNaming({ words }: Unit, { cue }: Reading): boolean {
  return words[cue - 1] === ',' && NAMING.test(words[cue] as string) && words[cue + 1] !== 'by';
}

/** "The road was hard, she said, adding that it took a week": what has a cue of its own is another report. */
function beforeSequel(unit: Unit, reading: Reading, all: readonly Reading[]): Reading {
  const { cue, content, source } = reading;
  const behind = content.at(-1);
  if (!behind || behind.from <= cue) return reading;
  const sequel = all.some((other) => {
    const near = behind.from - other.cue;
    return other.cue > cue && near >= 0 && near <= NEAR_SEQUEL && isGerund(unit.words[other.cue] as string);
  });
  if (!sequel) return reading;
  const front = content.length > 1 ? content[0] : clauseBefore(unit, source.range);
  return front ? { ...reading, content: [front] } : reading;
}

/** The clause that a comma parts from the source of it, from the beginning of its sentence. */
function clauseBefore(unit: Unit, source: TokenRange | null): TokenRange | null {
  const comma = (source?.from ?? 0) - 1;
  if (unit.words[comma] !== ',') return null;
  let from = comma;
  while (from > 0 && !/^[.!?:;“”"]$/.test(unit.words[from - 1] as string)) from--;
  return finiteWithin(unit, from, comma) ? { from, to: comma } : null;
}

/** ", a process Lee described as": the name, since no process speaks. */
function withoutObject({ words, tokens }: Unit, { from, to }: TokenRange): TokenRange {
  if (words[from - 1] !== ',' || !/^an?$/.test(words[from] as string)) return { from, to };
  let name = to;
  while (name > from && isCapitalised(tokens[name - 1]?.text ?? '')) name--;
  const noun = words[name - 1] as string;
  const plain = words.slice(from, name).every((word) => /^\p{Ll}+$/u.test(word) && !PREPOSITIONS.has(word));
  const thing = plain && name > from + 1 && !isSpeakerNoun(noun, false) && !TITLE_NOUNS.has(noun);
  return thing && name < to ? { from: name, to } : { from, to };
}

/** "said the union's lawyer, Ann Lee.": with the name behind the description. */
function withName({ words, tokens }: Unit, source: TokenRange): TokenRange {
  const { from, to } = withoutInsert(words, source);
  const owned = /^['’]s?$/.test(words[from + 1] ?? '') || words.slice(from, to).includes('of');
  const described = DETERMINERS.has(words[from] as string) || POSSESSIVES.has(words[from] as string) || owned;
  if (!described || words[to] !== ',') return { from, to };
  let end = to + 1;
  while (end < to + 6 && isName(tokens[end]?.text ?? '')) end++;
  return end > to + 2 && /^[,.;”"’]$/.test(words[end] ?? '.') ? { from, to: end } : { from, to };
}

/** "The union, for its part, said". */
function withoutInsert(words: readonly string[], { from, to }: TokenRange): TokenRange {
  const insert = words[to - 1] === 'part' && words[to - 3] === 'for' && words[to - 4] === ',' && to - 4 > from;
  return insert ? { from, to: to - 4 } : { from, to };
}

const isName = (text: string) =>
  isCapitalised(text) || /^(?:-|de|del|da|di|la|le|van|von|der|den|bin|al|el)$/.test(text);

function cueRange(view: View, cue: number): TokenRange {
  const { words } = view.unit;
  const to = words[cue] === 'according' && words[cue + 1] === 'to' ? cue + 2 : cue + 1;
  return { from: groupStart(view, cue), to };
}

export function spanOf({ tokens }: Unit, { from, to }: TokenRange): Span {
  return { start: (tokens[from] as Span).start, end: (tokens[to - 1] as Span).end };
}

/** A piece that is one whole quotation goes without its marks. */
function contentSpan(unit: Unit, range: TokenRange): Span {
  const span = spanOf(unit, range);
  const q = unit.quotes[unit.inQuote[range.from] as number] as QuotedSpan | undefined;
  const inside = q && unit.inQuote[range.to - 1] === unit.inQuote[range.from];
  if (!inside) return span;
  const start = Math.max(span.start, q.start);
  const end = Math.min(span.end, q.end);
  return end > start ? { start, end } : span;
}

function kindOf(unit: Unit, content: readonly TokenRange[]): Attribution['kind'] {
  let quoted = 0;
  let all = 0;
  for (const { from, to } of content) {
    for (let i = from; i < to; i++) {
      if ((unit.tokens[i] as Span).end - (unit.tokens[i] as Span).start < 2) continue;
      all++;
      if ((unit.inQuote[i] as number) >= 0) quoted++;
    }
  }
  if (quoted === 0) return 'indirect';
  return quoted >= all * 0.9 ? 'direct' : 'mixed';
}
