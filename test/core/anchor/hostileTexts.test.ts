import { describe, expect, it } from 'vitest';
import { describe as describeSpans } from '../../../src/core/anchor/describe.ts';
import { resolveAll } from '../../../src/core/anchor/resolve.ts';
import { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import { TextMap } from '../../../src/core/anchor/textMap.ts';
import { occurrences } from '../store/sampleArticle.ts';

/** The old text of so many words or lines, in which every 97th space or line end then gets new words. */
const TEXTS: readonly [name: string, textOf: (count: number) => string][] = [
  [
    'one line',
    (count) => Array.from({ length: count }, (_, n) => (n % 10 ? `w${(n * 7919) % 5003}` : 'Kabul')).join(' '),
  ],
  ['one word again and again', (count) => 'Kabul '.repeat(count)],
  [
    'two words in no order',
    (count) => Array.from({ length: count }, (_, n) => ((n * n) % 7 < 3 ? 'Kabul' : 'fell')).join(' '),
  ],
  ['one line again and again', (count) => 'Kabul is calm.\n'.repeat(count)],
];

/** Processor time in milliseconds. */
function cost(textOf: (count: number) => string, count: number, mapped: boolean): number {
  const old = textOf(count);
  let spaces = 0;
  const now = old.replace(/[ \n]/g, (space) => (++spaces % 97 === 0 ? `${space}new${space}` : space));
  const spans = occurrences(old, 'Kabul').filter((_, n) => n % 8 === 0);
  const started = process.cpuUsage().user;
  const blocks = new TextBlocks(old);
  const selectors = spans.map((span) => describeSpans(blocks, [span]));
  resolveAll(selectors, new TextBlocks(now), { sameText: false, map: mapped ? new TextMap(old, now) : null });
  return (process.cpuUsage().user - started) / 1000;
}

describe('a text made to be slow costs about twice as much when it is twice as long', () => {
  for (const [name, textOf] of TEXTS) {
    it.each([true, false])(
      `${name}; old text at hand: %s`,
      (mapped) => {
        cost(textOf, 4000, mapped);
        const rounds = [1, 2, 3].map(() => ({
          half: cost(textOf, 8000, mapped),
          whole: cost(textOf, 16_000, mapped),
        }));
        // A few milliseconds more or less are chance.
        expect(Math.min(...rounds.map(({ half, whole }) => whole / (half + 20)))).toBeLessThan(3.2);
      },
      60_000,
    );
  }
});
