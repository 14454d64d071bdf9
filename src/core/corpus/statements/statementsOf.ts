import type { Sentence } from '../../extract/document.ts';
import type {
  ExtractedClaim,
  ExtractedFigure,
  ExtractedMention,
  ExtractedTime,
  Extraction,
} from '../../extract/extraction.ts';
import { segmentArticle } from '../../extract/segment/segmentArticle.ts';
import { SpanList } from '../../extract/spanList.ts';
import { outside, type Span } from '../../text/span.ts';
import { ages } from './ages.ts';
import { type ClauseView, type ClauseWords, createClauseView } from './clauseView.ts';
import { clockAt } from './clockOf.ts';
import { deniedIn } from './deniedIn.ts';
import { directions } from './directions.ts';
import { fateOf } from './fateOf.ts';
import { fieldAnswers, leastAlike } from './fieldAnswers.ts';
import { joinDurations } from './joinDurations.ts';
import { joinRanges } from './joinRanges.ts';
import { measureOf } from './measureOf.ts';
import { postHolders } from './postHolders.ts';
import { questionsOf } from './questions.ts';
import { ratings } from './ratings.ts';
import { toldClocks } from './spokenClock.ts';
import type { FactAnswer, Measure, Statement, StatementKind, StatementSource } from './statement.ts';
import { stemOf } from './stems.ts';
import { zeroCounts } from './zeroCounts.ts';

const LONGEST = 200;

/**
 * What an article states that can be set beside another article's: figures (also none at all), dates with what
 * happened then, holders of posts, and its claims of fact. In document order; work is linear in the text.
 */
export function statementsOf({
  text,
  extraction,
  sentences = segmentArticle(text).sentences,
}: {
  readonly text: string;
  readonly extraction: Extraction;
  /** Those of the text, where they are at hand. */
  readonly sentences?: readonly Sentence[];
}): readonly Statement[] {
  const figures = joinRanges(text, joinDurations(text, extraction.figures));
  const lists = {
    figures: new SpanList(figures),
    times: new SpanList(extraction.times),
    mentions: new SpanList(extraction.mentions),
    claims: new SpanList(extraction.claims.map((claim, index) => ({ start: claim.start, end: claim.end, index }))),
  };
  const statements = sentences.flatMap((sentence) => inSentence(sentence, { text, extraction, lists }));
  return withFieldsOnce(statements.sort((a, b) => a.start - b.start || a.end - b.end));
}

/** What an article names again and again, whatever the words around, is stated where it names it first. */
function withFieldsOnce(statements: readonly Statement[]): Statement[] {
  const told = new Set<string>();
  return statements.filter(({ answer, question, negated }) => {
    if (answer?.kind !== 'field' || leastAlike(question) > 0) return true;
    const key = `${question} ${answer.value} ${negated}`;
    return !told.has(key) && told.add(key);
  });
}

/** "PORT HALVIK, 3 May 2021 (Agency) - ": the day and place that an article is sent from. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu} .'’-]{2,40}(?:, [^-–—]{0,60})?|\p{Lu}[\p{L} .'’-]{2,40}, [^-–—]{0,30}\d[^-–—]{0,20})\s(?:--|[-–—])\s/u;

/** "Published 3 May 2021 at 09:30". */
const PUBLISHED = /^(?:first |last )?(?:published|posted|updated)\b/i;

interface Context {
  readonly text: string;
  readonly extraction: Extraction;
  readonly lists: {
    readonly figures: SpanList<ExtractedFigure>;
    readonly times: SpanList<ExtractedTime>;
    readonly mentions: SpanList<Extraction['mentions'][number]>;
    readonly claims: SpanList<Span & { readonly index: number }>;
  };
}

/** A sentence with what was found in it, and how a statement of it is made. */
interface ReadSentence {
  readonly sentence: Sentence;
  readonly text: string;
  readonly extraction: Extraction;
  readonly zeros: ReturnType<typeof zeroCounts>;
  /** Times of day that are no date expressions. */
  readonly clocks: readonly Span[];
  readonly figures: readonly ExtractedFigure[];
  readonly times: readonly ExtractedTime[];
  readonly mentions: readonly ExtractedMention[];
  /** Indices into the claims of the extraction. */
  readonly claims: readonly number[];
  readonly view: ClauseView;
  readonly words: (span: Span) => string;
  readonly make: (kind: StatementKind, span: Span, clause: ClauseWords, own: Partial<Statement>) => Statement;
}

