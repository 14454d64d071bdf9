import type { ExtractedClaim, ExtractedMention, Extraction } from '../../extract/extraction.ts';
import { answered } from './answerStatements.ts';
import { deniedIn } from './deniedIn.ts';
import { fateOf } from './fateOf.ts';
import type { ReadSentence } from './readSentence.ts';
import type { Statement } from './statement.ts';

/** The claims of fact, and what they say became of somebody. */
export function claimStatements(read: ReadSentence): Statement[] {
  const { sentence, extraction, mentions, claims, view, words, make } = read;
  return claims.flatMap((index) => {
    const claim = extraction.claims[index] as ExtractedClaim;
    if (claim.kind !== 'fact' || claim.origin.startsWith('rule:claims/role')) return [];
    const negated = claim.polarity === 'negated';
    const denied = negated
      ? deniedIn(sentence.tokens.filter((token) => token.start >= claim.start && token.end <= claim.end))
      : null;
    // "denied that she was hurt"
    const told = negated && denied === null ? null : fateOf(words(claim));
    const whose = told && personBefore(claim.start + told.at, claim, mentions, extraction);
    const fate = told && whose !== null ? [answered(read, claim, 'fate', told.fate, { entities: [whose] })] : [];
    return [...fate, make('fact', claim, view(claim, 'fact'), { negated, denied })];
  });
}

/** The person that a claim speaks of up to a place in it: its subject, else the last that it names. */
function personBefore(
  at: number,
  claim: ExtractedClaim,
  mentions: readonly ExtractedMention[],
  { entities }: Extraction,
): number | null {
  const isPerson = (entity: number | null) => entity !== null && entities[entity]?.type === 'person';
  if (isPerson(claim.subject)) return claim.subject;
  const named = mentions.filter(({ start, entity }) => start >= claim.start && start < at && isPerson(entity));
  return named.at(-1)?.entity ?? null;
}
