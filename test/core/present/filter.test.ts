import { describe, expect, it } from 'vitest';
import type { RecordState } from '../../../src/core/model/types.ts';
import { parseFilter, passes } from '../../../src/core/present/filter.ts';

describe('a filter', () => {
  it.each(['', '   ', '\t\n'])('of nothing (%j) is none', (input) => expect(parseFilter(input)).toBeNull());

  it.each<[input: string, state: RecordState, text: string, kept: boolean]>([
    ['kabul', 'suggested', 'The fall of Kabul', true],
    ['KABUL fall', 'suggested', 'The fall of Kabul', true],
    ['kabul rise', 'suggested', 'The fall of Kabul', false],
    ['ab', 'suggested', 'Kabul', true],
    ['is:unreviewed', 'suggested', '', true],
    ['is:unreviewed', 'accepted', '', false],
    ['is:accepted', 'accepted', '', true],
    ['is:accepted', 'edited', '', true],
    ['is:accepted', 'added', '', true],
    ['is:accepted', 'suggested', '', false],
    ['is:edited', 'accepted', '', false],
    ['IS:Edited', 'edited', '', true],
    ['is:added', 'added', '', true],
    ['is:unreviewed is:added', 'added', '', true],
    ['is:rejected', 'rejected', '', true],
    ['is:rejected', 'accepted', '', false],
    ['is:unreviewed kabul', 'suggested', 'Herat', false],
    ['is:unreviewed kabul', 'accepted', 'Kabul', false],
    ['is:unknown', 'suggested', 'Kabul', false],
    ['is:unknown', 'suggested', 'what is:unknown means', true],
    ['constructor', 'suggested', 'Kabul', false],
    ['__proto__', 'suggested', 'Kabul', false],
    ['été', 'suggested', 'ÉTÉ', true],
  ])('%j on a record that is %s with the words %j: %s', (input, state, text, kept) => {
    expect(passes(parseFilter(input), state, () => text)).toBe(kept);
  });

  it('keeps everything where there is none', () => expect(passes(null, 'suggested', () => '')).toBe(true));
});
