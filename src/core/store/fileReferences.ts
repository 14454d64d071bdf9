import type { Evidence } from '../model/records.ts';
import type { SourceCard } from '../model/sourceCard.ts';
import type { CardChange, Change, Edit } from './edit.ts';
import { sameValue } from './sameValue.ts';

/** How a reference to a file is written now that files have other names. */
export type RenameReference = (reference: string) => string;

type Proof = Pick<Evidence, 'kind' | 'ref'>;
type Conflict = { readonly field: string; readonly ours: object; readonly theirs: object };
type Disputed = { readonly conflict?: readonly Conflict[] | undefined };
type Claim = Disputed & { readonly evidence?: readonly Proof[] | undefined };
type Card = Disputed & { readonly [K in 'translationOf' | 'translations' | 'original']?: SourceCard[K] | undefined };

/** A claim, as a record or in a sidecar, with the present names of files in its evidence; itself where they are there already. */
export function renameInClaim<T extends Claim>(claim: T, rename: RenameReference): T {
  if (!claim.evidence && !claim.conflict) return claim;
  const { evidence } = claim;
  const next = {
    ...claim,
    ...(evidence ? { evidence: evidence.map((one) => renameInProof(one, rename)) } : {}),
    ...renamedConflict(claim, rename),
  };
  return sameValue(next, claim) ? claim : next;
}

const renameInProof = <T extends Proof>(one: T, rename: RenameReference): T =>
  one.kind === 'url' ? one : { ...one, ref: rename(one.ref) };

/** The same for what is known of an article. */
export function renameInCard<T extends Card>(card: T, rename: RenameReference): T {
  const { translationOf, translations, original } = card;
  const next = {
    ...card,
    ...(translationOf === undefined ? {} : { translationOf: rename(translationOf) }),
    ...(translations === undefined ? {} : { translations: translations.map(rename) }),
    ...(original === undefined ? {} : { original: rename(original) }),
    ...renamedConflict(card, rename),
  };
  return sameValue(next, card) ? card : next;
}

/** The same for both sides of what a merge could not settle. */
export function renameInConflict<C extends Conflict>(conflict: C, rename: RenameReference): C {
  const inSide = (side: object) =>
    'value' in side ? { ...side, value: renameInValue(conflict.field, side.value, rename) } : side;
  return { ...conflict, ours: inSide(conflict.ours), theirs: inSide(conflict.theirs) };
}

const renamedConflict = ({ conflict }: Disputed, rename: RenameReference): Disputed =>
  conflict ? { conflict: conflict.map((one) => renameInConflict(one, rename)) } : {};

/** The value of a field as a conflict keeps it, which nobody has checked. */
function renameInValue(field: string, value: unknown, rename: RenameReference): unknown {
  const isFile = /^source\.(?:original|translationOf|translations)$/.test(field);
  const renamed = (one: unknown): unknown => {
    if (isFile) return typeof one === 'string' ? rename(one) : one;
    return isProof(one) ? renameInProof(one, rename) : one;
  };
  if (!isFile && field !== 'evidence') return value;
  return Array.isArray(value) ? value.map(renamed) : renamed(value);
}

const isProof = (value: unknown): value is Proof =>
  typeof value === 'object' && value !== null && 'ref' in value && typeof value.ref === 'string' && 'kind' in value;

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
