import { DETERMINERS, PREPOSITIONS, SUBORDINATORS } from '../grammar/words.ts';
import type { SureReport } from './candidate.ts';
import { contentEnd } from './contentPhrase.ts';
import { phraseEndingAt, phraseStartingAt, subjectEnd } from './nounPhrase.ts';
import { resumedQuote } from './precedingContent.ts';
import { isPut } from './reportNouns.ts';
import { isSpeaker } from './speakers.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import { type Form, Kind } from './wordForms.ts';

/** Words that open a clause which hangs on others. */
export const PARTS_NO_CLAUSE = /^(?:who|whom|which|whose|that|where|how|why|if|whether)$/;
const LONGEST_OBJECT = 10;

/** "puts the cost at $4 billion": what a source counts or reckons. */
export function readEstimate(unit: Unit, i: number): SureReport | null {
  const { words, tokens } = unit;
  if (!isPut(words[i] as string) || !DETERMINERS.has(words[i + 1] ?? '')) return null;
  const at = words.slice(i, i + LONGEST_OBJECT).indexOf('at') + i;
  if (at === i - 1 || !/^[$€£\d]/.test(tokens[firstNumber(words, at + 1)]?.text ?? '')) return null;
  const source = phraseEndingAt(unit, subjectEnd(unit, i));
  if (!source || !isSpeaker(unit, source, false)) return null;
  return { source, content: [{ from: i + 1, to: contentEnd(unit, i + 1) }] };
}

/** Steps over "more than", "at least", "about" and the like. */
function firstNumber(words: readonly string[], i: number): number {
  let k = i;
  while (
    k < i + 3 &&
    /^(?:more|less|fewer|than|at|least|most|about|around|nearly|almost|over|under|up|to|between)$/.test(words[k] ?? '')
  )
    k++;
  return k;
}

/** "cited a source as saying that ...": what stands between the two verbs says it. */
export function readCited(unit: Unit, i: number): SureReport | null {
  const { words, forms } = unit;
  if (words[i - 1] !== 'as') return null;
  for (let k = i - 3; k >= 0 && k > i - LONGEST_OBJECT; k--) {
    if (!/^(?:quote|cite)$/.test(forms[k]?.verb?.lemma ?? '')) continue;
    const source = phraseStartingAt(unit, k + 1, i - 1);
    const from = words[i + 1] === 'that' ? i + 2 : i + 1;
    const to = contentEnd(unit, from);
    return source && to > from ? { source: { from: k + 1, to: i - 1 }, content: [{ from, to }] } : null;
  }
  return null;
}

/** `"It was never a penalty," fumed the manager.`: whatever the verb, who did it right behind quoted words spoke them. */
export function readManner(unit: Unit, i: number): SureReport | null {
  const { words, forms, inQuote, quotes } = unit;
  const kind = forms[i]?.kind;
  if (!quotes[inQuote[i - 1] ?? -1]?.endsWithPause || (kind !== Kind.past && kind !== Kind.third)) return null;
  const source = phraseStartingAt(unit, i + 1);
  if (!source || !isSpeaker(unit, source, false)) return null;
  const next = words[source.to] ?? '.';
  if (!/^[,.]$/.test(next) && !PREPOSITIONS.has(next) && !SUBORDINATORS.has(next) && !isTimeWord(next)) return null;
  const spoken = { from: inQuote.indexOf(inQuote[i - 1] as number), to: i };
  const resumed = resumedQuote(unit, source.to);
  return { source, content: resumed ? [spoken, resumed] : [spoken] };
}

/** "was told by officials that ...". */
export function readToldBy(unit: Unit, i: number): SureReport | null {
  if (unit.words[i + 1] !== 'by' || !(unit.forms[i] as Form).verb?.frames.includes('o')) return null;
  const source = phraseStartingAt(unit, i + 2);
  let that = source?.to ?? 0;
  while (isTimeWord(unit.words[that] ?? '')) that++;
  if (!source || unit.words[that] !== 'that') return null;
  const from = that + 1;
  const to = contentEnd(unit, from);
  return finiteWithin(unit, from, to) ? { source, content: [{ from, to }] } : null;
}

/** "Asked whether he would go, the minister said ...": the question ends where somebody answers. */
export function readAsked(unit: Unit, i: number): SureReport | null {
  const { words } = unit;
  if (words[i] !== 'asked' || !(i === 0 || (i === 1 && words[0] === 'when'))) return null;
  const question = words[i + 1] ?? '';
  if (question !== 'about' && !PARTS_NO_CLAUSE.test(question)) return null;
  for (let comma = i + 3; comma < words.length - 2; comma++) {
    if (words[comma] !== ',') continue;
    const answers = phraseStartingAt(unit, comma + 1);
    if (!answers || !(unit.forms[answers.to] as Form | undefined)?.verb || !finiteAt(unit, answers.to)) continue;
    return { source: null, content: [{ from: question === 'about' ? i + 2 : i + 1, to: comma }] };
  }
  return null;
}
