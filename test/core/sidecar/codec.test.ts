import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import type { MentionRecord, Place } from '../../../src/core/model/records.ts';
import { decodeSidecar } from '../../../src/core/sidecar/decodeSidecar.ts';
import { EncodedRecords } from '../../../src/core/sidecar/encodedRecords.ts';
import { serialiseSidecar, sidecarPieces } from '../../../src/core/sidecar/encodeSidecar.ts';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar.ts';
import { emptyTable } from '../../../src/core/store/recordTable.ts';
import { annotatedText } from './arbitraryAnnotations.ts';

function load(json: string, text: string) {
  const parsed = parseSidecar(json);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return decodeSidecar(parsed.value, new TextBlocks(text)).dossier;
}

/** Adds a field that no version knows to every object of the file, but not among the records' ids. */
function spoil(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => spoil(item));
  if (typeof value !== 'object' || value === null) return value;
  const kinds = ['entities', 'mentions', 'claims', 'quotations', 'relations', 'notes'];
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    spoil(inner, !isMap && kinds.includes(key) && 'format' in value),
  ]);
  return { ...Object.fromEntries(entries), ...(isMap ? {} : { zFuture: { constructor: [1, null] }, aFuture: 'kept' }) };
}

describe('the sidecar codec', () => {
  it('loads what it saved, and saves it with the same bytes', () => {
    fc.assert(
      fc.property(annotatedText, ({ text, annotations }) => {
        const blocks = new TextBlocks(text);
        const json = serialiseSidecar({ source: { path: 'a.txt' }, annotations }, blocks);
        const dossier = load(json, text);
        expect(dossier.annotations).toEqual(annotations);
        expect(serialiseSidecar(dossier, blocks)).toBe(json);
      }),
      { numRuns: 100 },
    );
  });

  it('saves with the same bytes what it encoded before, also when records and the text changed since', () => {
    fc.assert(
      fc.property(annotatedText, annotatedText, (first, second) => {
        const encoded = new EncodedRecords((json) => json);
        const blocks = new Map([first, second].map(({ text }) => [text, new TextBlocks(text)]));
        for (const { text, annotations } of [first, first, second, first]) {
          const own = blocks.get(text) as TextBlocks;
          const dossier = { source: {}, annotations };
          expect([...sidecarPieces(dossier, own, encoded)].join('')).toBe(serialiseSidecar(dossier, own));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('saves with the same bytes what it encoded before one record was added, decided on or removed', () => {
    fc.assert(
      fc.property(annotatedText, fc.nat({ max: 200 }), ({ text, annotations }, which) => {
        const encoded = new EncodedRecords((json) => json);
        const blocks = new TextBlocks(text);
        const mentions = annotations.mentions as Map<string, MentionRecord>;
        const [mention] = mentions.values();
        const unchanged = () => {
          const saved = [...sidecarPieces({ source: {}, annotations }, blocks, encoded)].join('');
          expect(saved).toBe(serialiseSidecar({ source: {}, annotations }, blocks));
        };
        unchanged();
        if (!mention) return;
        // Ids that begin alike are encoded together.
        for (let i = 0; i <= 200; i += 2) mentions.set(`m_same${i}`, { ...mention, id: `m_same${i}` });
        unchanged();
        const id = `m_same${which}`;
        mentions.set(id, { ...mention, id, note: 'decided' });
        unchanged();
        mentions.delete(id);
        unchanged();
      }),
      { numRuns: 60 },
    );
  });

  it('saves what was there when it began, whatever is decided while it writes', () => {
    const [{ text, annotations } = { text: '', annotations: emptyTable() }] = fc
      .sample(annotatedText, { seed: 1, numRuns: 50 })
      .filter((one) => one.annotations.mentions.size > 1);
    const blocks = new TextBlocks(text);
    const expected = serialiseSidecar({ source: {}, annotations }, blocks);
    let json = '';
    for (const piece of sidecarPieces({ source: {}, annotations }, blocks, new EncodedRecords((json) => json))) {
      json += piece;
      annotations.mentions.clear();
    }
    expect(json).toBe(expected);
  });

  it('keeps unknown fields at every level', () => {
    fc.assert(
      fc.property(annotatedText, ({ text, annotations }) => {
        const blocks = new TextBlocks(text);
        const spoiled = spoil(JSON.parse(serialiseSidecar({ source: {}, annotations }, blocks)));
        const json = serialiseSidecar(load(JSON.stringify(spoiled), text), blocks);
        expect(JSON.parse(json)).toEqual(spoiled);
        expect(serialiseSidecar(load(json, text), blocks)).toBe(json);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every orphan byte for byte when the whole text is another', () => {
    fc.assert(
      fc.property(annotatedText, ({ text, annotations }) => {
        const json = serialiseSidecar({ source: {}, annotations }, new TextBlocks(text));
        const other = new TextBlocks('Something else entirely.');
        const again = serialiseSidecar(load(json, other.text), other);
        const withoutHash = (file: string) => file.replace(/"sha256": "[0-9a-f]+"/, '');
        expect(withoutHash(again)).toBe(withoutHash(json));
      }),
      { numRuns: 60 },
    );
  });
});

describe('words at the end of a line', () => {
  const blocks = new TextBlocks('One two\n\n  three\nfour');
  const place = (start: number, end: number, more: Partial<Place> = {}): Place => ({
    ...{ spans: [{ start, end }], exact: blocks.text.slice(start, end), anchor: 'anchored' },
    ...more,
  });
  const reopened = (written: Place) => {
    const mention = {
      id: 'm_1',
      state: 'added',
      origin: 'person',
      place: written,
      entity: 'e_1',
      form: 'name',
    } as const;
    const entity = { id: 'e_1', state: 'added', origin: 'person', type: 'other', name: 'x', aliases: [] } as const;
    const annotations = {
      ...emptyTable(),
      mentions: new Map([['m_1', mention]]),
      entities: new Map([['e_1', entity]]),
    };
    const parsed = parseSidecar(serialiseSidecar({ source: {}, annotations }, blocks));
    if (!parsed.ok) throw new Error(parsed.error.message);
    return decodeSidecar(parsed.value, blocks).dossier.annotations.mentions.get('m_1')?.place;
  };

  it.each([
    ['a break behind them', 0, 8, 'One two'],
    ['breaks and blanks before them', 7, 16, 'three'],
    ['breaks between them', 4, 16, 'two\n\n  three'],
  ])('come back without %s', (_, start, end, words) => {
    expect(reopened(place(start, end))).toMatchObject({ anchor: 'anchored', exact: words });
  });

  it('leave a readable sidecar where only breaks are left of words that were changed', () => {
    const stored = { at: [{ block: '00000000', start: 0, end: 4 }], quote: { exact: 'gone', prefix: '', suffix: '' } };
    expect(reopened(place(7, 9, { anchor: 'changed', exact: 'gone', stored }))).toMatchObject({ anchor: 'orphan' });
  });
});
