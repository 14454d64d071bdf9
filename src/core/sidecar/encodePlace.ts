import { describe, describePart } from '../anchor/describe.ts';
import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { Place } from '../model/records.ts';
import type { StoredQuote, StoredRange, StoredSelector } from '../model/selectors.ts';
import type { Span } from '../text/span.ts';
import { compact } from './compact.ts';

/** How a place and its parts are written; an orphan as it was stored. */
export interface PlaceWriter {
  readonly placed: { readonly at: object[]; readonly quote: object; readonly was?: object; readonly kept?: true };
  /** The ranges of a part, or undefined when it has none. */
  part(spans: readonly Span[], path: string): object[] | undefined;
}

/** @param blocks the text in which the spans of `place` count. */
export function encodePlace(place: Place, blocks: TextBlocks): PlaceWriter {
  const { stored } = place;
  const described = place.spans.length > 0 ? describe(blocks, place.spans) : null;
  // Of words that were changed no more than line breaks may be left, and these stand in no block.
  if (!described || (described.at.length === 0 && stored)) {
    if (!stored) throw new RangeError(`"${place.exact}" stands nowhere and has no stored selector.`);
    const part = (_: readonly Span[], path: string) => some(stored.parts?.get(path) ?? []);
    const was = stored.was ? { was: selector(stored.was) } : {};
    return { placed: { ...selector(stored), ...was, ...(place.kept ? { kept: true } : {}) }, part };
  }
  const was = place.anchor === 'changed' ? stored : undefined;
  return {
    placed: { ...selector(described), ...(was ? { was: selector(was) } : {}) },
    part: (partSpans) => some(describePart(blocks, partSpans)),
  };
}

function some(ranges: readonly StoredRange[]): object[] | undefined {
  return ranges.length > 0 ? ranges.map(range) : undefined;
}

/** A selector as the file has it. */
export function selector({ at, quote: words }: StoredSelector) {
  return { at: at.map(range), quote: quote(words) };
}

function range({ block, start, end, before, after, nth, exact }: StoredRange): object {
  const twin = before === undefined ? {} : { before, after, ...(nth === undefined ? {} : { nth }) };
  return { block, start, end, ...twin, ...(exact === undefined ? {} : { exact }) };
}

function quote({ exact, prefix, suffix }: StoredQuote): object {
  return compact({ exact, prefix, suffix });
}
