import { isAuxiliary, isGerund, isPastForm } from '../grammar/verbs.ts';
import {
  COORDINATORS,
  DETERMINERS,
  isCapitalised,
  isDigit,
  isWord,
  LIGHT_ADVERBS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  WEEKDAYS,
} from '../grammar/words.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import { type Form, Kind } from './wordForms.ts';

/** Tokens `[from, to)`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

const PERSONAL = new Set('i he she it we they who you'.split(' '));
const BREAKS = new Set(['.', '!', '?', ';', ':', '–', '—', '--', '-,', '"', '“', '”', '…', '...']);
const LONGEST = 40;
const LONGEST_RELATIVE = 15;

/** A dash that parts phrases; a hyphen inside a word is none. */
export function isDash(tokens: Unit['tokens'], i: number): boolean {
  const text = tokens[i]?.text;
  if (text === '–' || text === '—') return true;
  return text === '-' && tokens[i - 1]?.end !== tokens[i]?.start;
}

/** Steps left over adverbs, auxiliaries and time words from the token before a verb to the end of its subject. */
export function subjectEnd(unit: Unit, verb: number): number {
  const { words } = unit;
  let i = verb - 1;
  // "An order dated 3 May warned"
  if (isTimeWord(words[i] ?? '') && words.slice(Math.max(0, i - 3), i).includes('dated')) return i;
  for (let steps = 0; i >= 0 && steps < 14; steps++) {
    const word = words[i] as string;
    if (
      isAuxiliary(word) ||
      LIGHT_ADVERBS.has(word) ||
      /^(?:not|nevertheless|nonetheless|however|meanwhile)$/.test(word) ||
      (word === 'first' && (PERSONAL.has(words[i - 1] ?? '') || words[i - 1] === 'which')) ||
      word === 'n' ||
      word === 't' ||
      /^['’](?:ve|d|s|ll|re|t)$/.test(word)
    ) {
      if (/^['’]s$/.test(word) && !PERSONAL.has(words[i - 1] ?? '')) break;
      i--;
    } else if (isAdverbInLy(words, i)) i--;
    else if (isTimeWord(word) && !isPossessiveNext(words, i)) {
      i--;
      if (/^(?:on|in|at|since|during|late|early|last|this|by)$/.test(words[i] ?? '')) i--;
      if (words[i] === 'on' || words[i] === 'late') i--;
    } else break;
  }
  return i;
}

/** No adverb follows an article: "the rally", "their supply". */
function isAdverbInLy(words: readonly string[], i: number): boolean {
  const word = words[i] as string;
  if (!word.endsWith('ly') || word.length < 5 || /^(?:family|italy|july|assembly|ally|reply)$/.test(word)) return false;
  return !/^(?:the|an?|my|your|his|her|its|our|their|this|that)$|^['’]s$/.test(words[i - 1] ?? '');
}

function isPossessiveNext(words: readonly string[], i: number): boolean {
  return /^['’]s$/.test(words[i + 1] ?? '');
}

/**
 * The noun phrase that ends at token `end`, with titles, "of" phrases and an apposition between commas.
 * Null when no phrase stands there.
 */
export function phraseEndingAt(unit: Unit, end: number, floor = 0): TokenRange | null {
  const { words, tokens } = unit;
  if (end < floor) return null;
  const last = words[end] as string;
  if (PERSONAL.has(last) && !(last === 'it' && PREPOSITIONS.has(words[end - 1] ?? ''))) {
    return { from: end, to: end + 1 };
  }
  if (/^[”"»]$/.test(last)) return acrossTitle(unit, end, floor);
  if (last === ',' || last === ')' || last === '–' || last === '-') return acrossInsert(unit, end, floor);
  if (!isWord(tokens[end]?.text ?? '') && !isDigit(tokens[end]?.text ?? '') && !/^['’]s$|^\.$|%/.test(last))
    return null;
  if (isAuxiliary(last) || COORDINATORS.has(last) || (SUBORDINATORS.has(last) && last !== 'who')) return null;
  const from = innerSubject(unit, trimLead(unit, leftEdge(unit, end, floor), end), end);
  return from > end ? null : { from, to: end + 1 };
}

/**
 * The noun phrase before the relative pronoun at token `at`, which the comma before it belongs to: of "was sold to the
 * fund, which" the fund.
 */
export function antecedentBefore(unit: Unit, at: number, floor = 0): TokenRange | null {
  const { words } = unit;
  const phrase = phraseEndingAt(unit, at - 1 - (words[at - 1] === ',' ? 1 : 0), floor);
  if (!phrase || !isPastForm(words[phrase.from] as string)) return phrase;
  const verb = /ly$/.test(words[phrase.from - 1] ?? '') ? phrase.from - 2 : phrase.from - 1;
  if (!finiteAt(unit, verb)) return phrase;
  for (let i = phrase.to - 2; i > phrase.from; i--) {
    if (words[i] !== 'of' && PREPOSITIONS.has(words[i] as string)) return { from: i + 1, to: phrase.to };
  }
  return phrase;
}

function leftEdge(unit: Unit, end: number, floor: number): number {
  const { words, tokens, inQuote } = unit;
  let i = end;
  for (; i >= Math.max(floor, end - LONGEST); i--) {
    const word = words[i] as string;
    const text = (tokens[i] as { text: string }).text;
    if (BREAKS.has(text) || (word === ',' && !isListComma(words, tokens, i)) || word === '(' || word === ')') break;
    if (
      SUBORDINATORS.has(word) &&
      !(word === 'that' && i === end) &&
      word !== 'since' &&
      word !== 'than' &&
      word !== 'before' &&
      word !== 'after'
    )
      break;
    if (word === 'but' || word === 'yet' || word === 'so' || word === 'what') break;
    if (word === 'and' && i < end && !joinsNames(unit, i)) break;
    if (i < end && inQuote[i] !== inQuote[end] && inQuote[i] !== -1) break;
    if (i < end && finiteAt(unit, i) && !isReduced(unit, i)) break;
    if (i < end && isGerund(word) && PREPOSITIONS.has(words[i + 1] ?? '') && i > 0 && words[i - 1] === ',') break;
  }
  return i + 1;
}

/** "an act the mayor described as": the phrase of its own that follows another without a preposition. */
function innerSubject({ words, tokens }: Unit, from: number, end: number): number {
  for (let k = end; k > from + 1; k--) {
    const before = words[k - 1] as string;
    if (!/^(?:the|a|an|his|her|its|their|our|my)$/.test(tokens[k]?.text ?? '') || !/^\p{Ll}{3,}$/u.test(before))
      continue;
    if (isCapitalised(tokens[k - 1]?.text ?? '') || PREPOSITIONS.has(before) || COORDINATORS.has(before)) return from;
    return isPastForm(before) || isGerund(before) || DETERMINERS.has(before) || before === 'not' ? from : k;
  }
  return from;
}

/** "An order dated 3 May", "people held in the raid": a participle of the phrase, which another verb follows. */
function isReduced(unit: Unit, i: number): boolean {
  const { words, forms, tokens } = unit;
  const { verb, kind } = forms[i] as Form;
  const next = words[i + 1] ?? '';
  if (kind !== Kind.past || verb?.frames.includes('c')) return false;
  if (isCapitalised(tokens[i - 1]?.text ?? '') && words[i] !== 'dated' && next !== 'by') return false;
  return (
    isWord(words[i - 1] ?? '') && !PERSONAL.has(words[i - 1] as string) && (PREPOSITIONS.has(next) || isDigit(next))
  );
}

/** "the president and his minister", "Smith and Jones": both sides are names or both begin a noun phrase. */
function joinsNames(unit: Unit, and: number): boolean {
  const { tokens, words } = unit;
  const left = tokens[and - 1]?.text ?? '';
  const right = tokens[and + 1]?.text ?? '';
  if (isCapitalised(left) && isCapitalised(right)) return true;
  return (
    isWord(left) &&
    isWord(right) &&
    !isAuxiliary(words[and + 1] as string) &&
    !finiteAt(unit, and + 1) &&
    !PRONOUNS.has(words[and + 1] as string)
  );
}

function isListComma(words: readonly string[], tokens: Unit['tokens'], i: number): boolean {
  // "Los Angeles, California police", "Smith, Jones and Brown"
  return (
    isCapitalised(tokens[i - 1]?.text ?? '') &&
    isCapitalised(tokens[i + 1]?.text ?? '') &&
    (words[i + 2] === 'and' || words[i + 3] === 'and')
  );
}

/** Cuts adverbs, conjunctions and an introductory prepositional phrase off the front. */
function trimLead(unit: Unit, start: number, end: number): number {
  const { words, tokens } = unit;
  let from = start;
  while (from <= end) {
    const word = words[from] as string;
    if (
      (from < end &&
        (WEEKDAYS.has(word) ||
          (/^(?:late|early|that|this|last)$/.test(word) && isTimeWord(words[from + 1] ?? '') && from + 1 < end) ||
          (from > start && /^(?:this|that|last|early|late)$/.test(words[from - 1] ?? '') && isTimeWord(word))) &&
        words[from + 1] !== "'s" &&
        words[from + 1] !== '’s' &&
        !isCapitalised(tokens[from + 1]?.text ?? '')) ||
      COORDINATORS.has(word) ||
      (LIGHT_ADVERBS.has(word) && !DETERMINERS.has(word)) ||
      (word.endsWith('ly') &&
        from < end &&
        !isCapitalised(tokens[from + 1]?.text ?? 'x') &&
        isCapitalised(tokens[from]?.text ?? '') &&
        start === from &&
        from === 0)
    )
      from++;
    else if (!isWord((tokens[from] as { text: string }).text) && !isDigit((tokens[from] as { text: string }).text))
      from++;
    else break;
  }
  if (from <= end && PREPOSITIONS.has(words[from] as string) && words[from] !== 'like') {
    for (let k = from + 2; k <= end; k++) {
      const word = words[k] as string;
      const before = words[k - 1] as string;
      const startsHere =
        PERSONAL.has(word) ||
        (DETERMINERS.has(word) && !PREPOSITIONS.has(before)) ||
        (isCapitalised(tokens[k]?.text ?? '') &&
          !isCapitalised(tokens[k - 1]?.text ?? '') &&
          !PREPOSITIONS.has(before) &&
          !DETERMINERS.has(before));
      if (startsHere) return k;
      // "In his evening address the mayor"
      const qualifies = /^(?:his|her|its|their|an?)$/.test(words[k - 2] ?? '');
      if (isTimeWord(before) && k > from + 1 && !PREPOSITIONS.has(word) && !qualifies) return k;
    }
    return end + 1;
  }
  return from;
}

/** "the report, “Ways of Water”, said": a quoted title right behind its noun. */
function acrossTitle(unit: Unit, end: number, floor: number): TokenRange | null {
  let open = end;
  while (open > floor && unit.inQuote[open - 1] === unit.inQuote[end]) open--;
  if (end - open > 12 || unit.inQuote[end] === -1) return null;
  const core = phraseEndingAt(unit, /^(?:,|as)$/.test(unit.words[open - 1] ?? '') ? open - 2 : open - 1, floor);
  return core && { from: core.from, to: end + 1 };
}

/** "Lee, the party's leader, said": the phrase before the insert, with it; a mere adverbial insert is left out of the search. */
function acrossInsert(unit: Unit, end: number, floor: number): TokenRange | null {
  const { words, tokens, inQuote } = unit;
  const closer = words[end] as string;
  const opener = closer === ')' ? '(' : closer;
  let open = -1;
  let inner = -1;
  for (let i = end - 1; i >= Math.max(floor, end - LONGEST); i--) {
    if (inQuote[i] !== inQuote[end] && (inQuote[i] as number) >= 0) continue;
    if (words[i] === opener || (closer === '-' && words[i] === '–')) {
      open = i;
      if (inner < 0) inner = i;
      if (closer !== ',' || !isApposedList(words, tokens, i)) break;
    }
    if (BREAKS.has(words[i] as string) && words[i] !== closer) break;
  }
  if (open <= floor) {
    // a stray comma right after the subject: "The president, said"
    return closer === ',' && end - 1 >= floor && isWord(tokens[end - 1]?.text ?? '')
      ? phraseEndingAt(unit, end - 1, floor)
      : null;
  }
  // "For her part, the head of the Port, Ann Lee, said": no list
  let core = phraseEndingAt(unit, open - 1, floor) ?? (inner > open ? phraseEndingAt(unit, inner - 1, floor) : null);
  // "Ann Lee, 34, of Mill Road, said"
  if (core && core.to === core.from + 1 && isDigit(words[core.from] as string) && words[core.from - 1] === ',')
    core = phraseEndingAt(unit, core.from - 2, floor);
  // "Ann Lee, who had taken a post in Oslo, Norway, said"
  if (core) core = holderOf(unit, core, floor) ?? core;
  if (!core) return null;
  // "The letter, however, suggests"
  const insert = words[end - 1] as string;
  if (open === end - 2 && (LIGHT_ADVERBS.has(insert) || /^(?:nevertheless|nonetheless|\p{Ll}{4,}ly)$/u.test(insert)))
    return core;
  // "General Lee, the commander, said": a mere dash or comma at the end belongs to nobody
  let to = closer === ')' ? end + 1 : end;
  while (to > core.to && (words[to - 1] === ',' || isDash(tokens, to - 1))) to--;
  return { from: core.from, to };
}

/** Whom the relative clause that a phrase ends is said of; null for a phrase of its own. */
function holderOf(unit: Unit, { from }: TokenRange, floor: number): TokenRange | null {
  for (let i = from - 1; i > Math.max(floor, from - LONGEST_RELATIVE); i--) {
    if (/^[.;:]$/.test(unit.words[i] as string)) return null;
    if (unit.words[i] !== ',') continue;
    const relative = /^(?:who|which)$/.test(unit.words[i + 1] ?? '') && finiteWithin(unit, i + 2, from);
    return relative ? phraseEndingAt(unit, i - 1, floor) : null;
  }
  return null;
}

function isApposedList(words: readonly string[], tokens: Unit['tokens'], comma: number): boolean {
  return (
    isCapitalised(tokens[comma - 1]?.text ?? '') &&
    isCapitalised(tokens[comma + 1]?.text ?? '') &&
    words.slice(Math.max(0, comma - 8), comma).includes(',')
  );
}

/** The noun phrase that begins at token `start`: names, titles, "of" phrases and an apposition, up to the next clause. */
export function phraseStartingAt(unit: Unit, start: number, limit = unit.tokens.length): TokenRange | null {
  const { words, tokens, inQuote } = unit;
  const first = words[start];
  if (first === undefined || start >= limit) return null;
  if (PERSONAL.has(first)) return { from: start, to: start + 1 };
  if (!isWord((tokens[start] as { text: string }).text) && !isDigit((tokens[start] as { text: string }).text))
    return null;
  let i = start;
  let apposed = false;
  for (; i < Math.min(limit, start + LONGEST); i++) {
    const word = words[i] as string;
    const text = (tokens[i] as { text: string }).text;
    if (i > start && inQuote[i] !== inQuote[start]) break;
    if (
      BREAKS.has(text) ||
      text === ')' ||
      isDash(tokens, i) ||
      (text === '(' && i > start && !/^\p{Lu}/u.test(tokens[i + 1]?.text ?? ''))
    )
      break;
    if (text === '(') {
      const close = words.indexOf(')', i);
      if (close > 0 && close - i < 8 && close < limit) {
        i = close;
        continue;
      }
      break;
    }
    if (word === ',') {
      if (apposed || !apposition(unit, i, limit)) break;
      apposed = true;
      continue;
    }
    if (i > start && (SUBORDINATORS.has(word) || finiteAt(unit, i)) && word !== 'than') break;
    if (
      i > start &&
      ((isTimeWord(word) && !(/^(?:last|next)$/.test(word) && DETERMINERS.has(words[i - 1] as string))) ||
        (/^(?:on|in|during|after|before|since|at|by|about|when|while|to|through|via)$/.test(word) &&
          !isInsideName(tokens, i)))
    )
      break;
    if (i > start && word === 'and' && !joinsNames(unit, i)) break;
    if (word === 'with' && words[i + 1] === 'reference') break;
    if (i > start && LIGHT_ADVERBS.has(word) && !DETERMINERS.has(word)) break;
    // "accused by pilots of hiding the defect"
    if (i > start && word === 'of' && isGerund(words[i + 1] ?? '')) break;
  }
  while (i > start && /^[,(–—-]$|^(?:and|of|the|a)$/.test(words[i - 1] as string)) i--;
  return i > start ? { from: start, to: i } : null;
}

function isInsideName(tokens: Unit['tokens'], i: number): boolean {
  const word = tokens[i]?.text ?? '';
  return (
    (/^(?:at|in|for|on)$/.test(word) && isCapitalised(tokens[i + 1]?.text ?? '')) ||
    (/^(?:at|in|on)$/.test(word) &&
      tokens[i + 1]?.text === 'the' &&
      isCapitalised(tokens[i + 2]?.text ?? '') &&
      word === 'at')
  );
}

/** After a comma: "a researcher at ...", "director of ...", "the party's leader". */
function apposition(unit: Unit, comma: number, limit: number): boolean {
  const { words } = unit;
  const next = words[comma + 1];
  if (next === undefined || comma + 1 >= limit) return false;
  if (
    /^(?:a|an|the|its|their|his|her|one|former|head|chief|co)$/.test(next) ||
    /(?:er|or|ist|man|woman|ant|ent|head|chief|lead)$/.test(next)
  ) {
    let to = comma + 1;
    while (to < limit && to < comma + 20 && !/^[,.;:]$/.test(words[to] as string) && !finiteAt(unit, to)) to++;
    return !finiteAt(unit, to);
  }
  return false;
}
