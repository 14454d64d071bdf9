import { hashText } from '../../lexicon/hash.ts';
import type { Candidate } from './candidate.ts';
import { otherCandidates } from './otherCandidates.ts';
import type { Unit } from './unit.ts';
import { verbCandidates } from './verbCandidates.ts';
import { EDGE, type Form, Kind } from './wordForms.ts';

/** What the rules read at a cue, with numbers that name its construction and the kind of its source. */
export interface Ruled {
  readonly candidate: Candidate;
  readonly frameHash: number;
  readonly sourceHash: number;
}

/** A unit with what the model knows of its words. */
export interface View {
  readonly unit: Unit;
  readonly forms: readonly Form[];
  /** What the rules read, by the head of the cue. */
  readonly ruled: ReadonlyMap<number, Ruled>;
  /** Kind of each token, times two, plus one where it is likely the verb of a finite clause. */
  readonly tags: readonly number[];
  /** Number of likely finite verbs before each token. */
  readonly verbs: readonly number[];
  /** Number of letters, digits and signs before each token; quotation marks do not count. */
  readonly letters: readonly number[];
}

export function viewOf(unit: Unit): View {
  const { forms, finite } = unit;
  const n = forms.length;
  const tags = new Array<number>(n);
  const verbs = new Array<number>(n + 1);
  const letters = new Array<number>(n + 1);
  verbs[0] = 0;
  letters[0] = 0;
  for (let i = 0; i < n; i++) {
    const form = forms[i] as Form;
    tags[i] = form.kind * 2 + (finite[i] as number);
    letters[i + 1] = (letters[i] as number) + (form.kind === Kind.mark ? 0 : form.lower.length);
    verbs[i + 1] = (verbs[i] as number) + (finite[i] as number);
  }
  return { unit, forms, ruled: ruledReadings(unit), tags, verbs, letters };
}

export function formAt({ forms }: View, i: number): Form {
  return forms[i] ?? EDGE;
}

export function tagAt({ tags }: View, i: number): number {
  return tags[i] ?? Kind.edge * 2;
}

function ruledReadings(unit: Unit): Map<number, Ruled> {
  const ruled = new Map<number, Ruled>();
  const put = (candidate: Candidate) => {
    const { lemma, cue, frame, sourceKind } = candidate;
    const head = lemma === 'according' || lemma === 'per' ? cue.from : cue.to - 1;
    if (ruled.has(head)) return;
    ruled.set(head, { candidate, frameHash: hashText(frame), sourceHash: hashText(sourceKind) });
  };
  verbCandidates(unit).forEach(put);
  otherCandidates(unit).forEach(put);
  return ruled;
}

/** How the border before token `i` stands to quotations: 0 outside, 1 inside one, 2 opens, 3 closes, 4 closes and opens. */
export function borderAt({ unit: { inQuote } }: View, i: number): number {
  const before = inQuote[i - 1] ?? -1;
  const after = inQuote[i] ?? -1;
  if (before === after) return before < 0 ? 0 : 1;
  if (before < 0) return 2;
  return after < 0 ? 3 : 4;
}

export function verbsWithin({ verbs }: View, from: number, to: number): number {
  return to > from ? (verbs[to] as number) - (verbs[from] as number) : 0;
}

/** Small numbers as they are, larger ones in steps. */
export function bucket(n: number): number {
  if (n < 4) return n;
  if (n < 6) return 4;
  if (n < 9) return 5;
  if (n < 14) return 6;
  if (n < 22) return 7;
  return n < 40 ? 8 : 9;
}
