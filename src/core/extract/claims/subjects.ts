import type { TokenRange } from '../attributions/nounPhrase.ts';
import { isTimeWord } from '../attributions/timeWords.ts';
import { finiteAt, type Unit } from '../attributions/unit.ts';
import { Kind } from '../attributions/wordForms.ts';
import { DETERMINERS, isCapitalised, LIGHT_ADVERBS, PREPOSITIONS } from '../grammar/words.ts';

/** What can be said of what happened and of no place. */
const HAPPENS =
  /^(?:began|started|lasted|happened|occurred|erupted|caused?|causes|killed|injured|wounded|left|destroyed|damaged|triggered|sparked|prompted|forced)$/;
const HAPPENING =
  /^(?:attack|strike|bombing|blast|explosion|fire|blaze|crash|collision|collapse|earthquake|quake|tremor|flood|storm|cyclone|landslide|avalanche|eruption|shooting|stabbing|raid|clash|ambush|protest|demonstration|rally|march|riot|stampede|outbreak|accident|derailment|capsizing|sinking|outage|leak|spill|walkout|drought|offensive|siege)(?:e?s)?$/;
const PLACING = /^(?:in|at|near|outside|across|off|along)$/;
const FARTHEST = 24;

/** "the fire in the port, which killed two": the fire. */
function happeningBefore(unit: Unit, end: number, floor: number): number {
  const { words } = unit;
  if (!HAPPENS.test(words[verbAt(unit, end)] ?? '')) return -1;
  let placed = false;
  for (let i = end - 1; i >= Math.max(floor, end - FARTHEST); i--) {
    if (placed && HAPPENING.test(words[i] as string)) return i;
    placed ||= PLACING.test(words[i] as string);
  }
  return -1;
}

/**
 * The noun phrase that ends before token `before`, and that a relative clause there is said of; a name is taken as a whole,
 * and what happened in place of where it did. Null where nothing stands there.
 */
export function antecedentAt(unit: Unit, before: number, floor: number): TokenRange | null {
  if (before <= floor) return null;
  const end = happeningBefore(unit, before, floor) + 1 || before;
  const { words, tokens } = unit;
  const isName = (k: number) => isCapitalised(tokens[k]?.text ?? '');
  let i = end - 1;
  while (i > floor && words[i - 1] !== ',' && !finiteAt(unit, i - 1)) {
    const before = words[i - 1] as string;
    // "the Court of Appeals", "the Supreme Court of the United States", "a state of emergency"
    const led = DETERMINERS.has(words[i] as string);
    const joins = before === 'of' && i - 1 > floor && (led ? isName(i - 2) && isName(i + 1) : true);
    if (joins) i -= 2;
    else if (PREPOSITIONS.has(before) || DETERMINERS.has(words[i] as string)) break;
    else i--;
  }
  return isTime(unit, i, end) && !/^(?:is|was|marks|marked|falls|fell)$/.test(words[verbAt(unit, end)] ?? '')
    ? null
    : { from: i, to: end };
}

/** "in 2014, which put him in office": only what a day is, is said of it. */
function isTime({ words }: Unit, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isTimeWord(words[i] as string) && !/^\d/.test(words[i] as string)) return false;
  return true;
}

/** The first finite verb of what begins about `end`. */
function verbAt(unit: Unit, end: number): number {
  let verb = end;
  while (verb < Math.min(unit.words.length, end + 4) && !finiteAt(unit, verb)) verb++;
  return verb;
}

/** The noun phrase before the first finite verb. */
export function subjectOf(unit: Unit, { from, to }: TokenRange): TokenRange | null {
  const { words, tokens } = unit;
  let verb = -1;
  for (let i = from; i < to; i++) {
    if (finiteAt(unit, i)) {
      verb = i;
      break;
    }
  }
  if (verb < 0) return null;
  // "Lee co-founded"
  let end = words[verb - 1] === '-' && tokens[verb - 1]?.end === tokens[verb]?.start ? verb - 2 : verb;
  while (end > from && (LIGHT_ADVERBS.has(words[end - 1] as string) || (words[end - 1] as string).endsWith('ly')))
    end--;
  let start = from;
  for (let i = from; i < end; i++) {
    if (
      words[i] === ',' &&
      i + 1 < end &&
      !isCapitalised(tokens[i + 1]?.text ?? '') &&
      PREPOSITIONS.has(words[from] as string)
    )
      start = i + 1;
    if (
      words[i] === ',' &&
      i + 1 < end &&
      (PREPOSITIONS.has(words[start] as string) || /ly$|^(?:however|finally|meanwhile)$/.test(words[start] as string))
    )
      start = i + 1;
  }
  while (start < end && /^(?:however|finally|meanwhile|also|and|but|then|so|there|,)$/.test(words[start] as string))
    start++;
  if (start >= end) {
    return words[from] === 'there' ? existential(verb + 1, to) : null;
  }
  return { from: start, to: end };
}

function existential(from: number, to: number): TokenRange | null {
  const end = Math.min(to, from + 5);
  return end > from ? { from, to: end } : null;
}

/** True where the pronoun at `i` begins a relative clause without its pronoun: "the plan they had". */
export function isReduced({ words, forms }: Unit, from: number, i: number): boolean {
  const before = forms[i - 1];
  return (
    i - 1 > from &&
    /^(?:i|we|you|they|he|she|it)$/.test(words[i] as string) &&
    before?.kind === Kind.word &&
    DETERMINERS.has(words[from] as string)
  );
}
