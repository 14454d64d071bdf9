import { addTo } from '../../util/groupBy.ts';
import type { Link } from './links.ts';
import { contentWords, plainKey, soundKey } from './nameKeys.ts';
import type { SpeltName } from './nameUnits.ts';

const SHORTEST = 6;
/** "Saint-Arden-Belmar", "Arden an der Mur", "Arden-on-Sea"; what is before the last part. */
const DOUBLE =
  /^(\p{Lu}\p{Ll}{3,})(?:-(?:(?:on|upon|sur|en|le|la|les|am|an|der|de|sous)-)*\p{Lu}\p{Ll}+| (?:am|an der|ob der|im|upon|on|sur) \p{Lu}\p{Ll}+)$/u;
const NUMBERED = /^(\p{Lu}\p{L}+)-\p{Lu}{0,2}\d{1,4}\p{Lu}{0,2}$/u;
const NONE = /(?!)/;
const TAILS: Readonly<Record<string, RegExp>> = {
  organization:
    /(?:[ ,]+(?:inc|corp|corporation|co|company|ltd|limited|llc|plc|gmbh|ag|sa|nv|bv|spa|srl|sarl|sas|oy|oyj|ab|as|asa|pty|jsc|ooo|doo|kft|group|movement|organi[sz]ation|militia|football club|fc))+$/,
  location: /(?:[ ,]+(?:province|region|district|governorate|oblast|prefecture))+$/,
};

/** What a company, party or club may leave out of its name; two names that differ in it alone are two. */
const KIND_TAIL =
  /(?:[ ,]+(?:airlines?|airways|industries|motors|holdings?|technologies|systems|pharmaceuticals?|bank|party|newspaper|magazine|association|society|institute|university|museum|gallery|group|club|company|corporation|railway|railroad|of art|stores|supermarkets?|hotels?|energy|foods|breweries|studios?|entertainment|pictures|publishing|capital|lines|labs|laboratories|health|healthcare|gold|minerals|mining|metals|resources|partners|securities|ventures|logistics|shipping|robotics|therapeutics|biosciences|semiconductors|networks|software|telecom|media|insurance|properties|chemicals|steel|petroleum|oil|foundation|cf|sc|afc|fk|bk|sk|if|il))+$/;

const LEGAL =
  /(?:[ ,]+(?:inc|corp|corporation|co|ltd|limited|llc|llp|plc|gmbh|ag|sa|nv|bv|spa|srl|sarl|sas|oy|oyj|ab|as|asa|pty|jsc|ooo|doo|kft|holdings?))+$/;

/** The key of a company's name before its legal form. */
export function withoutLegalTail(key: string): string {
  return key.replace(LEGAL, '');
}

/** Variants of one name: legal forms and generic tails, word order with "of", plurals of demonyms, spellings. */
export function spellingLinks(units: readonly SpeltName[]): Link[] {
  return [
    ...tailLinks(units),
    ...firstPartLinks(units),
    ...orderLinks(units),
    ...pluralLinks(units),
    ...slipLinks(units),
  ];
}

function tailLinks(units: readonly SpeltName[]): Link[] {
  const keys = keyIndex(units);
  const shortened = new Map<string, number>();
  const links: Link[] = [];
  units.forEach(({ key, type }, i) => {
    const tail = TAILS[type];
    const short = tail ? key.replace(tail, '') : key;
    const bare = type === 'organization' ? short.replace(KIND_TAIL, '') : short;
    const called = bare.length > 3 && bare !== short ? keys.get(`${type}:${bare}`) : undefined;
    if (called !== undefined) links.push({ a: i, b: called, origin: 'rule:kind-tail', score: 0.8, kind: 'name' });
    if (short === key || short.length < 2) return;
    const same = keys.get(`${type}:${short}`) ?? shortened.get(`${type}:${short}`);
    if (same === undefined) shortened.set(`${type}:${short}`, i);
    else if (same !== i) links.push({ a: i, b: same, origin: 'rule:tail', score: 0.9, kind: 'variant' });
  });
  return links;
}

