import { PREPOSITIONS, SUBORDINATORS } from '../grammar/words.ts';
import type { SureReport } from './candidate.ts';
import { contentEnd } from './contentPhrase.ts';
import { phraseEndingAt, phraseStartingAt, subjectEnd } from './nounPhrase.ts';
import { resumedQuote } from './precedingContent.ts';
import { isSpeaker } from './speakers.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import { type Form, isThirdOrPast, Kind } from './wordForms.ts';

/** Words that open a clause which hangs on others. */
export const PARTS_NO_CLAUSE = /^(?:who|whom|which|whose|that|where|how|why|if|whether)$/;
const LONGEST_OBJECT = 16;

/** "cited a source as saying that ...": what stands between the two verbs says it. */
export function readCited(unit: Unit, i: number): SureReport | null {
  const { words, forms } = unit;
  if (words[i - 1] !== 'as') return null;
  for (let k = i - 3; k >= 0 && k > i - LONGEST_OBJECT; k--) {
    if (!/^(?:quote|cite)$/.test(forms[k]?.verb?.lemma ?? '')) continue;
    const source = phraseStartingAt(unit, k + 1, i - 1);
    const from = words[i + 1] === 'that' ? i + 2 : i + 1;
    const to = contentEnd(unit, from);
    if (!source || to <= from) return null;
    return { source: { from: k + 1, to: i - 1 }, content: [{ from, to }], cue: { from: k, to: i + 1 } };
  }
  return null;
}

/** `"It was never a penalty," fumed the manager.`, `"Never", she recounted.`: whatever the verb, who did it right behind quoted words spoke them. */
export function readManner(unit: Unit, i: number): SureReport | null {
  const { words, inQuote } = unit;
  const form = unit.forms[i] as Form;
  const inverted = endsSpeech(unit, i - 1);
  if (form.kind !== Kind.past && form.kind !== Kind.third && !(inverted && isThirdOrPast(form))) return null;
  const source = inverted ? phraseStartingAt(unit, i + 1) : phraseEndingAt(unit, i - 1);
  if (!source || !isSpeaker(unit, source, false)) return null;
  const first = Math.min(i, source.from);
  if (!endsSpeech(unit, first - 1)) return null;
  const end = Math.max(i + 1, source.to);
  const next = words[end] ?? '.';
  if (next === 'by') return null;
  if (!/^[,.]$/.test(next) && !PREPOSITIONS.has(next) && !SUBORDINATORS.has(next) && !isTimeWord(next)) return null;
  const last = words[first - 1] === ',' && (inQuote[first - 1] as number) < 0 ? first - 2 : first - 1;
  const spoken = { from: inQuote.indexOf(inQuote[last] as number), to: last + 1 };
  const resumed = resumedQuote(unit, end);
  return { source, content: resumed ? [spoken, resumed] : [spoken] };
}

/** True at the last token of quoted words, or at the comma behind them, where a report of them can follow. */
export function endsSpeech({ words, inQuote, quotes }: Unit, i: number): boolean {
  if (words[i] === ',' && (inQuote[i] as number) < 0) return (inQuote[i - 1] ?? -1) >= 0;
  return quotes[inQuote[i] ?? -1]?.endsWithPause === true && inQuote[i + 1] !== inQuote[i];
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
  return finiteWithin(unit, from, to) ? { source, content: [{ from, to }], frame: 'that' } : null;
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

/** "The driver, named by the broadcaster as Petar Simic": the naming is what its source answers for. */
export function readNamedBy(unit: Unit, i: number): SureReport | null {
  const { words } = unit;
  if (
    words[i + 1] !== 'by' ||
    !/^(?:named|identified|described|regarded|seen|viewed|considered)$/.test(words[i] as string)
  )
    return null;
  const source = phraseStartingAt(unit, i + 2);
  if (!source || words[source.to] !== 'as' || !isSpeaker(unit, source, false)) return null;
  const named = phraseStartingAt(unit, source.to + 1);
  // "is regarded by the bank as a sign of trouble"
  const says = unit.forms[i - 1]?.kind === Kind.be;
  const holder = phraseEndingAt(unit, says ? subjectEnd(unit, i) : words[i - 1] === ',' ? i - 2 : i - 1);
  if (!named || !holder) return null;
  return {
    source,
    content: [{ from: holder.from, to: says ? contentEnd(unit, named.to) : named.to }],
    frame: 'clause',
  };
}
