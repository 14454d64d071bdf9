import type { Link } from './links.ts';
import type { SpeltName } from './nameUnits.ts';

/** Names in general use for one state or union, as plain keys (ISO 3166 short names and usual abbreviations). */
const SAME: readonly (readonly string[])[] = [
  ['united states', 'united states of america', 'us', 'usa', 'america'],
  ['united kingdom', 'uk', 'britain', 'great britain', 'united kingdom of great britain and northern ireland'],
  ['united arab emirates', 'uae', 'emirates'],
  ['united nations', 'un', 'united nations organization'],
  ['european union', 'eu'],
  ['democratic republic of the congo', 'dr congo', 'drc', 'congo kinshasa'],
  ['north korea', 'dprk', "democratic people's republic of korea"],
  ['south korea', 'republic of korea'],
  ['china', "people's republic of china", 'prc'],
  ['russia', 'russian federation'],
  ['czech republic', 'czechia'],
  ['myanmar', 'burma'],
  ['turkey', 'turkiye'],
  ['ivory coast', 'cote divoire'],
  ['eswatini', 'swaziland'],
  ['netherlands', 'holland'],
  ['vatican', 'holy see', 'vatican city'],
];

/** Joins units that are known to be the same state or union. */
export function knownLinks(units: readonly SpeltName[]): Link[] {
  const setOf = new Map<string, number>();
  SAME.forEach((names, i) => {
    for (const name of names) setOf.set(name, i);
  });
  const first = new Map<number, number>();
  const links: Link[] = [];
  units.forEach(({ key, type, acronym }, i) => {
    const set = type === 'location' || type === 'organization' ? setOf.get(key) : undefined;
    if (set === undefined) return;
    const known = first.get(set);
    if (known === undefined) first.set(set, i);
    else links.push({ a: known, b: i, origin: 'rule:known', score: 0.95, kind: acronym ? 'acronym' : 'name' });
  });
  return links;
}
