import type { ClaimKind, Modality, Polarity } from '../../model/types.ts';

const HEDGE =
  /\b(?:reportedly|allegedly|apparently|presumably|supposedly|purportedly|perhaps|maybe|possibly|probably|likely|unlikely|may|might|could|seems?|appears?|seemed|appeared|believed to|thought to|suspected|alleged|possible|potential(?:ly)?|in part|some of|so-called|rumou?red|unconfirmed|estimated)\b/i;
const NEGATION = /\b(?:not|never|no longer|cannot|nobody|nothing|neither|nor|without|none)\b|n['’]t\b|\bno\s+\p{L}/iu;
const EVALUATIVE =
  /\b(?:most|worst|best|better|worse|very|extremely|serious|strong|strongest|major|significant|brutal|good|bad|great|terrible|important|dangerous|difficult|successful|real|clear|huge|big|biggest|powerful|weak|tough|unprecedented|remarkable|disastrous|wonderful|fair|unfair|wrong|right|too|not enough|sufficient|insufficient|considered)\b/i;
const THREAT =
  /\b(?:make (?:them|him|her|you|it) pay|hunt|punish|destroy|revenge|retaliat\w+|forgive|kill|crush|consequences|strike back|regret)\b/i;
const OPINION =
  /\b(?:I|we) (?:think|believe|feel|guess|suppose|hope)\b|\bin my (?:view|opinion)\b|\bshould\b|\bought to\b/i;

/** The first hedging word of a claim, or null. */
export function hedgeOf(text: string): string | null {
  const match = HEDGE.exec(text)?.[0];
  if (!match || match === 'May') return null;
  return match;
}

export function polarityOf(text: string): Polarity {
  return NEGATION.test(text) ? 'negated' : 'affirmed';
}

export function modalityOf(text: string, voice: 'own' | 'attributed', hedge: string | null): Modality {
  if (/^(?:if|unless)\b|\bif\b/i.test(text)) return 'conditional';
  if (hedge && /^(?:may|might|could|perhaps|maybe|possibl|potential)/i.test(hedge)) return 'possible';
  if (hedge && /^(?:probabl|likely|presumabl|believed|thought|estimated|appear|seem)/i.test(hedge)) return 'probable';
  if (hedge && /^(?:reported|alleged|purported|rumou?red|supposed|suspected)/i.test(hedge)) return 'reported';
  if (/\b(?:must|have to|has to|need to|needs to|should)\b/i.test(text)) return 'necessary';
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
};

/** The words before the first clause that hangs on them; the whole where that clause comes first. */
function headOf(text: string): string {
  const cut =
    /\s(?:that|which|who|what|where|because|if|when|until|unless|as)\s|[,;–—]\s/.exec(text)?.index ?? text.length;
  return /\S\s+\S+\s+\S/.test(text.slice(0, cut)) ? text.slice(0, cut) : text;
}

/** What sort of statement the words make, given the lemma of the cue that reports them (null: the article's own). */
export function kindOf(text: string, cue: string | null, ending: string): ClaimKind {
  if (ending === '?') return 'question';
  const head = headOf(text);
  const future = /\b(?:will|shall|going to)\b|['’]ll\b/i.test(head) && !/\bWill\s\p{Lu}/u.test(head);
  if (future && /\b(?:we|I)\b/i.test(text) && cue !== null) return THREAT.test(text) ? 'threat' : 'promise';
  const byCue = cue === null ? undefined : BY_CUE[cue];
  if (byCue) return byCue;
  if (future) return 'prediction';
  if (/\b(?:aims?|plans?|wants?|intends?|seeks?) to\b/i.test(head)) return 'intention';
  if (cue !== null && OPINION.test(text)) return 'opinion';
  return EVALUATIVE.test(text) ? 'evaluation' : 'fact';
}
