import type { Resolution } from '../anchor/resolution.ts';
import { type ResolveOptions, resolveAll } from '../anchor/resolve.ts';
import { resolveByBlock } from '../anchor/resolveByBlock.ts';
import { resolveParts } from '../anchor/resolveParts.ts';
import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { Place } from '../model/records.ts';
import type { StoredAnchors, StoredQuote, StoredRange, StoredSelector } from '../model/selectors.ts';
import type { Span } from '../text/span.ts';
import type { SidecarClaim, SidecarQuotation, SidecarQuote, SidecarRange, SidecarRecord } from './schema.ts';

/** Where a record and its parts stand. */
export interface Anchored {
  readonly place: Place;
  readonly parts: ReadonlyMap<string, readonly Span[]>;
  /** The words became others since the sidecar was written. */
  readonly changedNow?: boolean;
}

/** Places the records of one kind; null for those that stand nowhere by their nature. */
export function placeAll(
  records: readonly SidecarRecord[],
  blocks: TextBlocks,
  options: ResolveOptions,
): (Anchored | null)[] {
  const stored = records.map(storedOf);
  const placed = stored.filter((anchors) => anchors !== null);
  const found = resolveAll(placed, blocks, options);
  let at = 0;
  return stored.map((anchors, i) => {
    if (!anchors) return null;
    return anchor(anchors, found[at++] as Resolution, blocks, isKept(records[i]));
  });
}

function anchor(stored: StoredAnchors, found: Resolution, blocks: TextBlocks, kept: boolean): Anchored {
  const { at, quote, parts, was } = stored;
  const healed = was ? resolveByBlock(was, blocks) : null;
  // Words that are like those which a person gave up are not put in their place.
  const gone = found.anchor === 'orphan' || (kept && found.anchor === 'changed');
  const stands = healed ?? (gone ? null : found.spans);
  if (!stands) {
    const place: Place = { spans: [], exact: quote.exact, anchor: 'orphan', stored, ...(kept ? { kept } : {}) };
    return { place, parts: new Map() };
  }
  const partSpans = resolveParts({ at, quote, ...(parts ? { parts } : {}) }, stands, blocks);
  const changedNow = !healed && found.anchor === 'changed';
  const place = (fields: Omit<Place, 'spans'>): Anchored => ({
    place: { spans: stands, ...fields },
    parts: partSpans,
    changedNow,
  });
  if (healed && was) return place({ exact: was.quote.exact, anchor: 'anchored' });
  if (was) return place({ exact: was.quote.exact, anchor: 'changed', stored: was });
  if (changedNow) return place({ exact: quote.exact, anchor: 'changed', stored });
  return place({ exact: quote.exact, anchor: 'anchored' });
}

function isKept(record: SidecarRecord | undefined): boolean {
  return record !== undefined && 'kept' in record && record.kept === true;
}

function storedOf(record: SidecarRecord): StoredAnchors | null {
  if (!('at' in record) || !('quote' in record)) return null;
  const { at, quote, was } = record as {
    at?: SidecarRange[];
    quote?: SidecarQuote;
    was?: { at: SidecarRange[]; quote: SidecarQuote };
  };
  if (!at || !quote) return null;
  const parts = partsOf(record);
  return {
    ...selectorOf(at, quote),
    ...(parts.size > 0 ? { parts } : {}),
    ...(was ? { was: selectorOf(was.at, was.quote) } : {}),
  };
}

/** A selector as the model has it. */
export function selectorOf(at: readonly SidecarRange[], quote: SidecarQuote): StoredSelector {
  return { at: at.map(rangeOf), quote: quoteOf(quote) };
}

function quoteOf({ exact, prefix = '', suffix = '' }: SidecarQuote): StoredQuote {
  return { exact, prefix, suffix };
}

function rangeOf({ block, start, end, before, after, nth, exact }: SidecarRange): StoredRange {
  return {
    ...{ block, start, end },
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(nth === undefined ? {} : { nth }),
    ...(exact === undefined ? {} : { exact }),
  };
}

function partsOf(record: SidecarRecord): Map<string, readonly StoredRange[]> {
  const { attribution, figures, times } = record as Partial<SidecarClaim>;
  const { speakerAt, cueAt } = record as Partial<SidecarQuotation>;
  const parts = new Map<string, readonly StoredRange[]>();
  const add = (path: string, ranges: readonly SidecarRange[] | undefined) => {
    if (ranges && ranges.length > 0) parts.set(path, ranges.map(rangeOf));
  };
  add('sourceAt', attribution?.sourceAt);
  add('cueAt', attribution?.cueAt ?? cueAt);
  add('speakerAt', speakerAt);
  for (const [i, figure] of (figures ?? []).entries()) add(`figures.${i}`, figure.at);
  for (const [i, time] of (times ?? []).entries()) add(`times.${i}`, time.at);
  return parts;
}
