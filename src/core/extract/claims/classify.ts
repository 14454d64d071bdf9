import type { ClaimKind, Modality, Polarity } from '../../model/types.ts';
import { cue, holds, phraseCue } from './cues.ts';

const HEDGE =
  phraseCue(`reportedly, allegedly, apparently, presumably, supposedly, purportedly, perhaps, maybe, possibly,
  probably, likely, unlikely, may, might, could, seem, seems, seemed, appear to, appears to,
  appeared to, it appears, it appeared, believed to, thought to,
  suspected, alleged, possible, potential, potentially, in part, some of, so-called, rumored, rumoured, unconfirmed,
  estimated`);
const NEGATION = cue(
  ['not', 't', 'never', 'longer', 'cannot', 'nobody', 'nothing', 'neither', 'nor', 'without', 'none', 'no'],
  /\b(?:not|never|no longer|cannot|nobody|nothing|neither|nor|without|none)\b|n['’]t\b|\bno\s+\p{L}/iu,
);
const EVALUATIVE = phraseCue(`most, worst, best, better, worse, very, extremely, serious, strong, strongest, major,
  significant, brutal, good, bad, great, terrible, important, dangerous, difficult, successful, real, clear, huge, big,
  biggest, powerful, weak, tough, unprecedented, remarkable, disastrous, wonderful, fair, unfair, wrong, right, too,
  not enough, sufficient, insufficient, considered`);
const THREAT =
  /\b(?:make (?:them|him|her|you|it) pay|hunt|punish|destroy|revenge|retaliat\w+|forgive|kill|crush|consequences|strike back|regret)\b/i;
const OPINION =
  phraseCue(`I think, I believe, I feel, I guess, I suppose, I hope, we think, we believe, we feel, we guess,
  we suppose, we hope, in my view, in my opinion, should, ought to`);
const CONDITION = cue(['if', 'unless'], /^unless\b|\bif\b/i);
const DUTY = phraseCue('must, have to, has to, got to, need to, needs to, should');
const FUTURE = cue(['will', 'shall', 'going', 'll'], /\b(?:will|shall|going to)\b|['’]ll\b/i);
const INTENTION = phraseCue(
  'aim to, aims to, plan to, plans to, want to, wants to, intend to, intends to, seek to, seeks to',
);

/** The first hedging word of a claim, or null. @param cues of the forms of the text, here and below. */
export function hedgeOf(text: string, cues: number): string | null {
  const match = (cues & HEDGE.bit) === 0 ? undefined : HEDGE.pattern.exec(text)?.[0];
  if (!match || match === 'May') return null;
  return match;
}

export function polarityOf(text: string, cues: number): Polarity {
  return holds(NEGATION, text, cues) ? 'negated' : 'affirmed';
}

export function modalityOf(text: string, cues: number, voice: 'own' | 'attributed', hedge: string | null): Modality {
  if (holds(CONDITION, text, cues)) return 'conditional';
  if (hedge && /^(?:may|might|could|perhaps|maybe|possibl|potential)/i.test(hedge)) return 'possible';
  if (hedge && /^(?:probabl|likely|presumabl|believed|thought|estimated|appear|seem)/i.test(hedge)) return 'probable';
  if (hedge && /^(?:reported|alleged|purported|rumou?red|supposed|suspected)/i.test(hedge)) return 'reported';
  if (holds(DUTY, text, cues)) return 'necessary';
  return voice === 'attributed' ? 'reported' : 'asserted';
}

const BY_CUE: Readonly<Record<string, ClaimKind>> = {
  promise: 'promise',
  vow: 'promise',
  pledge: 'promise',
  guarantee: 'promise',
  threaten: 'threat',
  demand: 'demand',
  urge: 'demand',
  order: 'demand',
  request: 'demand',
  ask: 'question',
  wonder: 'question',
  inquire: 'question',
  plan: 'intention',
  intend: 'intention',
  want: 'intention',
  aim: 'intention',
  seek: 'intention',
  hope: 'intention',
  wish: 'intention',
  predict: 'prediction',
  forecast: 'prediction',
  expect: 'prediction',
  view: 'opinion',
  opinion: 'opinion',
};

/** The words before the first clause that hangs on them, or behind a condition; the whole where another clause comes first. */
function headOf(text: string): string {
  const condition = /^(?:if|unless)\s[^,]{3,200},\s/i.exec(text);
  if (condition) return text.slice(condition[0].length);
  const cut =
    /\s(?:that|which|who|what|where|because|if|when|until|unless|as)\s|[,;–—]\s/.exec(text)?.index ?? text.length;
  return /\S\s+\S+\s+\S/.test(text.slice(0, cut)) ? text.slice(0, cut) : text;
}

/** What sort of statement the words make, given the lemma of the cue that reports them (null: the article's own). */
export function kindOf(text: string, cues: number, cue: string | null, ending: string): ClaimKind {
  if (ending === '?') return 'question';
  const head = (cues & (FUTURE.bit | INTENTION.bit)) === 0 ? '' : headOf(text);
  const future = holds(FUTURE, head, cues) && !/\bWill\s\p{Lu}/u.test(head);
  if (future && /\b(?:we|I)\b/i.test(text) && cue !== null) return THREAT.test(text) ? 'threat' : 'promise';
  const byCue = cue === null ? undefined : BY_CUE[cue];
  if (byCue) return byCue;
  if (future) return 'prediction';
  if (holds(INTENTION, head, cues)) return 'intention';
  if (cue !== null && holds(OPINION, text, cues)) return 'opinion';
  return holds(EVALUATIVE, text, cues) ? 'evaluation' : 'fact';
}
