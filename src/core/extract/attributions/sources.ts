import { frameHash, leftOfVerb } from './cueFeatures.ts';
import { antecedentBefore, phraseEndingAt, phraseStartingAt, subjectEnd, type TokenRange } from './nounPhrase.ts';
import { possessorOf, sourceAfter } from './otherCandidates.ts';
import type { Sink } from './sink.ts';
import { borderAt, bucket, formAt, type Ruled, tagAt, type View, verbsWithin } from './view.ts';
import { EDGE, type Form, Kind } from './wordForms.ts';

/** Where a source was looked for. */
export const How = {
  none: 0,
  subject: 1,
  after: 2,
  by: 3,
  shared: 4,
  main: 5,
  earlier: 6,
  possessor: 7,
  given: 8,
  antecedent: 9,
  later: 10,
  of: 11,
} as const;

export interface SourceChoice {
  readonly range: TokenRange | null;
  readonly how: number;
}

/** Every phrase that may be the source of the cue at `i`; the first is none at all. */
export function sourceChoices(view: View, i: number, previous: TokenRange | null): SourceChoice[] {
  const { unit, forms } = view;
  const { words } = unit;
  const choices: SourceChoice[] = [{ range: null, how: How.none }];
  const put = (range: TokenRange | null, how: number) => {
    if (!range || range.to <= range.from || (range.from <= i && i < range.to)) return;
    // "there are reports": nobody
    if (words[range.to - 1] === 'there') return;
    if (choices.some((c) => c.range && c.range.from === range.from && c.range.to === range.to)) return;
    choices.push({ range, how });
  };
  const kind = (forms[i] as Form).kind;
  const floor = floorOf(view, i);
  if (words[i] === 'according' && words[i + 1] === 'to') {
    const given = sourceAfter(unit, i + 2, i === 0);
    put(given && (possessorOf(unit, given, i) ?? given), How.given);
  }
  if (words[i] === 'per' || words[i] === 'by') put(sourceAfter(unit, i + 1, i === 0), How.given);
  const end = subjectEnd(unit, i);
  const subject = phraseEndingAt(unit, end, floor);
  put(subject, How.subject);
  if (subject && /^(?:who|that|which)$/.test(words[subject.to - 1] ?? '')) {
    put(antecedentBefore(unit, subject.to - 1, floor), How.antecedent);
  } else if (/^(?:who|that|which)$/.test(words[end] ?? '') && end > floor) {
    put(antecedentBefore(unit, end, floor), How.antecedent);
  }
  put(phraseStartingAt(unit, i + 1), How.after);
  for (let k = i + 1; k < Math.min(words.length, i + 9); k++) {
    const t = tagAt(view, k);
    if (t & 1 || t >> 1 === Kind.stop) break;
    if (t >> 1 === Kind.by) {
      put(phraseStartingAt(unit, k + 1), How.by);
      break;
    }
  }
  put(previous, How.shared);
  // the subjects of the verbs before: the nearest two and the first
  let nearest = 0;
  for (let k = Math.min(i - 1, leftOfVerb(view, i)); k >= floor && nearest < 2; k--) {
    if (!((tagAt(view, k) & 1) === 1)) continue;
    put(phraseEndingAt(unit, subjectEnd(unit, k), floor), How.earlier);
    nearest++;
  }
  for (let k = floor; k < i; k++) {
    if ((tagAt(view, k) & 1) === 0) continue;
    const main = subjectEnd(unit, k);
    if (/^(?:which|who)$/.test(words[main] ?? '')) continue;
    put(phraseEndingAt(unit, main, floor), How.main);
    break;
  }
  if (kind !== Kind.past && kind !== Kind.third) {
    for (let k = i - 1; k >= Math.max(floor, i - 3); k--) {
      const before = forms[k] as Form;
      if (before.kind === Kind.possessive) put({ from: k, to: k + 1 }, How.possessor);
      else if (before.kind === Kind.genitive) put(phraseEndingAt(unit, k - 1, floor), How.possessor);
      else continue;
      break;
    }
    const next = words[i + 1];
    if (next === 'of' || next === 'from' || next === 'by') put(phraseStartingAt(unit, i + 2), How.of);
  }
  if (kind === Kind.gerund || i - floor < 6) {
    for (let k = i + 1; k < Math.min(words.length, i + 40); k++) {
      if (words[k] !== ',') continue;
      put(phraseStartingAt(unit, k + 1), How.later);
      break;
    }
  }
  return choices;
}

/** The start of the sentence within a quotation of several, else of the unit. */
export function floorOf({ unit }: View, i: number): number {
  if ((unit.inQuote[i] as number) < 0) return 0;
  let k = i;
  while (k > 0 && unit.inQuote[k - 1] === unit.inQuote[i] && !/^[.!?]$/.test(unit.words[k - 1] as string)) k--;
  return k;
}

