import { DETERMINERS, isCapitalised, SUBJECT_PRONOUNS } from '../grammar/words.ts';
import type { Candidate, Frame } from './candidate.ts';
import { afterCue, contentEnd, contentStart, opensQuote, quoteEnd, unitEnd } from './contentPhrase.ts';
import type { CueVerb } from './cueVerbs.ts';
import { isDash, phraseStartingAt, type TokenRange } from './nounPhrase.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';

const LONGEST_DESCRIPTION = 30;

/** Completes a candidate for the verb at hand; null where a piece of the content is empty. */
export type Make = (
  frame: Frame,
  source: TokenRange | null,
  content: TokenRange[],
  sourceKind?: string,
  cue?: TokenRange,
) => Candidate | null;

/** `"...," said Lee`, `..., said Lee` and, inside dashes, `- writes Lee, correspondent of the paper -`. */
export function readInverted(
  unit: Unit,
  v: number,
  { frames, form }: CueVerb,
  floor: number,
  make: Make,
): Candidate | null {
  const { words, inQuote } = unit;
  if (!frames.includes('q') || (form !== 'past' && form !== 'third')) return null;
  const before = words[v - 1] ?? '';
  const last = before === ',' ? v - 2 : v - 1; // `“...”, adds Lee`
  const afterQuote = last >= 0 && (inQuote[last] as number) >= 0 && inQuote[last] !== inQuote[v];
  const dash = isDash(unit.tokens, v - 1);
  if (!(afterQuote || ((before === ',' || dash) && v - 1 > floor))) return null;
  let start = v + 1;
  if (words[start] === 'in' && isCapitalised(unit.tokens[start + 1]?.text ?? '') && dash) start += 2; // "wrote in <paper> <name>"
  const source = isTimeWord(words[start] ?? '') ? null : phraseStartingAt(unit, start);
  if (!source) return null;
  if (
    before === ',' &&
    !afterQuote &&
    !isCapitalised(unit.tokens[start]?.text ?? '') &&
    !DETERMINERS.has(words[start] ?? '') &&
    !SUBJECT_PRONOUNS.has(words[start] ?? '')
  )
    return null;
  if (
    before === ',' &&
    !afterQuote &&
    (finiteWithin(unit, source.to, Math.min(unit.tokens.length, source.to + 3)) || !finiteWithin(unit, floor, v - 1))
  )
    return null;
  if (dash) return readDashInsert(unit, v, source, make);
  const end = afterQuote ? last + 1 : v - 1;
  const content = [{ from: contentStart(unit, end), to: end }];
  const resumed = resumedQuote(unit, source.to);
  if (resumed) content.push(resumed);
  return make('inverted', source, content);
}

/** "text – writes X, correspondent of Y, on his blog – more text", in or out of quotation marks. */
function readDashInsert(unit: Unit, v: number, source: TokenRange, make: Make): Candidate | null {
  const { words, inQuote } = unit;
  const q = inQuote[v] as number;
  const start = q >= 0 ? firstOf(unit, v, q) : 0;
  let close = source.to;
  while (close < words.length && close < source.to + 14 && !isDash(unit.tokens, close)) close++;
  const closed = isDash(unit.tokens, close);
  const end = q >= 0 ? quoteEnd(unit, v) : unitEnd(unit);
  const content: TokenRange[] = [{ from: start, to: v - 1 }];
  let resume = closed ? close + 1 : source.to;
  while (/^[,.]$/.test(words[resume] ?? '')) resume++;
  if (closed && resume < end) content.push({ from: resume, to: end });
  return make(
    'insert',
    source,
    content.filter((c) => c.to - c.from > 1),
  );
}

function firstOf(unit: Unit, i: number, q: number): number {
  let k = i;
  while (k > 0 && unit.inQuote[k - 1] === q) k--;
  return k;
}

/** `"A," he said. "B."`, `"A," said Lee, who had been on board, "B."`: the quotation that goes on right after the report. */
export function resumedQuote(unit: Unit, from: number): TokenRange | null {
  let i = from;
  let described = false;
  while (i < Math.min(unit.words.length, from + LONGEST_DESCRIPTION) && !opensQuote(unit, i)) {
    if (/^(?:who|which|whose)$/.test(unit.words[i] as string)) described = true;
    if (finiteAt(unit, i) && !described) return null;
    if (unit.words[i] === '.' && !opensQuote(unit, i + 1)) return null;
    i++;
  }
  if (!opensQuote(unit, i)) return null;
  if (!/^[,.]$/.test(unit.words[i - 1] ?? '')) return null;
  return { from: i, to: quoteEnd(unit, i) };
}

/** `"...," Lee said`, `..., Lee said.`, `A, Lee said, B`. */
export function readBefore(
  unit: Unit,
  v: number,
  { frames }: CueVerb,
  source: TokenRange | null,
  floor: number,
  make: Make,
): Candidate | null {
  const { words, inQuote } = unit;
  if (!source || !/[cq]/.test(frames) || source.from <= floor) return null;
  const before = source.from - 1;
  const quoteBefore = (inQuote[before] as number) >= 0 && inQuote[before] !== inQuote[v];
  const next = afterCue(unit, v, frames.includes('o'));
  const atEnd = next >= unitEnd(unit) || /^[.;–—(]$/.test(words[next] ?? '');
  if (quoteBefore) {
    const from = contentStart(unit, before + 1);
    const size = before + 1 - from;
    if (
      !atEnd &&
      !/^[,–—]$/.test(words[next] ?? '') &&
      !opensQuote(unit, next) &&
      !/^(?:as|while|when|after|in|at|during|on|before|adding|of|about)$/.test(words[next] ?? '') &&
      size < 7
    )
      return null;
    if (words[next] === 'that') return null;
    const content = [{ from, to: before + 1 }];
    const resumed = resumedQuote(unit, v + 1);
    if (resumed) content.push(resumed);
    return make('before', source, content);
  }
  if (words[before] !== ',' || !finiteWithin(unit, floor, before)) {
    return words[before] === ',' && /[,]/.test(words[next] ?? '') && before - floor < 14
      ? aroundInsert(unit, v, source, floor, before, next, make)
      : null;
  }
  if (atEnd) return make('before', source, [{ from: Math.max(floor, contentStart(unit, before)), to: before }]);
  if (
    words[next] === ',' &&
    !opensQuote(unit, next + 1) &&
    !/^(?:and|but|adding|while|citing|saying|noting|after|with|as|which|though|although|when|where|who)$/.test(
      words[next + 1] ?? '',
    )
  )
    return aroundInsert(unit, v, source, floor, before, next, make);
  if (words[next] === ',')
    return make('before', source, [{ from: Math.max(floor, contentStart(unit, before)), to: before }]);
  return null;
}

function aroundInsert(
  unit: Unit,
  _v: number,
  source: TokenRange,
  floor: number,
  before: number,
  next: number,
  make: Make,
): Candidate | null {
  const from = Math.max(floor, contentStart(unit, before));
  return make('around', source, [
    { from, to: before },
    { from: next + 1, to: contentEnd(unit, next + 1) },
  ]);
}
