import { frameHash } from './cueFeatures.ts';
import type { TokenRange } from './nounPhrase.ts';
import type { Sink } from './sink.ts';
import { How, type SourceChoice } from './sources.ts';
import { borderAt, formAt, type Ruled, tagAt, type View, verbsWithin } from './view.ts';
import { quoteBefore } from './wholeQuotes.ts';
import { type Form, isPause, Kind } from './wordForms.ts';

const FAR_START = 18;

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
