import { isAuxiliary } from '../grammar/verbs.ts';
import { CUE_VERBS } from './cueVerbs.ts';
import type { Sink } from './sink.ts';
import { borderAt, bucket, formAt, type Ruled, tagAt, type View, verbsWithin } from './view.ts';
import { EDGE, type Form, Kind } from './wordForms.ts';

const Tag = {
  bias: 1,
  stem: 2,
  word: 3,
  wordClass: 4,
  group: 5,
  kind: 6,
  suffix: 7,
  listed: 8,
  stemNext: 20,
  stemNextTag: 21,
  stemBefore: 22,
  stemBeforeTag: 23,
  groupNext: 24,
  groupNextTag: 25,
  classNext: 26,
  kinds: 27,
  next: 28,
  before: 29,
  nextTwo: 30,
  beforeTwo: 31,
  aux: 32,
  passive: 33,
  quote: 34,
  quoteStem: 35,
  subject: 36,
  subjectGroup: 37,
  subjectClass: 38,
  subjectPair: 39,
  subjectKind: 40,
  ahead: 41,
  aheadKind: 42,
  verbs: 43,
  zone: 44,
  start: 45,
  window: 46,
  stemAhead: 47,
  beforeGroup: 48,
  nextGroup: 49,
  listedTag: 50,
  after: 51,
  afterStem: 52,
  place: 53,
  pairGroup: 54,
  ends: 55,
  ruled: 57,
  ruledSource: 58,
  ruledQuote: 59,
} as const;

/** Features of a word form alone; they decide whether its surroundings are looked at. */
export function wordFeatures(form: Form, out: Sink): void {
  out.add(Tag.bias, form.kind);
  out.add(Tag.stem, form.stem);
  out.add(Tag.stem, form.stem, form.kind + 1);
  out.add(Tag.word, form.hash);
  out.add(Tag.wordClass, form.wordClass + 2, form.kind);
  out.add(Tag.group, form.group + 2, form.kind);
  const listed = CUE_VERBS.get(form.lower);
  out.add(Tag.listed, listed ? listed.form.charCodeAt(0) : 0);
  if (listed)
    for (let k = 0; k < listed.frames.length; k++)
      out.add(Tag.listed, listed.frames.charCodeAt(k), listed.form.charCodeAt(0));
}

/** Token before the verb at `i`, over auxiliaries and adverbs. */
export function leftOfVerb({ forms }: View, i: number): number {
  let k = i - 1;
  while (k >= 0 && k > i - 6) {
    const { kind } = forms[k] as Form;
    if (kind === Kind.be || kind === Kind.have || kind === Kind.modal || kind === Kind.not || kind === Kind.adverb) k--;
    else break;
  }
  return k;
}

/** The first token of a verb group: its auxiliaries and negation. */
export function groupStart(view: View, i: number): number {
  const left = leftOfVerb(view, i);
  let from = i;
  for (let k = i - 1; k > left; k--) {
    const { kind, lower } = view.forms[k] as Form;
    if (kind !== Kind.adverb || isAuxiliary(lower)) from = k;
  }
  return from;
}

/** What names the construction that the rules read; 0 where they read none. */
export function frameHash(ruled: Ruled | undefined): number {
  return ruled ? ruled.frameHash : 0;
}

