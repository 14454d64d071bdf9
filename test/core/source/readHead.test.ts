import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createExtractor } from '../../../src/core/extract/pipeline.ts';
import { cardOf } from '../../../src/core/source/metadata.ts';
import { readHead } from '../../../src/core/source/readHead.ts';
import { readModels } from '../../../src/node/readModels.ts';

const BODY = 'Mayor calls for calm after flood\n\nAda Lovelace said on Monday that 60 houses were destroyed.\n';
const FRONT = `---
title: "Mayor calls for calm"
author: [Ada Writer, Ben Writer]
publisher: { name: The Northport Herald }
date: 2021-08-26T23:10:00-04:00
url: https://example.org/flood
language: en_GB
translated_from: pt
---
`;
const PAGE = `<!DOCTYPE html>
<html lang="en-US"><head>
<title>Mayor calls for calm | Herald</title>
<meta property="og:title" content="Mayor calls &amp; waits">
<meta property="og:site_name" content="The Northport Herald">
<meta name="author" content="https://example.org/people/ada">
<link rel="canonical" href="https://example.org/flood">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
 {"@type":"WebPage","author":{"name":"The web team"},"datePublished":"2020-01-01"},
 {"@type":["NewsArticle"],"author":[{"@type":"Person","name":"Ada Writer"}],"datePublished":"2021-08-26T08:00Z"}]}</script>
</head><body>
`;

const cardIn = (text: string) => {
  const head = readHead(text);
  return head && cardOf(head.metadata);
};

describe('what stands before an article', () => {
  test('front matter fills the card', () => {
    expect(cardIn(FRONT + BODY)).toEqual({
      title: 'Mayor calls for calm',
      author: 'Ada Writer, Ben Writer',
      publisher: 'The Northport Herald',
      published: '2021-08-26',
      url: 'https://example.org/flood',
      language: 'en-GB',
      translatedFrom: 'pt',
    });
    expect(readHead(FRONT + BODY)?.end).toBe(FRONT.length - 1);
  });

  test('the head of a page fills the card, an article before the page that holds it', () => {
    expect(cardIn(PAGE + BODY)).toEqual({
      title: 'Mayor calls & waits',
      author: 'Ada Writer',
      publisher: 'The Northport Herald',
      published: '2021-08-26',
      url: 'https://example.org/flood',
      language: 'en-US',
    });
    expect(PAGE.slice(0, readHead(PAGE + BODY)?.end)).toMatch(/<body>$/);
  });

  test.each([
    ['prose', BODY],
    ['a rule of dashes', `---\n${BODY}---\n`],
    ['front matter without an end', FRONT.replace(/---\n$/, '') + BODY],
    ['a tag in prose', `Use <b>bold</b>. ${BODY}`],
  ])('%s has no head', (_, text) => {
    expect(readHead(text)).toBeNull();
  });

  test.each([
    ['a date that is none', 'date: 2021-02-31', {}],
    ['a date in words', 'date: Thursday, August 26, 2021', { published: '2021-08-26' }],
    ['a date with the wrong weekday', 'date: Friday, August 26, 2021', {}],
    ['an address that runs something', 'url: javascript:alert(1)', {}],
    ['a grade', 'reliability: B2', { reliability: 'B2' }],
    ['a grade that is none', 'reliability: very good', {}],
    ['a type of its own', 'title: !!js/function "x"', { title: 'x' }],
    ['the last of two of a name', 'title: One\ntitle: Two', { title: 'Two' }],
    ['aliases', 'a: &a [x, x]\ntitle: *a', {}],
    ['no YAML', 'title: "open', {}],
    ['a key of the prototype', '__proto__: x\ntitle: T', { title: 'T' }],
  ])('%s', (_, lines, card) => {
    expect(cardIn(`---\n${lines}\n---\n${BODY}`)).toEqual(card);
  });

  test.each([
    [
      'aliases that multiply',
      `---\na: &a [x]\n${Array.from({ length: 40 }, (_, i) => `b${i}: [*a,*a,*a]\n`).join('')}---\n`,
    ],
    ['deep YAML in flow', `---\na: ${'['.repeat(8000)}\n---\n`],
    ['deep YAML in lines', `---\na:\n${'- '.repeat(4000)}x\n---\n`],
    ['keys without an end', `---\n${'a: b\n'.repeat(100_000)}`],
    ['a page of tags', `<html>${'<div>'.repeat(100_000)}`],
    ['a tag without an end', `<html><meta content="${'x'.repeat(500_000)}`],
    ['many names', `<html>${'<meta name=a content=b>'.repeat(50_000)}`],
    ['deep JSON-LD', `<html><script type="application/ld+json">${'['.repeat(50_000)}</script>`],
    ['an open script', `<html><script type="application/ld+json">${'{"a":'.repeat(50_000)}`],
  ])('%s are bounded', (_, text) => {
    const started = performance.now();
    expect(readHead(text)?.metadata.size ?? 0).toBeLessThanOrEqual(500);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('no text makes it throw, and no field holds what a person could not have typed', () => {
    const line = fc.oneof(
      fc.constantFrom('---', 'title: x', '<html>', '<meta name=', '- [', '{"@type":"Report"'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = `---\n${lines.join('\n')}\n---\n`;
        const head = readHead(text);
        expect(head?.end ?? 0).toBeLessThanOrEqual(text.length);
        for (const value of Object.values(cardOf(head?.metadata ?? new Map()))) expect(value).not.toMatch(/[\n\r\t]/);
      }),
    );
  });
});

describe('the extraction', () => {
  const extractor = createExtractor({ models: readModels('src/core/lexicon/models') });

  test('reads no names in front matter, counts days from its date, and finds the same as without it', () => {
    const plain = extractor.extract({ text: BODY });
    const headed = extractor.extract({ text: FRONT + BODY });
    expect(headed.entities.map(({ name }) => name)).toEqual(plain.entities.map(({ name }) => name));
    expect(headed.mentions.map(({ start }) => start - FRONT.length)).toEqual(plain.mentions.map(({ start }) => start));
    expect(headed.zones[0]).toMatchObject({ kind: 'furniture', start: 0, end: FRONT.length - 1 });
    expect(headed.referenceDate).toMatchObject({ value: '2021-08-26', confidence: 0.95 });
    expect(headed.times[0]?.edtf).toBe('2021-08-23');
  });

  test('prefers the date of the head to a date line, and the given date to both', () => {
    const text = `${FRONT}Mayor calls for calm after flood\n\nAugust 30, 2021\n\nAda Lovelace said so on Monday.\n`;
    expect(extractor.extract({ text }).referenceDate.value).toBe('2021-08-26');
    expect(extractor.extract({ text, published: '2020-02-02' }).referenceDate.value).toBe('2020-02-02');
  });

  test('takes headline and byline where the text has no head', () => {
    const text = `Mayor calls for calm after flood\n\nBy Ada Writer\n\n${BODY.split('\n\n')[1]}`;
    expect(extractor.extract({ text }).card).toEqual({
      title: 'Mayor calls for calm after flood',
      author: 'Ada Writer',
    });
  });

  test('takes the agency of the dateline for the publisher', () => {
    const text = `Mayor calls for calm after flood\n\nNORTHPORT, Aug 26 (Meridian Wire) - ${BODY.split('\n\n')[1]}`;
    expect(extractor.extract({ text }).card.publisher).toBe('Meridian Wire');
  });
});
