import { describe, expect, it } from 'vitest';
import { toStandoff } from '../../../src/core/interchange/standoff/toStandoff.ts';
import { normaliseText, rawOffsets } from '../../../src/core/text/normalise.ts';
import { ARTICLE, extractSample } from '../store/sampleArticle.ts';

interface Standoff {
  readonly id: string;
  readonly entities: readonly { start: number; end: number; type: string; cluster?: string; name?: string }[];
  readonly claims: readonly { start: number; source: string | null; chain: string[]; figures: number[] }[];
  readonly figures: readonly { start: number; end: number; op: string; value: number }[];
}

describe('toStandoff', () => {
  const extraction = extractSample(ARTICLE);
  const standoff = toStandoff(extraction, { id: 'a' }) as Standoff;

  it('names clusters in the order of the extraction and types in capitals', () => {
    expect(standoff.entities[0]).toEqual({
      ...{ start: ARTICLE.indexOf('Ada'), end: ARTICLE.indexOf('Ada') + 12 },
      ...{ type: 'PERSON', form: 'name', cluster: 'e1', name: 'Ada Lovelace' },
    });
  });

  it('lists figures among the entities, in document order', () => {
    const starts = standoff.entities.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(standoff.entities.filter(({ type }) => type === 'QUANTITY')).toHaveLength(1);
    expect(standoff.figures[0]).toMatchObject({ op: '>=', value: 60 });
  });

  it('lets claims point to sources and figures', () => {
    expect(standoff.claims[0]).toMatchObject({ source: 'e1', chain: ['e1'], figures: [0] });
  });

  it('counts in the raw text: byte order mark and CRLF', () => {
    const raw = `\ufeff${ARTICLE.replaceAll('\n', '\r\n')}`;
    const options = { id: 'a', rawOffset: rawOffsets(raw) };
    const { entities } = toStandoff(extractSample(normaliseText(raw)), options) as Standoff;
    expect(entities.map(({ start, end }) => raw.slice(start, end))).toEqual(
      standoff.entities.map(({ start, end }) => ARTICLE.slice(start, end)),
    );
  });
});
