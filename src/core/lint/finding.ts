import type { RecordRef } from '../model/records.ts';
import type { Span } from '../text/span.ts';

/** What is wrong with an annotation, and so what mends it. */
export type LintRule = 'noSource' | 'misspeltAlias' | 'noEvidence' | 'otherFigure';

/** Something that a person may want to mend in their annotations. */
export interface LintFinding {
  readonly rule: LintRule;
  readonly record: RecordRef;
  /** Where it is shown: not empty. */
  readonly spans: readonly Span[];
  /** A sentence for people; words of the text in it are short. */
  readonly message: string;
  /** Of a misspelt alias: the alias. */
  readonly alias?: string;
}
