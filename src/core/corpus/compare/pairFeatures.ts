import { familyOf } from '../statements/questions.ts';
import type { Measure, Statement } from '../statements/statement.ts';
import { namesIn, type Told } from './compared.ts';
import { daysOf } from './interval.ts';
import { namesAlike } from './namesAlike.ts';
import { compareValues, type ValueMatch } from './values.ts';

/** How often each stem and each entity name stands in the statements compared: what all say tells nothing. */
export interface Rarity {
  stem(stem: string): number;
  entity(name: string): number;
  /** Whether a statement is the only one of its kind in its article that answers its question. */
  alone(told: Told): boolean;
  /** Whether it tells the first time of day of its article. */
  firstClock(told: Told): boolean;
  /** Of a holder of a post: whether the article names another one too. */
  isOneOfSeveral(told: Told): boolean;
  /** Whether an article says that somebody of this name takes up a post or leaves it. */
  changesHands(name: string): boolean;
  /** Whether the article of one gives the value of the other too: its own is then for something else. */
  knowsBoth(a: Told, b: Told): boolean;
}

/** What two statements have in common and where they differ; all between -1 and 1 or small counts. */
export type PairFeatures = Readonly<Record<string, number>>;

export interface ReadPair {
  readonly features: PairFeatures;
  readonly values: ValueMatch;
}

const SCOPES = ['planned', 'earlier', 'each', 'average', 'part', 'total', 'withdrawn', 'peak', 'now', 'rest', 'limit'];

/** The features of a pair of one kind, or null where the two cannot speak of the same measure. `a` is told no later than `b`. */
export function pairFeatures(a: Told, b: Told, rarity: Rarity): ReadPair | null {
  const [x, y] = [a.statement, b.statement];
  if (x.kind !== y.kind) return null;
  const values = compareValues(a, b);
  if (values === null) return null;
  const f: Record<string, number> = { bias: 1 };
  const [qa, qb] = [x.questions, y.questions];
  f.question = sharedQuestion(qa, qb);
  f.topQuestion = qa[0] && qa[0][0] === qb[0]?.[0] ? 1 : 0;
  f.family = qa[0] && qb[0] && f.topQuestion === 0 && familyOf(qa[0][0]) === familyOf(qb[0][0]) ? 1 : 0;
  f.noQuestion = f.question === 0 && qa.length > 0 && qb.length > 0 ? 1 : 0;
  f.about = cosine(x.about, y.about, rarity.stem);
  f.first = cosine(x.about.slice(0, 4), y.about.slice(0, 4), rarity.stem);
  f.wide = cosine([...x.about, ...x.context], [...y.about, ...y.context], rarity.stem);
  f.entities = cosine(lowerNames(a), lowerNames(b), rarity.entity);
  f.sameArticle = a.article === b.article ? 1 : 0;
  f.sameSentence = f.sameArticle && x.sentence.start === y.sentence.start ? 1 : 0;
  f.near = f.sameArticle && !f.sameSentence && Math.abs(x.start - y.start) < 400 ? 1 : 0;
  f.headline = x.headline !== y.headline ? 1 : 0;
  f.bothSourced = x.sources.length > 0 && y.sources.length > 0 ? 1 : 0;
  f.sameSource = x.sources.some((s) => y.sources.some((t) => namesAlike(s.name, t.name))) ? 1 : 0;
  for (const mark of SCOPES) f[`scope:${mark}`] = x.scope.includes(mark) !== y.scope.includes(mark) ? 1 : 0;
  f.anyScope = SCOPES.some((mark) => f[`scope:${mark}`] === 1) ? 1 : 0;
  const gap = days(a.article.published, b.article.published);
  f.later = gap === null ? 0 : gap > 0 ? 1 : 0;
  f.muchLater = gap !== null && gap > 14 ? 1 : 0;
  Object.assign(f, asOf(x, y), values.features);
  f.alone = rarity.alone(a) && rarity.alone(b) ? 1 : 0;
  if (x.measure && y.measure) Object.assign(f, measures(x.measure, y.measure));
  for (const same of ['oneMinute', 'oneDay', 'onePeriod']) {
    const one = values.features[same] ?? 0;
    f[`${same}:question`] = one * f.question;
    f[`${same}:alone`] = one * f.alone;
  }
  f.equalQuestion = f.question * (values.features.equal ?? 0);
  f.equalAbout = f.about * (values.features.equal ?? 0);
  f.differAbout = f.about * (1 - (values.features.equal ?? 0));
  if (values.features.clocks === 1) f.firstClocks = rarity.firstClock(a) && rarity.firstClock(b) ? 1 : 0;
  f.knowsBoth = values.match === 'differ' && rarity.knowsBoth(a, b) ? 1 : 0;
  const holders = [x, y].flatMap(({ answer }) => (answer?.kind === 'post' ? [answer.value] : []));
  if (holders.some(rarity.changesHands)) f.changesHands = 1;
  if (holders.length > 0 && (rarity.isOneOfSeveral(a) || rarity.isOneOfSeveral(b))) f.oneOfSeveral = 1;
  f.otherFamily = strongly(qa) && strongly(qb) && f.topQuestion === 0 && f.family === 0 ? 1 : 0;
  const family = qa[0] ? familyOf(qa[0][0]) : 'none';
  f.static =
    /^(?:physical|event|time)$/.test(family) ||
    /^(?:length|mass|area|volume|temperature|speed)$/.test(x.measure?.dimension ?? '')
      ? 1
      : 0;
  f.volatile = /^(?:casualties|health|movement|custody|election)$/.test(family) ? 1 : 0;
  f.money = /^(?:money|results)$/.test(family) ? 1 : 0;
  const differ = values.features.differ ?? 0;
  f.differStatic = differ * f.static;
  f.differVolatile = differ * f.volatile;
  f.differQuestion = differ * f.topQuestion;
  f.differStaticQuestion = differ * f.static * f.question;
  f.differPlain = differ * f.topQuestion * (1 - f.anyScope);
  f.differLater = differ * f.later;
  f.differVolatileLater = differ * f.volatile * f.later;
  f.differVolatileSame = differ * f.volatile * (1 - f.later);
  f.differNoun = differ * (x.measure && y.measure && x.measure.of === y.measure.of ? 1 : 0);
  f.differWide = differ * f.wide;
  f.differFirst = differ * f.first;
  f.exact = x.op === '=' && y.op === '=' ? 1 : 0;
  return { features: f, values };
}

