import { stemmer } from 'stemmer';
import type { Differing } from './differing.ts';

/** States that exclude each other, in common words of news; forms are stemmed. */
const OPPOSITES: readonly (readonly [readonly string[], readonly string[]])[] = (
  [
    ['open opened', 'closed shut locked chained blocked'],
    ['intact undamaged untouched unharmed', 'burned destroyed damaged collapsed ruined looted flattened'],
    ['worked working functioned functioning operated', 'failed broken defective faulty'],
    ['accepted approved recognised recognized granted', 'rejected refused denied dismissed'],
    ['rose risen increased grew climbed', 'fell fallen dropped declined decreased shrank'],
    ['won', 'lost'],
    ['guilty convicted', 'acquitted innocent cleared'],
    ['welcomed praised supported backed', 'condemned opposed criticised criticized'],
    ['sober', 'drunk'],
    ['empty', 'full crowded packed'],
    ['deliberate intentional', 'accidental accident'],
  ] as const
).map(([one, other]) => [one.split(' ').map(stemmer), other.split(' ').map(stemmer)]);

/** Two claims of one thing in opposite words: "the exit was open", "the exit was chained shut". */
export function oppositesContradict({ a, b, features: f }: Differing): string | null {
  const [x, y] = [a.statement, b.statement];
  if (x.negated || y.negated || (f.about ?? 0) < 0.3) return null;
  const has = (words: readonly string[], stems: readonly string[]) => words.some((word) => stems.includes(word));
  const opposed = OPPOSITES.some(
    ([p, q]) =>
      (has(p, x.about) && has(q, y.about) && !has(q, x.about) && !has(p, y.about)) ||
      (has(q, x.about) && has(p, y.about) && !has(p, x.about) && !has(q, y.about)),
  );
  return opposed ? `Opposite words for one thing: ${x.words}; ${y.words}.` : null;
}
