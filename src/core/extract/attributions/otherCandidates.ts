import { isCapitalised, POSSESSIVES } from '../grammar/words.ts';
import type { Candidate } from './candidate.ts';
import { contentEnd, contentStart, unitEnd } from './contentPhrase.ts';
import { phraseEndingAt, phraseStartingAt, subjectEnd, type TokenRange } from './nounPhrase.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteAt, type Unit } from './unit.ts';
import type { Form } from './wordForms.ts';

/** "According to X, ...", "..., per X", "as X explains, ..." is left to the verbs; "reportedly", "allegedly". */
export function otherCandidates(unit: Unit): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < unit.words.length; i++) {
    const word = unit.words[i] as string;
    if (word === 'according' && unit.words[i + 1] === 'to') {
      const c = readAccording(unit, i, i + 2);
      if (c) found.push(c);
    } else if (word === 'per' && (isCapitalised(unit.tokens[i + 1]?.text ?? '') || unit.words[i + 1] === 'the')) {
      const c = readAccording(unit, i, i + 1);
      if (c) found.push({ ...c, lemma: 'per' });
    } else if ((unit.forms[i] as Form).reportNoun) {
      const c = readNoun(unit, i);
      if (c) found.push(c);
    } else if (word === 'reportedly' || word === 'allegedly' || word === 'purportedly' || word === 'supposedly') {
      const c = readAdverb(unit, i);
      if (c) found.push(c);
    }
  }
  return found;
}

function readAccording(unit: Unit, cue: number, at: number): Candidate | null {
  const given = sourceAfter(unit, at, cue === 0);
  if (!given) return null;
  const content = contentAround(unit, cue, given.to);
  return content.length === 0
    ? null
    : {
        lemma: 'according',
        frame: 'according',
        cue: { from: cue, to: at },
        source: possessorOf(unit, given, cue) ?? given,
        content,
        sourceKind: 'name',
      };
}

/** What tokens `[cue, to)`, which name a source by themselves, are said of: the clause behind them, or the words before. */
export function contentAround(unit: Unit, cue: number, to: number): TokenRange[] {
  const { words, inQuote } = unit;
  const end = unitEnd(unit);
  const pieces: TokenRange[] = [];
  const before = words[cue - 1] ?? '';
  const clauseInitial =
    cue === 0 ||
    /^(?:and|but|that|while|;|–|—|:)$/.test(before) ||
    ((inQuote[cue] as number) !== (inQuote[cue - 1] as number) && cue === 0);
  const after = /^[,–—-]$/.test(words[to] ?? '') ? afterRelative(unit, to + 1) : to;
  if (clauseInitial) pieces.push({ from: after, to: contentEnd(unit, after) });
  else {
    const stop = before === ',' || before === '(' ? cue - 1 : cue;
    pieces.push({ from: contentStart(unit, stop), to: stop });
    const goesOn = before === ',' && words[to] === ',' && to + 1 < end;
    const rest = afterRelative(unit, to + 1);
    if (goesOn && !/^(?:and|but|which|who|while|as|adding|with)$/.test(words[rest] ?? 'and')) {
      pieces.push({ from: rest, to: contentEnd(unit, rest) });
    }
  }
  return pieces.filter((p) => p.to > p.from);
}

/** "According to the board, whose members met in May, ...": behind what is said of the source. */
function afterRelative({ words }: Unit, from: number): number {
  if (!/^(?:who|which|whose)$/.test(words[from] ?? '')) return from;
  const comma = words.indexOf(',', from);
  return comma > 0 ? comma + 1 : from;
}

/** "according to its version", "according to their own account": whose words they are, when the subject before says it. */
export function possessorOf(unit: Unit, { from, to }: TokenRange, cue: number): TokenRange | null {
  const { words } = unit;
  if (!POSSESSIVES.has(words[from] as string) || !OWN_WORDS.test(words[to - 1] as string)) return null;
  for (let i = 0; i < cue; i++) if (finiteAt(unit, i)) return phraseEndingAt(unit, subjectEnd(unit, i));
  return null;
}

const OWN_WORDS = /^(?:version|account|words|telling|statement|claims?|reckoning)$/;

