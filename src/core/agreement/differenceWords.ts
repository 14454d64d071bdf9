import type { RecordKind, RecordRef } from '../model/records.ts';
import { STATE_WORDS } from '../present/words.ts';
import { canonical } from '../sidecar/merge/canonical.ts';
import { WHOLE_RECORD } from '../sidecar/merge/conflictList.ts';
import { isObject, type Json } from '../sidecar/merge/json.ts';
import type { SidecarFile } from '../sidecar/schema.ts';
import { shorten } from '../store/edits/label.ts';
import type { Difference } from './differences.ts';

const NOUNS: Readonly<Record<RecordKind, string>> = {
  entities: 'entity',
  mentions: 'mention',
  claims: 'claim',
  quotations: 'quotation',
  relations: 'relation',
  notes: 'note',
};
const FIELD_WORDS: Readonly<Record<string, string>> = {
  at: 'words',
  mergedInto: 'merged into',
  notSameAs: 'not the same as',
  'attribution.source': 'source',
  'attribution.voice': 'voice',
  'attribution.cueAt': 'cue',
  [WHOLE_RECORD]: 'whole record',
};

/** A name for a field of a record in a sentence. */
export const fieldWords = (field: string): string => FIELD_WORDS[field] ?? oneLine(field);

/** What a line can show of foreign text: one line, short, without control characters. */
const oneLine = (text: string): string => shorten(text.replace(/\p{Cc}/gu, ' '));

/** One line: `Taliban: type group -> organization, by Ada on 2026-01-02`. */
export function differenceWords(difference: Difference, first: SidecarFile, second: SidecarFile): string {
  const { record, change, fields, by, on } = difference;
  const signed = [by && ` by ${oneLine(by)}`, on && ` on ${oneLine(on)}`].filter(Boolean).join('');
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
  if (kind === 'relations') return [subject, predicate, object].map((part) => valueWords(part, file)).join(' ');
  const words = isObject(quote) && kind !== 'claims' ? quote.exact : (text ?? id);
  return `“${oneLine(String(words))}”`;
}

function fieldChange(
  { field, before, after }: Difference['fields'][number],
  first: SidecarFile,
  second: SidecarFile,
): string {
  if (field === 'state') return `${stateWords(before)} -> ${stateWords(after)}`;
  return `${fieldWords(field)} ${valueWords(before, first)} -> ${valueWords(after, second)}`;
}

const stateWords = (state: unknown) => STATE_WORDS[state as keyof typeof STATE_WORDS] ?? valueWords(state);

/** A value of a field: ids of entities by their names, passages by their words. @param file where the ids count. */
export function valueWords(value: unknown, file?: SidecarFile): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'string') {
    const entity = file?.entities && Object.hasOwn(file.entities, value) ? file.entities[value] : undefined;
    return oneLine(entity?.name ?? value);
  }
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : shorten(value.map((item) => valueWords(item, file)).join(', '));
  if (!isObject(value)) return oneLine(String(value));
  for (const key of ['verdict', 'source', 'speaker', 'name', 'text', 'ref', 'field', 'edtf']) {
    if (typeof value[key] === 'string') return valueWords(value[key], file);
  }
  if (isObject(value.quote)) return `“${oneLine(String(value.quote.exact))}”`;
  return oneLine(canonical(value));
}
