import type { EntityType } from '../../model/types.ts';

export type Gender = 'masculine' | 'feminine';

/** What a noun or pronoun can refer to. */
export interface Reference {
  readonly types: readonly EntityType[];
  readonly gender?: Gender;
  readonly plural?: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Offices and callings: the referent should have been called so, or be the only recent person. */
export const OFFICES = words(
  'president minister premier chancellor senator governor mayor king queen prince princess secretary ambassador general colonel commander director chief leader chairman chairwoman judge justice pope bishop archbishop cardinal captain sheriff attorney prosecutor lawmaker congressman congresswoman representative spokesman spokeswoman spokesperson founder owner head envoy commissioner admiral emir sultan sheikh coach manager candidate ceo',
);
export const PERSON_NOUNS = words(
  'expert analyst researcher man woman author journalist correspondent reporter scientist professor doctor lawyer politician player actor actress singer writer activist official officer soldier teacher student boy girl teenager economist historian critic artist musician driver suspect defendant victim militant diplomat businessman businesswoman billionaire athlete engineer physician scholar blogger editor columnist republican democrat',
);
export const ORGANISATION_NOUNS = words(
  'group organisation organization network agency party movement militia institute institution foundation company firm bank airline club team union university school ministry department bureau committee commission council court parliament government army force outlet newspaper magazine broadcaster channel association society corporation manufacturer retailer startup coalition alliance regulator watchdog charity nonprofit federation authority centre center think-tank cartel gang',
);
export const PLACE_NOUNS = words(
  'country city region province town village capital nation state district county island continent republic kingdom territory airport prison hospital',
);
/** Kinds of organisation that a bare "company" can mean only where the name or its surroundings say so. */
export const STRICT_NOUNS = words(
  'company firm bank airline club team university school ministry department court parliament government army newspaper magazine broadcaster channel party union council commission committee agency institute foundation',
);
/** Whoever is called so must have been: "the man" of a crime is not the prosecutor who spoke of it. */
export const ANYBODY = words(
  'man woman boy girl teenager suspect defendant victim militant driver student teacher officer soldier official athlete musician',
);
const MASCULINE = words(
  'he him his himself man boy king prince chairman spokesman congressman actor businessman sheikh emir',
);
const FEMININE = words(
  'she her hers herself woman girl queen princess chairwoman spokeswoman congresswoman actress businesswoman',
);

export function genderOf(word: string): Gender | undefined {
  if (MASCULINE.has(word)) return 'masculine';
  return FEMININE.has(word) ? 'feminine' : undefined;
}

const PRONOUNS: Readonly<Record<string, Reference>> = {
  he: { types: ['person'], gender: 'masculine' },
  she: { types: ['person'], gender: 'feminine' },
  it: { types: ['organization', 'location', 'product', 'work', 'event'] },
  they: { types: ['organization', 'group'], plural: true },
};
const BASE: Readonly<Record<string, string>> = {
  him: 'he',
  his: 'he',
  himself: 'he',
  her: 'she',
  hers: 'she',
  herself: 'she',
  its: 'it',
  itself: 'it',
  them: 'they',
  their: 'they',
  theirs: 'they',
  themselves: 'they',
};

/** The reference of a third-person pronoun in lower case, or undefined. */
export function pronounReference(word: string): Reference | undefined {
  const base = BASE[word] ?? word;
  return Object.hasOwn(PRONOUNS, base) ? PRONOUNS[base] : undefined;
}

const NOUNS: ReadonlyMap<string, Reference> = new Map<string, Reference>([
  ...[...PLACE_NOUNS].map((noun) => [noun, { types: ['location'] }] as const),
  ...[...ORGANISATION_NOUNS].map((noun) => [noun, { types: ['organization'] }] as const),
  ...[...OFFICES, ...PERSON_NOUNS].map((noun) => {
    const gender = genderOf(noun);
    return [noun, { types: ['person'], ...(gender ? { gender } : {}) }] as const;
  }),
]);

/** The reference of a head noun in lower case, or undefined. */
export function nounReference(noun: string): Reference | undefined {
  return NOUNS.get(noun);
}
