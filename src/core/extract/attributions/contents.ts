import { contentEnd } from './contentPhrase.ts';
import { frameHash, groupStart } from './cueFeatures.ts';
import type { TokenRange } from './nounPhrase.ts';
import type { Sink } from './sink.ts';
import { How, type SourceChoice } from './sources.ts';
import { borderAt, bucket, formAt, type Ruled, tagAt, type View, verbsWithin } from './view.ts';
import { type Form, Kind } from './wordForms.ts';

const FAR_START = 18;
const FAR_END = 140;
const MOST_ENDS = 44;
const MOST_BEFORE = 20;
const REACH_BACK = 120;
/** A quotation of more tokens than this, its marks included, is a content by itself; a shorter one may be part of a sentence. */
const LONG_QUOTE = 8;

/** The last border before which content in front of the cue may end, its comma or dash left out. */
export function beforeEnd(view: View, i: number, { range }: SourceChoice): number {
  let to = groupStart(view, i);
  if (range && range.to <= i && range.from < to && i - range.to < 14) to = range.from;
  while (to > 0 && isPause((view.forms[to - 1] as Form).kind)) to--;
  return to;
}

function isPause(kind: number): boolean {
  return (
    kind === Kind.comma || kind === Kind.dash || kind === Kind.stop || kind === Kind.colon || kind === Kind.semicolon
  );
}

/** The first token of the quotation that ends right before `to` and stands by itself; -1 where none does. */
function quoteBefore(view: View, to: number): number {
  const { inQuote } = view.unit;
  const q = inQuote[to - 1] ?? -1;
  if (q < 0 || inQuote[to] === q) return -1;
  let from = to - 1;
  while (from > 0 && inQuote[from - 1] === q) from--;
  return to - from > LONG_QUOTE ? from : -1;
}

/** The end of the quotation that opens at `s` and stands by itself; -1 where none does. */
function quoteBehind(view: View, s: number): number {
  const { inQuote } = view.unit;
  const q = inQuote[s] ?? -1;
  if (q < 0 || (inQuote[s - 1] ?? -1) === q) return -1;
  let to = s + 1;
  while (to < inQuote.length && inQuote[to] === q) to++;
  return to - s > LONG_QUOTE || isPause(formAt(view, to - 2).kind) ? to : -1;
}

/** Where content before the cue may begin, the nearest first. */
export function beforeStarts(view: View, to: number): number[] {
  const quote = quoteBefore(view, to);
  if (quote >= 0) return [quote];
  const starts: number[] = [];
  const low = Math.max(0, to - REACH_BACK);
  for (let k = to - 1; k > low && starts.length < MOST_BEFORE; k--) {
    const before = (view.forms[k - 1] as Form).kind;
    const here = (view.forms[k] as Form).kind;
    const border = borderAt(view, k);
    if (isPause(here) || here === Kind.close) continue;
    if (border === 1 && view.unit.inQuote[k] !== view.unit.inQuote[to - 1]) continue;
    if (
      border >= 2 ||
      before === Kind.comma ||
      before === Kind.dash ||
      before === Kind.semicolon ||
      before === Kind.stop ||
      before === Kind.colon ||
      before === Kind.open ||
      before === Kind.coordinator ||
      before === Kind.that ||
      before === Kind.relative ||
      before === Kind.subordinator ||
      before === Kind.whether ||
      before === Kind.as ||
      here === Kind.relative ||
      here === Kind.determiner ||
      here === Kind.pronoun ||
      (here === Kind.name && before !== Kind.name && before !== Kind.determiner) ||
      before === Kind.time ||
      before === Kind.preposition
    )
      starts.push(k);
  }
  if (to > 0) starts.push(low);
  return starts;
}

const Before = {
  some: 201,
  stem: 202,
  left: 203,
  right: 204,
  border: 205,
  how: 206,
  start: 207,
  startWord: 208,
  startTag: 209,
  unit: 210,
  over: 211,
  size: 212,
  verbs: 213,
  next: 214,
  kinds: 215,
  quote: 216,
  gap: 217,
  leftWord: 218,
  word: 219,
  group: 220,
  ruled: 221,
} as const;