function inSentence(sentence: Sentence, context: Context): Statement[] {
  const read = readSentence(sentence, context);
  return [
    ...figureStatements(read),
    ...zeroStatements(read),
    ...dateStatements(read),
    ...postStatements(read),
    ...answerStatements(read),
    ...claimStatements(read),
  ];
}

function readSentence(sentence: Sentence, { text, extraction, lists }: Context): ReadSentence {
  const zeros = zeroCounts(sentence);
  const clocks = toldClocks(text.slice(sentence.start, sentence.end), sentence.start);
  const figures = outside(
    outside(
      lists.figures.within(sentence).map(({ item }) => item),
      zeros,
    ),
    clocks,
  );
  const times = lists.times.within(sentence).map(({ item }) => item);
  const mentions = lists.mentions.within(sentence).map(({ item }) => item);
  const claims = lists.claims.within(sentence).map(({ item }) => item.index);
  const view = createClauseView(
    sentence,
    [...figures, ...times, ...zeros].sort((a, b) => a.start - b.start),
  );
  const words = (span: Span) => text.slice(span.start, span.end);
  const dated = times.filter(({ edtf, kind }) => edtf !== null && kind !== 'set');
  const make: ReadSentence['make'] = (kind, span, clause, own) => {
    const claim = smallest(claims, extraction.claims, span);
    return {
      start: span.start,
      end: span.end,
      kind,
      words: words(span).slice(0, LONGEST),
      sentence: { start: sentence.start, end: sentence.end },
      op: '=',
      measure: null,
      edtf: null,
      clock: null,
      negated: false,
      denied: null,
      answer: null,
      question: clause.questions[0]?.[0] ?? clause.about[0] ?? '',
      questions: clause.questions,
      about: clause.about,
      context: clause.context,
      scope: clause.scope,
      entities: [...new Set([...subjectOf(claim, extraction), ...mentions.map(({ entity }) => entity)])],
      sources: claim === null ? [] : sourcesOf(extraction.claims[claim] as ExtractedClaim, extraction, text),
      asOf: kind === 'date' ? null : (nearest(dated, span)?.edtf ?? null),
      headline: sentence.zone === 'headline',
      ...own,
    };
  };
  return { sentence, text, extraction, zeros, clocks, figures, times, mentions, claims, view, words, make };
}

function figureStatements({ text, figures, view, words, make }: ReadSentence): Statement[] {
  const statements: Statement[] = [];
  let last: { readonly end: number; readonly measure: Measure } | null = null;
  for (const figure of figures) {
    if (figure.what === 'age' && figure.op !== 'range') continue;
    const measure = measureOf(figure, words(figure));
    const converts = last !== null && isConversion(text.slice(last.end, figure.start), last.measure, measure);
    last = { end: figure.end, measure };
    if (converts) continue;
    const clause = withUsualQuestion(view(figure, measure.dimension), measure, words(figure));
    const scope = isRejected(text, figure) ? [...clause.scope, 'withdrawn'] : clause.scope;
    statements.push(make('figure', figure, clause, { op: figure.op, measure, scope }));
  }
  return statements;
}

function zeroStatements({ zeros, view, make }: ReadSentence): Statement[] {
  return zeros.map(({ noun, ...span }) => {
    // "no deaths" counts people, as "nobody died" does
    const stem = noun && stemOf(noun);
    const people = stem === null || questionsOf(stem).some(({ family }) => /^(?:casualties|custody)$/.test(family));
    const measure: Measure = {
      dimension: people ? 'person' : 'count',
      of: people ? null : stem,
      value: 0,
      max: null,
    };
    // the noun is no part of the value: it tells what is counted
    const value = { start: span.start, end: span.end - (noun?.length ?? 0) };
    return make('figure', span, view(value, measure.dimension), { measure });
  });
}

function dateStatements(read: ReadSentence): Statement[] {
  const { sentence, text, clocks, times, claims, words, make } = read;
  const statements: Statement[] = [];
  // "Oslo, 3 May 2021, 09:30": when it was published, no statement
  const isStamp =
    PUBLISHED.test(words(sentence)) ||
    ((claims.length === 0 || words(sentence).includes('|')) &&
      times.some(({ edtf }) => /^\d{4}-\d\d-\d\d$/.test(edtf ?? '')));
  for (const time of times) {
    if (time.kind === 'set' || time.kind === 'duration') continue;
    if (time.start === sentence.start && time.kind === 'time') continue; // the time of an entry of a live blog
    if (isInDateline(text, sentence, time)) continue;
    const clock = time.kind === 'time' || /\d/.test(words(time)) ? clockAt(text, time, sentence) : null;
    if (time.edtf === null && clock === null) continue;
    if (clock !== null && isStamp) continue;
    statements.push(make('date', time, dateClause(read, time), { edtf: time.edtf, clock }));
  }
  for (const span of isStamp ? [] : outside(clocks, [...statements])) {
    const clock = clockAt(text, span, sentence);
    if (clock) statements.push(make('date', span, dateClause(read, span), { clock }));
  }
  return statements;
}

