import type { EntityTypeKey } from '../../model/types.ts';
import { isObject } from '../../sidecar/merge/json.ts';
import { readJson } from '../../sidecar/readJson.ts';
import { aliasesOf, type ListedName, ListReader, type NameList, tidyName } from './nameList.ts';

/** The schemata that name somebody or something; https://followthemoney.tech/explorer/ */
const TYPES: ReadonlyMap<unknown, EntityTypeKey> = new Map([
  ['Person', 'person'],
  ['Organization', 'organization'],
  ['Company', 'organization'],
  ['LegalEntity', 'organization'],
  ['PublicBody', 'organization'],
  ['Vessel', 'product'],
  ['Airplane', 'product'],
  ['Address', 'location'],
]);

/** The names of FollowTheMoney entities, one JSON object a line; entities of other schemata (owners, payments) are left out. */
export function readFollowTheMoney(text: string): NameList {
  const reader = new ListReader();
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const where = `line ${at + 1}`;
    const read = readJson(line.replace(/^\uFEFF/, ''));
    const name = read.ok ? listedName(read.value) : `not valid JSON: ${read.error.message}`;
    if (typeof name === 'string') reader.refuse(where, name);
    else reader.add(name, where);
  }
  return reader.list;
}

/** @returns a sentence without its end where the entity cannot be used. */
function listedName(data: unknown): ListedName | string {
  const { schema, properties, id } = isObject(data) ? (data as Record<string, unknown>) : {};
  const type = TYPES.get(schema);
  if (type === undefined) return 'it is no entity of a kind that has a name';
  const words = (key: string) => stringsOf(isObject(properties) ? (properties as Record<string, unknown>)[key] : null);
  const [main = '', ...others] = [...words('name'), ...(schema === 'Address' ? words('full') : [])];
  const name = tidyName(main);
  if (name === null) return 'it has no name, or one that is too long';
  const aliases = aliasesOf(name, [...others, ...words('alias'), ...words('weakAlias')]);
  const listId = typeof id === 'string' ? tidyName(id) : null;
  return { type, name, aliases, ...(listId === null ? {} : { listId }) };
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