const Tag = {
  how: 101,
  howStem: 102,
  howKind: 103,
  howLast: 104,
  lastWord: 105,
  lastGroup: 106,
  lastClass: 107,
  distance: 108,
  between: 109,
  size: 110,
  quote: 111,
  comma: 112,
  verbs: 113,
  next: 114,
  before: 115,
  head: 116,
  headGroup: 117,
  headClass: 118,
  first: 119,
  capital: 120,
  howNext: 121,
  howGroup: 122,
  zone: 123,
  betweenWord: 124,
  headStem: 125,
  ruled: 126,
} as const;

/** Features of a phrase as the source of the cue at `i`. */
export function sourceFeatures(view: View, i: number, { range, how }: SourceChoice, out: Sink): void {
  const cue = view.forms[i] as Form;
  const before = tagAt(view, i - 1);
  const next = tagAt(view, i + 1);
  out.add(Tag.how, how);
  out.add(Tag.howStem, how, cue.stem);
  out.add(Tag.howStem, how, cue.stem, cue.kind + 1);
  out.add(Tag.howKind, how, cue.kind);
  out.add(Tag.howNext, how, cue.kind, next + 200);
  out.add(Tag.howNext, how, cue.kind, before);
  out.add(Tag.howGroup, how, cue.group, cue.kind);
  out.add(Tag.next, how, formAt(view, i + 1).hash);
  out.add(Tag.before, how, formAt(view, i - 1).hash);
  out.add(Tag.quote, how, borderAt(view, i), borderAt(view, i + 1));
  out.add(Tag.zone, how, view.unit.zone.length);
  const ruled = view.ruled.get(i);
  const agrees = agreement(ruled, range);
  out.add(Tag.ruled, agrees);
  out.add(Tag.ruled, agrees, frameHash(ruled));
  out.add(Tag.ruled, agrees, how, 9);
  if (!range) return;
  const { from, to } = range;
  const first = formAt(view, from);
  const last = formAt(view, to - 1);
  const head = formAt(view, headOf(view, range));
  const [gapFrom, gapTo] = to <= i ? [to, i] : [i + 1, from];
  out.add(Tag.lastWord, last.hash, how);
  out.add(Tag.lastGroup, last.group, how);
  out.add(Tag.head, head.hash);
  out.add(Tag.head, head.hash, how + 1);
  out.add(Tag.headGroup, head.group, how);
  out.add(Tag.headGroup, head.group, 77, head.kind);
  out.add(Tag.headClass, head.wordClass, head.kind);
  out.add(Tag.headStem, head.group, cue.stem);
  out.add(Tag.first, first.kind, how);
  out.add(Tag.howLast, last.kind, how, cue.kind);
  out.add(Tag.distance, bucket(gapTo - gapFrom), how);
  out.add(Tag.distance, bucket(gapTo - gapFrom), how, cue.kind + 1);
  out.add(Tag.between, gapTo - gapFrom < 4 ? kindsOf(view, gapFrom, gapTo) : -1, how);
  out.add(Tag.betweenWord, gapTo > gapFrom ? formAt(view, gapFrom).hash : 0, how);
  out.add(Tag.size, bucket(to - from), how);
  out.add(Tag.quote, how, view.unit.inQuote[from] === view.unit.inQuote[i] ? 7 : 8);
  out.add(Tag.verbs, Math.min(3, verbsWithin(view, gapFrom, gapTo)), how);
  out.add(Tag.verbs, Math.min(2, verbsWithin(view, to, Math.min(view.tags.length, to + 4))), how, 9);
  let commas = 0;
  for (let k = gapFrom; k < gapTo; k++) if ((view.forms[k] as Form).kind === Kind.comma) commas++;
  out.add(Tag.comma, Math.min(3, commas), how);
  out.add(Tag.comma, tagAt(view, from - 1), how, 9);
  out.add(Tag.comma, tagAt(view, to), how, 8);
}

/** How a source compares with the one that the rules read. */
function agreement(ruled: Ruled | undefined, range: TokenRange | null): number {
  if (!ruled) return 0;
  const { source } = ruled.candidate;
  if (!source) return range ? 2 : 1;
  if (!range) return 3;
  if (source.from === range.from && source.to === range.to) return 4;
  return source.from < range.to && range.from < source.to ? 5 : 6;
}

/** The word before the first preposition, comma or relative of a phrase. */
export function headOf({ forms }: View, { from, to }: TokenRange): number {
  for (let k = from + 1; k < to; k++) {
    const { kind } = forms[k] as Form;
    if (
      kind === Kind.comma ||
      kind === Kind.preposition ||
      kind === Kind.relative ||
      kind === Kind.open ||
      kind === Kind.that
    )
      return k - 1;
  }
  return to - 1;
}

function kindsOf({ forms }: View, from: number, to: number): number {
  let sum = 1;
  for (let k = from; k < to; k++) sum = sum * 40 + (forms[k] ?? EDGE).kind;
  return sum;
}
