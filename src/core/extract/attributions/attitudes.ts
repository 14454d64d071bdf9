import { COORDINATORS, DETERMINERS, isDigit } from '../grammar/words.ts';
import type { SureReport } from './candidate.ts';
import { contentEnd, opensQuote, quoteEnd } from './contentPhrase.ts';
import { phraseEndingAt, phraseStartingAt, subjectEnd, type TokenRange } from './nounPhrase.ts';
import { isSpeaker } from './speakers.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import { type Form, isThirdOrPast, Kind } from './wordForms.ts';

/** Verbs of attitude whose manner is told by quoted words. */
const SHOWN =
  /^(?:apologi[sz]e|thank|congratulate|condemn|reject|deny|welcome|regret|denounce|support|oppose|defend|lament|mourn|celebrate)$/;

/** Verbs of naming: the quoted words behind their object are the name. */
const NAMED =
  /^(?:call|dismiss|describe|brand|label|dub|characteri[sz]e|deem|hail|decry|slam|lambast|praise|criticize|criticise)$/;
const LONGEST_OBJECT = 16;

/** "apologised “without reservation”", "“firmly rejects” the claims": who takes the attitude says the quoted words. */
export function readAttitude(unit: Unit, i: number): SureReport | null {
  const { verb } = unit.forms[i] as Form;
  if (!verb || !isThirdOrPast(unit.forms[i] as Form)) return null;
  if (!SHOWN.test(verb.lemma) && !NAMED.test(verb.lemma)) return null;
  const { words, inQuote } = unit;
  const q = inQuote[i] as number;
  if (q < 0) {
    const behind = opensQuote(unit, i + 1) ? i + 1 : quoteBehind(unit, i);
    const source = behind > 0 ? speakerBefore(unit, i) : null;
    return source && { source, content: [{ from: behind, to: quoteEnd(unit, behind) }], frame: 'attitude' };
  }
  const open = inQuote.indexOf(q);
  if (i - open > 2 || (i - open === 2 && !words[i - 1]?.endsWith('ly'))) return null;
  const source = speakerBefore(unit, open);
  return source && { source, content: [{ from: open, to: quoteEnd(unit, i) }], frame: 'attitude' };
}

/** "apologised to the town for “a stupid joke”", "called the plan “a joke”": where the quoted words begin; -1 where there are none. */
function quoteBehind(unit: Unit, i: number): number {
  const { words } = unit;
  const named = NAMED.test(unit.forms[i]?.verb?.lemma ?? '');
  for (let k = i + 1; k < Math.min(words.length, i + LONGEST_OBJECT); k++) {
    if (opensQuote(unit, k)) return /^(?:for|on|as|an?|the)$/.test(words[k - 1] as string) || named ? k : -1;
    if (finiteAt(unit, k) || /^(?:[,.;:]|that)$/.test(words[k] as string)) return -1;
  }
  return -1;
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

/** "attributes the fire to a fault", "blamed the delay on rain": what somebody puts down to what. */
export function readCause(unit: Unit, i: number): SureReport | null {
  const lemma = unit.forms[i]?.verb?.lemma;
  if (lemma !== 'attribute' && lemma !== 'blame') return null;
  const source = isThirdOrPast(unit.forms[i] as Form) ? speakerBefore(unit, i) : null;
  const effect = source && phraseStartingAt(unit, i + 1);
  if (!effect || source.to > i) return null;
  const to = contentEnd(unit, i + 1);
  const links = unit.words.slice(effect.to - 1, to).some((word) => word === (lemma === 'blame' ? 'on' : 'to'));
  return links ? { source, content: [{ from: i + 1, to }], frame: 'object' } : null;
}

/** "forecasters expect a storm", "She predicts a trial in May": what is expected to be. */
export function readExpectation(unit: Unit, i: number): SureReport | null {
  const { verb } = unit.forms[i] as Form;
  if (!/^(?:expect|predict|forecast)$/.test(verb?.lemma ?? '') || verb?.form === 'gerund') return null;
  const next = unit.words[i + 1] ?? '';
  if (!(DETERMINERS.has(next) || isDigit(next) || /^(?:more|less|fewer)$/.test(next))) return null;
  const source = phraseEndingAt(unit, subjectEnd(unit, i));
  if (source?.to !== i || unit.forms[i - 1]?.kind === Kind.be) return null;
  if (!isSpeaker(unit, source, verb?.form === 'base')) return null;
  return { source, content: [{ from: i + 1, to: contentEnd(unit, i + 1) }], frame: 'object' };
}

function speakerBefore(unit: Unit, verb: number): TokenRange | null {
  const source = phraseEndingAt(unit, subjectEnd(unit, verb));
  if (!source || finiteWithin(unit, source.to, verb)) return null;
  return isSpeaker(unit, source, false) || isSpeaker(unit, source, true) ? source : null;
}
