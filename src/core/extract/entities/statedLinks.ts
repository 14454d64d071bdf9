import type { NameSpan } from '../document.ts';
import type { Link } from './links.ts';
import { commonLetters, foldInitials, initials } from './nameKeys.ts';
import type { NameUnit } from './nameUnits.ts';

const KNOWN_AS =
  /^[,\s(]{0,3}(?:(?:also|formerly|previously|originally|better|widely|commonly|simply|now|or|once)\s){0,2}(?:known\s(?:also\s)?as|known\s(?:by|under)\s(?:its|the)\s(?:\p{L}{1,20}\s){0,2}(?:acronym|initials|abbreviation)|called|aka|a\.k\.a\.|dubbed|renamed|nicknamed|known\sto\s\p{L}{1,20}\sas)\s(?:the\s)?["“'‘]?$/iu;
const WHOM = /^,[^.;()]{0,60}\bwhom\s(?:\p{Ll}{1,20}\s){1,3}calls?\s["“'‘]?$/u;
const FORMERLY = /^[,\s(]{1,3}(?:formerly|previously|now|once)\s(?:the\s)?$/iu;
const OTHERWISE = /^\s?\((?:or|alias)\s(?:the\s)?["“'‘]?$/u;
const OPENS = /^["”'’]?\s?\((?:the\s|or\s|in\s\p{Lu}\p{Ll}{2,15}\s|\p{Lu}\p{Ll}{2,15}:\s)?["“'‘]?$/u;
/** "the Harbour Ministry, Harmin, has" */
const APPOSED = /^, $/;
const GOES_ON = /^, (?!and\b|or\b|the\b|an?\b|which\b|who\b)\p{Ll}/u;
const OR = /^(?:\s?\([^()]{0,60}\)|\s\([^()]{0,60})?,?\s(?:or|alias)\s(?:the\s)?["“'‘]?$/u;
const FARTHEST = 80;
const LONGEST_SHORT = 8;

/**
 * What the text says outright: "X (Y)", "X or Y", "X, also known as Y". Names of two kinds are joined only where
 * letters agree; an acronym in brackets whose letters do not fit counts as a translation when both are short forms.
 */
export function statedLinks(text: string, names: readonly NameSpan[], unitOf: readonly NameUnit[]): Link[] {
  const links: Link[] = [];
  const persons = new Map(unitOf.flatMap((unit) => (unit.type === 'person' ? [[unit.key, unit] as const] : [])));
  names.forEach((first, i) => {
    const couple = withSharedSurname(text, first, names[i + 1], unitOf[i] as NameUnit, unitOf[i + 1], persons);
    if (couple) links.push(couple);
    for (let j = i + 1; j < Math.min(names.length, i + 3); j++) {
      const second = names[j] as NameSpan;
      if (second.start - first.end > FARTHEST) break;
      const a = unitOf[i] as NameUnit;
      const b = unitOf[j] as NameUnit;
      if (a === b) continue;
      const closed = /^["”'’]?\)/u.test(text.slice(second.end, second.end + 2));
      const between = text.slice(first.end, second.start);
      const apposed = APPOSED.test(between) && GOES_ON.test(text.slice(second.end, second.end + 12));
      const link = apposed && isShortForm(a, b) ? SHORT : stated(a, b, between, closed);
      if (link) links.push({ a: a.index, b: b.index, ...link });
    }
  });
  return links;
}

const SHORT: Omit<Link, 'a' | 'b'> = { origin: 'rule:bracket', score: 0.72, kind: 'translation' };

/** "Jon and Ann Lee": the first of a couple is the Jon Lee of the text. */
function withSharedSurname(
  text: string,
  first: NameSpan,
  second: NameSpan | undefined,
  a: NameUnit,
  b: NameUnit | undefined,
  persons: ReadonlyMap<string, NameUnit>,
): Link | undefined {
  if (!second || b?.type !== 'person' || a.type !== 'person' || a.key.includes(' ') || !b.key.includes(' '))
    return undefined;
  if (!/^ (?:and|&) $/.test(text.slice(first.end, second.start))) return undefined;
  const whole = persons.get(`${a.key} ${b.key.slice(b.key.lastIndexOf(' ') + 1)}`);
  return whole && { a: whole.index, b: a.index, origin: 'rule:couple', score: 0.96, kind: 'name' };
}

function stated(a: NameUnit, b: NameUnit, between: string, closed: boolean): Omit<Link, 'a' | 'b'> | undefined {
  if (a.type === 'group' || b.type === 'group') return undefined;
  if (KNOWN_AS.test(between) || WHOM.test(between) || FORMERLY.test(between) || OTHERWISE.test(between)) {
    return a.type === b.type ? { origin: 'rule:known-as', score: 0.85, kind: 'name' } : undefined;
  }
  const bracket = OPENS.test(between);
  if (!bracket && !OR.test(between)) return undefined;
  if (bracket && closed && isShortForm(a, b)) return SHORT;
  if (bracket && closed && between.trim().length > 1 && /\p{Lu}/u.test(between) && a.type === b.type)
    return { origin: 'rule:bracket', score: 0.8, kind: 'translation' };
  if (!a.acronym && !b.acronym) return undefined;
  if (a.type === 'person' || b.type === 'person') return undefined;
  if (a.acronym && b.acronym) {
    const branches = isBranch(a) && isBranch(b);
    if (!bracket || (!branches && (a.type !== b.type || isBranch(a) || isBranch(b)))) return undefined;
    return { origin: 'rule:bracket', score: branches ? 0.9 : 0.7, kind: 'translation' };
  }
  const [short, long] = a.acronym ? [a, b] : [b, a];
  const fit = letterFit(short, long);
  const least = bracket && a.type === b.type ? 0.5 : 0.6;
  if (fit < least || (a.type !== b.type && fit < 1)) return undefined;
  return {
    origin: bracket ? 'rule:bracket' : 'rule:or',
    score: 0.6 + 0.35 * fit,
    kind: fit === 1 ? 'acronym' : 'translation',
  };
}

/** "Harbour Workers' League (Haleg)", "Arden Seamen's Union (PNA)": one word alone in brackets behind an organisation. */
function isShortForm(long: NameUnit, short: NameUnit): boolean {
  if (long.type !== 'organization' || short.type !== 'organization' || long.acronym) return false;
  return long.key.includes(' ') && !short.key.includes(' ') && short.key.length <= LONGEST_SHORT;
}

/** Share of the shorter of acronym and initials that is found, in order, in the other. */
function letterFit(short: NameUnit, long: NameUnit): number {
  const acronym = foldInitials(short.key);
  const letters = foldInitials(initials(long.key));
  if (letters.length < 2) return 0;
  return commonLetters(acronym, letters) / Math.min(acronym.length, letters.length);
}

/** AB-C: two of this shape are built alike, where two plain acronyms are only both short. */
function isBranch({ forms }: NameUnit): boolean {
  const [form = ''] = forms.keys();
  return form.includes('-');
}
