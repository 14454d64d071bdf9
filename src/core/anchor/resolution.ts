import type { Span } from '../text/span.ts';

/**
 * Where a selector stands in a text. `anchored`: on its own words; `changed`: at its place, where the words are others
 * now; `orphan`: nowhere for sure, with up to three places where a person may look, the best first.
 */
export type Resolution =
  | { readonly anchor: 'anchored' | 'changed'; readonly spans: readonly Span[] }
  | { readonly anchor: 'orphan'; readonly candidates: readonly Span[] };
