import type { RecordKind, RecordRef } from '../../model/records.ts';
import type { ArticleState } from '../articleState.ts';
import { recordOf } from './editContext.ts';

const NOUNS: Readonly<Record<RecordKind, readonly [one: string, many: string]>> = {
  entities: ['entity', 'entities'],
  mentions: ['mention', 'mentions'],
  claims: ['claim', 'claims'],
  quotations: ['quotation', 'quotations'],
  relations: ['relation', 'relations'],
  notes: ['note', 'notes'],
};

/** What a menu says: `Accept entity "Taliban"`, `Reject 3 mentions`, `Accept 5 records`. */
export function labelFor(verb: string, state: ArticleState, refs: readonly RecordRef[]): string {
  const first = refs[0];
  if (!first) return verb;
  const [one, many] = NOUNS[first.kind];
  if (refs.length === 1) {
    const words = wordsOf(state, first);
    return words ? `${verb} ${one} "${shorten(words)}"` : `${verb} ${one}`;
  }
  return `${verb} ${refs.length} ${refs.every((ref) => ref.kind === first.kind) ? many : 'records'}`;
}

/** At most 40 characters, on one line. */
export function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= 40 ? line : `${characters.slice(0, 39).join('')}…`;
}

function wordsOf(state: ArticleState, ref: RecordRef): string {
  const record = recordOf(state, ref);
  if (!record) return '';
  if ('name' in record) return record.name;
  if ('text' in record) return record.text;
  return 'place' in record && record.place ? record.place.exact : '';
}
