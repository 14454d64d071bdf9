import type { Voice } from '../../model/types.ts';
import type { Span } from '../../text/span.ts';
import type { Attribution } from '../attributions/findAttributions.ts';
import type {
  ExtractedClaim,
  ExtractedEntity,
  ExtractedFigure,
  ExtractedMention,
  ExtractedTime,
} from '../extraction.ts';
import type { SpanList } from '../spanList.ts';
import { checkworthiness, WORTH_A_CHECK } from './checkworthiness.ts';
import { hedgeOf, kindOf, modalityOf, polarityOf } from './classify.ts';
import type { ClaimDraft } from './draftClaims.ts';
import { entityOf } from './entityOf.ts';
import { restate } from './restate.ts';
import { topicOf } from './topics.ts';

export interface ClaimContext {
  readonly text: string;
  readonly entities: readonly ExtractedEntity[];
  readonly mentions: SpanList<ExtractedMention>;
  readonly figures: SpanList<ExtractedFigure>;
  readonly times: SpanList<ExtractedTime>;
  readonly sentences: SpanList<Span>;
}

/** The share of a sentence from which on a claim is what the sentence says. */
const MAIN_PART = 0.5;

/** Complete claims from drafts, once names are joined into entities. */
export function finishClaim(
  draft: ClaimDraft,
  context: ClaimContext,
  sourceEntity: (a: Attribution) => number | null,
): ExtractedClaim {
  const { text, entities } = context;
  const words = text.slice(draft.start, draft.end);
  const origin = draft.chain.at(-1) ?? null;
  const reported = origin !== null;
  const subject = entityOf(text, draft.subject, context.mentions);
  const mentioned = context.mentions.within(draft).map(({ item }) => item.entity);
  const all = [...new Set(subject === null ? mentioned : [subject, ...mentioned])];
  const figures = context.figures.within(draft).map(({ index }) => index);
  const times = context.times.within(draft).map(({ index }) => index);
  const hedge = hedgeOf(words) ?? hedgeOf(adverbBefore(text, draft.start));
  const kind = kindOf(words, origin?.lemma ?? null, draft.ending);
  const name = subject === null ? null : (entities[subject]?.name ?? null);
  const checkable = kind === 'fact' || kind === 'evaluation';
  return {
    start: draft.start,
    end: draft.end,
    text: draft.role
      ? restate(`${name ?? subjectText(draft, text)} is ${text.slice(draft.role.start, draft.role.end)}`, null, false)
      : restate(words, name ?? subjectWords(draft, text), draft.subjectOutside),
    voice: voiceOf(origin),
    source: origin && sourceEntity(origin),
    sourceAt: origin?.source ?? null,
    cue: origin?.cue ?? null,
    chain: draft.chain.map((a) => sourceEntity(a) ?? (a.source ? text.slice(a.source.start, a.source.end) : 'unnamed')),
    hedge,
    polarity: polarityOf(words),
    modality: modalityOf(words, reported ? 'attributed' : 'own', hedge),
    kind,
    checkworthy: checkable && isWorthACheck(draft, context),
    topic: draft.shape === 'role' ? 'role' : topicOf(words),
    subject,
    entities: all,
    figures,
    times,
    origin: `rule:claims/${draft.shape}`,
    score: scoreOf(draft, origin),
  };
}

/** By its own words, or by those of the sentence that it makes up most of: the figure may stand in the other part. */
function isWorthACheck(claim: Span, context: ClaimContext): boolean {
  if (worthOf(claim, context) >= WORTH_A_CHECK) return true;
  const sentence = context.sentences.around(claim);
  if (sentence === null || claim.end - claim.start < MAIN_PART * (sentence.end - sentence.start)) return false;
  return worthOf(sentence, context) >= WORTH_A_CHECK;
}

function worthOf(span: Span, { text, mentions, figures, times }: ClaimContext): number {
  return checkworthiness(text.slice(span.start, span.end), {
    names: new Set(mentions.within(span).map(({ item }) => item.entity)).size,
    figures: figures.within(span).length,
    times: times.within(span).length,
  });
}

function voiceOf(origin: Attribution | null): Voice {
  return origin === null ? 'outlet' : origin.kind;
}

function subjectText({ subject }: ClaimDraft, text: string): string {
  return subject ? text.slice(subject.start, subject.end) : '';
}

function subjectWords({ subject, subjectOutside }: ClaimDraft, text: string): string | null {
  return subject && subjectOutside && subject.end - subject.start < 80 ? text.slice(subject.start, subject.end) : null;
}

function adverbBefore(text: string, start: number): string {
  return /(?:reportedly|allegedly|perhaps|apparently)\s*$/i.exec(text.slice(Math.max(0, start - 16), start))?.[0] ?? '';
}

function scoreOf({ shape }: ClaimDraft, origin: Attribution | null): number {
  const base = {
    main: 0.8,
    coordinate: 0.75,
    'shared-subject': 0.7,
    subordinate: 0.65,
    relative: 0.65,
    participle: 0.55,
    including: 0.6,
    apposition: 0.6,
    role: 0.75,
  }[shape];
  return origin === null ? base : Math.round(base * Math.min(1, origin.score + 0.3) * 100) / 100;
}