const STRONG = 0.4;

function strongly(questions: Statement['questions']): boolean {
  return (questions[0]?.[1] ?? 0) >= STRONG;
}

function lowerNames(told: Told): string[] {
  return namesIn(told).map((name) => name.toLowerCase());
}

/** How surely two statements speak of one question of the lexicon, 0 to 1. */
export function sharedQuestion(a: Statement['questions'], b: Statement['questions']): number {
  let best = 0;
  for (const [question, weight] of a) {
    const other = b.find(([name]) => name === question);
    if (other) best = Math.max(best, Math.sqrt(weight * other[1]));
  }
  return best;
}

/** Cosine of two lists of different words, weighed by how rare each is; 0 where one is empty. */
function cosine(a: readonly string[], b: readonly string[], weight: (word: string) => number): number {
  const shared = a.filter((word) => b.includes(word));
  if (shared.length === 0) return 0;
  const square = (list: readonly string[]) => list.reduce((sum, word) => sum + weight(word) ** 2, 0);
  const norm = Math.sqrt(square(a) * square(b));
  return norm === 0 ? 0 : square(shared) / norm;
}

function days(a: string | null, b: string | null): number | null {
  const [from, to] = [a && daysOf(a), b && daysOf(b)];
  return from && to ? to[0] - from[0] : null;
}

function asOf(a: Statement, b: Statement): Record<string, number> {
  const [x, y] = [a.asOf && daysOf(a.asOf), b.asOf && daysOf(b.asOf)];
  if (!x || !y) return { asOfKnown: 0 };
  const apart = y[0] > x[1] || x[0] > y[1];
  return {
    asOfKnown: 1,
    asOfApart: apart ? 1 : 0,
    asOfFar: apart && Math.abs(y[0] - x[0]) > 120 ? 1 : 0,
    asOfSame: x[0] === y[0] && x[1] === y[1] ? 1 : 0,
  };
}

function measures(a: Measure, b: Measure): Record<string, number> {
  return {
    [`dimension:${a.dimension === b.dimension ? groupOf(a.dimension) : 'mixed'}`]: 1,
    sameNoun: a.of !== null && a.of === b.of ? 1 : 0,
    otherNoun: a.of !== null && b.of !== null && a.of !== b.of ? 1 : 0,
  };
}

function groupOf(dimension: string): string {
  return /^(?:person|count|money|percent|time)$/.test(dimension) ? dimension : 'physical';
}
