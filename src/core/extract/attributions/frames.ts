import type { Frame } from './candidate.ts';
import { CUE_VERBS } from './cueVerbs.ts';
import type { TokenRange } from './nounPhrase.ts';
import { startType } from './opening.ts';
import type { Reading } from './readCues.ts';
import { How } from './sources.ts';
import { formAt, type View } from './view.ts';
import { type Form, Kind } from './wordForms.ts';

/** The construction of a reading, by its cue and by where its content stands. */
export function frameOf(view: View, { cue, frame, source, content }: Reading): Frame {
  if (frame) return frame;
  const { lower, kind } = view.forms[cue] as Form;
  const verb = CUE_VERBS.get(lower);
  if (lower === 'according' || lower === 'per') return 'according';
  if (kind === Kind.adverb) return 'adverb';
  if (kind === Kind.past && passive(view, cue)) return source.how === How.by ? 'passive-by' : 'passive';
  if (isNoun(view, cue, source.how)) return 'noun';
  const behind = content.find(({ from }) => from > cue);
  if (!behind) return source.range && source.range.from > cue ? 'inverted' : 'before';
  if (content.length > 1) return content.every(({ from }) => from > cue) ? 'as' : 'around';
  const frames = verb?.frames ?? 'cq';
  const gerund = kind === Kind.gerund;
  // "told the court about the harm they had suffered"
  const type = startType(view, behind.from);
  const opens = (view.forms[behind.from] as Form).lower;
  const about = verb?.lemma === 'report' ? /^(?:about|of|on)$/ : /^(?:about|of)$/;
  if (type > 8 && about.test(opens) && formAt(view, behind.from + 1).kind !== Kind.number) return 'prepositional';
  switch (type) {
    case 1:
    case 8:
      return 'quote';
    case 2:
      return gerund ? 'gerund-clause' : 'that';
    case 3:
      return 'infinitive';
    case 4:
      return 'wh';
    case 5:
      return 'prepositional';
    case 7:
      return /[cq]/.test(frames) ? 'comma-clause' : 'object';
    case 9:
      if (/[cq]/.test(frames)) return gerund ? 'gerund-clause' : 'clause';
  }
  if (verb && /^(?:say|tell)$/.test(verb.lemma)) return 'verbless';
  return frames.includes('a') && !/[cq]/.test(frames) ? 'attitude' : 'object';
}

function passive(view: View, cue: number): boolean {
  for (let k = cue - 1; k >= Math.max(0, cue - 4); k--) {
    const { kind } = formAt(view, k);
    if (kind === Kind.be) return true;
    if (kind !== Kind.adverb && kind !== Kind.not) return false;
  }
  return false;
}

function isNoun(view: View, cue: number, how: number): boolean {
  if (how === How.possessor || how === How.of) return true;
  const { kind } = formAt(view, cue - 1);
  return kind === Kind.determiner || kind === Kind.possessive || kind === Kind.genitive || kind === Kind.preposition;
}

/** "accused X of Y", "described X as Y": the two pieces of a content that one preposition parts, else the content itself. */
export function partObject(view: View, cue: number, content: readonly TokenRange[]): readonly TokenRange[] {
  const only = content[0] as TokenRange;
  const verb = CUE_VERBS.get((view.forms[cue] as Form).lower);
  if (content.length > 1 || only.from <= cue || !verb?.frames.includes('x')) return content;
  const { words } = view.unit;
  for (let i = only.from + 1; i < Math.min(only.to - 1, only.from + 16); i++) {
    const word = words[i] as string;
    if (word === 'as' || word === 'for' || (word === 'of' && /ing$/.test(words[i + 1] as string))) {
      return [
        { from: only.from, to: i },
        { from: i + 1, to: only.to },
      ];
    }
  }
  return content;
}
