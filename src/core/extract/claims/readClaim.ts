import type { ClaimKind, Modality, Polarity } from '../../model/types.ts';
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

/** Their subject says that what they govern is not so. */
const DENIES = /^(?:deny|refute|rebut|dispute)$/;
const OPPOSITE = { affirmed: 'negated', negated: 'affirmed' } as const;

/** @param text what the offsets of the draft count in. */
export function readClaim(draft: ClaimDraft, text: string): ClaimReading {
  const words = text.slice(draft.start, draft.end);
  const forms = formsIn(words);
  const cues = cuesIn(forms);
  const origin = draft.chain.at(-1) ?? null;
  const said = polarityOf(words, cues);
  const hedge = hedgeOf(words, cues) ?? hedgeBefore(text, draft.start);
  return {
    plain: plainWords(words),
    hedge,
    polarity: DENIES.test(origin?.lemma ?? '') ? OPPOSITE[said] : said,
    modality: modalityOf(words, cues, origin === null ? 'own' : 'attributed', hedge),
    kind: kindOf(words, cues, origin?.lemma ?? null, draft.ending),
    topic: draft.shape === 'role' ? 'role' : topicOf(words, forms),
    worth: wordsWorth(forms),
  };
}

function hedgeBefore(text: string, start: number): string | null {
  return /(reportedly|allegedly|perhaps|apparently)\s*$/i.exec(text.slice(Math.max(0, start - 16), start))?.[1] ?? null;
}
