import { SOMEBODY } from '../../statements/answerStatements.ts';
import { endOfWay } from '../../statements/directions.ts';
import { PRESIDING, WHOLE } from '../../statements/postHolders.ts';
import type { Statement } from '../../statements/statement.ts';
import { namesIn, type Told } from '../compared.ts';
import { namesAlike } from '../namesAlike.ts';
import { type Differing, daysAt } from './differing.ts';
import { fieldsContradict } from './fieldsContradict.ts';

/** Two holders of one post, opposite sides of the compass, two marks of one thing, two fates of one person. */
export function answersContradict(pair: Differing): string | null {
  const { a, b, features: f } = pair;
  const [x, y] = [a.statement, b.statement];
  const [p, q] = [x.answer?.value ?? '', y.answer?.value ?? ''];
  const about = f.about ?? 0;
  switch (x.answer?.kind) {
    case 'post':
      return isOnePost(pair) ? `Two names for one post: ${p} and ${q}.` : null;
    case 'direction':
      return about >= 0.07 && !isJourney(x, y) ? `Opposite sides: ${p} and ${q}.` : null;
    case 'rating':
      return about >= 0.2 || f.alone === 1 ? `Two marks for one thing: ${p} and ${q}.` : null;
    case 'fate':
      return isOnePerson(a, b) ? fatesContradict(a, b) : null;
    case 'age':
      if (x.question === SOMEBODY)
        return f.alone === 1 && areTakenForEachOther(p, q) ? `Two ages for somebody: ${p} and ${q}.` : null;
      return isOnePerson(a, b) ? `Two ages for one person: ${p} and ${q}.` : null;
    case 'field':
      return fieldsContradict(pair);
    default:
      return null;
  }
}

function isOnePost({ a, b, features: f }: Differing): boolean {
  if (f.changesHands === 1) return false;
  const both = [a.statement, b.statement];
  if (both.some(({ scope }) => scope.includes('earlier'))) return false;
  if (both.every(({ scope }) => scope.includes(WHOLE))) return true;
  if (a.statement.question === PRESIDING && f.alone === 1) return true;
  if (f.oneOfSeveral === 1 || !isOfOneTerm(a, b)) return false;
  if ((f.about ?? 0) < 0.5) return false;
  const [one, other] = [a, b].map(bodyOf) as [string[], string[]];
  const shared = one.filter((stem) => other.includes(stem));
  if (MANY.test(a.statement.question)) {
    const names = [...namesIn(a), ...namesIn(b)].join(' ').toLowerCase();
    return fieldOf(a) === fieldOf(b) && shared.some((stem) => names.includes(stem));
  }
  if (one.length > 0 && other.length > 0) return shared.length > 0;
  return !both.every(({ about }) => about[0] === 'presid') || one.length + other.length > 0;
}

/** Stems that tell whose post it is. */
function bodyOf({ statement }: Told): string[] {
  return statement.about.slice(1).filter((stem) => !FIELD.test(stem));
}

/** A foreign minister is no prime minister. */
function fieldOf({ statement }: Told): string {
  return statement.about
    .filter((stem) => FIELD.test(stem))
    .sort()
    .join(' ');
}

/** Days within which a post rarely changes hands unsaid. */
const TERM = 60;

function isOfOneTerm(a: Told, b: Told): boolean {
  const [x, y] = [daysAt(a.article.published), daysAt(b.article.published)];
  return Boolean(x && y && Math.max(x[0] - y[1], y[0] - x[1]) <= TERM);
}

/** Posts that every country or town has. */
const MANY = /^(?:minister|mayor|governor|king|commissioner|spokesperson|prosecutor|judge)$/;
/** Stems of what a post is for; none says of whom. */
const FIELD =
  /^(?:minist|secretari|offic|depart|foreign|prime|interior|financ|defen[cs]|justic|health|econom|econom\w+|educ|trade|energi|environ|transport|agricultur|affair|extern|intern|state|gener|polit|senior|region|local|polic|mayor|governor|king|queen|emir|sultan|pope|presid|commission|spokesman|spokeswoman|spokesperson|prosecutor|judg)$/;

/** From the west to the east: two ends of one way, or one end and a place on it. */
function isJourney(x: Statement, y: Statement): boolean {
  return endOfWay(x) !== endOfWay(y);
}

function personOf(told: Told): string {
  return namesIn(told)[0] ?? '';
}

function isOnePerson(a: Told, b: Told): boolean {
  const [name, other] = [personOf(a), personOf(b)];
  return name !== '' && other !== '' && namesAlike(name, other);
}

/** Years by which two tellings of one age are apart. */
const MISTOLD = 10;

/** Near ones, or digits turned: 34 and 43. The only persons of two articles who are told by their age can be two. */
function areTakenForEachOther(age: string, other: string): boolean {
  return Math.abs(Number(age) - Number(other)) <= MISTOLD || age === [...other].reverse().join('');
}

/** Days after which everybody knows who is dead. */
const KNOWN = 60;

function fatesContradict(a: Told, b: Told): string | null {
  const [p, q] = [a.statement.answer?.value ?? '', b.statement.answer?.value ?? ''];
  const name = personOf(a);
  if ([p, q].includes('in office')) {
    const [dead, office] = p === 'dead' ? [a, b] : [b, a];
    const [died, told] = [daysAt(dead.statement.asOf), daysAt(office.article.published)];
    return died && told && told[0] - died[1] > KNOWN ? `${name} is dead, or holds a post.` : null;
  }
  // who was missing is found, who was alive has died since
  const [before, after] = [daysAt(a.article.published), daysAt(b.article.published)];
  const becomes = p === 'missing' || (p === 'alive' && q === 'dead');
  return becomes && !(before && after && after[0] <= before[0]) ? null : `${name} is ${p}, or ${q}.`;
}
