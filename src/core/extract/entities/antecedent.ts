import type { EntityType } from '../../model/types.ts';
import type { Span } from '../../text/span.ts';
import type { ExtractedMention } from '../extraction.ts';
import type { Description } from './descriptors.ts';

/** How a mention stands in its sentence: its first name, behind a preposition, as an owner, before a plural noun. */
export type Role = 'first' | 'behind preposition' | 'owner' | 'modifier' | 'other';

/** A mention before a phrase to resolve. */
export interface Antecedent extends Span {
  readonly entity: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** First name of its sentence: most often its subject. */
  readonly leading: boolean;
  readonly role: Role;
  readonly form: ExtractedMention['form'];
  /** A verb of speech or belief stands beside it. */
  readonly speaks: boolean;
}

/** An entity with what its mentions tell of it. */
export interface Candidate {
  readonly type: EntityType;
  readonly description: Description;
  /** In the whole article. */
  readonly mentions: number;
}

/** The answer to what a phrase stands for. */
export interface Resolved {
  readonly entity: number;
  readonly score: number;
}
