import type { FactAnswer, Statement } from '../statements/statement.ts';
import { PRESIDING, WHOLE } from '../statements/postHolders.ts';
import { USUAL } from '../statements/statementsOf.ts';
import type { Told } from './compared.ts';
import { daysOf } from './interval.ts';
import { namesAlike } from './namesAlike.ts';
import type { ReadPair } from './pairFeatures.ts';

/** Events that happen once to a thing: two dates for one are a contradiction. */
const ONCE = new Set([
  'founded',
  'built',
  'opened',
  'closed',
  'departed',
  'arrived',
  'raised the alarm',
  'took office',
  'elected',
  'signed',
  'resigned',
  'happened',
  'published',
  'inspected',
  'record',
]);
/** Measures that do not change from one day to the next. */
const LASTING = /^(?:length|width|height|depth|distance|weight|area|capacity|magnitude|temperature|speed|rainfall)$/;
/** Sizes that change slowly: two far apart in one month cannot both be right. */
const SIZES = /^(?:strength|employees|members|inhabitants|households|pupils|capacity|polling places)$/;
const FATES = /^(?:killed|injured|arrested|charged|convicted|released|escaped|kidnapped)$/;

/**
 * Why two statements cannot both be true, or null. Asks for much: a contradiction that is none costs more trust than
 * ten that are not shown. @param likely how sure it is that both answer one question.
 */
export function contradiction(a: Told, b: Told, { features: f, values }: ReadPair, likely: number): string | null {
  if (values.match === 'equal') return isProfitAndLoss(a, b, f) ? `One calls ${a.statement.words} a profit, the other a loss.` : null;
  if (values.match !== 'differ') return null;
  if (f.otherCurrency === 1) return `One amount in two currencies: ${a.statement.words} and ${b.statement.words}.`;
  const [x, y] = [a.statement, b.statement];
  if (f['scope:withdrawn'] === 1 && f.zero !== 1 && x.kind !== 'fact' && likely >= 0.5 && ((f.about ?? 0) > 0.1 || ((f.question ?? 0) > 0.1 && f.question !== USUAL))) return `One of them is withdrawn: ${x.words} and ${y.words}. L ${likely} Q ${f.question} A ${f.about}`;
  if (f.sameArticle === 1) return null;
  const marked = ['planned', 'each', 'average', 'part', 'peak', 'rest', 'withdrawn'].some(
    (mark) => f[`scope:${mark}`] === 1,
  );
  if (x.answer !== null && y.answer !== null) return answers(a, b, x.answer, y.answer, f);
  if (x.kind === 'fact') return denial(a, b);
  if (x.kind === 'date') return f['scope:planned'] === 1 && !(isPast(a) && isPast(b)) ? null : dates(x, y, f, likely);
  const none = x.kind === 'figure' && f['scope:planned'] !== 1 ? noneAgainstSome(a, b, f, likely) : null;
  if (none !== null || marked) return none;
  return figures(a, b, f, likely);
}

function answers(a: Told, b: Told, p: FactAnswer, q: FactAnswer, f: Readonly<Record<string, number>>): string | null {
  const about = f.about ?? 0;
  const [x, y] = [a.statement, b.statement];
  switch (p.kind) {
    case 'post':
      return (about >= 0.5 || (isGeneral(x) && isGeneral(y)) || (x.question === PRESIDING && f.alone === 1)) && !isFormer(x) && !isFormer(y) ? `Two names for one post: ${p.value} and ${q.value}.` : null;
    case 'direction':
      return about >= 0.07 && !isJourney(x, y) ? `Opposite sides: ${p.value} and ${q.value}. ABOUT ${about} first ${f.first} ent ${f.entities}` : null;
    case 'rating':
      return about >= 0.2 || f.alone === 1 ? `Two marks for one thing: ${p.value} and ${q.value}. ABOUT ${about}` : null;
    case 'fate':
      return fates(a, b, p, q);
  }
}

/** Words that leave a part of what is said undenied. */
const IN_PART = /\b(?:only|some|few|part|partly|almost)\b/i;

