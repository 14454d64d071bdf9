import type { EntityType } from '../model/types.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Zone, ZoneKind } from './extraction.ts';

/** A sentence of a headline, heading or body; furniture has none. Glued sentences are already taken apart. */
export interface Sentence extends Span {
  readonly zone: ZoneKind;
  /** Index of the paragraph (line with text) that holds it, counted over the document. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

/** The text as the passes after segmentation see it. */
export interface ArticleDocument {
  readonly text: string;
  readonly zones: readonly Zone[];
  readonly sentences: readonly Sentence[];
}

/** A name found by the tagger, before names are joined into entities. */
export interface NameSpan extends Span {
  readonly type: EntityType;
  readonly origin: string;
  readonly score: number;
  /** Of a person whose first name is listed for one gender only. */
  readonly gender?: 'masculine' | 'feminine';
}
