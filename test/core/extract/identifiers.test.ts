import { describe, expect, test } from 'vitest';
import type { ArticleDocument } from '../../../src/core/extract/document.ts';
import { findIdentifiers } from '../../../src/core/extract/identifiers/findIdentifiers.ts';

function found(text: string, zones: ArticleDocument['zones'] = []): string[] {
  return findIdentifiers({ text, zones, sentences: [] }).map(
    ({ start, end, kind, value }) => `${kind} ${text.slice(start, end)} = ${value}`,
  );
}

describe('identifiers are found with their normalised value', () => {
  test.each([
    ['Write to Desk@Example.ORG.', 'email Desk@Example.ORG = desk@example.org'],
    ['See https://Example.com/News_1, please', 'web https://Example.com/News_1 = https://example.com/News_1'],
    ['(see www.example.net/a_(b))', 'web www.example.net/a_(b) = https://www.example.net/a_(b)'],
    ['served from hxxp://bad[.]example[.]com/x today', 'web hxxp://bad[.]example[.]com/x = http://bad.example.com/x'],
    ['posted by @Desk_News on Monday', 'handle @Desk_News = @desk_news'],
    ['the server 192.0.2.17, he said', 'ip 192.0.2.17 = 192.0.2.17'],
    ['Call +44 20 7946 0018 now', 'phone +44 20 7946 0018 = +442079460018'],
    ['Call (212) 555-0143.', 'phone (212) 555-0143 = +12125550143'],
    ['found at 34.5553, 69.2075.', 'coordinates 34.5553, 69.2075 = 34.5553,69.2075'],
    ['at 34°30′N 69°12′E', 'coordinates 34°30′N 69°12′E = 34.5,69.2'],
    ['grid 42SWD1234567890 there', 'coordinates 42SWD1234567890 = 42SWD1234567890'],
    ['to DE89 3704 0044 0532 0130 00.', 'iban DE89 3704 0044 0532 0130 00 = DE89370400440532013000'],
    [
      'sent to 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2',
      'wallet 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 = 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2',
    ],
    [
      'sent to BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
      'wallet BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4 = bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    ],
    [
      'md5 D41D8CD98F00B204E9800998ECF8427E',
      'hash D41D8CD98F00B204E9800998ECF8427E = d41d8cd98f00b204e9800998ecf8427e',
    ],
    ['a van with the licence plate AB-12 CDE left', 'plate AB-12 CDE = AB12CDE'],
    ['a car, registration number B·KL 4711, burned', 'plate B·KL 4711 = BKL4711'],
    ['the jet, registered as N628TS, landed', 'plate N628TS = N628TS'],
    ['the tanker (IMO 9074729) sank', 'ship IMO 9074729 = IMO 9074729'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('what only looks like an identifier is left alone', () => {
  test.each([
    ['a phone number with too few digits', 'room +1 234'],
    ['a count', '1,500,000 people on 12-08-2021'],
    ['an IBAN whose checksum fails', 'DE89 3704 0044 0532 0130 01'],
    ['a wallet whose checksum fails', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3'],
    ['a company named like a host', 'Shares of Example.com rose'],
    ['impossible coordinates', '97.1234, 12.1234'],
    ['a ship number whose checksum fails', 'the tanker IMO 9074728'],
    ['registration in words', 'Registration opens in MAY 2021 for the plate of ACME'],
    ['a number that is registered', 'He registered 500 voters and ate from 12 plates'],
    ['a version number', 'version 1.2.3.400'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

test('identifiers in the furniture of the page are left out', () => {
  const text = 'Follow @desk\nAsk @press today';
  expect(found(text, [{ start: 0, end: 12, kind: 'furniture', origin: 'rule:test', score: 1 }])).toEqual([
    'handle @press = @press',
  ]);
});

test('the time grows with the length of hostile text, not faster', () => {
  const time = (text: string): number => {
    const began = performance.now();
    found(text);
    return performance.now() - began;
  };
  for (const piece of ['a.', '1-', '+1', '@a', 'www.', '((', '0x', 'a@b.', '3.1', '1°', 'plate A', 'tag 1A ']) {
    time(piece.repeat(4_000));
    const short = Math.max(time(piece.repeat(20_000)), 5);
    expect(time(piece.repeat(80_000)) / short, piece).toBeLessThan(16);
  }
});