/** Features of there being content before the cue at `i` up to `to`, wherever it starts. */
export function beforeShared(view: View, i: number, source: SourceChoice, to: number, out: Sink): void {
  const cue = view.forms[i] as Form;
  const { how } = source;
  const end = source.range && source.range.from >= i ? source.range.to : i + 1;
  const follows = tagAt(view, end);
  const gap = tagAt(view, to);
  const border = borderAt(view, to);
  out.add(Before.some, how);
  out.add(Before.some, how, cue.kind + 1);
  out.add(Before.stem, cue.stem);
  out.add(Before.stem, cue.stem, how + 1);
  out.add(Before.stem, cue.stem, follows + 1, 7);
  out.add(Before.group, cue.group, cue.kind);
  out.add(Before.left, gap, how, border);
  out.add(Before.leftWord, formAt(view, to - 1).hash, how);
  out.add(Before.right, follows, how, gap);
  out.add(Before.right, follows, cue.kind, 99);
  out.add(Before.next, formAt(view, end).hash, how);
  out.add(Before.next, formAt(view, i + 1).hash, cue.kind, 98);
  out.add(Before.border, border, borderAt(view, end), how);
  out.add(Before.quote, border, cue.stem);
  const rest = view.unit.tokens.length - end;
  out.add(Before.kinds, Math.min(rest, 5), gap, how);
  out.add(Before.kinds, Math.min(2, verbsWithin(view, end, view.tags.length)), rest < 3 ? 0 : 1, how + 100);
}

/** Features of the content before the cue at `i` starting at `start`, {@link beforeShared} left out. */
export function beforeFeatures(
  view: View,
  i: number,
  { how }: SourceChoice,
  start: number,
  to: number,
  out: Sink,
): void {
  const cue = view.forms[i] as Form;
  const border = borderAt(view, to);
  const first = formAt(view, start);
  const before = formAt(view, start - 1);
  const passive = formAt(view, i - 1).kind === Kind.be ? 1 : 0;
  const ruled = view.ruled.get(i);
  const agrees = ruledPlace(ruled?.candidate.content[0]?.from, start, i);
  out.add(Before.ruled, agrees);
  out.add(Before.ruled, agrees, frameHash(ruled));
  out.add(Before.start, tagAt(view, start - 1), tagAt(view, start));
  out.add(Before.start, tagAt(view, start - 1), how, 50);
  out.add(Before.startWord, before.hash);
  out.add(Before.startWord, before.hash, how + 1);
  out.add(Before.word, first.hash);
  out.add(Before.startTag, tagAt(view, start), how, cue.kind);
  out.add(Before.unit, start === 0 ? 1 : 0, how, passive);
  out.add(Before.unit, start === 0 ? 1 : 0, cue.stem);
  const b = borderAt(view, start);
  out.add(Before.quote, b, border, how + 10);
  out.add(Before.quote, b, view.unit.inQuote[start] === view.unit.inQuote[to - 1] ? 1 : 0, 60);
  out.add(Before.size, bucket(to - start), how);
  out.add(Before.size, bucket(to - start), cue.kind, 70 + passive);
  const verbs = Math.min(2, verbsWithin(view, start, to));
  out.add(Before.verbs, verbs, how, cue.kind);
  out.add(Before.verbs, verbs, cue.stem);
  out.add(Before.verbs, verbs, tagAt(view, start), 50);
}

function ruledPlace(read: number | undefined, here: number, cue: number): number {
  if (read === undefined) return 0;
  if (read >= cue) return 1;
  return read === here ? 2 : 3;
}

/** Features of running back over the possible start at `k`. */
export function beforeOver(view: View, k: number, to: number, source: SourceChoice, out: Sink): void {
  const { how } = source;
  out.add(Before.over, tagAt(view, k - 1), tagAt(view, k));
  out.add(Before.over, tagAt(view, k - 1), how, 300);
  out.add(Before.over, formAt(view, k - 1).hash, 301);
  out.add(Before.over, formAt(view, k - 1).hash, how, 302);
  out.add(Before.over, borderAt(view, k), how, 303);
  out.add(Before.over, Math.min(2, verbsWithin(view, k, to)), tagAt(view, k - 1), 304);
}

/** Where content behind the cue at `i` may begin; behind a quotation in front of the cue only another one goes on. */
export function afterStarts(view: View, i: number, { range, how }: SourceChoice, front: TokenRange | null): number[] {
  const { inQuote } = view.unit;
  const size = inQuote.length;
  const resumes = front !== null && quoteBefore(view, front.to) === front.from;
  let first = i + 1;
  if (range && range.from > i && how !== How.later && range.from - i < 9) first = range.to;
  const starts: number[] = [];
  for (let k = first; k < Math.min(size, first + FAR_START); k++) {
    const { kind } = view.forms[k] as Form;
    if (isPause(kind) || kind === Kind.close) continue;
    const border = borderAt(view, k);
    const opens = border === 2 || border === 4;
    if (border === 1 && inQuote[k] !== inQuote[i]) continue;
    if (opens || !resumes) starts.push(k);
    if (opens) break;
  }
  return starts;
}