function dateClause({ text, view }: ReadSentence, span: Span): ClauseWords {
  const clause = view(span, 'date');
  const scope = [
    ...clause.scope,
    ...(isTimeOfReport(text, span) ? ['reported'] : []),
    ...(isRejected(text, span) ? ['withdrawn'] : []),
  ];
  return { ...clause, scope };
}

function isInDateline(text: string, sentence: Sentence, time: Span): boolean {
  const opening = text.slice(sentence.start, Math.min(sentence.end, time.end + 40));
  return time.start - sentence.start < 60 && DATELINE.test(opening);
}

/** Who holds a post; of one who holds it now also that. */
function postStatements({ sentence, extraction, mentions, view, words, make }: ReadSentence): Statement[] {
  const { entities } = extraction;
  return postHolders(sentence, mentions, entities).flatMap(({ holder, entity, post, word, of, scope }) => {
    const clause = view(holder, 'fact');
    const name = entities[entity]?.name ?? words(holder);
    const held = make('fact', holder, clause, {
      question: post,
      answer: { kind: 'post', value: name },
      questions: [[post, 1]],
      about: [word, ...of],
      scope,
    });
    if (scope.includes('earlier')) return [held];
    const inOffice = make('fact', holder, clause, {
      question: 'fate',
      answer: { kind: 'fate', value: 'in office' },
      questions: [['fate', 1]],
      entities: [entity],
    });
    return [held, inOffice];
  });
}

/** Which way, which mark, how old, which of a field. */
function answerStatements(read: ReadSentence): Statement[] {
  const { sentence, extraction, mentions } = read;
  return [
    ...directions(sentence, mentions).map(({ direction, ...span }) => answered(read, span, 'direction', direction)),
    ...ratings(sentence).map(({ mark, ...span }) => answered(read, span, 'rating', mark)),
    ...ages(sentence, mentions, extraction.entities).map(({ age, entity, ...span }) =>
      answered(read, span, 'age', String(age), entity === null ? { question: SOMEBODY } : { entities: [entity] }),
    ),
    ...fieldAnswers(sentence).map(({ field, value, negated, ...span }) => {
      // the words that differ tell nothing of whether both speak of one thing
      const own = new Set(read.words(span).split(/[\s-]/).map(stemOf));
      const statement = answered(read, span, 'field', value, { question: field, negated });
      return { ...statement, about: statement.about.filter((stem) => !own.has(stem)) };
    }),
  ];
}

/** The question of the age of a person who is not named. */
export const SOMEBODY = 'age of somebody';

function answered(
  { view, make }: ReadSentence,
  span: Span,
  kind: FactAnswer['kind'],
  value: string,
  own: Partial<Statement> = {},
): Statement {
  const clause = view(span, 'fact');
  return make('fact', span, clause, {
    question: kind,
    answer: { kind, value },
    questions: [[own.question ?? kind, 1], ...clause.questions.slice(0, 2)],
    ...own,
  });
}

/** The claims of fact, and what they say became of somebody. */
function claimStatements(read: ReadSentence): Statement[] {
  const { sentence, extraction, mentions, claims, view, words, make } = read;
  return claims.flatMap((index) => {
    const claim = extraction.claims[index] as ExtractedClaim;
    if (claim.kind !== 'fact' || claim.origin.startsWith('rule:claims/role')) return [];
    const negated = claim.polarity === 'negated';
    const told = fateOf(words(claim));
    const whose = told && personBefore(claim.start + told.at, claim, mentions, extraction);
    const fate = told && whose !== null ? [answered(read, claim, 'fate', told.fate, { entities: [whose] })] : [];
    const denied = negated
      ? deniedIn(sentence.tokens.filter((token) => token.start >= claim.start && token.end <= claim.end))
      : null;
    return [...fate, make('fact', claim, view(claim, 'fact'), { negated, denied })];
  });
}

