import { ENTITY_TYPES, type EntityTypeKey } from '../../model/types.ts';
import { compact } from '../../sidecar/compact.ts';
import { aliasesOf, ListReader, type NameList, tidyName } from './nameList.ts';

type Column = 'name' | 'type' | 'aliases' | 'id' | 'notes';

const HEADINGS: Readonly<Record<Column, RegExp>> = {
  name: /^(?:name|label|title|full[ _]?name)$/,
  type: /^(?:type|kind|schema|category)$/,
  aliases: /^(?:alias|aliases|other[ _]?names|also[ _]?known[ _]?as|aka)$/,
  id: /^(?:id|identifier|key)$/,
  notes: /^(?:notes?|comments?|description|remarks?)$/,
};
/** Without a header. */
const ORDER: readonly Column[] = ['name', 'type', 'aliases', 'id', 'notes'];
const SYNONYMS: Readonly<Record<string, EntityTypeKey>> = {
  people: 'person',
  individual: 'person',
  organisation: 'organization',
  org: 'organization',
  company: 'organization',
  legalentity: 'organization',
  publicbody: 'organization',
  place: 'location',
  address: 'location',
  country: 'location',
  city: 'location',
  vessel: 'product',
  ship: 'product',
  airplane: 'product',
  aircraft: 'product',
};
const LONGEST_NOTE = 1000;

/**
 * The names of a table: a first row with a heading "name" says what the columns are, else they are name, type, aliases,
 * id, notes. Aliases are parted by ; or |. Without a type a name is of the type "other".
 * @param ownTypes types of the codebook, beside those that Dossier has.
 */
export function readRows(rows: readonly (readonly string[])[], ownTypes: readonly string[]): NameList {
  const reader = new ListReader();
  const headings = (rows[0] ?? []).map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const headed = headings.some((heading) => HEADINGS.name.test(heading));
  const places = new Map(
    ORDER.map((column, at) => [column, headed ? headings.findIndex((heading) => HEADINGS[column].test(heading)) : at]),
  );
  for (const [at, row] of rows.entries()) {
    if ((headed && at === 0) || row.every((cell) => cell.trim() === '')) continue;
    const cell = (column: Column) => row[places.get(column) ?? -1]?.trim() ?? '';
    const where = `row ${at + 1}`;
    const name = tidyName(cell('name'));
    const type = typeOf(cell('type'), ownTypes);
    if (name === null) reader.refuse(where, 'it has no name, or one that is too long');
    else if (type === null) reader.refuse(where, `“${cell('type').slice(0, 60)}” is no type`);
    else {
      const aliases = aliasesOf(name, cell('aliases').split(/[;|]/));
      const rest = compact({ listId: tidyName(cell('id')), note: cell('notes').slice(0, LONGEST_NOTE) });
      reader.add({ type, name, aliases, ...rest }, where);
    }
  }
  return reader.list;
}

function typeOf(words: string, ownTypes: readonly string[]): EntityTypeKey | null {
  const key = words.toLowerCase();
  if (key === '') return 'other';
  const known = [...ENTITY_TYPES, ...ownTypes].find((type) => type.toLowerCase() === key);
  return known ?? (Object.hasOwn(SYNONYMS, key) ? (SYNONYMS[key] ?? null) : null);
}
