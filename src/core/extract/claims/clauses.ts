import { closesAlone } from '../attributions/contentPhrase.ts';
import { phraseEndingAt, type TokenRange } from '../attributions/nounPhrase.ts';
import { finiteAt, finiteWithin, type Unit } from '../attributions/unit.ts';
import { isGerund, isParticipleOnly, isPastForm } from '../grammar/verbs.ts';
import { DETERMINERS, isCapitalised, isWord, PREPOSITIONS, SUBJECT_PRONOUNS, TITLE_NOUNS } from '../grammar/words.ts';
import { isAdverb, isComparison, isCount, joinsAdjectives, joinsMeasures, leavesOpen } from './conjunctions.ts';
import { antecedentAt, isReduced, subjectOf } from './subjects.ts';

export type ClauseShape =
  | 'main'
  | 'coordinate'
  | 'shared-subject'
  | 'subordinate'
  | 'relative'
  | 'participle'
  | 'including'
  | 'apposition';

/** One assertion as a range of tokens; `subject` is where its subject stands, inside it or before. */
export interface Clause extends TokenRange {
  readonly shape: ClauseShape;
  readonly subject: TokenRange | null;
}

const COORDINATORS = new Set(['and', 'but', 'or', 'so', 'yet', 'nor']);
/** "has not yet conceded" and "so many" join nothing. */
const NEEDS_COMMA = /^(?:yet|so)$/;
const SUBORDINATORS = new Set(
  'while whereas although though because after before when as since until where once'.split(' '),
);
/** Subordinators of clauses that stand beside the main clause rather than in it. */
const CONTRASTS = new Set('while whereas although though'.split(' '));
/** What alone, besides commas and brackets, can stand where a clause begins or ends. */
const CUTTING = new Set([
  ...COORDINATORS,
  ...SUBORDINATORS,
  ...'without despite that whether if . ! ? ; – —'.split(' '),
]);
const SHORTEST = 3;
/** Words without a verb that still tell something by themselves. */
const LONG = 6;
const SENTENCE_END = /^[.!?]$/;
const LONGEST_SETTING = 8;
const FAR = 40;
/** Asides within asides are looked for no deeper, so that the work stays linear. */
const DEEPEST = 2;

/** The assertions of tokens `[from, to)`: coordinated and subordinate clauses, relative clauses and participle tails stand by themselves. */
export function splitClauses(unit: Unit, from: number, to: number, depth = 0): Clause[] {
  const asides: Clause[] = [];
  const cuts = findCuts(unit, from, to, asides, depth);
  const clauses: Clause[] = asides;
  const openings: number[] = [];
  let subject: TokenRange | null = null;
  let latest: TokenRange | null = null;
  for (let k = 0; k < cuts.length; k++) {
    const cut = cuts[k] as Cut;
    const { shape } = cut;
    const end = cuts[k + 1]?.at ?? to;
    let trimmed = trim(unit, { from: cut.begin, to: end });
    if (trimmed.to - trimmed.from < (shape === 'including' ? 2 : SHORTEST)) continue;
    const afterStop = k > 0 && SENTENCE_END.test(unit.words[cut.at] as string);
    // "As a result of the storm" opens like a clause and is none
    if ((shape === 'subordinate' || (afterStop && trimmed.to - trimmed.from < LONG)) && !hasVerb(unit, trimmed))
      continue;
    if (CONTRASTS.has(unit.words[trimmed.from] as string)) trimmed = { from: trimmed.from + 1, to: trimmed.to };
    const stands = shape === 'main' || shape === 'coordinate';
    const own = cut.subject ?? (isHeadless(unit, cut, trimmed.from) ? null : subjectOf(unit, trimmed));
    if (afterStop) subject = null;
    if (stands) subject = own ?? subject;
    if (!own && shape === 'main' && !hasVerb(unit, trimmed) && !isFragment(unit, trimmed)) continue;
    if (stands) {
      const after = cuts[dependentsEnd(unit, cuts, k + 1)];
      if (after !== cuts[k + 1]) trimmed = trim(unit, { from: trimmed.from, to: after?.at ?? to });
    }
    latest = own ?? cut.antecedent ?? (shape === 'shared-subject' ? latest : null) ?? subject;
    if (shape === 'participle' && k === 0) openings.push(clauses.length);
    clauses.push({ from: trimmed.from, to: trimmed.to, shape, subject: latest });
  }
  // "Built in 1920, the bridge ...": of what the sentence goes on with
  for (const k of openings) clauses[k] = { ...(clauses[k] as Clause), subject };
  return clauses;
}

