import type { SidecarClaim, SidecarFile, SidecarMention } from '../sidecar/schema.ts';
import { mergeTarget } from '../store/mergeTarget.ts';

/** A mention with the type of what it refers to. */
export interface TypedMention extends SidecarMention {
  readonly type: string;
}

/** What a person stands for: the mentions and claims that were accepted, edited or added. */
export function countedRecords({ entities = {}, mentions = {}, claims = {} }: SidecarFile): {
  readonly mentions: readonly TypedMention[];
  readonly claims: readonly SidecarClaim[];
} {
  const byId = new Map(Object.entries(entities));
  const counts = ({ state }: { readonly state: string }) => state !== 'suggested' && state !== 'rejected';
  return {
    mentions: Object.values(mentions).flatMap((mention) => {
      const entity = byId.get(mergeTarget(byId, mention.entity));
      return counts(mention) && entity && entity.state !== 'rejected' ? [{ ...mention, type: entity.type }] : [];
    }),
    claims: Object.values(claims).filter(counts),
  };
}
