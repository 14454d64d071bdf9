import type { TokenRange } from '../attributions/nounPhrase.ts';
import { finiteAt, type Unit } from '../attributions/unit.ts';
import { DETERMINERS, isCapitalised, LIGHT_ADVERBS, PREPOSITIONS } from '../grammar/words.ts';

/** The noun phrase that ends before token `end`, and that a relative clause there is said of; a name is taken as a whole. Null where nothing stands there. */
export function antecedentAt(unit: Unit, end: number, floor: number): TokenRange | null {
  if (end <= floor) return null;
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
  return { from: i, to: end };
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
  let end = verb;
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