/** "not 2018", "rules out the 92 percent": a value named to be denied. */
function isRejected(text: string, { start }: Span): boolean {
  return REJECTS.test(text.slice(Math.max(0, start - 40), start));
}

const REJECTS =
  /\b(?:not|rul(?:es?|ed|ing) out|contradict(?:s|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)) (?:(?:the|its|their|an?|earlier|official|initial|first|figure|number|date|of|in) ){0,4}$/i;

/** "as of 6 p.m.", "at a 7 p.m. briefing", "the ministry said late Friday": when something was known or told. */
function isTimeOfReport(text: string, { start, end }: Span): boolean {
  return (
    /\b(?:said|says|told \p{L}+|announced|added)(?: on| late| early| in)*\s+$/iu.test(
      text.slice(Math.max(0, start - 30), start),
    ) ||
    /\b(?:as of|by|until|till|before|after|since|updated)\s+$/i.test(text.slice(Math.max(0, start - 12), start)) ||
    /^\s+(?:briefing|post|entry|news|press|update|we\s)/i.test(text.slice(end, end + 12))
  );
}

/** Where no word around tells what is measured, the unit does, less surely. */
function withUsualQuestion(clause: ClauseWords, { dimension }: Measure, words: string): ClauseWords {
  if (clause.questions.some(([, weight]) => weight >= USUAL)) return clause;
  const far = dimension === 'length' && /\b(?:kilomet|km|miles?\b)/i.test(words);
  const usual = far ? 'distance' : USUAL_QUESTIONS[dimension];
  if (usual === undefined) return clause;
  const others = clause.questions.filter(([name]) => name !== usual).slice(0, 2);
  return { ...clause, questions: [[usual, USUAL], ...others] };
}

/** The weight of a question that only the unit tells. */
export const USUAL = 0.35;
const USUAL_QUESTIONS: Readonly<Record<string, string>> = {
  length: 'length',
  mass: 'weight',
  area: 'area',
  volume: 'capacity',
  temperature: 'temperature',
  speed: 'speed',
};

/** "12 km (7.5 miles)": the same length again, in another unit. */
function isConversion(between: string, a: Measure, b: Measure): boolean {
  if (a.dimension !== b.dimension || /^(?:person|count|percent|money)$/.test(a.dimension)) return false;
  return (
    /^\s*(?:\(|,?\s*or\s)/.test(between) &&
    between.length < 12 &&
    Math.abs(a.value - b.value) <= 0.06 * Math.abs(a.value)
  );
}

/** The person that a claim speaks of up to a place in it: its subject, else the last that it names. */
function personBefore(
  at: number,
  claim: ExtractedClaim,
  mentions: readonly ExtractedMention[],
  { entities }: Extraction,
): number | null {
  const isPerson = (entity: number | null) => entity !== null && entities[entity]?.type === 'person';
  if (isPerson(claim.subject)) return claim.subject;
  const named = mentions.filter(({ start, entity }) => start >= claim.start && start < at && isPerson(entity));
  return named.at(-1)?.entity ?? null;
}

function subjectOf(claim: number | null, { claims }: Extraction): number[] {
  const subject = claim === null ? null : (claims[claim]?.subject ?? null);
  return subject === null ? [] : [subject];
}

function smallest(claims: readonly number[], all: readonly ExtractedClaim[], { start, end }: Span): number | null {
  let best: number | null = null;
  for (const index of claims) {
    const claim = all[index] as ExtractedClaim;
    if (claim.start > start || claim.end < end) continue;
    const other = best === null ? null : (all[best] as ExtractedClaim);
    if (other === null || claim.end - claim.start < other.end - other.start) best = index;
  }
  return best;
}

function sourcesOf(claim: ExtractedClaim, { entities }: Extraction, text: string): StatementSource[] {
  const named = (link: number | string): StatementSource =>
    typeof link === 'number' ? { name: entities[link]?.name ?? '', entity: link } : { name: link, entity: null };
  if (claim.chain.length > 0) return claim.chain.map(named);
  if (claim.source !== null) return [named(claim.source)];
  return claim.sourceAt ? [named(text.slice(claim.sourceAt.start, claim.sourceAt.end))] : [];
}

function nearest(times: readonly ExtractedTime[], { start, end }: Span): ExtractedTime | undefined {
  const gap = (time: Span) => Math.max(time.start - end, start - time.end);
  return [...times].sort((a, b) => gap(a) - gap(b))[0];
}
