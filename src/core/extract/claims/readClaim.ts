import type { ClaimKind, Modality, Polarity } from '../../model/types.ts';
import type { Span } from '../../text/span.ts';
import type { Attribution } from '../attributions/findAttributions.ts';
import { isRejection } from '../attributions/rejections.ts';
import { SpanList } from '../spanList.ts';
import { wordsWorth } from './checkworthiness.ts';
import { cuesIn, formsIn } from './claimForms.ts';
import { hedgeOf, kindOf, modalityOf, polarityOf } from './classify.ts';
import type { ClaimDraft } from './draftClaims.ts';
import { plainWords } from './restate.ts';
import { topicOf } from './topics.ts';

/** What a claim says by its own words, whoever it is about. */
export interface ClaimReading {
  readonly plain: string;
  readonly hedge: string | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly kind: ClaimKind;
  readonly topic: string;
  /** How much there is to look up by the words alone (checkworthiness.ts). */
  readonly worth: number;
}

/** A draft with what its words say. */
export interface ReadDraft extends ClaimDraft {
  readonly reading: ClaimReading;
}

/** "Since the war" opens a sentence, and has a comma behind it whoever says so. */
const SETTING = /^(?:in|on|at|since|after|before|during|until|under|from|despite|by|within|over)\s/i;
const OPPOSITE = { affirmed: 'negated', negated: 'affirmed' } as const;

/** @param text what the offsets of the draft count in. */
export function readClaim(draft: ClaimDraft, text: string): ClaimReading {
  const words = ownWords(draft, text);
  const { shape, whole } = draft;
  const forms = formsIn(words);
  const cues = cuesIn(forms);
  const origin = draft.chain.at(-1) ?? null;
  const said = polarityOf(words, cues);
  const hedge = hedgeOf(words, cues) ?? hedgeBefore(text, draft.start);
  return {
    plain: plainWords(whole && shape === 'apposition' ? text.slice(whole.start, whole.end) : words),
    hedge,
    polarity: isRejection(origin?.lemma ?? '') ? OPPOSITE[said] : said,
    modality: modalityOf(words, cues, origin === null ? 'own' : 'attributed', hedge),
    kind: kindOf(words, cues, origin?.lemma ?? null, draft.ending),
    topic: shape === 'role' ? 'role' : topicOf(words, forms),
    worth: wordsWorth(forms),
  };
}

/** The words of a draft, without the report that is put into its middle. */
function ownWords({ start, end, chain }: ClaimDraft, text: string): string {
  const [before, behind, more] = chain.at(-1)?.content ?? [];
  // "he has been alleged to have fled" keeps its verb
  const bare = behind !== undefined && /^to\s/i.test(text.slice(behind.start, behind.start + 3));
  const woven = before && behind && !more && !bare && start < before.end && behind.start < end;
  if (!woven) return text.slice(start, end);
  const front = text.slice(start, before.end);
  return `${front}${SETTING.test(front) && !/[,;:]["”’]?$/.test(front) ? ',' : ''} ${text.slice(behind.start, end)}`;
}

/** Drafts in the article's own voice that stand in resumed speech become what its speaker claims; drafts come in order. */
export function speakResumed(
  drafts: readonly ReadDraft[],
  resumed: readonly Attribution[],
  text: string,
): readonly ReadDraft[] {
  if (resumed.length === 0) return drafts;
  const speech = new SpanList([...resumed].sort((a, b) => a.start - b.start));
  const chains = new Map(drafts.flatMap((d) => (d.chain.length > 0 ? [[d.chain.at(-1)?.cue.start, d.chain]] : [])));
  return drafts.map((draft) => {
    // "I believe that ..." says what the speaker does
    const [first, ...more] = draft.chain;
    const own = !first || (first.source && /^(?:I|[Ww]e)$/.test(text.slice(first.source.start, first.source.end)));
    const inner = withoutMarks(draft, text);
    const said = own ? speech.around(inner) : null;
    if (!said) return draft;
    const known = chains.get(said.cue.start) ?? [said];
    const spoken = { ...draft, ...inner, chain: [...known.map(({ source }) => ({ ...said, source })), ...more] };
    return { ...spoken, reading: readClaim(spoken, text) };
  });
}

/** The words within the quotation marks at the ends of a span. */
function withoutMarks({ start, end }: Span, text: string): Span {
  const words = text.slice(start, end);
  const opening = /^[‘“"'«„]/.test(words) ? 1 : 0;
  const closing = /[.!?…]?[’”"'»“]$/.exec(words)?.[0].length ?? 0;
  return opening + closing < words.length ? { start: start + opening, end: end - closing } : { start, end };
}

function hedgeBefore(text: string, start: number): string | null {
  return /(reportedly|allegedly|perhaps|apparently)\s*$/i.exec(text.slice(Math.max(0, start - 16), start))?.[1] ?? null;
}
