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
import { isPastForm } from '../grammar/verbs.ts';
import type { SpanList } from '../spanList.ts';
import { type ClaimContents, contentsWorth, matterWorth, WORTH_A_CHECK, wordsWorth } from './checkworthiness.ts';
import { formsIn } from './claimForms.ts';
import { entityOf } from './entityOf.ts';
import type { ReadDraft } from './readClaim.ts';
import { plainWords, restate } from './restate.ts';

export interface ClaimContext {
  readonly text: string;
  readonly entities: readonly ExtractedEntity[];
  readonly mentions: SpanList<ExtractedMention>;
  readonly figures: SpanList<ExtractedFigure>;
  readonly times: SpanList<ExtractedTime>;
  readonly sentences: SpanList<Span>;
}

/** Participles that tell what something is rather than what was done to it. */
const STATES = /^(?:owned|based|located|situated|known|named|called|led|headed|backed|aged|nicknamed|dubbed)$/;

/** Participles of what somebody did. */
const ACTIVE = /^(?:graduated|retired|emerged|arrived|returned|departed|escaped|vanished|disappeared)$/;
const CAUSE_LINKS: Readonly<Record<string, RegExp>> = { attribute: / to /, blame: / on / };

/** The share of a sentence from which on a claim is what the sentence says. */
const MAIN_PART = 0.5;

/** Complete claims from drafts, once names are joined into entities. */
export function finishClaim(
  draft: ReadDraft,
  context: ClaimContext,
  sourceEntity: (a: Attribution) => number | null,
): ExtractedClaim {
  const { text, entities } = context;
  const { hedge, polarity, modality, kind, topic } = draft.reading;
  const origin = draft.chain.at(-1) ?? null;
  const subject = entityOf(text, draft.subject, context.mentions);
  const mentioned = context.mentions.within(draft).map(({ item }) => item.entity);
  const all = [...new Set(subject === null ? mentioned : [subject, ...mentioned])];
  const figures = context.figures.within(draft).map(({ index }) => index);
  const times = context.times.within(draft).map(({ index }) => index);
  const name = subject === null ? null : (entities[subject]?.name ?? null);
  const checkable = kind === 'fact' || kind === 'evaluation';
  return {
    start: draft.start,
    end: draft.end,
    text: draft.role
      ? restate(
          plainWords(
            `${name ?? subjectText(draft, text)} is ${draft.ofBody ? 'of ' : ''}${text.slice(draft.role.start, draft.role.end)}`,
          ),
          null,
          false,
        )
      : restate(sentenceOf(draft, origin), name ?? subjectWords(draft, text), draft.subjectOutside),
    voice: voiceOf(origin),
    source: origin && sourceEntity(origin),
    sourceAt: origin?.source ?? null,
    cue: origin && origin.cue.end > origin.cue.start ? origin.cue : null,
    chain: draft.chain
      .map((a) => sourceEntity(a) ?? (a.source ? text.slice(a.source.start, a.source.end) : 'unnamed'))
      // "Lee said he had ordered it"
      .filter((hand, i, all) => hand === 'unnamed' || hand !== all[i - 1]),
    hedge,
    polarity,
    modality,
    kind,
    checkworthy: checkable && isWorthACheck(draft, context),
    topic,
    subject,
    entities: all,
    figures,
    times,
    origin: `rule:claims/${draft.shape}${origin ? `, ${origin.origin}` : ''}`,
    score: scoreOf(draft, origin),
  };
}

/** By the words of its sentence where it, or what it was cut from, makes up most of that (the figure may stand in the other part), else by its own. */
function isWorthACheck(claim: ReadDraft, context: ClaimContext): boolean {
  const sentence = context.sentences.around(claim);
  const { start, end } = claim.whole ?? claim;
  const isMain = sentence !== null && end - start >= MAIN_PART * (sentence.end - sentence.start);
  const judged = isMain ? sentence : claim;
  const words = isMain ? wordsWorth(formsIn(context.text.slice(judged.start, judged.end))) : claim.reading.worth;
  return words + matterWorth(claim.reading) + contentsWorth(contentsOf(judged, context)) >= WORTH_A_CHECK;
}

function contentsOf(span: Span, { mentions, figures, times }: ClaimContext): ClaimContents {
  return {
    names: new Set(mentions.within(span).map(({ item }) => item.entity)).size,
    figures: figures.within(span).map(({ item }) => item),
    times: times.within(span).length,
  };
}

function voiceOf(origin: Attribution | null): Voice {
  return origin === null ? 'outlet' : origin.kind;
}

/** The words with the verb that they lack: "owned by a fund" is what somebody is, what is blamed on rain is put down to it. */
function sentenceOf(
  { shape, subject, subjectOutside, reading: { plain } }: ReadDraft,
  origin: Attribution | null,
): string {
  const link = origin?.frame === 'object' && !subject ? CAUSE_LINKS[origin.lemma] : undefined;
  if (link) return plain.replace(link, ' is put down to ');
  const first = /^\p{L}+/u.exec(plain)?.[0].toLowerCase() ?? '';
  const passive = isPastForm(first) && !ACTIVE.test(first) && !/^\p{Lu}\p{L}+ \p{Lu}/u.test(plain);
  if (shape !== 'participle' || !subject || !subjectOutside || !passive) return plain;
  return `${STATES.test(first) ? 'is' : 'was'} ${first}${plain.slice(first.length)}`;
}

function subjectText({ subject }: ReadDraft, text: string): string {
  return subject ? text.slice(subject.start, subject.end) : '';
}

function subjectWords({ subject, subjectOutside }: ReadDraft, text: string): string | null {
  return subject && subjectOutside && subject.end - subject.start < 80 ? text.slice(subject.start, subject.end) : null;
}

function scoreOf({ shape }: ReadDraft, origin: Attribution | null): number {
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
