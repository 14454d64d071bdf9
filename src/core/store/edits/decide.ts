import { exactOf } from '../../anchor/describe.ts';
import { placeOf } from '../../model/recordSpans.ts';
import type { AnyRecord, RecordKind, RecordRef } from '../../model/records.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { withoutRecheck } from '../trackRecord.ts';
import { ChangeList, recordOf, type Stamp } from './editContext.ts';
import { labelFor } from './label.ts';

/**
 * Accepts records of any kind; an entity brings its mentions. What a person edited or added is accepted already, and
 * mentions that were rejected one by one stay rejected unless the entity itself was. A record whose words changed is accepted as it now stands.
 */
export function accept(state: ArticleState, refs: readonly RecordRef[], stamp: Stamp): Edit {
  return decide('Accept', state, refs, stamp, (record, direct) => {
    const open = record.state === 'suggested' || (direct && record.state === 'rejected');
    return withoutRecheck(settle(open ? { ...record, state: 'accepted' } : record, state.text));
  });
}

/** Rejects records of any kind, also a person's; an entity brings its mentions. They stay rejected when found again. */
export function reject(state: ArticleState, refs: readonly RecordRef[], stamp: Stamp): Edit {
  return decide('Reject', state, refs, stamp, (record) =>
    record.state === 'rejected' ? record : { ...record, state: 'rejected' },
  );
}

function decide(
  verb: string,
  state: ArticleState,
  refs: readonly RecordRef[],
  stamp: Stamp,
  next: (record: AnyRecord, direct: boolean) => AnyRecord,
): Edit {
  const list = new ChangeList(state, stamp);
  const put = (kind: RecordKind, record: AnyRecord, direct: boolean) => list.set(kind, next(record, direct) as never);
  const entities = new Map<string, boolean>(); // by id: whether it was rejected
  for (const ref of refs) {
    const record = recordOf(state, ref);
    if (!record) continue;
    put(ref.kind, record, true);
    if (ref.kind === 'entities') entities.set(ref.id, record.state === 'rejected');
  }
  if (entities.size > 0) {
    const named = new Set(refs.filter((ref) => ref.kind === 'mentions').map((ref) => ref.id));
    for (const mention of state.annotations.mentions.values()) {
      const wasRejected = entities.get(mention.entity);
      if (wasRejected !== undefined && !named.has(mention.id)) put('mentions', mention, wasRejected);
    }
  }
  return { label: labelFor(verb, state, refs), changes: list.changes };
}

/** A person who decides on changed words decides on these: they become the record's own. */
export function settle<R extends AnyRecord>(record: R, text: string): R {
  const place = placeOf(record);
  if (place?.anchor !== 'changed') return record;
  const settled = { ...record, place: { spans: place.spans, exact: exactOf(text, place.spans), anchor: 'anchored' } };
  return settled as unknown as R;
}