/** One says of an entity what the other denies, in the same word. */
function denial(a: Told, b: Told): string | null {
  const [denies, says] = a.statement.negated ? [a, b] : [b, a];
  const { denied, words } = denies.statement;
  if (denied === null || !says.statement.about.includes(denied) || IN_PART.test(`${words} ${says.statement.words}`)) return null;
  const shared = names(denies).find((name) => names(says).some((other) => namesAlike(name, other)));
  return shared === undefined || shared.toLowerCase().includes(denied) ? null : `One denies of ${shared} what the other says. ${denied}`;
}

function names({ article, statement }: Told): string[] {
  return statement.entities.map((index) => article.entities[index] ?? '');
}

/** One amount, won by one telling and lost by the other. */
function isProfitAndLoss(a: Told, b: Told, f: Readonly<Record<string, number>>): boolean {
  const asked = [a, b].map(({ statement }) => statement.questions[0]?.[0]);
  const dimensions = [a, b].map(({ statement }) => statement.measure?.dimension);
  const money = dimensions.includes('money') && dimensions.every((name) => name === 'money' || name === 'count');
  return f.sameArticle !== 1 && money && asked.includes('profit') && asked.includes('loss');
}

/** Head of what the article is about: "its leader", "the front's commander", "led by". */
function isGeneral({ scope }: Statement): boolean {
  return scope.includes(WHOLE);
}

/** From the west to the east: two ends of one way. */
function isJourney(x: Statement, y: Statement): boolean {
  const ends = [x, y].map(({ questions }) => questions.find(([name]) => /^(?:departed|arrived)$/.test(name))?.[0]);
  return ends[0] !== undefined && ends[1] !== undefined && ends[0] !== ends[1];
}

/** Days after which the dead are known to be dead. */
const KNOWN = 60;

function fates(a: Told, b: Told, p: FactAnswer, q: FactAnswer): string | null {
  const name = ({ article, statement }: Told) => article.entities[statement.entities[0] ?? -1] ?? '';
  if (!namesAlike(name(a), name(b))) return null;
  const [dead, office] = p.value === 'in office' ? [b, a] : [a, b];
  if ([p.value, q.value].includes('in office')) {
    const [died, told] = [
      dead.statement.asOf && daysOf(dead.statement.asOf),
      office.article.published && daysOf(office.article.published),
    ];
    return died && told && told[0] - died[1] > KNOWN ? `${name(a)} died before, one says; the other names a post.` : null;
  }
  const [before, after] = [a.article.published, b.article.published].map((day) => day && daysOf(day));
  const later = !before || !after || after[0] > before[0];
  const becomes = p.value === 'missing' || (p.value === 'alive' && q.value === 'dead');
  return later && becomes ? null : `${name(a)}: ${p.value} and ${q.value}.`;
}

/** What lies before the article is no plan of it. */
function isPast({ article, statement }: Told): boolean {
  const [day, published] = [statement.edtf && daysOf(statement.edtf), article.published && daysOf(article.published)];
  return Boolean(day && published && day[1] < published[0]);
}

function isFormer({ scope }: Statement): boolean {
  return scope.includes('earlier');
}

/** Days beyond which two dates are of two events: a fire of 2011 is not the fire of today. */
const MOST = 4000;
const MOST_DAYS: Readonly<Record<string, number>> = { founded: 20_000, built: 20_000, happened: 31 };

/** "6 May": a day and a month, not one told from today. */
function isCalendarDay({ edtf, words }: Statement): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(edtf ?? '') && /\d/.test(words);
}

function apartOf(x: Statement, y: Statement): number {
  const [p, q] = [x.edtf && daysOf(x.edtf), y.edtf && daysOf(y.edtf)];
  return p && q ? Math.max(q[0] - p[1], p[0] - q[1]) : 0;
}

function dates(x: Statement, y: Statement, f: Readonly<Record<string, number>>, likely: number): string | null {
  const [p, q] = [x.questions[0], y.questions[0]];
  if (f.clocks === 1 && f.gap !== 1 && f.firstClocks === 1)
    return `Two different times for what happened: ${x.words} and ${y.words}.`;
  if (f.alone === 1 && (f.about ?? 0) >= 0.1 && isCalendarDay(x) && isCalendarDay(y) && apartOf(x, y) <= 14) return `Two different days: ${x.words} and ${y.words}.`;
  if (!p || p[0] !== q?.[0] || !ONCE.has(p[0]) || apartOf(x, y) > (MOST_DAYS[p[0]] ?? MOST)) return null;
  const question = f.question ?? 0;
  const together = (f.about ?? 0) >= 0.1 || (f.entities ?? 0) > 0 || (f.alone === 1 && likely >= 0.5);
  const sure =
    f.clocks === 1 && f.gap !== 1
      ? question >= 0.15 && likely >= 0.5
      : question >= 0.12 && together && (likely >= 0.3 || (f.alone === 1 && question >= 0.3));
  return sure ? `Two different times for one event (${p[0]}): ${x.words} and ${y.words}.` : null;
}

