import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { contains, hull, type Span } from '../../text/span.ts';
import { DETERMINERS, isCapitalised, POSSESSIVES } from '../grammar/words.ts';
import type { QuotedSpan } from '../quotations/marks.ts';
import type { Frame } from './candidate.ts';
import { groupStart } from './cueFeatures.ts';
import { frameOf, partObject } from './frames.ts';
import type { TokenRange } from './nounPhrase.ts';
import { likelyCues, type Reading, readCues } from './readCues.ts';
import { leastScore } from './speechVerbs.ts';
import { StatementModel } from './statementModel.ts';
import type { Unit } from './unit.ts';
import { type View, viewOf } from './view.ts';
import { type Form, type FormOf, formsWith, lemmaOf } from './wordForms.ts';

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
      const read = readCues(view, cues, model, leastScore)
        .map((reading) => toAttribution(view, reading))
        .filter(({ score, lemma }) => score >= leastScore(lemma));
      return read.map((attribution) => withinReport(attribution, read));
    },
  };
}

/** Offsets of a reading's parts, and whether its content is quoted, reported, or both. */
function toAttribution(view: View, reading: Reading): Attribution {
  const { unit } = view;
  const read = reading.byRule ? reading.content : partObject(view, reading.cue, reading.content);
  const pieces = read.map((piece) => beforeSource(unit, piece, reading.source.range));
  const content = pieces.map((r) => contentSpan(unit, r));
  const whole = hull(content);
  const form = view.forms[reading.cue] as Form;
  const frame = frameOf(view, { ...reading, content: pieces });
  return {
    start: whole.start,
    end: whole.end,
    content,
    source: reading.source.range && spanOf(unit, withName(unit, reading.source.range)),
    cue: spanOf(unit, reading.cueRange ?? cueRange(view, reading.cue)),
    kind: kindOf(unit, pieces),
    lemma: lemmaOf(form),
    frame,
    origin: reading.byRule ? `rule:attribution/${frame}` : 'model:statements',
    score: reading.cueScore * reading.contentScore,
  };
}

/** "Assuring that all would be paid, the mayor opened the hall": what the source does is not what it says. */
function beforeSource({ words }: Unit, piece: TokenRange, source: TokenRange | null): TokenRange {
  if (!source || source.from <= piece.from || source.to > piece.to) return piece;
  const to = words.lastIndexOf(',', source.from);
  return to > piece.from + 2 && source.from - to < 5 ? { from: piece.from, to } : piece;
}

/** "The board reports that according to the police, two fled": the words that report it are not what the police say. */
function withinReport(inner: Attribution, all: readonly Attribution[]): Attribution {
  const [front, ...behind] = inner.content;
  const [first] = behind;
  if (!front || !first || front.end > inner.cue.start) return inner;
  const outer = all.some((a) => contains(front, a.cue) && a.content.some((piece) => contains(piece, inner.cue)));
  return outer ? { ...inner, content: behind, start: first.start } : inner;
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
