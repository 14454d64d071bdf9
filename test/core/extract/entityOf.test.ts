import { describe, expect, test } from 'vitest';
import { entityOf } from '../../../src/core/extract/claims/entityOf.ts';
import type { ExtractedMention } from '../../../src/core/extract/extraction.ts';
import { SpanList } from '../../../src/core/extract/spanList.ts';

/** The name that stands for the whole phrase, or null; `names` are the mentions in the text. */
function headOf(phrase: string, names: readonly string[]): string | null {
  const mentions = names.map((name, entity): ExtractedMention => {
    const start = phrase.indexOf(name);
    return { start, end: start + name.length, entity, form: 'name', origin: 'rule:test', score: 1 };
  });
  const index = new SpanList(mentions);
  const entity = entityOf(phrase, { start: 0, end: phrase.length }, index);
  return entity === null ? null : (names[entity] ?? null);
}

describe('the entity that a phrase stands for', () => {
  test.each([
    ['a name alone', 'Mara Lind', ['Mara Lind'], 'Mara Lind'],
    ['a name with an apposition', 'Mara Lind, editor of the Harbour Post', ['Mara Lind', 'Harbour Post'], 'Mara Lind'],
    ['a space before the comma', 'Mara Lind , editor of the Harbour Post', ['Mara Lind', 'Harbour Post'], 'Mara Lind'],
    ['a title before the name', 'the analyst Mara Lind', ['Mara Lind'], 'Mara Lind'],
    ['a name behind its description', 'the chief economist of the bank, Mara Lind', ['Mara Lind'], 'Mara Lind'],
    ['a place behind a place', 'residents of Paris, France', ['Paris', 'France'], null],
    ['a name that only qualifies', 'Norwegian spy agencies', ['Norwegian'], null],
    ['a name that only lacks its noun', 'The Norwegian Harbour Guard service', ['Harbour Guard'], 'Harbour Guard'],
    ['a place before a noun', 'the Oslo group', ['Oslo'], null],
    ['no name', 'two officials', [], null],
  ])('%s', (_, phrase, names, head) => {
    expect(headOf(phrase, names)).toBe(head);
  });
});