const Start = {
  some: 301,
  stem: 302,
  place: 303,
  stemPlace: 304,
  before: 305,
  beforeTag: 306,
  here: 307,
  hereTag: 308,
  stemBefore: 309,
  stemTag: 310,
  pair: 311,
  kindPair: 312,
  border: 313,
  how: 314,
  over: 315,
  group: 316,
  skipped: 317,
  held: 318,
  verbs: 319,
  rest: 320,
  stemWord: 321,
  hereGroup: 322,
  ruled: 323,
} as const;

/**
 * Features of there being content behind the cue at `i`, wherever it begins: `first` is the first place where it may,
 * and `held` says that there is content before the cue.
 */
export function startShared(
  view: View,
  i: number,
  { how }: SourceChoice,
  held: boolean,
  first: number,
  out: Sink,
): void {
  const cue = view.forms[i] as Form;
  const front = held ? 1 : 0;
  out.add(Start.some, how, front);
  out.add(Start.some, cue.kind, front, how + 1);
  out.add(Start.stem, cue.stem);
  out.add(Start.stem, cue.stem, front + 1);
  out.add(Start.group, cue.group, cue.kind, front);
  out.add(Start.held, front, tagAt(view, first), cue.kind);
  out.add(Start.held, front, formAt(view, first).hash, 7);
  out.add(Start.held, front, tagAt(view, first - 1), tagAt(view, first));
  const rest = view.unit.tokens.length - first;
  out.add(Start.rest, Math.min(rest, 5), front, how);
  out.add(Start.verbs, Math.min(2, verbsWithin(view, first, view.tags.length)), front, how);
}

/** Features of content behind the cue at `i` beginning at `s`, those of the other functions left out. */
export function startFeatures(view: View, i: number, { how }: SourceChoice, first: number, s: number, out: Sink): void {
  const cue = view.forms[i] as Form;
  const here = formAt(view, s);
  const before = formAt(view, s - 1);
  const place = Math.min(s - first, 12);
  out.add(Start.place, place, cue.kind);
  out.add(Start.place, place, how, 50);
  out.add(Start.stemPlace, place, cue.stem);
  out.add(Start.before, before.hash);
  out.add(Start.before, before.hash, cue.kind + 1);
  out.add(Start.beforeTag, tagAt(view, s - 1), cue.kind, how);
  out.add(Start.stemBefore, before.hash, cue.stem);
  out.add(Start.stemTag, tagAt(view, s - 1), cue.stem);
  out.add(Start.stemTag, tagAt(view, s), cue.stem, 9);
  out.add(Start.stemWord, here.hash, cue.stem);
  out.add(Start.here, here.hash);
  out.add(Start.here, here.hash, place === 0 ? 1 : 2);
  out.add(Start.hereTag, tagAt(view, s), cue.kind, how);
  out.add(Start.hereGroup, here.group, cue.group, place === 0 ? 1 : 2);
  out.add(Start.kindPair, tagAt(view, s - 1), tagAt(view, s), cue.kind);
  out.add(Start.pair, before.hash, here.kind, cue.group);
  out.add(Start.border, borderAt(view, s), cue.kind, place === 0 ? 1 : 2);
  out.add(Start.border, borderAt(view, s), cue.stem, 9);
  out.add(Start.verbs, Math.min(2, verbsWithin(view, first, s)), tagAt(view, s - 1), 50);
  out.add(Start.verbs, Math.min(1, verbsWithin(view, s, Math.min(view.tags.length, s + 8))), tagAt(view, s), 51);
  out.add(Start.verbs, Math.min(1, verbsWithin(view, s, view.tags.length)), cue.stem, 52);
  const ruled = view.ruled.get(i);
  const agrees = ruledStart(ruled, i, s);
  out.add(Start.ruled, agrees);
  out.add(Start.ruled, agrees, frameHash(ruled));
}

/** The feature of content beginning at `s` that depends on content before the cue. */
export function startHeld(view: View, i: number, held: boolean, s: number, out: Sink): void {
  const ruled = view.ruled.get(i);
  out.add(Start.ruled, ruledStart(ruled, i, s), frameHash(ruled), held ? 2 : 1);
}

