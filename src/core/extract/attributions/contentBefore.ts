import { frameHash, groupStart } from './cueFeatures.ts';
import type { Sink } from './sink.ts';
import type { SourceChoice } from './sources.ts';
import { borderAt, bucket, formAt, tagAt, type View, verbsWithin } from './view.ts';
import { quoteBefore } from './wholeQuotes.ts';
import { type Form, isPause, Kind } from './wordForms.ts';

const MOST_BEFORE = 20;
const REACH_BACK = 120;

/** The last border before which content in front of the cue may end, its comma or dash left out. */
export function beforeEnd(view: View, i: number, { range }: SourceChoice): number {
  let to = groupStart(view, i);
  if (range && range.to <= i && range.from < to && i - range.to < 14) to = range.from;
  while (to > 0 && isPause((view.forms[to - 1] as Form).kind)) to--;
  return to;
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
