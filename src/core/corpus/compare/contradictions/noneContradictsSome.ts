import { bothWords, type Differing, daysAt, topQuestions } from './differing.ts';

/** What happened to people cannot have happened to none. */
const FATES = /^(?:killed|injured|arrested|charged|convicted|released|escaped|kidnapped)$/;

/** "No deaths related to treatment": there may be others. */
const OF_A_CAUSE = new Set(['relat', 'link', 'connect', 'attribut', 'caus', 'due']);
const NEAREST = 3;

/** "Nobody was arrested" and "three were arrested", "no dose was lost" and "20,000 doses were": where none is said no earlier than some. */
export function noneContradictsSome(pair: Differing): string | null {
  const { a, b, features: f, likely } = pair;
  if (f.zero !== 1 || f['scope:planned'] === 1) return null;
  const [p, q] = topQuestions(pair);
  const question = f.question ?? 0;
  if (!(p === q && FATES.test(p) && question >= 0.3) && !(f.sameNoun === 1 && question > 0)) return null;
  const [none, some] = a.statement.measure?.value === 0 ? [a, b] : [b, a];
  if (none.statement.about.slice(0, NEAREST).some((stem) => OF_A_CAUSE.has(stem))) return null;
  const noun = none.statement.measure?.of ?? null;
  const same =
    noun === null
      ? likely >= 0.3
      : some.statement.measure?.of === noun || some.statement.about.slice(0, 4).includes(noun);
  // what is told later replaces "none so far"
  const [said, known] = [daysAt(none.article.published), daysAt(some.statement.asOf ?? some.article.published)];
  return same && said && known && known[0] <= said[1] ? `None and some of the same: ${bothWords(pair)}.` : null;
}
