import { frameHash } from './cueFeatures.ts';
import type { Opening } from './opening.ts';
import type { Sink } from './sink.ts';
import { borderAt, bucket, formAt, tagAt, type View, verbsWithin } from './view.ts';
import { quoteBehind } from './wholeQuotes.ts';
import { type Form, isPause, Kind } from './wordForms.ts';

const FAR_END = 140;
const MOST_ENDS = 44;

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
