import { describe, expect, test } from 'vitest';
import { fieldAnswers } from '../../../../src/core/corpus/statements/fieldAnswers.ts';
import { FIELDS } from '../../../../src/core/corpus/statements/fields.ts';
import { segmentArticle } from '../../../../src/core/extract/segment/segmentArticle.ts';

function answersIn(text: string) {
  return segmentArticle(text)
    .sentences.flatMap((sentence) => fieldAnswers(sentence))
    .map(({ field, value, negated, start, end }) => [
      field,
      `${negated ? 'not ' : ''}${value}`,
      text.slice(start, end),
    ]);
}

describe('values that exclude each other', () => {
  test.each([
    ['a weapon', 'The robber carried a revolver.', [['weapon', 'pistol', 'revolver']]],
    ['several words', 'He had a submachine gun.', [['weapon', 'machine gun', 'submachine gun']]],
    ['a way to end', 'The robber gave himself up.', [['how it ended', 'surrendered', 'gave himself up']]],
    [
      'a cause with a word that asks for one',
      'The fire was caused by a short circuit.',
      [['cause', 'an electrical fault', 'short circuit']],
    ],
    ['a lamp is no cause', 'He sold candles and lightning rods, and knew what a short circuit is.', []],
    ['what is ruled out', 'Police ruled out arson as the cause.', [['cause', 'not arson', 'arson']]],
    ['what is not there', 'He was not armed.', [['armed or unarmed', 'not armed', 'armed']]],
    [
      'a denial of the clause before is none of this',
      'It was no accident, but the cause was lightning.',
      [
        ['deliberate or accidental', 'not accidental', 'accident'],
        ['cause', 'lightning', 'lightning'],
      ],
    ],
  ])('%s', (_, text, wanted) => {
    expect(answersIn(text)).toEqual(wanted);
  });

  test('no words stand for two values of one field', () => {
    const twice = FIELDS.flatMap(({ name, values }) => {
      const forms = Object.values(values).flatMap((words) => [...new Set(words.split(', '))]);
      return forms.filter((form, i) => forms.indexOf(form) !== i).map((form) => `${name}: ${form}`);
    });
    expect(twice).toEqual([]);
  });

  test('a hostile sentence is read in a time that grows with its length', () => {
    const text = `${'gave himself '.repeat(20_000)}up.`;
    expect(answersIn(text)).toHaveLength(1);
  });
});
