import { isCapitalised, isWord, PREPOSITIONS } from '../grammar/words.ts';
import type { SureReport } from './candidate.ts';
import { contentEnd } from './contentPhrase.ts';
import { phraseEndingAt, phraseStartingAt, subjectEnd } from './nounPhrase.ts';
import { isReportNoun } from './reportNouns.ts';
import { finiteWithin, type Unit } from './unit.ts';
import { type Form, Kind } from './wordForms.ts';

/** Verbs whose subject says that what they govern is not so, as lemmas. */
const REJECTS: ReadonlySet<string> = new Set('deny reject dismiss refute rebut dispute'.split(' '));
const FAR = 40;
const NEAR = 5;

/** True for the lemma of a verb by which somebody says that something is not so. */
export function isRejection(lemma: string): boolean {
  return REJECTS.has(lemma);
}

/** "rejected claims that ...", "the claim that ... was rejected by the council": of the verb at `i`. */
export function readRejection(unit: Unit, i: number): SureReport | null {
  const { verb } = unit.forms[i] as Form;
  if (!verb || !REJECTS.has(verb.lemma) || (unit.inQuote[i] as number) >= 0) return null;
  return verb.form === 'past' && unit.forms[i - 1]?.kind === Kind.be ? passive(unit, i) : active(unit, i);
}

function active(unit: Unit, i: number): SureReport | null {
  const { words } = unit;
  for (let k = i + 1; k < i + NEAR && k < words.length; k++) {
    if (isClaimThat(unit, k)) {
      const to = contentEnd(unit, k + 2);
      if (!finiteWithin(unit, k + 2, to)) return null;
      return { source: phraseEndingAt(unit, subjectEnd(unit, i)), content: [{ from: i + 1, to }], frame: 'rejected' };
    }
    if (!isWord(words[k] as string) || PREPOSITIONS.has(words[k] as string)) return null;
  }
  return null;
}

function passive(unit: Unit, i: number): SureReport | null {
  let to = i;
  while (to > 0 && isAuxiliary(unit.forms[to - 1] as Form)) to--;
  for (let k = to - 3; k >= 0 && k > i - FAR; k--) {
    if (!isClaimThat(unit, k)) continue;
    if (!finiteWithin(unit, k + 2, to)) return null;
    const source = unit.words[i + 1] === 'by' ? phraseStartingAt(unit, i + 2) : null;
    const from = phraseEndingAt(unit, k)?.from ?? k;
    return source && { source, content: [{ from, to }], frame: 'rejected' };
  }
  return null;
}

const isAuxiliary = ({ kind }: Form) =>
  kind === Kind.be || kind === Kind.have || kind === Kind.modal || kind === Kind.not || kind === Kind.adverb;

function isClaimThat({ words, tokens }: Unit, k: number): boolean {
  return (
    words[k + 1] === 'that' && isReportNoun(words[k] as string) && !(k > 0 && isCapitalised(tokens[k]?.text ?? ''))
  );
}
