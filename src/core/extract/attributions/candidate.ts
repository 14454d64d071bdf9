import type { TokenRange } from './nounPhrase.ts';

/** Which construction a candidate was read from; the learned weights judge it by this and the cue's lemma. */
export type Frame =
  | 'that'
  | 'quote'
  | 'clause'
  | 'wh'
  | 'before'
  | 'around'
  | 'inverted'
  | 'object'
  | 'infinitive'
  | 'prepositional'
  | 'as'
  | 'attitude'
  | 'passive'
  | 'passive-by'
  | 'gerund-clause'
  | 'according'
  | 'adverb'
  | 'noun'
  | 'comma-clause'
  | 'relative'
  | 'bare-quote'
  | 'verbless';

/** A possible attribution inside one unit, in tokens. */
export interface Candidate {
  readonly lemma: string;
  readonly form: string;
  readonly frame: Frame;
  readonly cue: TokenRange;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
  /** What kind of phrase the source is: `name`, `pronoun`, `noun`, `none`, `shared`. */
  readonly sourceKind: string;
}
