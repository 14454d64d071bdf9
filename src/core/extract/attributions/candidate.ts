import type { TokenRange } from './nounPhrase.ts';

/** The construction of an attribution; claims are drawn from some of them only. */
export type Frame =
  | 'that'
  | 'quote'
  | 'clause'
  | 'wh'
  | 'before'
  | 'around'
  | 'insert'
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
  | 'verbless'
  | 'figure'
  | 'rejected';

/** An attribution as the rules read it, in tokens of its unit. */
export interface Candidate {
  readonly lemma: string;
  readonly frame: Frame;
  readonly cue: TokenRange;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
  /** What kind of phrase the source is: `name`, `pronoun`, `noun`, `none`, `shared`. */
  readonly sourceKind: string;
}

/** A report that its construction alone tells, whatever the model says. */
export interface SureReport {
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
  /** Where it is more than the verb with its auxiliaries. */
  readonly cue?: TokenRange;
  /** Where the words around the cue do not tell it. */
  readonly frame?: Frame;
}
