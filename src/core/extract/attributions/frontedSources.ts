import { POSSESSIVES } from '../grammar/words.ts';
import type { SureReport } from './candidate.ts';
import { contentEnd } from './contentPhrase.ts';
import { phraseStartingAt, type TokenRange } from './nounPhrase.ts';
import { contentAround, sourceAfter } from './otherCandidates.ts';
import { isSpeaker, isSpeakerNoun } from './speakers.ts';
import { finiteWithin, type Unit } from './unit.ts';
import type { Form } from './wordForms.ts';

const LONGEST_OWNER = 7;

/** "In the view of analysts, ...", "..., in her opinion": whose view it is by the noun at `i`, and what it is. */
export function readView(unit: Unit, i: number): SureReport | null {
  const { words } = unit;
  if (words[i + 1] === 'of') {
    if (words[i - 1] !== 'the' || !opensView(words[i - 2])) return null;
    const source = sourceAfter(unit, i + 2, i === 2);
    return source && viewOf(unit, { from: i - 2, to: i + 2 }, source, source.to);
  }
  const own = words[i - 1] === 'own' ? i - 2 : i - 1;
  if (POSSESSIVES.has(words[own] ?? '') && opensView(words[own - 1]))
    return viewOf(unit, { from: own - 1, to: i + 1 }, { from: own, to: own + 1 }, i + 1);
  if (!/^['’]s?$/.test(words[i - 1] ?? '')) return null;
  let start = i - 2;
  while (start > i - LONGEST_OWNER && start > 0 && !opensView(words[start])) start--;
  if (!opensView(words[start])) return null;
  return viewOf(unit, { from: start, to: i + 1 }, { from: start + 1, to: i - 1 }, i + 1);
}

const opensView = (word: string | undefined) => word === 'in' || word === 'by';

function viewOf(unit: Unit, cue: TokenRange, source: TokenRange, to: number): SureReport | null {
  const { words } = unit;
  const owned = POSSESSIVES.has(words[source.from] as string) && source.to === source.from + 1;
  const plural = isSpeakerNoun(words[source.to - 1] as string, true);
  if (!owned && !isSpeaker(unit, source, plural)) return null;
  if (words[to] !== ',' && words[cue.from - 1] !== ',') return null;
  const content = contentAround(unit, cue.from, to);
  return content.some((c) => finiteWithin(unit, c.from, c.to)) ? { source, cue, content, frame: 'according' } : null;
}

/** "As reports the agency, ...": the verb before its subject at the beginning. */
export function readFrontedAs(unit: Unit, i: number): SureReport | null {
  const { words } = unit;
  const { verb } = unit.forms[i] as Form;
  if (i !== 1 || words[0] !== 'as' || !verb || !/[cqo]/.test(verb.frames)) return null;
  if (verb.form !== 'third' && verb.form !== 'past') return null;
  const source = phraseStartingAt(unit, 2);
  if (!source || words[source.to] !== ',' || !isSpeaker(unit, source, false)) return null;
  const from = source.to + 1;
  const to = contentEnd(unit, from);
  return finiteWithin(unit, from, to) ? { source, content: [{ from, to }] } : null;
}
