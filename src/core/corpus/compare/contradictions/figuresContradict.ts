import { AGE_GROUP, USUAL } from '../../statements/figureStatements.ts';
import { familyOf } from '../../statements/questions.ts';
import type { Told } from '../compared.ts';
import { bothWords, type Differing, topQuestions } from './differing.ts';

/** Measures that do not change from one day to the next. */
const LASTING = /^(?:length|width|height|depth|distance|weight|area|capacity|magnitude)$/;
/** Sizes that change slowly: two far apart in one month cannot both be right. */
const SIZES = /^(?:strength|employees|members|inhabitants|households|pupils|capacity|polling places)$/;

/** Two values of one lasting measure, two sizes that cannot become each other, two values told in the same words. */
export function figuresContradict(pair: Differing): string | null {
  const { features: f, likely } = pair;
  if (f.bounded === 1 || isPartOf(pair.a, pair.b) || isPartOf(pair.b, pair.a)) return null;
  const [p, q] = topQuestions(pair);
  const [question, about] = [f.question ?? 0, f.about ?? 0];
  const both = bothWords(pair);
  if (p === AGE_GROUP) return f.alone === 1 && likely >= 0.3 ? `Two different groups of ages: ${both}.` : null;
  if (f['dimension:physical'] === 1 && f['scope:limit'] !== 1) {
    if (p === q && LASTING.test(p) && !isGrowing(pair, p) && question >= 0.3 && likely >= 0.5 && isOneThing(pair, p))
      return `Two different values for one measure (${p}): ${both}.`;
    const onOne = p === q || p === '' || q === '';
    if (onOne && likely >= 0.6 && about >= 0.25 && f.exact === 1 && !isGrowing(pair, p))
      return `Two different values for one measure: ${both}.`;
    if (p === 'speed' && q === p && areSpeedsOfOne(pair)) return `Two different speeds: ${both}.`;
    if (isMassOfOneThing(pair)) return `Two different amounts: ${both}.`;
  }
  if (p === q && SIZES.test(p) && question >= 0.4 && likely >= 0.3 && areSizesOfOne(pair))
    return `Two different sizes (${p}): ${both}.`;
  if (arePartsOfOne(pair)) return `Two different parts of one number: ${both}.`;
  if (areCountsOfOne(pair)) return `Two different counts: ${both}.`;
  if (likely < 0.9 || about < 0.3 || f.exact !== 1) return null;
  if (f['dimension:time'] === 1 && (p === '' || q === '')) return `Two different lengths of time: ${both}.`;
  if (SIZES.test(p) && (f.ratio ?? 1) >= FAR) return null;
  // twelve flights so far, and 41 on the next day
  const runs = f['dimension:count'] === 1 && f.later === 1 && f.rises === 1;
  return p !== '' && p === q && question >= 0.6 && f.volatile !== 1 && !runs
    ? `Two different values (${p}): ${both}.`
    : null;
}

/** Of two sizes that differ by a factor of four (a third of its logarithm) one counts a part. */
const FAR = 0.46;

/** A fire, a flood or a slick told larger on a later day. */
function isGrowing({ features: f }: Differing, measure: string): boolean {
  return measure === 'area' && f.later === 1 && f.rises === 1;
}

/** There are many distances around one event: they ask for more in common. */
function isOneThing({ features: f, likely }: Differing, measure: string): boolean {
  const [about, ratio, question] = [f.about ?? 0, f.ratio ?? 1, f.question ?? 0];
  if (ratio >= FAR && question <= USUAL) return false;
  if (f.close === 1 && (f.digits ?? 0) >= 0.5) return true;
  return measure === 'distance'
    ? (about >= 0.15 && ratio <= 0.1) || (f.alone === 1 && likely >= 0.8 && about >= 0.12 && ratio <= 0.2)
    : question > USUAL || about >= 0.1;
}

/** The only weights of their articles, one without a word that tells what is weighed. */
function isMassOfOneThing({ a, b, features: f, likely }: Differing): boolean {
  const unnamed = [a.statement, b.statement].some(({ questions }) => questions[0]?.[1] === USUAL);
  const far = likely >= 0.3 && (f.ratio ?? 0) > 0.3;
  return a.statement.measure?.dimension === 'mass' && f.alone === 1 && unnamed && (far || likely >= 0.6);
}

/** Two speeds of what is most likely one: a train, a storm. */
function areSpeedsOfOne({ features: f, likely }: Differing): boolean {
  return f.exact === 1 && likely >= 0.6 && (f.ratio ?? 0) > 0.1;
}

/** Who fled or was brought away is counted, not the size of a place. */
const FATES = new Set(['casualties', 'movement', 'custody', 'health']);

/** The only counts of their articles of one noun, told exactly in words that are alike, of what does not grow by the hour. */
function areCountsOfOne({ a, b, features: f, likely }: Differing): boolean {
  if ([a, b].some(({ statement }) => statement.asOf?.endsWith('/..'))) return false;
  const plain = f['dimension:count'] === 1 && f.exact === 1 && f.anyScope !== 1 && f.volatile !== 1;
  return plain && f.sameNoun === 1 && f.alone === 1 && likely >= 0.5 && (f.about ?? 0) >= 0.3;
}

/** "Two of 14 samples", "14 samples". */
function isPartOf(part: Told, whole: Told): boolean {
  return part.statement.measure?.outOf !== undefined && part.statement.measure.outOf === whole.statement.measure?.value;
}

/** "Two of 14 samples", "three of the 14": of what does not grow by the hour. */
function arePartsOfOne({ a, b, features: f }: Differing): boolean {
  const [x, y] = [a.statement.measure, b.statement.measure];
  const one = x?.outOf !== undefined && x.outOf === y?.outOf && x.of === y.of && x.value < x.outOf && y.value < x.outOf;
  return one && f.exact === 1 && f.volatile !== 1 && ((f.about ?? 0) >= 0.1 || (f.question ?? 0) >= 0.3);
}

/** One or two of something, and what is ten times as much, are rarely one and the same count. */
function areSizesOfOne({ a, b, features: f }: Differing): boolean {
  const least = Math.min(a.statement.measure?.value ?? 0, b.statement.measure?.value ?? 0);
  const ratio = f.ratio ?? 1;
  const moved = [a, b].some(({ statement }) => statement.questions.some(([name]) => FATES.has(familyOf(name))));
  return !moved && least >= 10 && ratio > 0.1 && ratio < FAR && f.otherNoun !== 1;
}
