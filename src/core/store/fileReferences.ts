import type { Evidence } from '../model/records.ts';
import type { SourceCard } from '../model/sourceCard.ts';
import type { CardChange, Change, Edit } from './edit.ts';
import { sameValue } from './sameValue.ts';

/** How a reference to a file is written now that files have other names. */
export type RenameReference = (reference: string) => string;

type Claim = { readonly evidence?: readonly Pick<Evidence, 'kind' | 'ref'>[] | undefined };
type Card = { readonly [K in 'translationOf' | 'translations' | 'original']?: SourceCard[K] | undefined };

/** A claim, as a record or in a sidecar, with the present names of files in its evidence; itself where they are there already. */
export function renameInClaim<T extends Claim>(claim: T, rename: RenameReference): T {
  if (!claim.evidence) return claim;
  const evidence = claim.evidence.map((one) => (one.kind === 'url' ? one : { ...one, ref: rename(one.ref) }));
  return sameValue(evidence, claim.evidence) ? claim : { ...claim, evidence };
}

/** The same for what is known of an article. */
export function renameInCard<T extends Card>(card: T, rename: RenameReference): T {
  const { translationOf, translations, original } = card;
  const next = {
    ...card,
    ...(translationOf === undefined ? {} : { translationOf: rename(translationOf) }),
    ...(translations === undefined ? {} : { translations: translations.map(rename) }),
    ...(original === undefined ? {} : { original: rename(original) }),
  };
  return sameValue(next, card) ? card : next;
}

/** The same for a decision: what is before it and after it. */
export function renameInEdit(edit: Edit, rename: RenameReference): Edit {
  const changes = edit.changes.map((change): Change => {
    if (change.kind !== 'claims') return change;
    const [before, after] = [change.before, change.after].map((claim) => claim && renameInClaim(claim, rename));
    return { ...change, before, after } as Change;
  });
  const card = edit.card?.map((change) => {
    const { before, after } = change;
    const named = (value: unknown) => Object.values(renameInCard({ [change.field]: value }, rename))[0];
    return { ...change, before: before && named(before), after: after && named(after) } as CardChange;
  });
  const next = { ...edit, changes, ...(card ? { card } : {}) };
  return sameValue(next, edit) ? edit : next;
}
