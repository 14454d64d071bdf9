import { describe, expect, it } from 'vitest';
import { lintAnnotations } from '../../../src/core/lint/lintAnnotations.ts';
import type { ClaimRecord } from '../../../src/core/model/records.ts';
import { ArticleBuilder } from '../present/articleBuilder.ts';

const TEXT = `Port of Zandermeer closed
Officials said at least 60 ships waited off Zandermeer. Between 1,500 and 2,200 workers of Zandermeer went home.
The mayor of Zandermer blamed the storm, which killed twelve.`;

type Fields = Parameters<ArticleBuilder['claim']>[1];

function findingsOf(words: string, fields: Fields) {
  const built = new ArticleBuilder(TEXT);
  built.claim(words, fields);
  return lintAnnotations(built.index(), TEXT).map(({ rule, message }) => `${rule}: ${message}`);
}

const figure = (value: number, max?: number): ClaimRecord['figures'][number] => ({
  ...{ at: [], op: '>=', value, unit: null, what: null },
  ...(max === undefined ? {} : { max }),
});

describe('the lint of claims', () => {
  it.each<[string, string, Fields, readonly string[]]>([
    ['a suggestion is let be', 'the storm', { verdict: 'refuted' }, []],
    ['a rejected one too', 'the storm', { state: 'rejected', verdict: 'refuted' }, []],
    [
      'a verdict without evidence',
      'the storm',
      { state: 'accepted', verdict: 'refuted' },
      ['noEvidence: The verdict “refuted” has no evidence yet.'],
    ],
    [
      'a verdict with evidence',
      'the storm',
      {
        state: 'accepted',
        verdict: 'refuted',
        evidence: [{ kind: 'url', ref: 'https://a.example', stance: 'against' }],
      },
      [],
    ],
    ['what cannot be verified needs none', 'the storm', { state: 'accepted', verdict: 'unverifiable' }, []],
    [
      'a reported claim without a source',
      'at least 60 ships waited',
      { state: 'accepted', by: { voice: 'indirect' } },
      ['noSource: Nobody is named as the source of this reported claim.'],
    ],
    [
      'a source that is only words',
      'at least 60 ships waited',
      { state: 'accepted', by: { voice: 'indirect', sourceAt: [{ start: 26, end: 35 }] } },
      [],
    ],
    ['the same figure', 'at least 60 ships waited', { state: 'accepted', figures: [figure(60)] }, []],
    [
      'another figure',
      'at least 60 ships waited',
      { state: 'edited', figures: [figure(70)] },
      ['otherFigure: The claim says 70, which its words in the article do not.'],
    ],
    [
      'another figure in the restatement',
      'at least 60 ships waited',
      { state: 'edited', text: 'At least 70 ships waited.' },
      ['otherFigure: The claim says 70, which its words in the article do not.'],
    ],
    [
      'figures in words',
      'killed twelve',
      { state: 'edited', text: '12 people were killed.', figures: [figure(12)] },
      [],
    ],
    ['a range', 'Between 1,500 and 2,200 workers', { state: 'edited', figures: [figure(1500, 2200)] }, []],
    [
      'half a range',
      'Between 1,500 and 2,200 workers',
      { state: 'edited', figures: [figure(1500, 2300)] },
      ['otherFigure: The claim says 2,300, which its words in the article do not.'],
    ],
  ])('%s', (_, words, fields, expected) => {
    expect(findingsOf(words, fields)).toEqual(expected);
  });
});

describe('the lint of entities', () => {
  function port(kind: 'name' | 'variant', state: 'accepted' | 'suggested' = 'accepted') {
    const built = new ArticleBuilder(TEXT);
    const id = built.entity('Zandermeer', 'location', { state, aliases: [{ name: 'Zandermer', kind }] });
    for (const nth of [0, 1, 2]) built.mention(id, 'Zandermeer', nth);
    built.mention(id, 'Zandermer');
    return lintAnnotations(built.index(), TEXT);
  }

  it('names an alias that stands once and differs by a letter', () => {
    const [finding, ...more] = port('variant');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'misspeltAlias', alias: 'Zandermer' });
    expect(finding?.message).toBe('“Zandermer” may be a misspelling of “Zandermeer”.');
    expect(finding?.spans.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['Zandermer']);
  });

  it('lets names be that a person vouched for, and suggestions', () => {
    expect(port('name')).toEqual([]);
    expect(port('variant', 'suggested')).toEqual([]);
  });

  it.each([
    ['Al-Noor', 'Al-Nour 2'],
    ['Iran', 'Iraq'],
    ['Ben Carter', 'Carter'],
    ['Marine One', 'MARINE ONE'],
    ['North Korea', 'South Korea'],
  ])('does not take %s for a slip of %s', (name, alias) => {
    const text = `${name}, ${name}, ${alias}`;
    const built = new ArticleBuilder(text);
    const id = built.entity(name, 'other', { state: 'accepted', aliases: [{ name: alias, kind: 'variant' }] });
    built.mention(id, name);
    built.mention(id, name, 1);
    built.mention(id, alias, alias === 'Carter' ? 2 : 0);
    expect(lintAnnotations(built.index(), text)).toEqual([]);
  });
});
