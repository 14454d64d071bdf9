import { isAuxiliary } from '../grammar/verbs.ts';
import {
  DETERMINERS,
  isCapitalised,
  isDigit,
  isWord,
  LIGHT_ADVERBS,
  POSSESSIVES,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
} from '../grammar/words.ts';
import type { Candidate, Frame } from './candidate.ts';
import { afterCue, complementiser, contentEnd, opensQuote, quoteEnd, unitEnd } from './contentPhrase.ts';
import type { CueVerb } from './cueVerbs.ts';
import { antecedentBefore, phraseEndingAt, phraseStartingAt, subjectEnd, type TokenRange } from './nounPhrase.ts';
import { type Make, readBefore, readInverted } from './precedingContent.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import type { Form } from './wordForms.ts';

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", '’s']);
const AMBIGUOUS = new Set(
  'report claim plan demand request order hope fear name view state note show mean post support quote document object respect credit back love cause blast offer promise aim question answer comment guess joke protest signal doubt label brand estimate forecast wish pledge fear request blame call advise regret favor favour complaint'.split(
    ' ',
  ),
);

/** Every way in which the cue verbs of a unit can be read as a report. Several may be given for one verb, the likelier first. */
export function verbCandidates(unit: Unit): Candidate[] {
  const found: Candidate[] = [];
  let previous: TokenRange | null = null;
  for (let i = 0; i < unit.words.length; i++) {
    const cue = (unit.forms[i] as Form).verb;
    if (!cue || !looksVerbal(unit, i, cue)) continue;
    const candidate = readVerb(unit, i, cue, previous);
    if (!candidate) continue;
    if (candidate.source) previous = candidate.source;
    found.push(candidate);
  }
  return found;
}

