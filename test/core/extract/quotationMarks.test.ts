import { describe, expect, it } from 'vitest';
import { findQuoted } from '../../../src/core/extract/quotations/marks.ts';

const inside = (text: string) => findQuoted(text).map((q) => text.slice(q.start, q.end));

describe('quotation marks', () => {
  it.each<[string, string, string[]]>([
    ['curly', 'He said “we go” and left.', ['we go']],
    ['straight', 'He said "we go" and left.', ['we go']],
    ['guillemets', 'He said «we go» and left.', ['we go']],
    ['German', 'He said „we go“ and left.', ['we go']],
    ['single', 'He said ‘we go’ and left.', ['we go']],
    ['with stray spaces', 'He said “ we go ” and left.', ['we go']],
    ['a closing mark of the wrong shape', 'He calls them “friends “, and left.', ['friends']],
    [
      'a reversed pair inside another',
      '“They open branches (” chapters “in their words) in the north”, he said.',
      ['They open branches (” chapters “in their words) in the north', 'chapters'],
    ],
    ['apostrophes', 'The Smiths’ dog and Ann’s cat didn’t meet.', []],
    ['an apostrophe inside', '“It’s the dog’s bone,” he said.', ['It’s the dog’s bone,']],
    ['nested', '“He told me ‘never again’ twice,” she said.', ['He told me ‘never again’ twice,', 'never again']],
    ['an opening mark without partner', 'One of the ‘rebels planning a coup. The man’s name is unknown.', []],
    ['the same before a name', 'One of the ‘Reds planning a coup. The man’s name is unknown.', []],
    ['speech that goes on in the next paragraph', 'He said: ‘We go. We come back.', ['We go. We come back.']],
  ])('%s', (_, text, expected) => {
    expect(inside(text)).toEqual(expected);
  });
});
