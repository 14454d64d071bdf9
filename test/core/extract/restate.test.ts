import { describe, expect, it } from 'vitest';
import { plainWords, restate } from '../../../src/core/extract/claims/restate.ts';

describe('restating a claim', () => {
  it.each<[string, string, string | null, boolean, string]>([
    ['a pronoun', 'he left the party', 'Nils Berg', false, 'Nils Berg left the party'],
    ['a contracted pronoun', "she's the new head", 'Ira Lund', false, 'Ira Lund is the new head'],
    ['"has" in short', "he's faced so many trials", 'Nils Berg', false, 'Nils Berg has faced so many trials'],
    ['"has been" in short', "she's been ill", 'Ira Lund', false, 'Ira Lund has been ill'],
    ['"is" before a participle', "he's wanted by the police", 'Nils Berg', false, 'Nils Berg is wanted by the police'],
    ['"as well as" in front', 'As well as Oslo she ran Bergen', null, false, 'As well as Oslo she ran Bergen'],
    ['"as many as" in front', 'As many as 30 may be dead', null, false, 'As many as 30 may be dead'],
    ['a missing subject', 'left the party', 'Nils Berg', true, 'Nils Berg left the party'],
    ['a relative pronoun', 'which fell in May', 'The roof', true, 'The roof fell in May'],
    ['an object', 'which it shares with Malmö', 'the harbour', true, 'It shares the harbour with Malmö'],
    ['"it" for a clause', 'it is clear that the dam holds', 'Oslo', false, 'It is clear that the dam holds'],
    ['a conjunction in front', 'While the crew slept on deck', null, false, 'The crew slept on deck'],
    ['an object of a name', 'who Oslo considers lost', 'the crew', true, 'Oslo considers the crew lost'],
    ['an object with auxiliaries', 'which the board has not sold', 'the mill', true, 'The board has not sold the mill'],
    ['a phrase in front of a clause', 'since the war, the roof leaks', null, false, 'Since the war, the roof leaks'],
    ['what somebody denies', 'which he denied in court', 'the murder', true, 'He denied this in court'],
    ['what somebody is', 'as a girl she was sent away', null, false, 'As a girl she was sent away'],
    [
      'a day that "this" points to',
      'this past Friday, the princess left',
      'Ann Lee',
      false,
      'This past Friday, the princess left',
    ],
    ['"this" alone', 'this led to a strike', 'The vote', false, 'The vote led to a strike'],
    ['glued words', 'the crew retreated inNorway', null, false, 'The crew retreated in Norway'],
    ['a torn dash', 'left', 'Nils Berg –', true, 'Nils Berg left'],
  ])('%s', (_, words, subject, missing, expected) => {
    expect(restate(plainWords(words), subject, missing)).toBe(expected);
  });
});
