import type { AnyRecord, RecordKind, RecordRef } from '../../model/records.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { ChangeList, recordOf } from './editContext.ts';
import { labelFor } from './label.ts';

/**
 * Makes decisions on suggestions undecided again; an entity brings its accepted mentions, and a
 * rejected one those that were rejected with it. What a person added stays.
 * The next analysis lays its own content under what a person had edited.
 */
export function takeBack(state: ArticleState, refs: readonly RecordRef[]): Edit {
  const list = new ChangeList(state, {});
  const put = (kind: RecordKind, record: AnyRecord) => {
    if (record.state === 'suggested' || record.state === 'added') return;
    const { by: _, on: __, ...rest } = record;
    list.set(kind, { ...rest, state: 'suggested' } as never);
  };
  const entities = new Map<string, boolean>(); // by id: whether it was rejected
  for (const ref of refs) {
    const record = recordOf(state, ref);
    if (!record) continue;
    put(ref.kind, record);
    if (ref.kind === 'entities') entities.set(ref.id, record.state === 'rejected');
  }
  if (entities.size > 0) {
    for (const mention of state.annotations.mentions.values()) {
      const wasRejected = entities.get(mention.entity);
      if (wasRejected === undefined) continue;
      if (mention.state === 'accepted' || (wasRejected && mention.state === 'rejected')) put('mentions', mention);
    }
  }
  return { label: labelFor('Take back decision on', state, refs), changes: list.changes };
}
