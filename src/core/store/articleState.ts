import type { Annotations } from '../model/records.ts';

/** What edit makers read: the records and the text they stand in. The store itself is one. */
export interface ArticleState {
  readonly annotations: Annotations;
  /** LF-normalised. */
  readonly text: string;
}
