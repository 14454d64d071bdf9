import type { RecordKind, RecordRef } from '../model/records.ts';
import { fieldWords, type NameOf, oneLine, valueWords } from '../present/valueWords.ts';
import { STATE_WORDS } from '../present/words.ts';
import { isObject, type Json } from '../sidecar/merge/json.ts';
import type { SidecarFile } from '../sidecar/schema.ts';
import type { Difference } from './differences.ts';

const NOUNS: Readonly<Record<RecordKind, string>> = {
  entities: 'entity',
  mentions: 'mention',
  claims: 'claim',
  quotations: 'quotation',
  relations: 'relation',
  notes: 'note',
};
/** The names of the entities of a file. */
export function namesIn({ entities }: SidecarFile): NameOf {
  return (id) => (entities && Object.hasOwn(entities, id) ? entities[id]?.name : undefined);
}

/** One line: `Taliban: type group -> organization, by Ada on 2026-01-02`. */
export function differenceWords(difference: Difference, first: SidecarFile, second: SidecarFile): string {
  const { record, change, fields, by, on } = difference;
  const signed = [by && ` by ${oneLine(by)}`, on && ` on ${oneLine(on.slice(0, 10))}`].filter(Boolean).join('');
  if (!record) return `The article: ${fields.map((field) => fieldChange(field, first, second)).join('; ')}`;
  const name = recordWords(record, change === 'removed' ? first : second);
  if (change === 'changed') {
    return `${name}: ${fields.map((field) => fieldChange(field, first, second)).join('; ')}${signed && `,${signed}`}`;
  }
  const table = (change === 'added' ? second : first)[record.kind] as Record<
    string,
    { state: keyof typeof STATE_WORDS }
  >;
  const state = table[record.id]?.state;
  return `${NOUNS[record.kind]} ${name} ${change}${state ? ` (${STATE_WORDS[state]}${signed})` : ''}`;
}

/** What a record is called: a name, its words, or a sentence. */
export function recordWords({ kind, id }: RecordRef, file: SidecarFile): string {
  const table = (file[kind] ?? {}) as Record<string, Json>;
  const record = Object.hasOwn(table, id) ? (table[id] as Json) : {};
  const { name, text, quote, subject, predicate, object } = record;
  if (kind === 'entities') return oneLine(String(name ?? id));
  if (kind === 'relations')
    return [subject, predicate, object].map((part) => valueWords(part, namesIn(file))).join(' ');
  const words = isObject(quote) && kind !== 'claims' ? quote.exact : (text ?? id);
  return `“${oneLine(String(words))}”`;
}

function fieldChange(
  { field, before, after }: Difference['fields'][number],
  first: SidecarFile,
  second: SidecarFile,
): string {
  if (field === 'state') return `${stateWords(before)} -> ${stateWords(after)}`;
  return `${fieldWords(field)} ${valueWords(before, namesIn(first))} -> ${valueWords(after, namesIn(second))}`;
}

const stateWords = (state: unknown) => STATE_WORDS[state as keyof typeof STATE_WORDS] ?? oneLine(String(state));