function looksVerbal({ words, tokens, zone }: Unit, i: number, { form, lemma }: CueVerb): boolean {
  const before = words[i - 1] ?? '';
  const next = words[i + 1] ?? '';
  const text = tokens[i]?.text ?? '';
  if (isCapitalised(text) && i > 0 && isCapitalised(tokens[i - 1]?.text ?? '')) return false;
  if ((DETERMINERS.has(before) && !SUBJECT_PRONOUNS.has(before)) || POSSESSIVES.has(before)) return false;
  if (next === '-' || before === '-') return false;
  if (form === 'base') {
    if (before.endsWith('ly') && /^(?:i|we|they|you|who)$/.test(words[i - 2] ?? '')) return true;
    // a stray capital: "the president, Ensure that ..."
    if (before === ',' && next === 'that' && isCapitalised(text) && isCapitalised(tokens[i - 2]?.text ?? ''))
      return true;
    if (
      isAuxiliary(before) ||
      /^(?:to|not|n['’]t|t|i|we|they|you|who|also|never|would|both|all|people|officials|experts|critics|many|some|others)$/.test(
        before,
      )
    )
      return !BE.has(before);
    if (before === ',' && next === 'that') return true;
    if (AMBIGUOUS.has(lemma))
      return (
        /(?:s|people|police)$/.test(before) &&
        !PREPOSITIONS.has(words[i - 2] ?? '') &&
        /^(?:\p{Ll}{3,}|that|to|the|a|an|it|they|he|she|there|this)$/u.test(next)
      );
    return (
      /s$|^(?:people|police|media|men|women)$/.test(before) && !PREPOSITIONS.has(before) && !/^['’]s$/.test(before)
    );
  }
  if (PREPOSITIONS.has(before) && form !== 'gerund') return false;
  if (form === 'third' && AMBIGUOUS.has(lemma)) {
    if (zone === 'headline') return i > 0 && i < words.length - 2;
    if (
      !/^(?:that|to|the|a|an|it|they|he|she|there|this|these|his|her|its|their|in|how|if|whether|no|some|all|["“])$/.test(
        next,
      ) &&
      !isCapitalised(tokens[i + 1]?.text ?? '') &&
      !isDigit(next)
    )
      return false;
    return (
      isCapitalised(tokens[i - 1]?.text ?? '') ||
      /^(?:he|she|it|who|which|that|also|and|report|statement|study|data|survey|website|document|paper|page|article|government|ministry|army|president|company|police|group|agency)$/.test(
        before,
      ) ||
      (/\p{Ll}$/u.test(before) && !/(?:s|al|ic|ous|ive|ed|media|news|press)$/.test(before))
    );
  }
  return true;
}

function kindOf(unit: Unit, source: TokenRange | null): string {
  if (!source) return 'none';
  const last = unit.tokens[source.to - 1]?.text ?? '';
  if (source.to - source.from === 1 && SUBJECT_PRONOUNS.has(last.toLowerCase())) return 'pronoun';
  for (let i = source.from; i < source.to; i++)
    if (isCapitalised(unit.tokens[i]?.text ?? '') && i > source.from) return 'name';
  return isCapitalised(last) ? 'name' : 'noun';
}

function readVerb(unit: Unit, v: number, verb: CueVerb, previous: TokenRange | null): Candidate | null {
  const { words, inQuote } = unit;
  const { lemma, form } = verb;
  const floor = (inQuote[v] as number) >= 0 ? quoteFloor(unit, v) : 0;
  const auxFrom = auxiliaryStart(unit, v, floor);
  const passive = form === 'past' && BE.has(lastAuxiliary(unit, v, auxFrom));
  const make = (
    frame: Frame,
    source: TokenRange | null,
    content: TokenRange[],
    sourceKind?: string,
    cue: TokenRange = { from: auxFrom, to: v + 1 },
  ): Candidate | null =>
    content.length > 0 && content.every((c) => c.to > c.from)
      ? { lemma, frame, cue, source, content, sourceKind: sourceKind ?? kindOf(unit, source) }
      : null;
  if (passive) return readPassive(unit, v, verb, auxFrom, floor, make);

  if (form === 'past' && words[v + 1] === 'by' && auxFrom === v) return null;
  // "attacks claimed or attributed to"
  if (
    form === 'past' &&
    auxFrom === v &&
    /^(?:or|and)$/.test(words[v + 1] ?? '') &&
    /^(?:by|to)$/.test(words[v + 3] ?? '')
  )
    return null;
  if (form === 'gerund' && isOpening(unit, v, floor)) return readOpeningGerund(unit, v, make);
  const inverted = readInverted(unit, v, verb, floor, make);
  if (inverted) return inverted;

  let source: TokenRange | null = null;
  let sourceKind: string | undefined;
  if (form === 'gerund' && !BE.has(words[v - 1] ?? '') && !BE.has(words[v - 2] ?? '')) {
    const end = v - 1;
    const before = words[end] ?? '';
    if (before === ',' || PREPOSITIONS.has(before) || end < floor || before === 'and') {
      source = previous ?? mainSubject(unit, v, floor);
      sourceKind = 'shared';
    } else source = phraseEndingAt(unit, end, floor);
  } else {
    const end = subjectEnd(unit, v);
    const coordinated =
      words[end] === 'and' ||
      words[end] === 'but' ||
      words[end] === 'or' ||
      (words[end] === ',' && words[end - 1] === 'and') ||
      words[v - 1] === 'to';
    if (coordinated || (words[end] === 'to' && end < v)) {
      source = previous ?? mainSubject(unit, v, floor);
      sourceKind = 'shared';
    } else source = phraseEndingAt(unit, end, floor);
    if (source && words[source.from] === 'which') source = null;
    if (source && /^(?:who|that|which)$/.test(words[source.to - 1] ?? '')) {
      const antecedent = antecedentBefore(unit, source.to - 1, floor);
      if (antecedent) source = antecedent;
    }
  }
  if (!source && form === 'base' && words[v - 1] !== 'to') return null;
  if (!source) {
    source = previous ?? mainSubject(unit, v, floor);
    sourceKind = source ? 'far' : 'none';
  }

  if (source && source.from === floor + 1 && words[floor] === 'as' && words[v + 1] === ',') {
    return make('comma-clause', source, [{ from: v + 2, to: contentEnd(unit, v + 2) }], sourceKind);
  }
  if (isTalk(unit, v, lemma, source)) return null;
  const passed = readBefore(unit, v, verb, source, floor, make);
  if (passed) return passed;
  return readAfter(unit, v, verb, source, sourceKind, make);
}

/** "You know", "we hope" and the like within somebody's words report nothing new. */
function isTalk({ words, inQuote }: Unit, v: number, lemma: string, source: TokenRange | null): boolean {
  if (!source || source.to - source.from !== 1) return false;
  const who = words[source.from] as string;
  if (who === 'you' && /^(?:know|see|think|want|guess)$/.test(lemma)) return true;
  return (inQuote[v] as number) >= 0 && /^(?:i|we)$/.test(who) && /^(?:know|hope|guess|mean|see)$/.test(lemma);
}

/** Verbs whose passive reports: "was reported missing", "is expected to". */
const PASSIVE =
  /^(?:report|believe|think|say|know|expect|schedule|plan|order|suspect|allege|accuse|charge|consider|describe|estimate|blame|predict|quote|cite|claim|rumou?r|deem|regard|view|see|forecast|announce|confirm|attribute|tell|ask|urge)$/;

function quoteFloor(unit: Unit, v: number): number {
  let i = v;
  while (i > 0 && unit.inQuote[i - 1] === unit.inQuote[v] && !/^[.!?]$/.test(unit.words[i - 1] as string)) i--;
  return i;
}

function auxiliaryStart(unit: Unit, v: number, floor: number): number {
  let from = v;
  for (let i = v - 1; i >= Math.max(floor, v - 5); i--) {
    const word = unit.words[i] as string;
    if (isAuxiliary(word) || word === 'not' || word === 'never' || word === 'n' || /^['’]t$/.test(word)) from = i;
    else if (!LIGHT_ADVERBS.has(word) && !word.endsWith('ly')) break;
  }
  return from;
}

function lastAuxiliary(unit: Unit, v: number, from: number): string {
  for (let i = v - 1; i >= from; i--) if (isAuxiliary(unit.words[i] as string)) return unit.words[i] as string;
  return '';
}

/** The first noun phrase of the sentence that a participle at `v` hangs on. */
function mainSubject(unit: Unit, v: number, floor: number): TokenRange | null {
  for (let i = floor; i < v; i++) {
    const end = subjectEnd(unit, i);
    if (!finiteAt(unit, i) || /^(?:which|who)$/.test(unit.words[end] ?? '')) continue;
    return phraseEndingAt(unit, end, floor);
  }
  return null;
}

/** No verb before: "After greeting the crowd and promising that ..., the mayor left". */
function isOpening(unit: Unit, v: number, floor: number): boolean {
  return (
    v - floor < 25 && !finiteWithin(unit, floor, v) && !(v > floor && isCapitalised(unit.tokens[v - 1]?.text ?? ''))
  );
}

/** The content ends where the main clause begins, and the subject of that is the source. */
function readOpeningGerund(unit: Unit, v: number, make: Make): Candidate | null {
  const { words } = unit;
  const from = words[v + 1] === 'that' ? v + 2 : v + 1;
  for (let i = from + 1; i < Math.min(unitEnd(unit), v + 40); i++) {
    if (words[i] !== ',' || !clauseVerb(unit, i + 1)) continue;
    const source = phraseStartingAt(unit, i + 1);
    return make('gerund-clause', source, [{ from, to: i }], 'shared');
  }
  return null;
}

/** What follows the cue: a clause, a quotation, a noun phrase, an infinitive. */
function readAfter(
  unit: Unit,
  v: number,
  { frames, form, lemma }: CueVerb,
  source: TokenRange | null,
  sourceKind: string | undefined,
  make: Make,
): Candidate | null {
  const { words } = unit;
  const plain = afterCue(unit, v, false);
  const addressed = frames.includes('o') ? afterCue(unit, v, true) : plain;
  const within = frames.includes('n') ? addressed < unitEnd(unit) : words[addressed] !== undefined;
  const near = within && addressed > plain ? addressed : plain;
  const that = /c/.test(frames) ? complementiser(unit, plain) : -1;
  const at = Math.max(that, near);
  const word = words[at] ?? '';
  const gerund = form === 'gerund';
  if (at >= unitEnd(unit)) return null;
  if (/[cq]/.test(frames) || lemma === 'ask') {
    if (word === 'that' && startsClause(unit, at + 1))
      return make(
        gerund ? 'gerund-clause' : 'that',
        source,
        [{ from: at + 1, to: contentEnd(unit, at + 1) }],
        sourceKind,
      );
    const q = opensQuote(unit, at) ? at : /^[,:]$/.test(word) && opensQuote(unit, at + 1) ? at + 1 : -1;
    if (q >= 0) {
      const content = [{ from: q, to: contentEnd(unit, q) }];
      const end = content[0]?.to ?? q;
      if ((words[end] === 'and' || words[end] === ',') && opensQuote(unit, end + 1))
        content.push({ from: end + 1, to: quoteEnd(unit, end + 1) });
      return make('quote', source, content, sourceKind);
    }
    if (word === ':' && at + 2 < words.length)
      return make('quote', source, [{ from: at + 1, to: contentEnd(unit, at + 1) }], sourceKind);
  }
  if (/^(?:if|whether|how|why|what|when|where|who)$/.test(word) && /[wc]/.test(frames))
    return make('wh', source, [{ from: at, to: contentEnd(unit, at) }], sourceKind);
  if (word === 'to' && frames.includes('t'))
    return make('infinitive', source, [{ from: at, to: contentEnd(unit, at) }], sourceKind);
  if (frames.includes('c') && startsClause(unit, at) && clauseVerb(unit, at))
    return make(gerund ? 'gerund-clause' : 'clause', source, [{ from: at, to: contentEnd(unit, at) }], sourceKind);
  if (
    word === ',' &&
    frames.includes('c') &&
    frames.includes('q') &&
    startsClause(unit, at + 1) &&
    clauseVerb(unit, at + 1)
  ) {
    return make('comma-clause', source, [{ from: at + 1, to: contentEnd(unit, at + 1) }], sourceKind);
  }
  if (frames.includes('x')) {
    const as = asPhrase(unit, plain);
    if (as) return make('as', source, as, sourceKind);
  }
  if (frames.includes('f') && /^(?:of|for|about|against|on|over)$/.test(word))
    return make('prepositional', source, [{ from: at + 1, to: contentEnd(unit, at + 1) }], sourceKind);
  if (/[na]/.test(frames) && startsNominal(unit, plain)) {
    return make(
      frames.includes('a') && !/[cq]/.test(frames) ? 'attitude' : 'object',
      source,
      [{ from: plain, to: objectEnd(unit, plain) }],
      sourceKind,
    );
  }
  if (/^(?:say|tell)$/.test(lemma) && startsClause(unit, at) && unitEnd(unit) - at >= 4) {
    return make('verbless', source, [{ from: at, to: contentEnd(unit, at) }], sourceKind);
  }
  if (frames.includes('g') && /ing$/.test(word))
    return make('object', source, [{ from: at, to: contentEnd(unit, at) }], sourceKind);
  return null;
}

function startsClause(unit: Unit, i: number): boolean {
  const text = unit.tokens[i]?.text ?? '';
  return isWord(text) || isDigit(text) || opensQuote(unit, i) || text === '$' || text === '“';
}

/** A finite verb within reach, before a clause mark cuts it off. */
function clauseVerb(unit: Unit, at: number): boolean {
  const { tokens, words } = unit;
  for (let i = at + 1; i < Math.min(tokens.length, at + 28); i++) {
    if (finiteAt(unit, i)) return !/^(?:and|or|but|who|which|that)$/.test(words[i - 1] as string);
    if (/^(?:which|who|;|because)$/.test(words[i] as string)) return false;
    if (words[i] === ',' && /^(?:he|she|it|they|we|i)$/.test(words[i + 1] ?? '')) return false;
    if (words[i] === 'that' && i < at + 3) return false;
  }
  return false;
}

function startsNominal(unit: Unit, i: number): boolean {
  const text = unit.tokens[i]?.text ?? '';
  const word = unit.words[i] ?? '';
  if (PREPOSITIONS.has(word) && !/^(?:over|about|around|up|under)$/.test(word)) return false;
  return opensQuote(unit, i) || isWord(text) || isDigit(text) || text === '$';
}

function objectEnd(unit: Unit, start: number): number {
  const end = contentEnd(unit, start);
  const { words } = unit;
  for (let i = start + 1; i < end; i++) {
    if (words[i] === ',' && /^(?:and|but|which|who|after|as|with|while|when|where|in|on)$/.test(words[i + 1] ?? ''))
      return i;
    if (words[i] === ',' && /^(?:he|she|it|they|we|i|there)$/.test(words[i + 1] ?? '')) return i;
    if (/^(?:after|before|when|while|because|since)$/.test(words[i] as string) && i > start + 1) return i;
  }
  return end;
}

/** "described X as Y", "blamed X for Y", "accused X of Y", "called X Y": two pieces where a preposition parts them. */
function asPhrase(unit: Unit, start: number): TokenRange[] | null {
  const { words } = unit;
  const end = contentEnd(unit, start);
  for (let i = start + 1; i < Math.min(end, start + 16); i++) {
    if (/^(?:as|of|for)$/.test(words[i] as string) && (words[i] !== 'of' || /(?:ing)$/.test(words[i + 1] ?? ''))) {
      return [
        { from: start, to: i },
        { from: i + 1, to: end },
      ];
    }
  }
  return null;
}

/** "it is believed that", "X was reported missing", "X is accused by Y of". */
function readPassive(
  unit: Unit,
  v: number,
  { lemma }: CueVerb,
  auxFrom: number,
  floor: number,
  make: Make,
): Candidate | null {
  const { words } = unit;
  const after = afterCue(unit, v, false);
  const by = words[after] === 'by' ? phraseStartingAt(unit, after + 1) : null;
  const subject = phraseEndingAt(unit, subjectEnd(unit, auxFrom), floor);
  let rest = by ? by.to : after;
  if (/^(?:as|that)$/.test(words[rest] ?? '')) rest++;
  const end = contentEnd(unit, rest);
  const dummy = subject && subject.to - subject.from === 1 && words[subject.from] === 'it';
  const tail: TokenRange[] = end > rest ? [{ from: rest, to: end }] : [];
  if (dummy)
    return words[rest - 1] === 'that' || words[rest - 1] === 'as' || tail.length ? make('passive', by, tail) : null;
  if (!subject || !PASSIVE.test(lemma)) return null;
  if (/^(?:tell|ask|urge|inform|remind)$/.test(lemma)) return by ? make('passive-by', by, tail) : null;
  return make(by ? 'passive-by' : 'passive', by, [subject, ...tail]);
}
