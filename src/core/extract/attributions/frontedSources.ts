import { isCapitalised, POSSESSIVES } from '../grammar/words.ts';
import type { SureReport } from './candidate.ts';
import { contentEnd } from './contentPhrase.ts';
import { phraseStartingAt, type TokenRange } from './nounPhrase.ts';
import { contentAround, sourceAfter } from './otherCandidates.ts';
import { isAccordance, isViewNoun } from './reportNouns.ts';
import { isSpeaker, isSpeakerNoun } from './speakers.ts';
import { finiteWithin, type Unit } from './unit.ts';
import type { Form } from './wordForms.ts';

const LONGEST_OWNER = 7;

/** "In the view of analysts, ...", "..., in her opinion", "by version of the police": whose view it is by the noun at `i`, and what it is. */
export function readView(unit: Unit, i: number): SureReport | null {
  const { words } = unit;
  if (isAccordance(words[i] as string)) return readAccordance(unit, i);
  if (!isViewNoun(words[i] as string)) return null;
  if (words[i + 1] === 'of') {
    const from = words[i - 1] === 'the' ? i - 2 : i - 1;
    if (!opensView(words[from])) return null;
    const source = sourceAfter(unit, i + 2, from === 0);
    return source && viewOf(unit, { from, to: i + 2 }, source, source.to);
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

/** "In line with a report by the board, ...": translated for "according to". */
function readAccordance(unit: Unit, i: number): SureReport | null {
  if (i !== 1 || unit.words[0] !== 'in' || unit.words[2] !== 'with') return null;
  const source = sourceAfter(unit, 3, true);
  return source && viewOf(unit, { from: 0, to: 3 }, source, source.to);
}

const opensView = (word: string | undefined) => word === 'in' || word === 'by';

function viewOf(unit: Unit, cue: TokenRange, source: TokenRange, to: number): SureReport | null {
  const { words } = unit;
  const owned = POSSESSIVES.has(words[source.from] as string) && source.to === source.from + 1;
  const plural = isSpeakerNoun(words[source.to - 1] as string, true);
  const named = unit.tokens.slice(source.from, source.to).some(({ text }) => isCapitalised(text));
  if (!owned && !named && !isSpeaker(unit, source, plural)) return null;
  if (words[to] !== ',' && words[cue.from - 1] !== ',') return null;
  const content = contentAround(unit, cue.from, to);
  return content.some((c) => finiteWithin(unit, c.from, c.to)) ? { source, cue, content, frame: 'according' } : null;
}

/** "As reports the agency, ...", "..., as tell witnesses, ...": the verb before its subject. */
export function readVerbFirst(unit: Unit, i: number): SureReport | null {
  const { words } = unit;
  const { verb } = unit.forms[i] as Form;
  if (words[i - 1] !== 'as' || !verb || !/[cqo]/.test(verb.frames) || verb.form === 'gerund') return null;
  const source = phraseStartingAt(unit, i + 1);
  if (!source || !isSpeaker(unit, source, verb.form === 'base')) return null;
  if (i > 1) {
    if (words[i - 2] !== ',' || !/^[,.]$/.test(words[source.to] ?? '.')) return null;
    const content = contentAround(unit, i - 1, source.to);
    return finiteWithin(unit, 0, i - 1) ? { source, content } : null;
  }
  const from = source.to + 1;
  const to = contentEnd(unit, from);
  return words[source.to] === ',' && finiteWithin(unit, from, to) ? { source, content: [{ from, to }] } : null;
}
