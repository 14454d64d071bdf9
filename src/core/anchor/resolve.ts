import type { StoredSelector } from '../model/selectors.ts';
import type { Span } from '../text/span.ts';
import { groupBy } from '../util/groupBy.ts';
import { assign, type Seeker } from './assign.ts';
import { byParagraph } from './byParagraph.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { exactOf } from './describe.ts';
import { exactHits } from './exactHits.ts';
import { mapSelector } from './mapSelector.ts';
import type { Resolution } from './resolution.ts';
import { resolveByBlock } from './resolveByBlock.ts';
import type { TextBlocks } from './textBlocks.ts';
import type { TextMap } from './textMap.ts';

/** Words that another record stands on. */
export interface TakenPlace {
  readonly start: number;
  readonly exact: string;
}

export interface ResolveOptions {
  /** The text is the very one that the selectors were made from: what is not in its block is an orphan, without search. */
  readonly sameText: boolean;
  /** Leads from the text that the selectors were made from to this one, where that text is at hand. */
  readonly map?: TextMap | null;
  /** Where the words of none of the selectors are. */
  readonly taken?: readonly TakenPlace[];
}

const MOST_CANDIDATES = 3;
const placeKey = (start: number, words: string): string => `${start} ${words}`;

/**
 * Finds where selectors stand in a text: in their blocks, also when these moved; else where the difference between the
 * old text and this one puts them; else by their words and context. Two selectors with the same words never get the same
 * place by search. Never guesses: what is not clear is an orphan with candidates.
 */
export function resolveAll(
  selectors: readonly StoredSelector[],
  blocks: TextBlocks,
  { sameText, map = null, taken: others = [] }: ResolveOptions,
): Resolution[] {
  const found: (Resolution | null)[] = selectors.map((selector) => {
    const spans = resolveByBlock(selector, blocks);
    return spans && { anchor: 'anchored', spans };
  });
  if (!sameText) {
    const unclear = new Set<number>();
    const inBlock = [...found];
    selectors.forEach((selector, i) => {
      if (found[i] || !map) return;
      const mapped = mapSelector(selector, map);
      if (mapped === 'unclear') unclear.add(i);
      else found[i] = mapped;
    });
    for (const i of onOnePlace(selectors, found, blocks)) {
      if (inBlock[i]) continue;
      found[i] = null;
      unclear.add(i);
    }
    searchAll({ selectors, found, unclear, blocks, map, others });
  }
  return found.map((resolution) => resolution ?? { anchor: 'orphan', candidates: [] });
}

/** {@link resolveAll} for one selector. */
export function resolve(selector: StoredSelector, blocks: TextBlocks, options: ResolveOptions): Resolution {
  return resolveAll([selector], blocks, options)[0] as Resolution;
}

/** Equal words that stood apart and now have one place. */
function onOnePlace(
  selectors: readonly StoredSelector[],
  found: readonly (Resolution | null)[],
  blocks: TextBlocks,
): number[] {
  const settled = found.flatMap((resolution, i) =>
    resolution && resolution.anchor !== 'orphan' ? [{ i, spans: resolution.spans }] : [],
  );
  const byPlace = groupBy(settled, ({ spans }) => placeKey((spans[0] as Span).start, exactOf(blocks.text, spans)));
  const places = (group: readonly { readonly i: number }[]) =>
    new Set(group.map(({ i }) => JSON.stringify(selectors[i]?.at)));
  return [...byPlace.values()].flatMap((group) =>
    group.length > 1 && places(group).size > 1 ? group.map(({ i }) => i) : [],
  );
}

interface Search {
  readonly selectors: readonly StoredSelector[];
  /** What is known so far; the rest is filled in. */
  readonly found: (Resolution | null)[];
  /** Selectors for which only candidates are wanted. */
  readonly unclear: ReadonlySet<number>;
  readonly blocks: TextBlocks;
  readonly map: TextMap | null;
  readonly others: readonly TakenPlace[];
}

/** Looks for what has no place yet by its words; equal selectors share what is found. */
function searchAll(search: Search): void {
  const { selectors, found, unclear, blocks } = search;
  const open = selectors.flatMap((_, i) => (found[i] ? [] : [i]));
  if (open.length === 0) return;
  const groups = [...groupBy(open, (i) => JSON.stringify([selectors[i]?.at, selectors[i]?.quote])).values()];
  const seekers = byParagraph(
    freePlaces(
      groups.map(([i]) => i as number),
      search,
    ),
    blocks,
  );
  const clear = seekers.flatMap((_, n) => (unclear.has(groups[n]?.[0] as number) ? [] : [n]));
  const places = assign(seekers, clear);
  const given = new Set(places.flatMap((place) => (place ? [place.span.start] : [])));
  groups.forEach((group, n) => {
    const place = places[n];
    const rest = seekers[n]?.candidates.filter(({ span }) => !given.has(span.start)) ?? [];
    const resolution: Resolution = place
      ? placed(place)
      : { anchor: 'orphan', candidates: rest.slice(0, MOST_CANDIDATES).map(({ span }) => span) };
    for (const i of group) found[i] = resolution;
  });
}

/** The selectors with the places where they may be: none where other words are known to stand. */
function freePlaces(wanted: readonly number[], { selectors, found, unclear, blocks, map, others }: Search): Seeker[] {
  const taken = new Set(others.map(({ start, exact }) => placeKey(start, exact)));
  for (const resolution of found) {
    if (!resolution || resolution.anchor === 'orphan') continue;
    taken.add(placeKey((resolution.spans[0] as Span).start, exactOf(blocks.text, resolution.spans)));
  }
  const hits = exactHits(blocks);
  const oldLines = new Set(selectors.flatMap(({ at }) => at.map(({ block }) => block)));
  return wanted.map((i) => {
    const selector = selectors[i] as StoredSelector;
    const free = ({ span }: Candidate): boolean => {
      if (taken.has(placeKey(span.start, blocks.text.slice(span.start, span.end)))) return false;
      if (!unclear.has(i) && map?.wasThere(span)) return false;
      // A line that stands as it was holds nothing that came from another one.
      const block = blocks.hash(blocks.index.lineAt(span.start));
      return !oldLines.has(block) || selector.at.some((range) => range.block === block);
    };
    return { selector, candidates: findCandidates(selector.quote, blocks, hits).filter(free) };
  });
}

const placed = ({ span, quote }: Candidate): Resolution => ({
  anchor: quote === 1 ? 'anchored' : 'changed',
  spans: [span],
});