/** Words that have their subject elsewhere. */
function isHeadless({ words }: Unit, { shape, antecedent }: Cut, from: number): boolean {
  if (shape === 'relative') return antecedent != null && /^(?:which|who|that|whose)$/.test(words[from] as string);
  return shape === 'shared-subject' || shape === 'participle' || shape === 'including';
}

/**
 * The first of the cuts from `k` on that does not hang on the clause before: "The attack came after ..." says what it
 * says only together with its adverbial clauses, and those with their second predicates. A gerund tail is no claim of its own.
 */
function dependentsEnd(unit: Unit, cuts: readonly Cut[], k: number): number {
  let end = k;
  const hangs = (cut: Cut | undefined) => {
    if (cut?.shape === 'participle') return isGerund(unit.words[cut.begin] ?? '');
    // ", when a second bomb went off": what happened then
    const when = unit.words[cut?.at ?? 0] === ',' && unit.words[(cut?.begin ?? 0) - 1] === 'when';
    return cut?.shape === 'subordinate' && !when && !CONTRASTS.has(unit.words[cut.begin - 1] ?? '');
  };
  while (hangs(cuts[end]) || (end > k && cuts[end]?.shape === 'shared-subject')) end++;
  return end;
}

interface Cut {
  /** Where the piece before ends. */
  readonly at: number;
  /** Where this piece begins. */
  readonly begin: number;
  readonly shape: ClauseShape;
  readonly antecedent?: TokenRange | null;
  /** Of a predicate whose subject stands apart from it. */
  readonly subject?: TokenRange;
}

