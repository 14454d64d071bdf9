import { DETERMINERS, isCapitalised, POSSESSIVES } from '../grammar/words.ts';
import type { SureReport } from './candidate.ts';
import { contentEnd } from './contentPhrase.ts';
import { phraseEndingAt, subjectEnd } from './nounPhrase.ts';
import { figureVerb } from './reportNouns.ts';
import { isSpeaker } from './speakers.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteWithin, type Unit } from './unit.ts';

const BOUND =
  /^(?:not|more|less|fewer|than|at|least|most|about|around|some|nearly|almost|over|under|up|to|between|no|only|just|roughly|approximately|barely|some|perhaps|["“‘'])$/;
const NUMBER =
  /^(?:[$€£\d].*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{Ll}{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds|thousands|scores)$/u;
const SPAN = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|a\.m\.|p\.m\.)$/;
const LONGEST_OBJECT = 14;
const FAR = 7;

/** "puts the cost at $4 billion", "spoke of 19 dead", "counted until noon 83 wounded": what a source counts or reckons. */
export function readStatedFigure(unit: Unit, i: number): SureReport | null {
  const how = figureVerb(unit.words[i] as string);
  if (how === null) return null;
  if (how === 'put' && unit.words[i + 1] === 'at') return readRelative(unit, i);
  const from = figureFrom(unit, i, how);
  const source = from < 0 ? null : phraseEndingAt(unit, subjectEnd(unit, i));
  const it = source?.to === i && unit.words[source.from] === 'it';
  if (!source || !(it || isSpeaker(unit, source, false) || isSpeaker(unit, source, true))) return null;
  return { source, content: [{ from, to: contentEnd(unit, from) }], frame: 'figure' };
}

/** Where the words begin that hold the figure stated by the verb at `i`; -1 where there are none. */
function figureFrom(unit: Unit, i: number, how: 'put' | 'speak' | 'count'): number {
  const { words } = unit;
  if (how === 'put') {
    const at = words.slice(i, i + LONGEST_OBJECT).indexOf('at') + i;
    return at > i && isNumber(words, at + 1) && !finiteWithin(unit, i + 1, at) ? i + 1 : -1;
  }
  const spoken = how === 'speak';
  let k = i + 1;
  // "speaks for his part of 40 dead"
  if (/^for (?:his|her|its|their) part$/.test(words.slice(k, k + 3).join(' '))) k += 3;
  while (k < i + FAR && !isNumber(words, k)) {
    const next = words[k] as string;
    if (spoken && next === 'of') return isNumber(words, k + 1) ? k + 1 : -1;
    if (
      !/^(?:on|in|at|by|until|since|only|late|early|evening|morning|noon|midday|midnight)$/.test(next) &&
      !isTimeWord(next)
    )
      return -1;
    k++;
  }
  if (spoken || k >= i + FAR) return -1;
  const number = firstNumber(words, k);
  return SPAN.test(words[number + 1] ?? '') || isTimeWord(words[number] ?? '') ? -1 : k;
}

/** "a sum that her complaint puts at $400,000": the words as they stand. */
function readRelative(unit: Unit, i: number): SureReport | null {
  const { words, tokens } = unit;
  if (!isNumber(words, i + 2)) return null;
  let from = i - 1;
  while (
    from > 0 &&
    from > i - FAR &&
    !DETERMINERS.has(words[from] as string) &&
    !POSSESSIVES.has(words[from] as string)
  ) {
    if (isCapitalised(tokens[from]?.text ?? '') && !isCapitalised(tokens[from - 1]?.text ?? '')) break;
    from--;
  }
  const source = { from, to: i };
  const object = phraseEndingAt(unit, /^(?:that|which)$/.test(words[from - 1] ?? '') ? from - 2 : from - 1);
  if (!object || !isSpeaker(unit, source, false)) return null;
  return { source, content: [{ from: object.from, to: contentEnd(unit, i) }], frame: 'figure' };
}

/** Steps over "more than", "at least", "about" and the like. */
function firstNumber(words: readonly string[], i: number): number {
  let k = i;
  while (k < i + 4 && BOUND.test(words[k] ?? '')) k++;
  return k;
}

const isNumber = (words: readonly string[], i: number) => NUMBER.test(words[firstNumber(words, i)] ?? '');
