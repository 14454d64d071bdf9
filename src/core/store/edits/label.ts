import { RECORD_KINDS, type RecordKind, type RecordRef } from '../../model/records.ts';
import type { ArticleState } from '../articleState.ts';
import type { Change } from '../edit.ts';
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

/** How many records an edit changes, by kind: `1 entity, 14 mentions`. */
export function countWords(changes: readonly Change[]): string {
  const counts = RECORD_KINDS.map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const);
  return counts.flatMap(([kind, n]) => (n > 0 ? [`${n} ${NOUNS[kind][n === 1 ? 0 : 1]}`] : [])).join(', ');
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
