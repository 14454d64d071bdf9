import type { Sentence } from '../../extract/document.ts';
import type {
  ExtractedClaim,
  ExtractedFigure,
  ExtractedMention,
  ExtractedTime,
  Extraction,
} from '../../extract/extraction.ts';
import type { SpanList } from '../../extract/spanList.ts';
import { outside, type Span } from '../../text/span.ts';
import { type ClauseView, type ClauseWords, createClauseView } from './clauseView.ts';
import { toldClocks } from './spokenClock.ts';
import type { Statement, StatementKind, StatementSource } from './statement.ts';
import { stemOf } from './stems.ts';
import { zeroCounts } from './zeroCounts.ts';

const LONGEST = 200;

/** What the sentences of an article are read with. */
export interface SentenceContext {
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
export interface ReadSentence {
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

/** Reads what was found in a sentence once for all kinds of its statements. */
export function readSentence(sentence: Sentence, { text, extraction, lists }: SentenceContext): ReadSentence {
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
  const words = (span: Span) => text.slice(span.start, span.end);
  const view = createClauseView(
    sentence,
    [...figures, ...times, ...zeros].sort((a, b) => a.start - b.start),
    mentions.filter(
      (mention) => extraction.entities[mention.entity]?.type === 'organization' && /^\p{Lu}/u.test(words(mention)),
    ),
  );
  const dated = times.filter(({ edtf, kind }) => edtf !== null && kind !== 'set');
  const make: ReadSentence['make'] = (kind, span, clause, own) => {
    const claim = smallest(claims, extraction.claims, span);
    const entities = [...new Set([...subjectOf(claim, extraction), ...mentions.map(({ entity }) => entity)])];
    const named = kind === 'fact' ? extraction.entities[entities[0] ?? -1]?.name : undefined;
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
      question: clause.questions[0]?.[0] ?? named ?? wordWith(clause.about[0], sentence),
      questions: clause.questions,
      about: clause.about,
      context: clause.context,
      scope: clause.scope,
      entities,
      sources: claim === null ? [] : sourcesOf(extraction.claims[claim] as ExtractedClaim, extraction, text),
      asOf: kind === 'date' ? null : (nearest(dated, span, text)?.edtf ?? null),
      headline: sentence.zone === 'headline',
      ...own,
    };
  };
  return { sentence, text, extraction, zeros, clocks, figures, times, mentions, claims, view, words, make };
}

/** The first word of the sentence with a stem. */
function wordWith(stem: string | undefined, { tokens }: Sentence): string {
  return tokens.find(({ word }) => stemOf(word.text) === stem)?.word.text.toLowerCase() ?? '';
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

/** What a break between clauses adds to the distance of a time, in UTF-16 units. */
const BREAK = 30;

function nearest(times: readonly ExtractedTime[], { start, end }: Span, text: string): ExtractedTime | undefined {
  if (times.length < 2) return times[0];
  const gap = (time: Span) => {
    const between = time.start > end ? text.slice(end, time.start) : text.slice(time.end, start);
    return between.length + (/[;:]|, (?:but|and|while)\b/.test(between) ? BREAK : 0);
  };
  return [...times].sort((a, b) => gap(a) - gap(b))[0];
}
