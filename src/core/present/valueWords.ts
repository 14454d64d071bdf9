import { canonical } from '../sidecar/merge/canonical.ts';
import { WHOLE_RECORD } from '../sidecar/merge/conflictList.ts';
import { isObject } from '../sidecar/merge/json.ts';
import { shorten } from '../store/edits/label.ts';

const FIELD_WORDS: Readonly<Record<string, string>> = {
  at: 'words',
  mergedInto: 'merged into',
  notSameAs: 'not the same as',
  'attribution.source': 'source',
  'attribution.voice': 'voice',
  'attribution.cueAt': 'cue',
  'source.url': 'address',
  'source.eventDate': 'day of the event',
  'source.translatedFrom': 'language it was translated from',
  'source.translationOf': 'article that it translates',
  [WHOLE_RECORD]: 'the whole record',
};
/** The key that says most of a value of several. */
const TELLING = ['verdict', 'source', 'speaker', 'name', 'text', 'ref', 'field', 'edtf'];

/** The name of an entity by its id, or undefined. */
export type NameOf = (id: string) => string | undefined;

/** A name for a field of a sidecar's record in a sentence. */
export const fieldWords = (field: string): string => FIELD_WORDS[field] ?? oneLine(field);

/** What a line can show of foreign text: short, without line breaks and control characters. */
export const oneLine = (text: string): string => shorten(text.replace(/\p{Cc}/gu, ' '));

/** A JSON value of a sidecar's field in words: entities by their names, passages by what they say. */
export function valueWords(value: unknown, nameOf: NameOf): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'string') return oneLine(nameOf(value) ?? value);
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : shorten(value.map((item) => valueWords(item, nameOf)).join(', '));
  }
  if (!isObject(value)) return oneLine(String(value));
  const telling = TELLING.find((key) => typeof value[key] === 'string');
  if (telling) return valueWords(value[telling], nameOf);
  return isObject(value.quote) ? `“${oneLine(String(value.quote.exact))}”` : oneLine(canonical(value));
}
