import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignParagraphs } from '../../../src/core/align/alignParagraphs.ts';

const ORIGINAL = [
  'Der Bürgermeister ruft nach der Flut zur Ruhe auf',
  'Ada Lovelace, die Bürgermeisterin von Northport, sagte am Montag, dass mindestens 60 Häuser zerstört worden seien.',
  '„Wir werden jedes Haus wieder aufbauen“, sagte Lovelace.',
  'Die Gruppe Red Aid berichtete, dass Northport Nahrung braucht. Die Gruppe hat 12 Lastwagen.',
  'Northport war auch 1997 überflutet worden.',
];
const TRANSLATION = [
  'Mayor calls for calm after flood',
  'Ada Lovelace, the mayor of Northport, said on Monday that at least 60 houses were destroyed.',
  '"We will rebuild every house," Lovelace said.',
  'The Red Aid group reported that Northport needs food. The group has 12 trucks.',
  'Northport was flooded in 1997 as well.',
];
const shape = (a: readonly string[], b: readonly string[]) =>
  alignParagraphs(a, b).map(({ from, to }) => `${from.start}-${from.end}=${to.start}-${to.end}`);

describe('the paragraphs of an original and its translation', () => {
  test('go one by one', () => {
    const pairs = alignParagraphs(ORIGINAL, TRANSLATION);
    expect(shape(ORIGINAL, TRANSLATION)).toEqual(['0-1=0-1', '1-2=1-2', '2-3=2-3', '3-4=3-4', '4-5=4-5']);
    for (const { sure } of pairs) expect(sure).toBeGreaterThan(0.9);
  });

  test('two that the translation joined stand beside one', () => {
    const joined = [...TRANSLATION.slice(0, 2), `${TRANSLATION[2]} ${TRANSLATION[3]}`, TRANSLATION[4] as string];
    expect(shape(ORIGINAL, joined)).toEqual(['0-1=0-1', '1-2=1-2', '2-4=2-3', '4-5=3-4']);
  });

  test('are unsure where nothing tells them apart', () => {
    const pairs = alignParagraphs(Array(10).fill('Eins zwei drei.'), Array(9).fill('One two three.'));
    expect(Math.min(...pairs.map(({ sure }) => sure))).toBeLessThan(0.8);
  });

  test('each paragraph of both is in one pair, in order, whatever the texts are', () => {
    const paragraphs = fc.array(fc.string({ maxLength: 80 }), { maxLength: 30 });
    fc.assert(
      fc.property(paragraphs, paragraphs, (a, b) => {
        const end = { from: 0, to: 0 };
        for (const { from, to, sure } of alignParagraphs(a, b)) {
          expect([from.start, to.start]).toEqual([end.from, end.to]);
          expect(sure).toBeGreaterThanOrEqual(0);
          expect(sure).toBeLessThanOrEqual(1);
          Object.assign(end, { from: from.end, to: to.end });
        }
        expect(end).toEqual({ from: a.length, to: b.length });
      }),
    );
  });

  test('many against few still come to an end', () => {
    const many = Array.from({ length: 2000 }, (_, i) => `Paragraph ${i} of many.`);
    expect(alignParagraphs(many, ['One.']).at(-1)?.from.end).toBe(2000);
  });
});