function ruledStart(ruled: Ruled | undefined, i: number, s: number): number {
  if (!ruled) return 0;
  const read = ruled.candidate.content.find(({ from }) => from > i)?.from;
  if (read === undefined) return 1;
  return read === s ? 2 : 3;
}

/** Features of running over the possible start `s`. */
export function startOver(view: View, i: number, s: number, out: Sink): void {
  const cue = view.forms[i] as Form;
  const here = formAt(view, s);
  out.add(Start.over, here.hash);
  out.add(Start.over, here.group, here.kind);
  out.add(Start.over, here.hash, cue.stem);
  out.add(Start.over, tagAt(view, s), cue.kind, 60);
  out.add(Start.over, tagAt(view, s), cue.stem, 61);
  out.add(Start.over, tagAt(view, s), formAt(view, s - 1).hash, 62);
}

/** Where content that begins at `s` may end, in order; exclusive. */
export function endsOf(view: View, i: number, s: number): number[] {
  const { unit } = view;
  const quote = quoteBehind(view, s);
  if (quote >= 0) return [quote];
  const own = unit.inQuote[s] as number;
  const inner = own >= 0 && own === unit.inQuote[i];
  const size = unit.tokens.length;
  let last = size;
  while (last > s + 1 && isPause((view.forms[last - 1] as Form).kind)) last--;
  const ends: number[] = [];
  const far = Math.min(last, s + FAR_END);
  for (let e = s + 1; e < far && ends.length < MOST_ENDS; e++) {
    const before = (view.forms[e - 1] as Form).kind;
    if ((isPause(before) || before === Kind.open) && borderAt(view, e) < 2) continue;
    const { kind } = view.forms[e] as Form;
    const border = borderAt(view, e);
    if (border === 1 && unit.inQuote[e] !== own) continue;
    const plain =
      kind === Kind.word ||
      kind === Kind.name ||
      kind === Kind.number ||
      kind === Kind.genitive ||
      kind === Kind.have ||
      kind === Kind.be ||
      kind === Kind.modal ||
      kind === Kind.not;
    if (border >= 2 || !plain || (tagAt(view, e) & 1) === 1) ends.push(e);
    if (inner && unit.inQuote[e] !== own) return ends;
  }
  ends.push(last);
  return ends;
}

const End = {
  here: 401,
  hereTag: 402,
  pair: 403,
  tags: 404,
  before: 405,
  type: 406,
  typeHere: 407,
  typeTag: 408,
  stem: 409,
  stemTag: 410,
  size: 411,
  verbs: 412,
  ahead: 413,
  last: 414,
  border: 415,
  over: 416,
  prior: 417,
  next: 418,
  group: 419,
  stops: 420,
  quote: 421,
  front: 422,
  ruled: 423,
  usual: 424,
} as const;

/** The beginning of a content behind its cue. */
export interface Opening {
  readonly from: number;
  /** What it begins with: the construction. */
  readonly type: number;
  /** Where the rules would end it. */
  readonly usualEnd: number;
}

export function openingAt(view: View, from: number): Opening {
  return { from, type: startType(view, from), usualEnd: contentEnd(view.unit, from) };
}

/** What the content at `s` begins with: the construction. */
export function startType(view: View, s: number): number {
  const border = borderAt(view, s);
  if (border === 2 || border === 4) return 1;
  const before = view.forms[s - 1]?.kind ?? Kind.edge;
  const here = (view.forms[s] as Form).kind;
  if (before === Kind.that) return 2;
  if (here === Kind.to) return 3;
  if (here === Kind.whether || here === Kind.relative) return 4;
  if (before === Kind.preposition || before === Kind.by || before === Kind.to) return 5;
  if (before === Kind.as) return 6;
  if (before === Kind.comma || before === Kind.dash) return 7;
  if (before === Kind.colon) return 8;
  const verbs = verbsWithin(view, s, Math.min(view.tags.length, s + 12));
  return verbs > 0 ? 9 : 10;
}

/** The feature of content ending at `e` that depends on content before the cue. */
export function endHeld(view: View, how: number, held: boolean, e: number, out: Sink): void {
  out.add(End.last, Math.min(view.unit.tokens.length - e, 3), how, held ? 60 : 50);
}

