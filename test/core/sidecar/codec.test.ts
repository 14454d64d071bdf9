import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import { decodeSidecar } from '../../../src/core/sidecar/decodeSidecar.ts';
import { EncodedRecords, serialiseSidecar, sidecarPieces } from '../../../src/core/sidecar/encodeSidecar.ts';
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
        const encoded = new EncodedRecords();
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

  it('saves what was there when it began, whatever is decided while it writes', () => {
    const [{ text, annotations } = { text: '', annotations: emptyTable() }] = fc
      .sample(annotatedText, { seed: 1, numRuns: 50 })
      .filter((one) => one.annotations.mentions.size > 1);
    const blocks = new TextBlocks(text);
    const expected = serialiseSidecar({ source: {}, annotations }, blocks);
    let json = '';
    for (const piece of sidecarPieces({ source: {}, annotations }, blocks, new EncodedRecords())) {
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
