import type { SureReport } from './candidate.ts';
import { opensQuote, quoteEnd } from './contentPhrase.ts';
import { phraseEndingAt, phraseStartingAt, subjectEnd } from './nounPhrase.ts';
import { isSpeaker } from './speakers.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';

/** The colon outside of quotation marks that quoted words follow; -1 where there is none. */
export function speechColon(unit: Unit): number {
  return unit.words.findIndex((word, i) => word === ':' && unit.inQuote[i] === -1 && opensQuote(unit, i + 1));
}

/** `The mayor was blunter: "There is no money."`: who a sentence is about speaks the words behind its colon. */
export function readColon(unit: Unit, colon: number): SureReport | null {
  const end = quoteEnd(unit, colon + 1);
  if (!finiteWithin(unit, colon + 1, end)) return null;
  // `The mayor: "We will rebuild."`
  const called = unit.finite.indexOf(1) > colon ? phraseStartingAt(unit, 0, colon) : null;
  if (called?.to === colon && isSpeaker(unit, called, false))
    return { source: called, content: [{ from: colon + 1, to: end }], frame: 'quote' };
  for (let i = 1; i < colon; i++) {
    if (!finiteAt(unit, i)) continue;
    const source = phraseEndingAt(unit, subjectEnd(unit, i));
    if (!source || !(isSpeaker(unit, source, false) || isSpeaker(unit, source, true))) return null;
    return { source, content: [{ from: colon + 1, to: end }], frame: 'quote' };
  }
  return null;
}