/** The source runs up to the comma or mark before the content, past "on", "at" and reduced clauses ("a survey published in ..."). */
export function sourceAfter(unit: Unit, at: number, opensUnit: boolean): TokenRange | null {
  const { words, inQuote } = unit;
  if (/^(?:him|her|them)$/.test(words[at] ?? '') && words[at + 1] === ',') return { from: at, to: at + 1 };
  const phrase = phraseStartingAt(unit, at);
  let to = phrase?.to ?? at;
  if (words[to] === '.' && /^(?:dr|mr|mrs|ms|st|gen|gov|sen|rep|lt|col|sgt)$/.test(words[to - 1] ?? '')) {
    const rest = phraseStartingAt(unit, to + 1);
    if (rest) to = rest.to;
  }
  for (let i = to; i < Math.min(words.length, at + 30); i++) {
    if (words[i] === '(') {
      const close = words.indexOf(')', i);
      if (close > 0 && close - i < 10) {
        i = close;
        continue;
      }
    }
    if (/^[,.;:–—)]$/.test(words[i] as string) || (inQuote[i] as number) !== (inQuote[at] as number)) {
      const end = words[i] === ',' ? (apposedName(unit, i) ?? i) : i;
      return end > at ? { from: at, to: end } : null;
    }
    if (finiteAt(unit, i)) return phrase;
    if (!opensUnit && isTimeWord(words[i] as string) && i === to + 1) return phrase;
  }
  return phrase;
}

/** Where the name between the comma at `comma` and another one ends. */
function apposedName({ words, tokens }: Unit, comma: number): number | null {
  let to = comma + 1;
  while (to < comma + 5 && isCapitalised(tokens[to]?.text ?? '')) to++;
  const acronym = /^\p{Lu}{2,}$/u.test(tokens[comma + 1]?.text ?? '');
  // "police in Tyler, Texas,"
  const place = /^(?:in|of|at|from|near)$/.test(words[comma - 2] ?? '') && isCapitalised(tokens[comma - 1]?.text ?? '');
  return to - comma > (acronym || place ? 1 : 2) && words[to] === ',' ? to : null;
}

/** "his decision to resign", "the ministry's claim that", "reports of fighting". */
function readNoun(unit: Unit, i: number): Candidate | null {
  const { words, tokens } = unit;
  const next = words[i + 1] ?? '';
  if (!/^(?:to|that|of|about|for|over|from)$/.test(next) || i + 3 > words.length) return null;
  const from = next === 'to' ? i + 1 : i + 2;
  let source: TokenRange | null = null;
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    if (/^(?:his|her|their|its|our|my)$/.test(words[k] as string)) source = { from: k, to: k + 1 };
    else if (/^['’]s?$/.test(words[k] as string) && k > 0) source = phraseEndingAt(unit, k - 1);
    else if (!/^\p{Ll}+$/u.test(tokens[k]?.text ?? '')) break;
    if (source) break;
  }
  const lemma = words[i]?.replace(/s$/, '') as string;
  const content = [{ from, to: contentEnd(unit, from) }];
  if ((content[0] as TokenRange).to <= from) return null;
  return {
    lemma: `${lemma}.n`,
    frame: 'noun',
    cue: { from: i, to: i + 1 },
    source,
    content,
    sourceKind: source ? 'shared' : 'none',
  };
}

function readAdverb(unit: Unit, i: number): Candidate | null {
  const from = contentStart(unit, i);
  const start = from < i ? clauseBack(unit, from, i) : i;
  const content = [
    { from: start, to: i },
    { from: i + 1, to: contentEnd(unit, i + 1) },
  ].filter((p) => p.to > p.from);
  if (content.length === 0) return null;
  const lemma = unit.words[i] as string;
  return {
    lemma,
    frame: 'adverb',
    cue: { from: i, to: i + 1 },
    source: null,
    content,
    sourceKind: 'none',
  };
}

/** The start of the clause around an adverb: after the last conjunction with a verb before it. */
function clauseBack(unit: Unit, from: number, adverb: number): number {
  for (let k = adverb - 1; k > from; k--) {
    if (/^(?:which|who|that|after|when|while|because|where|before|although)$/.test(unit.words[k] as string))
      return k + 1;
  }
  return from;
}