/** Where clauses begin; relative clauses inside a clause that goes on behind them go to `asides`. */
function findCuts(unit: Unit, from: number, to: number, asides: Clause[], depthOfAside: number): Cut[] {
  const { words } = unit;
  const cuts: Cut[] = [{ at: from, begin: from, shape: 'main' }];
  let verbSeen = false;
  let depth = 0;
  let complement: 'clause' | 'relative' | null = null;
  const push = (cut: Cut) => {
    cuts.push(cut);
    verbSeen = false;
    complement = null;
  };
  const opening = openingPhrase(unit, from, to);
  // ", who studies ice" at the end of a report
  if (
    /^(?:who|which|whose)$/.test(words[from] ?? '') &&
    from > 0 &&
    words[from - 1] !== '“' &&
    finiteWithin(unit, from, to)
  )
    cuts[0] = {
      at: from,
      begin: from,
      shape: 'relative',
      antecedent: antecedentAt(unit, words[from - 1] === ',' ? from - 1 : from, 0),
    };
  if (opening) {
    cuts[0] = { at: from, ...opening };
    push({ at: opening.end, begin: opening.end + 1, shape: 'main' });
  }
  for (let i = opening ? opening.end + 1 : conditionEnd(unit, from, to); i < to; i++) {
    const word = words[i] as string;
    if (word === '(') depth++;
    if (word === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (finiteAt(unit, i)) {
      verbSeen = true;
      continue;
    }
    if (word !== ',' && !CUTTING.has(word)) continue;
    if (/^[.!?;]$/.test(word) || ((word === '–' || word === '—') && i > from)) {
      const sentence =
        word === ';' ? hasVerb(unit, { from: i + 1, to: Math.min(to, i + FAR) }) : startsSentence(unit, i);
      if (verbSeen && i + 1 < to && (sentence || clauseFollows(unit, i + 1, to)))
        push({ at: i, begin: i + 1, shape: 'coordinate' });
      continue;
    }
    const comma = word === ',';
    const at = comma ? i + 1 : i;
    const next = words[at] ?? '';
    if (comma && !verbSeen && depthOfAside < DEEPEST && opensAside(unit, at)) {
      const end = relativeEnd(unit, at, to);
      if (end < to && end - at >= (next === 'including' ? 2 : SHORTEST)) {
        const subject = antecedentAt(unit, i, from);
        if (next === 'including') asides.push({ ...trim(unit, { from: at, to: end }), shape: next, subject });
        else {
          const [first, ...more] = splitClauses(unit, at, end, depthOfAside + 1);
          if (first) asides.push({ ...first, shape: 'relative', subject: first.subject ?? subject }, ...more);
          const last = cuts.at(-1) as Cut;
          const whole = phraseEndingAt(unit, i - 1, last.begin);
          // what is said besides is said of the same subject
          const begins = whole && whole.from === trim(unit, { from: last.begin, to: i }).from;
          if (begins && verbAfter(unit, end + 1, to))
            cuts[cuts.length - 1] = { ...last, begin: end + 1, subject: whole };
        }
        i = end;
        continue;
      }
    }
    if (at >= to - 2 || !verbSeen) {
      if (!(comma && verbSeen && next === 'including')) continue;
    }
    if (comma && (next === 'which' || next === 'who' || next === 'where' || next === 'whose')) {
      if (next === 'where' && clauseFollows(unit, at + 1, to)) push({ at: i, begin: at + 1, shape: 'coordinate' });
      else push({ at: i, begin: at, shape: 'relative', antecedent: antecedentAt(unit, i, from) });
      const end = relativeEnd(unit, at, to);
      if (end < to) {
        push({ at: end, begin: end + 1, shape: 'coordinate' });
        i = end;
      }
      continue;
    }
    // "that the road was open, that the bridge held and that ..."
    const again = COORDINATORS.has(next) ? at + 1 : at;
    if (words[again] === 'that' && (comma || again > at) && (complement !== 'clause' || words[from - 1] === 'that')) {
      if (clauseFollows(unit, again + 1, to)) {
        push({ at: i, begin: again + 1, shape: 'coordinate' });
        i = again;
        continue;
      }
    }
    if (next === 'that' && finiteAt(unit, at + 1)) complement ??= 'relative';
    else if (next === 'that' || next === 'whether' || next === 'if') complement = 'clause';
    if (comma && next === 'including') {
      push({ at: i, begin: at, shape: 'including', antecedent: antecedentAt(unit, i, from) });
      i = at;
    } else if (comma && isGerund(next) && to - at >= 4 && !clauseFollows(unit, at, Math.min(to, at + 4))) {
      push({ at: i, begin: at, shape: 'participle' });
      i = at;
    } else if (
      comma &&
      isPastForm(next) &&
      (isParticipleOnly(next) || /^(?:by|with|to|against|in|from|as)$/.test(words[at + 1] ?? '')) &&
      to - at >= 4
    ) {
      push({ at: i, begin: at, shape: 'participle', antecedent: antecedentAt(unit, i, from) });
      i = at;
    } else if (
      COORDINATORS.has(next) &&
      !complement &&
      (comma || !(NEEDS_COMMA.test(next) || joinsAdjectives(words, at) || joinsMeasures(words, at)))
    ) {
      if (clauseFollows(unit, at + 1, to)) {
        push({ at: i, begin: at + 1, shape: 'coordinate' });
        i = at;
      } else if (verbAfter(unit, at + 1, to) && !leavesOpen(words, i) && !finiteAt(unit, i - 1)) {
        push({ at: i, begin: at + 1, shape: 'shared-subject' });
        i = at;
        verbSeen = true;
      }
    } else if (
      SUBORDINATORS.has(next) &&
      !isComparison(words, at) &&
      !(
        words[at + 1] !== undefined && /^(?:noon|midday|midnight|dawn|dusk|then|now|,)$/.test(words[at + 1] as string)
      ) &&
      !(next === 'once' && isCount(words, at)) &&
      !isGerund(words[at + 1] ?? '') &&
      clauseFollows(unit, at + 1, to)
    ) {
      push({ at: i, begin: at + 1, shape: 'subordinate' });
      i = at;
    } else if (comma && SUBJECT_PRONOUNS.has(next) && next !== 'that' && finiteAt(unit, at + 1)) {
      push({ at: i, begin: at, shape: 'coordinate' });
    }
  }
  return cuts;
}

/** False for the stop that a translation puts between a title and its name: "the US president. Joe Biden". */
const startsSentence = ({ words, tokens }: Unit, stop: number) =>
  SENTENCE_END.test(words[stop] as string) &&
  isCapitalised(tokens[stop + 1]?.text ?? '') &&
  !(words[stop] === '.' && TITLE_NOUNS.has(words[stop - 1] as string));

/** ", which", ", including", or ", that has" for ", which has". */
function opensAside(unit: Unit, i: number): boolean {
  const word = unit.words[i] as string;
  return /^(?:which|who|whose|including)$/.test(word) || (word === 'that' && finiteAt(unit, i + 1));
}

/** "If it rains, the road floods" says what it says only as a whole: where its second part begins. */
function conditionEnd(unit: Unit, from: number, to: number): number {
  const first = isWord(unit.tokens[from]?.text ?? '') ? from : from + 1;
  if (!/^(?:if|unless)$/.test(unit.words[first] ?? '')) return from;
  const comma = unit.words.indexOf(',', first);
  return comma > 0 && comma + 1 < to && clauseFollows(unit, comma + 1, to) ? comma + 1 : from;
}

/** "Formed in 2015, its caliphate ...", "When they took the city, the group ...": the part before the main clause. */
function openingPhrase(unit: Unit, from: number, to: number): (Omit<Cut, 'at'> & { end: number }) | null {
  const { words } = unit;
  let start = from;
  while (start < to && (!isWord(unit.tokens[start]?.text ?? '') || /^(?:and|but|even)$/.test(words[start] as string)))
    start++;
  const first = words[start] ?? '';
  const subordinate = SUBORDINATORS.has(first);
  // "Let's pray" has no subject before it
  const participle = (isPastForm(first) && first !== 'let') || isGerund(first);
  if (!subordinate && !participle && first !== 'unlike' && first !== 'despite') return null;
  if (participle && (SUBJECT_PRONOUNS.has(words[start + 1] ?? '') || first === 'including')) return null;
  for (let i = start + 2; i < Math.min(to, start + 40); i++) {
    if (words[i] !== ',') continue;
    if (!clauseFollows(unit, i + 1, to)) continue;
    // "Since the war, ..." tells when, and belongs to what follows
    if (subordinate && !finiteWithin(unit, start + 1, i)) return null;
    if (first === 'unlike') {
      // "Unlike the ferry, which sails daily, the bridge ..."
      const comma = words.indexOf(',', start);
      if (!/^(?:which|who)$/.test(words[comma + 1] ?? '') || comma >= i) return null;
      return { begin: comma + 1, end: i, shape: 'relative', antecedent: { from: start + 1, to: comma } };
    }
    return { begin: subordinate ? start + 1 : start, end: i, shape: subordinate ? 'subordinate' : 'participle' };
  }
  return null;
}

/** A subject and its finite verb begin at `i`. */
function clauseFollows(unit: Unit, i: number, to: number): boolean {
  const { words } = unit;
  let k = i;
  while (k < to && isAdverb(words[k] as string)) k++;
  const first = words[k] ?? '';
  if (/^(?:which|who|whose|where)$/.test(first)) return false;
  if (PREPOSITIONS.has(first) && k < to) {
    const comma = words.indexOf(',', k);
    if (comma > 0 && comma - k < 12 && comma + 1 < to && clauseFollows(unit, comma + 1, to)) return true;
    // "in most of them the victims are"
    for (let n = k + 2; n < Math.min(to, k + LONGEST_SETTING); n++) {
      if (finiteAt(unit, n) || !isWord(words[n] as string)) return false;
      const opens = DETERMINERS.has(words[n] as string) && !DETERMINERS.has(words[n - 1] as string);
      if (opens && !PREPOSITIONS.has(words[n - 1] as string)) return clauseFollows(unit, n, to);
    }
    return false;
  }
  if (finiteAt(unit, k)) return false;
  if (isPastForm(first) && /^(?:by|to|as)$/.test(words[k + 1] ?? '')) return false;
  for (let n = k + 1; n < Math.min(to, k + 16); n++) {
    if (finiteAt(unit, n)) {
      let last = n - 1;
      while (last > k && isAdverb(words[last] as string)) last--;
      // "women and nurses have": what looks like a verb is a noun where a verb follows
      const noun = /(?:[^s]s|men)$/.test(words[n] as string) && n + 1 < to && finiteAt(unit, n + 1);
      if (noun && words[last] === 'and') continue;
      // "the way they affect it"
      if (isReduced(unit, k, last)) continue;
      return !/^(?:who|that|which|and|or|but)$/.test(words[last] as string) || n === k + 1;
    }
    if (
      /^(?:[.;:]|and|but|while|because|when|where|after|before|if|that|which|who)$/.test(words[n] as string) &&
      words[n] !== 'and'
    )
      return false;
    if (words[n] === ',' && (n - k > 8 || COORDINATORS.has(words[n + 1] ?? ''))) return false;
  }
  return false;
}

/** A finite verb begins at `i`, perhaps after an adverb: a second predicate of the same subject. */
function verbAfter(unit: Unit, i: number, to: number): boolean {
  let k = i;
  while (k < to && k < i + 2 && isAdverb(unit.words[k] as string)) k++;
  return (
    k < to &&
    to - k >= 3 &&
    (finiteAt(unit, k) ||
      finiteAt(unit, i) ||
      (isPastForm(unit.words[k] as string) &&
        !isParticipleOnly(unit.words[k] as string) &&
        /^(?:the|a|an|his|her|its|their|it|them|him|that|\p{L}+)$/u.test(unit.words[k + 1] ?? '') &&
        unit.words[k + 1] !== 'by'))
  );
}

function relativeEnd(unit: Unit, from: number, to: number): number {
  for (let i = from + 2; i < to; i++) {
    if (unit.words[i] !== ',') continue;
    if (finiteAt(unit, i + 1) || clauseFollows(unit, i + 1, to)) return i;
  }
  return to;
}

function hasVerb(unit: Unit, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++) if (finiteAt(unit, i)) return true;
  return false;
}

/** A verbless sentence that still says something: it begins with a participle or "including". */
function isFragment(unit: Unit, { from, to }: TokenRange): boolean {
  const word = unit.words[from] as string;
  return to - from >= 4 && (isGerund(word) || word === 'including' || (isPastForm(word) && from === 0));
}

/** What no claim ends with. */
const LEADS_ON = /^(?:[,.;:!?(–—…“”"«»-]|\.\.\.|and|but|or|even|although|whereas)$/;

/** Without conjunctions and linking adverbs in front, and without punctuation at the edges. */
export function trim(unit: Unit, range: TokenRange): TokenRange {
  let { from, to } = range;
  const { words } = unit;
  for (; from < to; from++) {
    const word = words[from] as string;
    const link =
      /^(?:and|but|or|so|yet|however|finally|moreover|furthermore|meanwhile|also|therefore|thus|nevertheless|indeed|besides)$/.test(
        word,
      );
    if (!link && !/^[,.;:!?)\]–—…-]$/.test(word) && !/^[“”"«»•*·▪]$/.test(word)) break;
  }
  while (to > from && (LEADS_ON.test(words[to - 1] as string) || closesAlone(unit, { from, to }))) to--;
  return { from, to };
}
