import type { TaggedName } from './tagSequences.ts';

/** The name that covers a token, by the token's position. */
export type Taken = readonly (TaggedName | undefined)[];
/** A name found in one sequence. */
export type Found = Pick<TaggedName, 'first' | 'end' | 'type' | 'score'>;
