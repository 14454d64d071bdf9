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
  ['washington', 'washington dc', 'washington, dc', 'washington (dc)', 'dc', 'district of columbia'],
  ['slovakia', 'slovak republic'],
  ['france', 'french republic'],
  ['italy', 'italian republic'],
  ['greece', 'hellenic republic'],
  ['portugal', 'portuguese republic'],
  ['argentina', 'argentine republic'],
  ['lebanon', 'lebanese republic'],
  ['kyrgyzstan', 'kyrgyz republic'],
  ['gabon', 'gabonese republic'],
  ['togo', 'togolese republic'],
  ['switzerland', 'swiss confederation'],
  ['mexico', 'united mexican states'],
  ['syria', 'syrian arab republic'],
  ['laos', "lao people's democratic republic"],
  ['moldova', 'republic of moldova'],
  ['brunei', 'brunei darussalam'],
  ['cape verde', 'cabo verde'],
  ['east timor', 'timor leste'],
  ['bolivia', 'plurinational state of bolivia'],
  ['micronesia', 'federated states of micronesia'],
];

/** What stands before the name of a state in its official name. */
const OFFICIAL =
  /^(?:(?:federal|federative|democratic|islamic|people's|socialist|arab|oriental|bolivarian|co operative|cooperative|hashemite|united|federal democratic|democratic socialist|democratic people's) )*(?:republic|kingdom|state|commonwealth|sultanate) of (?:the )?(?!china$)/;

/** States of the United States as newspapers shorten them, with a full stop. */
const SHORTENED =
  'alabama:ala. arizona:ariz. arkansas:ark. california:calif. colorado:colo. connecticut:conn. delaware:del. florida:fla. georgia:ga. illinois:ill. indiana:ind. kansas:kan. kentucky:ky. louisiana:la. maryland:md. massachusetts:mass. michigan:mich. minnesota:minn. mississippi:miss. missouri:mo. montana:mont. nebraska:neb. nevada:nev. oklahoma:okla. oregon:ore. pennsylvania:pa. tennessee:tenn. texas:tex. vermont:vt. virginia:va. wisconsin:wis. wyoming:wyo.';

/** Joins units that are known to be the same state or union. */
export function knownLinks(units: readonly SpeltName[]): Link[] {
  const setOf = new Map<string, number>();
  const states = SHORTENED.split(' ').map((pair) => pair.split(':'));
  [...SAME, ...states].forEach((names, i) => {
    for (const name of names) setOf.set(name, i);
  });
  const first = new Map<number | string, number>();
  const links: Link[] = [];
  units.forEach(({ key, type, forms, acronym }, i) => {
    const [form = ''] = forms.keys();
    const written = form.endsWith('.') && /^\p{Lu}\p{Ll}/u.test(form) ? `${key}.` : key;
    if (type !== 'location' && type !== 'organization') return;
    const plain = type === 'location' && !setOf.has(key) ? key.replace(OFFICIAL, '') : key;
    const set = setOf.get(written) ?? setOf.get(plain) ?? plain;
    const known = first.get(set);
    if (known === undefined) first.set(set, i);
    else links.push({ a: known, b: i, origin: 'rule:known', score: 0.95, kind: acronym ? 'acronym' : 'name' });
  });
  return links;
}