/** Places by the first part of a double name, models of arms and machines by the word before their number. */
function firstPartLinks(units: readonly SpeltName[]): Link[] {
  const longer = new Map<string, number[]>();
  units.forEach(({ type, forms }, i) => {
    const [form = ''] = forms.keys();
    const part = (type === 'location' ? DOUBLE : type === 'product' || type === 'weapon' ? NUMBERED : NONE).exec(
      form,
    )?.[1];
    if (part) addTo(longer, `${type}:${plainKey(part)}`, i);
  });
  return units.flatMap(({ key, type }, i): Link[] => {
    const [only, ...others] = longer.get(`${type}:${key}`) ?? longer.get(`${type}:${key.replace(/s$/, '')}`) ?? [];
    if (only === undefined || others.length > 0 || only === i) return [];
    return [{ a: only, b: i, origin: 'rule:first-part', score: 0.75, kind: 'name' }];
  });
}

/** Justice Department, Department of Justice. */
function orderLinks(units: readonly SpeltName[]): Link[] {
  const seen = new Map<string, number>();
  const links: Link[] = [];
  units.forEach(({ key, type }, i) => {
    if (type === 'person') return;
    const words = contentWords(key);
    if (words.length < 2) return;
    const id = `${type}:${words.sort().join(' ')}`;
    const same = seen.get(id);
    if (same === undefined) seen.set(id, i);
    else links.push({ a: same, b: i, origin: 'rule:word-order', score: 0.9, kind: 'variant' });
  });
  return links;
}

function pluralLinks(units: readonly SpeltName[]): Link[] {
  const keys = keyIndex(units);
  const links: Link[] = [];
  units.forEach(({ key, type }, i) => {
    if (type !== 'group' || !key.endsWith('s')) return;
    const single = keys.get(`group:${key.slice(0, -1)}`);
    if (single !== undefined) links.push({ a: single, b: i, origin: 'rule:plural', score: 0.9, kind: 'variant' });
  });
  return links;
}

/**
 * Slips and transliterations: the same when letters that sound alike are made equal, or when one long name is the
 * other with one letter left out. Never with digits or Roman ones; found by look-up of the shortened forms, not pair by pair.
 */
function slipLinks(units: readonly SpeltName[]): Link[] {
  const sounds = new Map<string, number>();
  const keys = keyIndex(units);
  const links: Link[] = [];
  units.forEach(({ key, type, acronym }, i) => {
    if (/\d| [ivx]+$/.test(key) || key.length > 60 || type === 'group') return;
    const letters = key.replaceAll(' ', '');
    if (letters.length >= (acronym ? 5 : SHORTEST)) {
      const id = `${type}:${acronym ? letters.replace(/[qc]/g, 'k') : soundKey(key)}`;
      const same = sounds.get(id);
      if (same === undefined) sounds.set(id, i);
      else links.push({ a: same, b: i, origin: 'rule:transliteration', score: 0.75, kind: 'variant' });
    }
    if (letters.length <= SHORTEST || acronym) return;
    for (let at = 1; at < key.length; at++) {
      if (key[at] === key[at - 1]) continue;
      const other = keys.get(`${type}:${key.slice(0, at)}${key.slice(at + 1)}`);
      if (other === undefined || other === i || !mayBeSlip(units[other] as SpeltName, units[i] as SpeltName, at))
        continue;
      links.push({ a: i, b: other, origin: 'rule:spelling', score: 0.65, kind: 'variant' });
    }
  });
  return links;
}

/** A left-out last letter is more often another word (Niger, Chin); one of the two must be rare. */
function mayBeSlip(short: SpeltName, long: SpeltName, at: number): boolean {
  if (at >= long.key.length - 1) return false;
  return short.rare || long.rare;
}

function keyIndex(units: readonly SpeltName[]): Map<string, number> {
  return new Map(units.map(({ key, type }, i) => [`${type}:${key}`, i]));
}