/** Features of the token at `i` as the head of a cue, {@link wordFeatures} left out. */
export function cueFeatures(view: View, i: number, out: Sink): void {
  const form = formAt(view, i);
  const { stem, kind, group, wordClass } = form;
  const next = formAt(view, i + 1);
  const before = formAt(view, i - 1);
  const nextTag = tagAt(view, i + 1);
  const beforeTag = tagAt(view, i - 1);
  const tag = tagAt(view, i);
  const border = borderAt(view, i + 1);
  const borderBefore = borderAt(view, i);
  out.add(Tag.stemNext, stem, next.hash);
  out.add(Tag.stemNextTag, stem, nextTag, border);
  out.add(Tag.stemBefore, stem, before.hash);
  out.add(Tag.stemBeforeTag, stem, beforeTag);
  out.add(Tag.groupNext, group, kind, next.hash);
  out.add(Tag.groupNextTag, group, kind, nextTag);
  out.add(Tag.classNext, wordClass, nextTag);
  out.add(Tag.kinds, beforeTag, tag, nextTag);
  out.add(Tag.next, next.hash, kind);
  out.add(Tag.before, before.hash, kind);
  out.add(Tag.nextGroup, next.group, kind);
  out.add(Tag.beforeGroup, before.group, kind);
  const after = formAt(view, i + 2);
  out.add(Tag.nextTwo, next.hash, after.hash);
  out.add(Tag.after, after.hash, kind, nextTag);
  out.add(Tag.afterStem, after.kind, stem, next.kind);
  out.add(Tag.beforeTwo, formAt(view, i - 2).hash, before.hash, kind);
  out.add(Tag.window, mixKinds(beforeTag, tagAt(view, i - 2)), tag, mixKinds(nextTag, tagAt(view, i + 2)));
  const left = leftOfVerb(view, i);
  const subject = left >= 0 ? (view.forms[left] as Form) : EDGE;
  const aux = left < i - 1 ? formAt(view, left + 1).hash : 0;
  out.add(Tag.aux, aux, kind);
  out.add(Tag.aux, aux, stem);
  out.add(Tag.passive, before.kind === Kind.be ? 1 : 0, stem, kind);
  out.add(Tag.subject, subject.hash, kind);
  out.add(Tag.subjectGroup, subject.group, kind, group);
  out.add(Tag.subjectClass, subject.wordClass, kind);
  out.add(Tag.subjectKind, tagAt(view, left), tag, nextTag);
  out.add(Tag.subjectPair, subject.kind, stem);
  out.add(Tag.pairGroup, subject.group, next.group, kind);
  out.add(Tag.quote, borderBefore, border, kind);
  out.add(Tag.quoteStem, borderBefore * 5 + border, stem);
  out.add(Tag.quote, borderAt(view, left + 1) * 5 + border, kind, 9);
  const { unit } = view;
  const ruled = view.ruled.get(i);
  const frame = frameHash(ruled);
  out.add(Tag.ruled, frame);
  out.add(Tag.ruled, frame, stem);
  out.add(Tag.ruled, frame, kind, 5);
  out.add(Tag.ruledSource, frame, ruled ? ruled.sourceHash : 0);
  out.add(Tag.ruledQuote, frame, (unit.inQuote[i] as number) >= 0 ? 1 : 0);
  const size = unit.tokens.length;
  // what comes within reach: a complementiser, a quotation, a verb, an end
  let seen = 0;
  let steps = 0;
  for (let k = i + 1; k <= Math.min(size, i + 12); k++, steps++) {
    const t = tagAt(view, k);
    const b = borderAt(view, k);
    if (b === 2 || b === 4) {
      seen = 1;
      break;
    }
    if (t >> 1 === Kind.that) {
      seen = 2;
      break;
    }
    if (t & 1) {
      seen = 3;
      break;
    }
    if (t >> 1 === Kind.to) {
      seen = 4;
      break;
    }
    if (t >> 1 === Kind.comma) {
      seen = 5;
      break;
    }
    if (t >> 1 === Kind.stop || k === size) {
      seen = 6;
      break;
    }
    if (t >> 1 === Kind.colon || t >> 1 === Kind.dash) {
      seen = 7;
      break;
    }
  }
  out.add(Tag.ahead, seen, bucket(steps), kind);
  out.add(Tag.aheadKind, seen, kind, subject.kind);
  out.add(Tag.stemAhead, seen, stem);
  out.add(Tag.stemAhead, seen, group + 500, kind);
  out.add(Tag.verbs, Math.min(3, verbsWithin(view, 0, i)), Math.min(3, verbsWithin(view, i + 1, size)), kind);
  out.add(Tag.zone, unit.zone.length, kind);
  out.add(Tag.zone, unit.zone.length, stem);
  out.add(Tag.place, bucket(i), kind);
  out.add(Tag.ends, bucket(size - i), kind);
  out.add(Tag.ends, Math.min(size - i, 4), stem);
  out.add(Tag.start, (unit.inQuote[i] as number) >= 0 ? 1 : 0, kind);
  out.add(Tag.start, (unit.inQuote[i] as number) >= 0 ? 1 : 0, stem);
  out.add(Tag.start, (unit.inQuote[i] as number) >= 0 ? 1 : 0, subject.hash, kind);
}

function mixKinds(a: number, b: number): number {
  return a * 128 + b;
}
