import type { Span } from '../text/span.ts';
import type { ArticleIndex } from './articleIndex.ts';
import { shortLine } from './short.ts';
import { figureWords, sliceOf, timeWords } from './words.ts';

/** What a date or a figure of the text means, to be shown behind it. */
export interface ValueHint {
  readonly offset: number;
  readonly label: string;
  readonly explanation: string;
}

/**
 * The resolved dates (EDTF) and the figures with what they count, of the claims in `window`; each place once, in
 * document order, and none that says what the text says.
 */
export function valueHints({ annotations, spans }: ArticleIndex, text: string, window: Span): ValueHint[] {
  const hints = new Map<number, ValueHint>();
  const add = (at: readonly Span[], label: string, explanation: string) => {
    const offset = at.at(-1)?.end;
    if (offset === undefined || hints.has(offset) || plain(label) === plain(sliceOf(text, at))) return;
    hints.set(offset, { offset, label: shortLine(label), explanation: shortLine(explanation) });
  };
  for (const { value } of spans.within(window)) {
    const claim = value.kind === 'claims' ? annotations.claims.get(value.id) : undefined;
    for (const time of claim?.times ?? []) if (time.edtf !== null) add(time.at, time.edtf, timeWords(time));
    for (const figure of claim?.figures ?? []) {
      if (figure.unit !== null) add(figure.at, figureWords(figure), `Figure: ${figureWords(figure)}`);
    }
  }
  return [...hints.values()].sort((a, b) => a.offset - b.offset);
}

const plain = (words: string) => words.toLowerCase().replace(/\s+/g, ' ').trim();