/** Features of content from `s` behind the cue at `i` ending at `e`, {@link endHeld} left out. */
export function endFeatures(view: View, i: number, { from: s, type, usualEnd }: Opening, e: number, out: Sink): void {
  const cue = view.forms[i] as Form;
  const here = formAt(view, e);
  const next = formAt(view, e + 1);
  const before = formAt(view, e - 1);
  const tag = tagAt(view, e);
  const border = borderAt(view, e);
  const size = view.unit.tokens.length;
  const inside = (view.unit.inQuote[i] as number) >= 0 ? 1 : 0;
  out.add(End.here, here.hash);
  out.add(End.hereTag, tag, border);
  out.add(End.pair, here.hash, next.hash);
  out.add(End.pair, here.hash, next.kind, 9);
  out.add(End.next, here.kind, next.hash);
  out.add(End.tags, tag, tagAt(view, e + 1), tagAt(view, e - 1));
  out.add(End.tags, tag, tagAt(view, e + 1));
  out.add(End.group, here.kind, next.group);
  out.add(End.before, before.kind, tag);
  out.add(End.typeHere, type, here.hash);
  out.add(End.typeTag, type, tag, border);
  out.add(End.typeTag, type, tag, tagAt(view, e + 1) + 10);
  out.add(End.stem, cue.stem, here.hash);
  out.add(End.stemTag, cue.stem, tag);
  out.add(End.stemTag, cue.group, tag, type + 1);
  const length = bucket(e - s);
  const ruled = view.ruled.get(i);
  const agrees = !ruled ? 0 : ruled.candidate.content.at(-1)?.to === e ? 2 : 3;
  out.add(End.ruled, agrees);
  out.add(End.ruled, agrees, frameHash(ruled));
  const usual = usualEnd === e ? 1 : 0;
  out.add(End.usual, usual, type);
  out.add(End.usual, usual, tag, 7);
  const verbs = Math.min(3, verbsWithin(view, s, e));
  const later = Math.min(2, verbsWithin(view, e, size));
  out.add(End.size, length, type);
  out.add(End.size, length, cue.stem);
  out.add(End.verbs, verbs, type);
  out.add(End.verbs, verbs, type, tag + 1);
  out.add(End.verbs, verbs, cue.stem, 999);
  out.add(End.ahead, later, tag, type);
  out.add(End.ahead, Math.min(1, verbsWithin(view, e, Math.min(size, e + 5))), here.hash, verbs);
  const rest = size - e;
  out.add(End.last, Math.min(rest, 3), type);
  out.add(End.last, Math.min(rest, 3), cue.stem);
  out.add(End.border, border, type, inside);
  const same = view.unit.inQuote[e - 1] === view.unit.inQuote[s] ? 1 : 0;
  out.add(End.quote, same, border, type);
  if (border >= 2) {
    out.add(End.quote, same * 5 + border, length, type + 100);
    out.add(End.quote, same * 5 + border, formAt(view, e - 2).kind, type + 200);
    out.add(End.quote, same * 5 + border, tag, type + 300);
    out.add(End.quote, same * 5 + border, cueness(next.prior), here.kind + 400);
  }
  out.add(
    End.quote,
    view.unit.inQuote[e - 1] === view.unit.inQuote[i] ? 1 : 0,
    (view.unit.inQuote[e - 1] as number) >= 0 ? 1 : 0,
    inside + 50,
  );
  if (here.kind === Kind.comma || here.kind === Kind.coordinator) {
    out.add(End.prior, cueness(next.prior), here.hash);
    out.add(End.prior, cueness(formAt(view, e + 2).prior), here.hash, 9);
    out.add(End.prior, cueness(formAt(view, e + 2).prior), next.hash, here.kind + 10);
  } else out.add(End.prior, cueness(here.prior), type, 8);
}

/** Features of running over the possible end `e`. */
export function endOver(view: View, i: number, { from: s, type }: Opening, e: number, out: Sink): void {
  const cue = view.forms[i] as Form;
  const here = formAt(view, e);
  const next = formAt(view, e + 1);
  const tag = tagAt(view, e);
  const verbs = Math.min(2, verbsWithin(view, s, e));
  out.add(End.over, here.hash, type);
  out.add(End.over, tag, tagAt(view, e + 1), 501);
  out.add(End.over, here.hash, next.hash, 502);
  out.add(End.over, tag, type, 503 + borderAt(view, e));
  out.add(End.over, tag, cue.stem, 510);
  out.add(End.over, tag, verbs, 511 + type);
  out.add(End.over, here.hash, tagAt(view, e + 1), 530 + verbs);
  if (here.kind === Kind.comma || here.kind === Kind.coordinator)
    out.add(End.over, cueness(next.prior), here.hash, 540);
}

function cueness(prior: number): number {
  return prior > 1 ? 3 : prior > -1 ? 2 : prior > -3 ? 1 : 0;
}
