import type { AnyRecord, RecordKind, RecordRef } from '../../model/records.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { ChangeList, recordOf } from './editContext.ts';
import { labelFor } from './label.ts';

/**
 * Makes decisions on suggestions undecided again; an entity brings its accepted mentions. What a person added stays.
 * The next analysis lays its own content under what a person had edited.
 */
export function takeBack(state: ArticleState, refs: readonly RecordRef[]): Edit {
  const list = new ChangeList(state, {});
  const put = (kind: RecordKind, record: AnyRecord) => {
    if (record.state === 'suggested' || record.state === 'added') return;
    const { by: _, on: __, ...rest } = record;
    list.set(kind, { ...rest, state: 'suggested' } as never);
  };
  const entities = new Set<string>();
  for (const ref of refs) {
    const record = recordOf(state, ref);
    if (!record) continue;
    put(ref.kind, record);
    if (ref.kind === 'entities') entities.add(ref.id);
  }
  if (entities.size > 0) {
    for (const mention of state.annotations.mentions.values()) {
      if (entities.has(mention.entity) && mention.state === 'accepted') put('mentions', mention);
    }
  }
  return { label: labelFor('Take back decision on', state, refs), changes: list.changes };
}
