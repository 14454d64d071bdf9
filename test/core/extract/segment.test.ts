import { describe, expect, it } from 'vitest';
import { segmentArticle } from '../../../src/core/extract/segment/segmentArticle.ts';

const zonesOf = (text: string) =>
  segmentArticle(text).zones.map((z) => `${z.kind}: ${text.slice(z.start, z.end).replaceAll('\n', ' / ')}`);
const sentencesOf = (text: string) => segmentArticle(text).sentences.map((s) => text.slice(s.start, s.end));

describe('zones', () => {
  it('takes site name, slogan and date above the headline for furniture, and the breadcrumb behind it', () => {
    const text =
      'June 2, 2022\n\nThe Daily Sample\n\nAll That Matters Today\n\nRiver floods three towns, is the dam to blame? Europe | News\n\nThe river rose by two metres on Monday.\n\nPeople left their homes.';
    expect(zonesOf(text)).toEqual([
      'furniture: June 2, 2022',
      'furniture: The Daily Sample',
      'furniture: All That Matters Today',
      'headline: River floods three towns, is the dam to blame?',
      'furniture: Europe | News',
      'body: The river rose by two metres on Monday.',
      'body: People left their homes.',
    ]);
  });

  it.each([
    ['a caption with its agency', 'A man stands in the water. (Reuters).'],
    ['a credit alone', 'Getty Images'],
    ['a link with a label', 'Read also: Why the dam is old'],
    ['a link with bars', 'Live | Europe: All news of the flood'],
    ['a byline', 'By Ann Example'],
    ['a newsletter box', 'Sign up for our newsletter'],
  ])('takes %s for furniture', (_, line) => {
    const text = `Dam breaks in the north of the country\n\nThe dam broke on Monday.\n\n${line}\n\nThe mayor said that help was on its way.`;
    expect(zonesOf(text)).toContain(`furniture: ${line}`);
  });

  it('takes a sentence about sources for prose', () => {
    const line = 'Sources close to the mayor say he will go.';
    const text = `Dam breaks in the north of the country\n\nThe dam broke on Monday.\n\n${line}\n\nHelp was on its way.`;
    expect(zonesOf(text)).toContain(`body: ${line}`);
  });

  it('takes what follows a box head at the end for furniture', () => {
    const text = `Dam breaks in the north\n\n${'The dam broke on Monday and the water came. '.repeat(8)}\n\nRecommended video\n\nA cat sleeps on a piano.`;
    expect(zonesOf(text).at(-1)).toBe('furniture: A cat sleeps on a piano.');
  });

  it('parts a heading glued to the end of a paragraph', () => {
    const text =
      'Dam breaks in the north\nThe dam broke on Monday. The water rose fast. The long history of the dam\nIt was built in 1911. Engineers had warned of cracks.';
    expect(zonesOf(text)).toContain('heading: The long history of the dam');
  });

  it('gives the first words of a sentence back that the headline swallowed', () => {
    const text = 'What is known of the flood in the valley UNESCO\nhas called for help. The water is still rising.';
    expect(sentencesOf(text)).toEqual([
      'What is known of the flood in the valley',
      'UNESCO\nhas called for help.',
      'The water is still rising.',
    ]);
  });
});

describe('sentences', () => {
  it.each([
    ['glued words', 'They sent 300 soldiersBut it was too late.', ['They sent 300 soldiers', 'But it was too late.']],
    [
      'a missing space',
      'The bridge fell (in 1990).The road is closed.',
      ['The bridge fell (in 1990).', 'The road is closed.'],
    ],
    [
      'a missing space behind a name',
      'That is what we heard from Ann Lee.On the ward nobody slept.',
      ['That is what we heard from Ann Lee.', 'On the ward nobody slept.'],
    ],
    ['an address', 'The site Example.Com was closed in May.', ['The site Example.Com was closed in May.']],
    [
      'a false end between title and name',
      'He met the French president. Marie Curie, who was in town, smiled.',
      ['He met the French president. Marie Curie, who was in town, smiled.'],
    ],
    [
      'initials and abbreviations',
      'Mr. J. R. Smith met Gen. Lee in the U.S. on Monday. He left.',
      ['Mr. J. R. Smith met Gen. Lee in the U.S. on Monday.', 'He left.'],
    ],
    ['a quotation with its full stop', '“We are ready.” She left.', ['“We are ready.”', 'She left.']],
    ['decimal numbers', 'It grew by 3.5 percent. That is much.', ['It grew by 3.5 percent.', 'That is much.']],
  ])('mends %s', (_, text, expected) => {
    expect(sentencesOf(`A headline about nothing at all\n\n${text}`).slice(1)).toEqual(expected);
  });

  it('keeps camel-case names whole', () => {
    const text = 'A headline about nothing at all\n\nPaul McCartney used an iPhone and YouTube.';
    expect(sentencesOf(text)).toHaveLength(2);
  });
});
