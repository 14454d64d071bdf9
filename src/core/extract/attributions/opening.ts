import { contentEnd } from './contentPhrase.ts';
import { borderAt, type View, verbsWithin } from './view.ts';
import { type Form, Kind } from './wordForms.ts';

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
