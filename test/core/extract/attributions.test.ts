import { describe, expect, it } from 'vitest';
import { createStatementReader } from '../../../src/core/extract/attributions/findAttributions.ts';
import {
  lexiconPrint,
  STATEMENT_MODEL_KIND,
  STATEMENT_MODEL_VERSION,
} from '../../../src/core/extract/attributions/statementModel.ts';
import { buildUnits } from '../../../src/core/extract/attributions/unit.ts';
import { NameModel } from '../../../src/core/extract/names/nameModel.ts';
import { segmentArticle } from '../../../src/core/extract/segment/segmentArticle.ts';
import { readModelFile } from '../../../src/core/lexicon/modelFile.ts';
import { readModels } from '../../../src/node/readModels.ts';

const models = readModels('src/core/lexicon/models');
const { lexicon } = new NameModel(models.names);
const reader = createStatementReader(models.statements, lexicon);

function attributionsOf(paragraph: string) {
  const text = `A headline about nothing at all\n\n${paragraph}`;
  const cut = (s: { start: number; end: number } | null) => s && text.slice(s.start, s.end);
  return buildUnits(segmentArticle(text), reader.forms)
    .units.flatMap((unit) => reader.read(unit))
    .map((a) => [cut(a.source), cut(a.cue), a.content.map(cut).join(' | '), a.kind]);
}

describe('attributions', () => {
  it.each<[string, string, unknown[][]]>([
    [
      'direct, behind',
      '“We will rebuild the bridge,” the mayor said on Monday.',
      [['the mayor', 'said', 'We will rebuild the bridge,', 'direct']],
    ],
    [
      'direct, inverted',
      '“We will rebuild the bridge,” said Ann Lee, head of the council.',
      [['Ann Lee, head of the council', 'said', 'We will rebuild the bridge,', 'direct']],
    ],
    [
      'an apposition before the cue',
      '“We are safe,” Ann Lee, the head of the council, said.',
      [['Ann Lee, the head of the council', 'said', 'We are safe,', 'direct']],
    ],
    [
      'indirect',
      'The ministry said that the bridge was unsafe.',
      [['The ministry', 'said', 'the bridge was unsafe', 'indirect']],
    ],
    [
      'indirect without "that"',
      'Officials said the bridge was unsafe.',
      [['Officials', 'said', 'the bridge was unsafe', 'indirect']],
    ],
    [
      'according to',
      'According to the ministry, the bridge was unsafe.',
      [['the ministry', 'According to', 'the bridge was unsafe', 'indirect']],
    ],
    [
      'according to, behind',
      'The bridge was unsafe, according to two engineers.',
      [['two engineers', 'according to', 'The bridge was unsafe', 'indirect']],
    ],
    [
      'behind the statement',
      'The bridge was unsafe, officials said.',
      [['officials', 'said', 'The bridge was unsafe', 'indirect']],
    ],
    [
      'inverted, without quotation marks',
      'The driver was not arrested, claims his lawyer Ann Lee.',
      [['his lawyer Ann Lee', 'claims', 'The driver was not arrested', 'indirect']],
    ],
    [
      'inverted, of many without an article',
      'The bridge was unsafe, said residents.',
      [['residents', 'said', 'The bridge was unsafe', 'indirect']],
    ],
    [
      'inverted, in the plural of the present',
      'The bridge must be closed, argue campaigners in Halvik.',
      [['campaigners in Halvik', 'argue', 'The bridge must be closed', 'indirect']],
    ],
    [
      'behind the statement, to somebody',
      'The bridge must be closed, the mayor told reporters on Friday.',
      [['the mayor', 'told', 'The bridge must be closed', 'indirect']],
    ],
    [
      'between a subject and its verb',
      'The fire, police believe, was started deliberately.',
      [['police', 'believe', 'The fire | was started deliberately', 'indirect']],
    ],
    [
      'inverted between a subject and its verb',
      'The road, says the mayor, was never closed.',
      [['the mayor', 'says', 'The road | was never closed', 'indirect']],
    ],
    [
      'reports that nobody is named for',
      'There are reports that the bridge has collapsed.',
      [[null, 'are reports', 'the bridge has collapsed', 'indirect']],
    ],
    [
      'no inversion behind a clause about the subject',
      'Ann Lee, who lives in Halvik, claims the house was hers.',
      [['Ann Lee, who lives in Halvik', 'claims', 'the house was hers', 'indirect']],
    ],
    [
      'a dash insert',
      '“The bridge is old – writes Ann Lee, engineer, on her blog – and it must be closed”.',
      [['Ann Lee, engineer', 'writes', 'The bridge is old | and it must be closed', 'direct']],
    ],
    [
      'according to an own account',
      'The union won the vote, according to its own account, by ten points.',
      [['The union', 'according to', 'The union won the vote | by ten points', 'indirect']],
    ],
    [
      'a quotation that goes on behind the report',
      '“The bridge is old,” said Ann Lee. “It must be closed before the winter comes.”',
      [['Ann Lee', 'said', 'The bridge is old, | It must be closed before the winter comes.', 'direct']],
    ],
    [
      'a document as the source',
      'The report found that the bridge was unsafe.',
      [['The report', 'found', 'the bridge was unsafe', 'indirect']],
    ],
  ])('%s', (_, paragraph, expected) => {
    expect(attributionsOf(paragraph)).toEqual(expected);
  });

  it('finds none where nobody says anything', () => {
    expect(attributionsOf('The bridge fell into the river and the road was closed.')).toEqual([]);
  });

  it('has a model that was trained with the word classes of the names model', () => {
    const { table } = readModelFile(models.statements, STATEMENT_MODEL_KIND, STATEMENT_MODEL_VERSION);
    expect(table('lexicon')[0]).toBe(lexiconPrint(lexicon));
  });
});
