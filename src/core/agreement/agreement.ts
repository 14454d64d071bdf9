import type { SidecarFile } from '../sidecar/schema.ts';
import { type CategoryAgreement, categoryAgreement } from './categoryAgreement.ts';
import { countedRecords } from './countedRecords.ts';
import { pairsOnSameWords, type SpanAgreement, spanAgreement } from './spanAgreement.ts';

/** How far two people agree on one text. Suggestions that nobody decided on and rejected records are not counted. */
export interface Agreement {
  /** False where the sidecars were made for two texts: only words in lines that both have can agree then. */
  readonly sameText: boolean;
  readonly mentions: SpanAgreement;
  readonly claims: SpanAgreement;
  /** Of mentions on the same words. */
  readonly types: CategoryAgreement;
  /** Of claims on the same words; no verdict is a category too. */
  readonly kinds: CategoryAgreement;
  readonly verdicts: CategoryAgreement;
}

export function agreementOf(first: SidecarFile, second: SidecarFile): Agreement {
  const [one, other] = [countedRecords(first), countedRecords(second)];
  const mentions = pairsOnSameWords(one.mentions, other.mentions);
  const claims = pairsOnSameWords(one.claims, other.claims);
  return {
    sameText: first.source.sha256 === second.source.sha256,
    mentions: spanAgreement(one.mentions, other.mentions),
    claims: spanAgreement(one.claims, other.claims),
    types: categoryAgreement(mentions.map(([a, b]) => [a.type, b.type])),
    kinds: categoryAgreement(claims.map(([a, b]) => [a.kind, b.kind])),
    verdicts: categoryAgreement(claims.map(([a, b]) => [a.verdict ?? '', b.verdict ?? ''])),
  };
}
