import { COORDINATORS } from '../grammar/words.ts';
import type { SureReport } from './candidate.ts';
import { contentEnd, opensQuote, quoteEnd } from './contentPhrase.ts';
import { phraseEndingAt, phraseStartingAt, subjectEnd, type TokenRange } from './nounPhrase.ts';
import { isSpeaker } from './speakers.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import { type Form, isThirdOrPast, Kind } from './wordForms.ts';

/** Verbs of attitude whose manner is told by quoted words. */
const SHOWN = /^(?:apologi[sz]e|thank|congratulate|condemn|reject|deny|welcome|regret|denounce|support|oppose|defend)$/;

/** "apologised “without reservation”", "“firmly rejects” the claims": who takes the attitude says the quoted words. */
export function readAttitude(unit: Unit, i: number): SureReport | null {
  const { verb } = unit.forms[i] as Form;
  if (!verb || !SHOWN.test(verb.lemma) || !isThirdOrPast(unit.forms[i] as Form)) return null;
  const { words, inQuote } = unit;
  const q = inQuote[i] as number;
  if (q < 0) {
    const behind = i + 1;
    const source = opensQuote(unit, behind) ? speakerBefore(unit, i) : null;
    return source && { source, content: [{ from: behind, to: quoteEnd(unit, behind) }], frame: 'attitude' };
  }
  const open = inQuote.indexOf(q);
  if (i - open > 2 || (i - open === 2 && !words[i - 1]?.endsWith('ly'))) return null;
  const source = speakerBefore(unit, open);
  return source && { source, content: [{ from: open, to: quoteEnd(unit, i) }], frame: 'attitude' };
}

/** "accuses Oslo of “looking away”": what somebody is accused of, with whom. */
export function readAccusation(unit: Unit, i: number): SureReport | null {
  const { words } = unit;
  const { verb } = unit.forms[i] as Form;
  if (verb?.lemma !== 'accuse' || verb.form === 'gerund' || unit.forms[i - 1]?.kind === Kind.be) return null;
  const accused = phraseStartingAt(unit, i + 1);
  if (!accused || words[accused.to] !== 'of') return null;
  const source = speakerBefore(unit, i);
  let to = contentEnd(unit, accused.to + 1);
  // "accused them of greed and said that"
  for (let k = accused.to + 1; k < to; k++) if (COORDINATORS.has(words[k] as string) && finiteAt(unit, k + 1)) to = k;
  return source && { source, content: [accused, { from: accused.to + 1, to }], frame: 'object' };
}

function speakerBefore(unit: Unit, verb: number): TokenRange | null {
  const source = phraseEndingAt(unit, subjectEnd(unit, verb));
  if (!source || finiteWithin(unit, source.to, verb)) return null;
  return isSpeaker(unit, source, false) || isSpeaker(unit, source, true) ? source : null;
}