function noneAgainstSome(a: Told, b: Told, f: Readonly<Record<string, number>>, likely: number): string | null {
  const [x, y] = [a.statement, b.statement];
  const [p, q] = [x.questions[0]?.[0] ?? '', y.questions[0]?.[0] ?? ''];
  const question = f.question ?? 0;
  if (f.zero === 1 && ((p === q && FATES.test(p) && question >= 0.3) || (f.sameNoun === 1 && question > 0)) && noneAtLast(a, b, likely)) {
    return `One says none (${p}), the other ${x.measure?.value === 0 ? y.words : x.words}. Q ${question} L ${likely} A ${f.about}`;
  }
  return null;
}

/** Whether "none" was said of the same and when the others were known: what came later replaces it. */
function noneAtLast(a: Told, b: Told, likely: number): boolean {
  const [none, some] = a.statement.measure?.value === 0 ? [a, b] : [b, a];
  const { of } = none.statement.measure ?? { of: null };
  const same = of === null ? likely >= 0.3 : some.statement.measure?.of === of || some.statement.about.slice(0, 4).includes(of);
  const [said, known] = [none.article.published, some.statement.asOf ?? some.article.published].map((day) => day && daysOf(day));
  return same && Boolean(said && known && known[0] <= said[1]);
}

function figures(a: Told, b: Told, f: Readonly<Record<string, number>>, likely: number): string | null {
  const [x, y] = [a.statement, b.statement];
  const [p, q] = [x.questions[0]?.[0] ?? '', y.questions[0]?.[0] ?? ''];
  const question = f.question ?? 0;
  const both = `${x.words} and ${y.words}`;
  if (f.bounded === 1) return null;
  const told = (question > USUAL && p !== 'distance') || (f.about ?? 0) >= (p === 'distance' ? 0.15 : 0.1) || (f.close === 1 && (f.digits ?? 0) >= 0.5);
  if (f['dimension:physical'] === 1 && p === q && LASTING.test(p) && told && question >= 0.3 && likely >= 0.5) {
    return `Two different values for one measure (${p}): ${both}.`;
  }
  if (f['dimension:physical'] === 1 && likely >= 0.6 && (f.about ?? 0) >= 0.25 && f.exact === 1) {
    return `Two different values for one measure: ${both}.`;
  }
  if (p === q && SIZES.test(p) && question >= 0.4 && likely >= 0.3 && comparableSizes(x, y, f)) {
    return `Two different sizes (${p}): ${both}.`;
  }
  if (f['dimension:physical'] === 1 && x.measure?.dimension === 'mass' && f.alone === 1 && likely >= 0.5 && [x, y].some((s) => s.questions[0]?.[1] === USUAL) && (f.ratio ?? 0) > 0.3) {
    return `Two different amounts: ${both}. L ${likely}`;
  }
  if (f['dimension:time'] === 1 && (p === '' || q === '') && likely >= 0.9 && (f.about ?? 0) >= 0.3 && f.exact === 1) {
    return `Two different lengths of time: ${both}. L ${likely}`;
  }
  if (
    p !== '' &&
    p === q &&
    question >= 0.6 &&
    likely >= 0.9 &&
    f.volatile !== 1 &&
    (f.about ?? 0) >= 0.3 &&
    f.exact === 1
  ) {
    return `Two different values (${p}): ${both}.`;
  }
  return null;
}

/** One or two of something, and what is ten times as much, are rarely one and the same count. */
function comparableSizes(x: Statement, y: Statement, f: Readonly<Record<string, number>>): boolean {
  const least = Math.min(x.measure?.value ?? 0, y.measure?.value ?? 0);
  return least >= 10 && (f.ratio ?? 1) < 0.46 && f.close !== 1 && f.otherNoun !== 1;
}
