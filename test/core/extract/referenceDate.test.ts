import { describe, expect, it } from 'vitest';
import { segmentArticle } from '../../../src/core/extract/segment/segmentArticle.ts';
import { findReferenceDate } from '../../../src/core/extract/times/referenceDate.ts';

const BODY =
  'The bridge over the river came down early in the morning, the fire brigade said, and two cars fell into the water.\n\nNobody was hurt. The road stays closed for weeks, and the harbour office asked drivers to take the tunnel.';

function dateOf(head: string) {
  const text = `${head}${BODY}`;
  return findReferenceDate({ text }, segmentArticle(text));
}

describe('the date of an article from its head', () => {
  it.each([
    ['the dateline of an agency', 'Bridge falls in Halvik\n\nHALVIK, Norway, May 7, 2024 (Agency) - ', '2024-05-07'],
    ['a dateline with a clock', 'Bridge falls in Halvik\n\nHalvik, 10 September 2024, 07:30 CEST - ', '2024-09-10'],
    [
      'the day of publication, not of the last change',
      'Bridge falls in Halvik\n\nBy Anna Lindqvist\nJune 12, 2024, 6:42 PM · 5 min read\nUpdated June 13, 2024\n\n',
      '2024-06-12',
    ],
    [
      'the line below the headline, not the day of the site above it',
      'Saturday, October 5, 2024\nBridge falls in Halvik\nAnna Lindqvist  Oct. 3, 2024 at 4:12 p.m.\n\n',
      '2024-10-03',
    ],
    ['the day of a change where there is no other', 'Bridge falls in Halvik\nUpdated June 13, 2024\n\n', '2024-06-13'],
    ['the line of the author', 'Bridge falls in Halvik\n\nBy Anna Lindqvist, 20 June 2023\n\n', '2023-06-20'],
    [
      'a line with bars',
      'Bridge falls in Halvik\nAnna Lindqvist  7 November 2024, 18:05 | 3 min read | 41 comments\n\n',
      '2024-11-07',
    ],
    ['a line with "Posted"', 'Bridge falls in Halvik\nPosted May 23, 2019 by Anna | 41 comments\n\n', '2019-05-23'],
    ['a date with dots, day first', 'Bridge falls in Halvik\n12.06.2025, translated automatically\n\n', '2025-06-12'],
    ['a month in lower case', 'Bridge falls in Halvik\nOf our reporter, 8 march 2019\n\n', '2019-03-08'],
    [
      'a month between two "of"',
      'Bridge falls in Halvik\nThe Daily - Halvik, Friday 14 of June of 2024\n\n',
      '2024-06-14',
    ],
  ])('%s', (_, head, wanted) => {
    expect(dateOf(head).value).toBe(wanted);
  });

  it.each([
    ['no date at all', 'Bridge falls in Halvik\n\n'],
    ['a date with a wrong weekday', 'Bridge falls in Halvik\nHalvik | Monday, May 7, 2024\n\n'],
    ['a date in the headline', 'What happened in Halvik on 7 May 2014\n\n'],
    ['a date within a line', 'Bridge falls in Halvik\n\nStorm of 7 May 2014 took two bridges\n\n'],
    ['a date in a sentence of prose', 'Bridge falls in Halvik\n\nOn 7 May 2014 the bridge was opened by the king.\n\n'],
    [
      "the site's date above the headline, where the text names earlier years",
      'Home | March 25, 2023 | World\n\nBridge falls in Halvik\n\nIn 2018 the bridge was painted, and in 2019 it was checked by two engineers from the ministry.\n\n',
    ],
  ])('unknown with %s', (_, head) => {
    expect(dateOf(head).value).toBeNull();
  });

  it('keeps the day of a dateline without a year, for those who know the year', () => {
    expect(dateOf('Bridge falls in Halvik\n\nHALVIK, Norway, March 12 (Agency) - ')).toMatchObject({
      value: null,
      monthDay: '03-12',
    });
  });
});
