import { resolveAll } from '../../anchor/resolve.ts';
import { TextBlocks } from '../../anchor/textBlocks.ts';
import { hull, type Span } from '../../text/span.ts';
import type { Judgement } from './judgement.ts';
import type { StandingJudgement } from './overrule.ts';

interface StandingOptions {
  /** The address of an article by the name that the registry has for it. */
  readonly addressOf: (article: string) => string;
  /** The LF-normalised text of an article, or null where it is not at hand. */
  readonly textOf: (uri: string) => string | null;
}

/** Where the passages of judgements stand now; each text is looked through once. */
export function standingJudgements(
  judgements: Iterable<readonly [id: string, judgement: Judgement]>,
  { addressOf, textOf }: StandingOptions,
): StandingJudgement[] {
  const all = [...judgements].map(([id, judgement]) => ({ id, judgement }));
  const places = all.flatMap(({ judgement }) =>
    judgement.passages.map(({ article, selector }) => ({ uri: addressOf(article), selector })),
  );
  const spans: (Span | null)[] = places.map(() => null);
  for (const uri of new Set(places.map((place) => place.uri))) {
    const text = textOf(uri);
    if (text === null) continue;
    const here = places.flatMap((place, at) => (place.uri === uri ? [at] : []));
    const blocks = new TextBlocks(text);
    // One by one: two judgements may be on the same words.
    for (const at of here) {
      const selectors = [places[at]?.selector].filter((selector) => selector !== undefined);
      const [found] = resolveAll(selectors, blocks, { sameText: false });
      if (found && found.anchor === 'anchored') spans[at] = hull(found.spans);
    }
  }
  return all.map(({ id, judgement }, at) => {
    const place = (side: number) => ({ uri: places[2 * at + side]?.uri ?? '', span: spans[2 * at + side] ?? null });
    return { id, judgement, passages: [place(0), place(1)] };
  });
}
