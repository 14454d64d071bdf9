import {
  DETERMINERS,
  isCapitalised,
  isWord,
  LIGHT_ADVERBS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from '../grammar/words.ts';
import { CUE_VERBS } from './cueVerbs.ts';
import type { TokenRange } from './nounPhrase.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';

const FINAL = new Set(['.', '!', '?', ',', ';', ':', '…', '...', '–', '—']);

/** The end of the unit without its final punctuation; a closing mark stays. */
export function unitEnd(unit: Unit): number {
  let end = unit.tokens.length;
  while (end > 0 && FINAL.has(unit.words[end - 1] as string)) end--;
  return end;
}

/** True where the last token of a range closes a bracket that was opened before it. */
export function closesAlone({ words }: Unit, { from, to }: TokenRange): boolean {
  if (words[to - 1] !== ')') return false;
  let depth = 0;
  for (let i = from; i < to - 1; i++) depth += words[i] === '(' ? 1 : words[i] === ')' ? -1 : 0;
  return depth <= 0;
}

/** True at a token that opens a quotation. */
export function opensQuote(unit: Unit, i: number): boolean {
  const q = unit.inQuote[i];
  return q !== undefined && q >= 0 && (i === 0 || unit.inQuote[i - 1] !== q);
}

/** The first token after the quotation that holds `i`. */
export function quoteEnd(unit: Unit, i: number): number {
  const q = unit.inQuote[i];
  let end = i;
  while (end < unit.tokens.length && unit.inQuote[end] === q) end++;
  return end;
}

/** Where the content that begins at `start` ends: before the next reporting phrase, or at the end of the unit. */
export function contentEnd(unit: Unit, start: number, stopAtQuote = false): number {
  const { words, inQuote } = unit;
  const last = unitEnd(unit);
  const inside = start > 0 && (inQuote[start] as number) >= 0 && inQuote[start - 1] === inQuote[start];
  const limit = inside ? sentenceEndInQuote(unit, start) : last;
  if (opensQuote(unit, start)) {
    const close = quoteEnd(unit, start);
    if (stopAtQuote || close - start > 7 || FINAL.has(words[close - 2] ?? '')) return Math.min(close, limit);
  }
  let verbs = 0;
  for (let i = start; i < limit; i++) {
    const word = words[i] as string;
    if (!inside && (inQuote[i] as number) >= 0) continue;
    if (word === ';' || (word === '–' && i > start + 2)) return i;
    if (finiteAt(unit, i)) verbs++;
    if (i > start + 1 && word === ',' && stopsAfterComma(unit, i, limit)) return i;
    if (i > start + 1 && word === 'and' && verbs > 0 && startsReport(unit, i + 1))
      return words[i - 1] === ',' ? i - 1 : i;
    if (i > start + 1 && word === 'according' && words[i + 1] === 'to') return i;
  }
  return limit;
}

function sentenceEndInQuote(unit: Unit, start: number): number {
  const close = quoteEnd(unit, start);
  let end = start;
  while (end < close - 1 && !/^[.!?]$/.test(unit.words[end] as string)) end++;
  while (end > start && FINAL.has(unit.words[end - 1] as string)) end--;
  return end;
}

function stopsAfterComma(unit: Unit, comma: number, limit: number): boolean {
  const { words } = unit;
  const next = words[comma + 1] ?? '';
  const cue = CUE_VERBS.get(next);
  if (cue?.form === 'gerund' && /[cq]/.test(cue.frames)) return true;
  if (
    next === 'according' ||
    next === 'while' ||
    next === 'although' ||
    next === 'though' ||
    next === 'whereas' ||
    next === 'despite'
  )
    return true;
  if (next === 'with' && words.slice(comma, comma + 8).some((w) => CUE_VERBS.get(w)?.form === 'gerund')) return true;
  if (next === 'and' || next === 'but') {
    if (startsReport(unit, comma + 2)) return true;
    return next === 'but' && finiteWithin(unit, comma + 2, limit);
  }
  return false;
}

/** "added that", "he said", "the minister told": a reporting verb with at most a short subject. */
function startsReport(unit: Unit, i: number): boolean {
  const { words } = unit;
  for (let k = i; k < Math.min(words.length, i + 6); k++) {
    const word = words[k] as string;
    const cue = CUE_VERBS.get(word);
    if (
      cue &&
      cue.form === 'past' &&
      /[cq]/.test(cue.frames) &&
      !/^(?:found|shown|showed|felt|meant|seen|known|reported|considered|named)$/.test(word)
    ) {
      return words[k + 1] !== 'by';
    }
    if (word === ',' || word === '.' || SUBORDINATORS.has(word)) return false;
  }
  return false;
}

/** Steps over adverbs, time phrases and an addressee between a cue and its content. */
export function afterCue(unit: Unit, verb: number, withAddressee: boolean): number {
  const { words } = unit;
  let i = verb + 1;
  for (let steps = 0; steps < 12 && i < words.length; steps++) {
    const word = words[i] as string;
    if (opensQuote(unit, i)) return i;
    // "specifies, citing a diplomat, that"
    if (word === ',' && /^(?:citing|quoting)$/.test(words[i + 1] ?? '')) {
      const close = words.indexOf(',', i + 2);
      return words[close + 1] === 'that' && close - i < 12 ? close + 1 : i;
    }
    if (
      /^(?:also|later|then|again|earlier|previously|explicitly|publicly|further|simply|only|back|both|instead|thus|initially|repeatedly)$/.test(
        word,
      )
    )
      i++;
    else if (isTimeWord(word) && !/^(?:this|last|next)$/.test(word)) i++;
    else if (
      /^(?:this|last|next|on|in|by|late|early|since)$/.test(word) &&
      isTimeWord(words[i + 1] ?? '') &&
      !/^\d/.test(words[i + 1] ?? '')
    )
      i += 2;
    else if (/^(?:in|on|at|during|via|through|to|before|after)$/.test(word) && isSetting(unit, i))
      i = settingEnd(unit, i);
    else if (withAddressee && steps === 0 && startsPhrase(unit, i)) i = addresseeEnd(unit, i);
    else break;
  }
  return i;
}

/** "told the station after the event that": the complementiser before the next verb, within reach; -1 where there is none. */
export function complementiser(unit: Unit, from: number): number {
  for (let i = from; i < Math.min(unit.words.length, from + 9); i++) {
    if (unit.words[i] === 'that') return finiteAt(unit, i + 1) || PREPOSITIONS.has(unit.words[i - 1] ?? '') ? -1 : i;
    if (/^[,.;:"“]$/.test(unit.words[i] as string) || finiteAt(unit, i)) return -1;
  }
  return -1;
}

const SETTING =
  /^(?:statement|interview|speech|tweet|post|report|letter|message|address|conference|briefing|email|e-mail|release|video|blog|twitter|facebook|hearing|meeting|remarks|column|article|editorial|call|broadcast|reporters|journalists|court|announcement|response|note|memo|paper|television|tv|radio|instagram|parliament|editorial|press)$/;

/** "in a statement", "on Twitter", "to reporters", "at a news conference". */
function isSetting(unit: Unit, i: number): boolean {
  for (let k = i + 1; k < Math.min(unit.words.length, i + 6); k++) {
    const word = unit.words[k] as string;
    if (SETTING.test(word)) return true;
    if (finiteAt(unit, k) || /^[,.:;"“]$/.test(word) || word === 'that') return false;
  }
  return false;
}

function settingEnd(unit: Unit, i: number): number {
  const { words } = unit;
  let k = i + 1;
  while (k < Math.min(words.length, i + 6) && !SETTING.test(words[k] as string)) k++;
  k++;
  while (/^(?:conference|release|briefing|program|show|station)$/.test(words[k] ?? '')) k++;
  if (words[k] === 'with' || words[k] === 'to' || words[k] === 'on' || words[k] === 'by') {
    let e = k + 1;
    while (
      e < words.length &&
      e < k + 6 &&
      (isCapitalised(unit.tokens[e]?.text ?? '') ||
        DETERMINERS.has(words[e] as string) ||
        /^(?:newspaper|magazine|website|agency|radio|news)$/.test(words[e] as string)) &&
      words[e] !== 'that'
    )
      e++;
    if (e > k + 1) k = e;
  }
  return k;
}

function startsPhrase(unit: Unit, i: number): boolean {
  const word = unit.words[i] as string;
  return (
    word !== 'that' &&
    (DETERMINERS.has(word) ||
      isCapitalised(unit.tokens[i]?.text ?? '') ||
      /^(?:him|her|them|us|me|you|it|reporters|journalists|media|people|residents|citizens|members|parents|police|officials|allies|investigators|lawmakers|supporters|voters|viewers|fans|leaders|world|state|local|national)$/.test(
        word,
      ))
  );
}

const MEDIA =
  /^(?:network|agency|newspaper|daily|weekly|magazine|broadcaster|channel|station|radio|website|portal|outlet)$/;

/** The end of "the BBC", "reporters", "its citizens" after "told" or "urged". */
function addresseeEnd(unit: Unit, i: number): number {
  const { words, tokens } = unit;
  if (/^(?:him|her|them|us|me|you|it)$/.test(words[i] as string)) return i + 1;
  let k = i + (DETERMINERS.has(words[i] as string) ? 1 : 0);
  const start = k;
  for (; k < Math.min(words.length, i + 8); k++) {
    const word = words[k] as string;
    const text = tokens[k]?.text ?? '';
    if (opensQuote(unit, k) || !(isWord(text) || /^['’]s$|^-$/.test(text))) break;
    if (
      word === 'to' ||
      word === 'that' ||
      word === 'if' ||
      word === 'whether' ||
      word === 'how' ||
      word === 'what' ||
      word === 'why' ||
      word === 'not' ||
      word === 'about'
    )
      break;
    if (
      k > start &&
      (DETERMINERS.has(word) ||
        SUBJECT_PRONOUNS.has(word) ||
        (PREPOSITIONS.has(word) && word !== 'of') ||
        isTimeWord(word))
    )
      break;
    if (
      k > start &&
      isCapitalised(text) &&
      !isCapitalised(tokens[k - 1]?.text ?? '') &&
      words[k - 1] !== 'of' &&
      !/^['’]s$|^-$/.test(words[k - 1] ?? '')
    ) {
      if (!MEDIA.test(words[k - 1] ?? '')) break;
      // "told the news agency Interfax the road was open"
      while (isCapitalised(tokens[k]?.text ?? '') || (words[k] === '-' && k + 1 < words.length)) k++;
      break;
    }
    if (finiteAt(unit, k)) break;
  }
  return Math.max(k, i + 1);
}

/** The first token of content that ends before `end`: the unit's start, after a leading conjunction, or after an earlier report. */
export function contentStart(unit: Unit, end: number): number {
  const { words, inQuote } = unit;
  let start = 0;
  const quoted = inQuote[end - 1] as number;
  if (quoted >= 0) {
    let s = end - 1;
    while (s > 0 && inQuote[s - 1] === quoted) s--;
    if (end - s > 6) return s;
  }
  let reported = false;
  for (let i = 0; i < end; i++) {
    const word = words[i] as string;
    if ((inQuote[i] as number) >= 0) continue;
    if (word === ';' || word === '—') start = i + 1;
    const cue = CUE_VERBS.get(word);
    if (cue && cue.form === 'past' && /q/.test(cue.frames)) reported = true;
    if (
      word === ',' &&
      /^(?:but|and|while|although)$/.test(words[i + 1] ?? '') &&
      (reported || words[i + 1] !== 'and') &&
      finiteWithin(unit, i + 2, end)
    )
      start = i + 2;
  }
  while (
    start < end &&
    (LIGHT_ADVERBS.has(words[start] as string) === false
      ? /^(?:but|and)$/.test(words[start] as string)
      : words[start] === 'however')
  )
    start++;
  if (words[start] === ',') start++;
  return start;
}
