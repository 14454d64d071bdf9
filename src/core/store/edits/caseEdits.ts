import type { AnyRecord, ClaimRecord, Comment, Evidence, Extra, RecordRef } from '../../model/records.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { ChangeList, recordOf, type Stamp, touchedState } from './editContext.ts';
import { labelFor, shorten } from './label.ts';

/** Adds evidence to a claim, which is thereby accepted. */
export function addEvidence(state: ArticleState, claimId: string, evidence: Evidence, stamp: Stamp): Edit {
  const claim = state.annotations.claims.get(claimId);
  return withList(state, { kind: 'claims', id: claimId }, 'evidence', [...(claim?.evidence ?? []), evidence], stamp, {
    label: `Add evidence ${evidence.stance} "${shorten(claim?.text ?? claimId)}"`,
  });
}

/** @param at number of the evidence in its claim; one that is not there makes an empty edit. */
export function removeEvidence(state: ArticleState, claimId: string, at: number, stamp: Stamp): Edit {
  const claim = state.annotations.claims.get(claimId);
  return withList(state, { kind: 'claims', id: claimId }, 'evidence', without(claim?.evidence, at), stamp, {
    label: `Remove evidence of "${shorten(claim?.text ?? claimId)}"`,
    removed: at,
  });
}

/** Adds a comment to a record, whose state stays: to talk about it is no decision on it. Empty words add nothing. */
export function addComment(state: ArticleState, ref: RecordRef, text: string, stamp: Stamp): Edit {
  const label = labelFor('Comment on', state, [ref]);
  const words = text.trim();
  if (words === '') return { label, changes: [] };
  const comments = [...(recordOf(state, ref)?.comments ?? []), { text: words, ...stamp }];
  return withList(state, ref, 'comments', comments, {}, { label });
}

/** @param at number of the comment in its record; one that is not there makes an empty edit. */
export function removeComment(state: ArticleState, ref: RecordRef, at: number): Edit {
  const comments = without(recordOf(state, ref)?.comments, at);
  return withList(
    state,
    ref,
    'comments',
    comments,
    {},
    {
      label: labelFor('Remove comment from', state, [ref]),
      removed: at,
    },
  );
}

/** Gives a record these tags, in their order and each once; it is thereby accepted. */
export function setTags(state: ArticleState, ref: RecordRef, tags: readonly string[], stamp: Stamp): Edit {
  const label = labelFor('Tag', state, [ref]);
  const next = [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))];
  const now = recordOf(state, ref)?.tags ?? [];
  if (next.length === now.length && next.every((tag, i) => tag === now[i])) return { label, changes: [] };
  return withList(state, ref, 'tags', next, stamp, { label });
}

function without<T>(items: readonly T[] | undefined, at: number): readonly T[] | undefined {
  return items && at >= 0 && at < items.length ? items.filter((_, i) => i !== at) : items;
}

type ListField = { evidence: Evidence; comments: Comment; tags: string };

function withList<F extends keyof ListField>(
  state: ArticleState,
  ref: RecordRef,
  field: F,
  items: readonly ListField[F][] | undefined,
  stamp: Stamp,
  { label, removed }: { readonly label: string; readonly removed?: number },
): Edit {
  const list = new ChangeList(state, stamp);
  const record = recordOf(state, ref);
  if (record && items && items !== (record as ClaimRecord)[field]) {
    const { [field]: _, extra, ...rest } = record as ClaimRecord;
    const kept = removed === undefined ? extra : shiftExtra(extra, field, removed);
    const next = {
      ...rest,
      ...(items.length > 0 ? { [field]: items } : {}),
      ...(kept ? { extra: kept } : {}),
      ...(field === 'comments' ? {} : { state: touchedState(record.state) }),
    };
    list.set(ref.kind, next as AnyRecord as never);
  }
  return { label, changes: list.changes };
}

/** What another tool wrote into the items of a list stays with them when one is taken out. */
function shiftExtra(extra: Extra | undefined, field: string, removed: number): Extra | undefined {
  const items = extra?.below?.get(field);
  if (!extra?.below || !items?.below) return extra;
  const moved = [...items.below].flatMap(([key, value]): [string, Extra][] => {
    const at = Number(key);
    return at === removed ? [] : [[String(at > removed ? at - 1 : at), value]];
  });
  const below = new Map(extra.below).set(field, { ...items, below: new Map(moved) });
  return { ...extra, below };
}
