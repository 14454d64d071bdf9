import type { Metadata } from './metadata.ts';

/** What stands before an article in its own file and is no part of it. */
export interface TextHead {
  readonly kind: 'front-matter' | 'page-head';
  /** The head goes from the beginning of the text to this offset. */
  readonly end: number;
  readonly metadata: Metadata;
}
