import { isFiniteVerbAt } from '../grammar/clause.ts';
import type { Candidate } from './candidate.ts';
import { contentEnd, contentStart, unitEnd } from './contentPhrase.ts';
import { phraseStartingAt, type TokenRange } from './nounPhrase.ts';
import type { Unit } from './unit.ts';

/** "According to X, ...", "..., per X", "as X explains, ..." is left to the verbs; "reportedly", "allegedly". */
export function otherCandidates(unit: Unit): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < unit.words.length; i++) {
    const word = unit.words[i] as string;
    if (word === 'according' && unit.words[i + 1] === 'to') {
      const c = readAccording(unit, i, i + 2);
      if (c) found.push(c);
    } else if (word === 'reportedly' || word === 'allegedly' || word === 'purportedly' || word === 'supposedly') {
      const c = readAdverb(unit, i);
      if (c) found.push(c);
    }
  }
  return found;
}

function readAccording(unit: Unit, cue: number, at: number): Candidate | null {
  const { words, inQuote } = unit;
  const source = phraseStartingAt(unit, at);
  if (!source) return null;
  const end = unitEnd(unit);
  const pieces: TokenRange[] = [];
  const before = words[cue - 1] ?? '';
  const clauseInitial =
    cue === 0 ||
    /^(?:and|but|that|while|;|–|—|:)$/.test(before) ||
    ((inQuote[cue] as number) !== (inQuote[cue - 1] as number) && cue === 0);
  const after = /^[,–—-]$/.test(words[source.to] ?? '') ? source.to + 1 : source.to;
  if (clauseInitial) pieces.push({ from: after, to: contentEnd(unit, after) });
  else {
    const stop = before === ',' || before === '(' ? cue - 1 : cue;
    pieces.push({ from: contentStart(unit, stop), to: stop });
    const goesOn = before === ',' && words[source.to] === ',' && source.to + 1 < end;
    const next = words[source.to + 1] ?? '';
    if (goesOn && !/^(?:and|but|which|who|while|as|adding|with)$/.test(next)) {
      const first = pieces[0] as TokenRange;
      const opening = !hasVerb(unit, first);
      if (opening || /^(?:by|to|in|for|with|from|on|was|were|is|are|has|have|had|will|would|could|may)$/.test(next)) {
        pieces.push({ from: source.to + 1, to: contentEnd(unit, source.to + 1) });
      }
    }
  }
  const content = pieces.filter((p) => p.to > p.from);
  return content.length === 0
    ? null
    : {
        lemma: 'according',
        form: 'base',
        frame: 'according',
        cue: { from: cue, to: at },
        source,
        content,
        sourceKind: 'name',
      };
}

function hasVerb(unit: Unit, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++) if (isFiniteVerbAt(unit.tokens, i)) return true;
  return false;
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
    form: 'base',
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
