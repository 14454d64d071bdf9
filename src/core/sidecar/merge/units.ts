import { canonical } from './canonical.ts';
import { isObject, type Json } from './json.ts';

/** Fields of a record that are merged as one, because each alone makes no sense beside another side's. */
export interface Unit {
  /** Its name in a kept conflict. */
  readonly field: string;
  /** Keys of the flattened record ({@link flatten}); several make the value of a conflict an object with these keys. */
  readonly keys: readonly string[];
  /**
   * `value`: a conflict where two people differ. `quiet`: never asked about. `list`: entries are added and removed one
   * by one.
   */
  readonly how: 'value' | 'quiet' | 'list';
  /** True for what only a person writes: kept also where a decision replaces the rest of a suggestion. */
  readonly personal?: boolean;
  /** What a person means by the value; where only the rest differs (where exactly words stand), nobody is asked. */
  readonly meaning?: (value: Json) => unknown;
  /** What tells one entry of a list from another. */
  readonly entryKey?: (entry: unknown) => string;
}

const withoutPlaces = (items: unknown) =>
  Array.isArray(items) ? items.map((item) => (isObject(item) ? { ...item, at: undefined } : item)) : items;
/** The words that a person marked, also where an edit of the article changed them since. */
const words = ({ quote, was }: Json) => ((isObject(was) ? was.quote : quote) as Json | undefined)?.exact;
const list = { how: 'list', entryKey: canonical } as const;
const nameOf = (alias: unknown) => (isObject(alias) ? String(alias.name) : canonical(alias));

const UNITS: readonly Unit[] = [
  { field: 'at', keys: ['at', 'quote', 'was'], how: 'value', meaning: words },
  {
    field: 'attribution.source',
    keys: ['attribution.source', 'attribution.sourceAt', 'attribution.chain'],
    how: 'value',
    meaning: (value) => [value['attribution.source'], value['attribution.chain']],
  },
  { field: 'attribution.cueAt', keys: ['attribution.cueAt'], how: 'quiet' },
  { field: 'speaker', keys: ['speaker', 'speakerAt'], how: 'value', meaning: ({ speaker }) => speaker },
  { field: 'cueAt', keys: ['cueAt'], how: 'quiet' },
  { field: 'figures', keys: ['figures'], how: 'value', meaning: ({ figures }) => withoutPlaces(figures) },
  { field: 'times', keys: ['times'], how: 'value', meaning: ({ times }) => withoutPlaces(times) },
  { field: 'verdict', keys: ['verdict', 'recheck'], how: 'value', personal: true, meaning: ({ verdict }) => verdict },
  { field: 'note', keys: ['note'], how: 'value', personal: true },
  { field: 'origin', keys: ['origin', 'score'], how: 'quiet' },
  { field: 'by', keys: ['by', 'on'], how: 'quiet' },
  { ...list, field: 'aliases', keys: ['aliases'], entryKey: nameOf },
  { ...list, field: 'entities', keys: ['entities'] },
  { ...list, field: 'notSameAs', keys: ['notSameAs'], personal: true },
  { ...list, field: 'tags', keys: ['tags'], personal: true },
  { ...list, field: 'comments', keys: ['comments'], personal: true },
  { ...list, field: 'evidence', keys: ['evidence'], personal: true },
];
const GROUPED = new Set(UNITS.flatMap(({ keys }) => keys));

/** The units of some flattened records: those above, and each other key alone. */
export function unitsOf(records: readonly Json[]): Unit[] {
  const present = new Set(records.flatMap((record) => Object.keys(record)));
  const grouped = UNITS.filter(({ keys }) => keys.some((key) => present.has(key)));
  const alone = [...present].filter((key) => !GROUPED.has(key) && key !== 'state' && key !== 'conflict');
  return [...grouped, ...alone.sort().map(unitNamed)];
}

/** The unit that a kept conflict names. */
export function unitNamed(field: string): Unit {
  return UNITS.find((unit) => unit.field === field) ?? { field, keys: [field], how: 'value' };
}

/** The value of a unit in a flattened record: its keys as far as they are there. */
export function unitValue({ keys }: Unit, record: Json): Json {
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(record, key) ? [[key, record[key]]] : [])));
}

const ATTRIBUTION = 'attribution.';
/** An unknown key that looks like a path, or like one that was marked so; a point before it tells it apart. */
const PATHLIKE = /^(?:\.|attribution\.)/;

/** The fields of `attribution` beside those of the record, as `attribution.voice`. */
export function flatten({ attribution, ...fields }: Json): Json {
  const own = Object.entries(fields).map(([key, value]) => [PATHLIKE.test(key) ? `.${key}` : key, value]);
  if (!isObject(attribution))
    return Object.fromEntries(attribution === undefined ? own : [...own, ['attribution', attribution]]);
  const below = Object.entries(attribution).map(([key, value]) => [`${ATTRIBUTION}${key}`, value]);
  return Object.fromEntries([...own, ...below]);
}

/** The opposite of {@link flatten}. */
export function unflatten(flat: Json): Json {
  const own: [string, unknown][] = [];
  const below: [string, unknown][] = [];
  for (const [key, value] of Object.entries(flat)) {
    if (key.startsWith(ATTRIBUTION)) below.push([key.slice(ATTRIBUTION.length), value]);
    else own.push([key.startsWith('.') ? key.slice(1) : key, value]);
  }
  const attribution = below.length > 0 ? { attribution: Object.fromEntries(below) } : {};
  return { ...Object.fromEntries(own), ...attribution };
}
