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

const attributionsOf = (paragraph: string) => readIn(`A headline about nothing at all\n\n${paragraph}`);

function readIn(text: string) {
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
      'between a verb and what completes it',
      'The bridge was old, but it was, engineers say, still safe.',
      [['engineers', 'say', 'it was | still safe', 'indirect']],
    ],
    [
      'between a subject and a verb that could be a noun',
      'The drug, its makers claim, halves the risk.',
      [['its makers', 'claim', 'The drug | halves the risk', 'indirect']],
    ],
    [
      'a source with a participle behind the statement',
      'Wages fell for a third year, figures released by the labour office showed.',
      [['figures released by the labour office', 'showed', 'Wages fell for a third year', 'indirect']],
    ],
    [
      'a document that somebody has seen',
      'Documents seen by the newspaper show the firm paid no tax.',
      [['Documents seen by the newspaper', 'show', 'the firm paid no tax', 'indirect']],
    ],
    [
      'a verb that is no usual cue',
      'The ministry radioed that the road was open.',
      [['The ministry', 'radioed', 'the road was open', 'indirect']],
    ],
    ['"that" before a noun', 'The mayor earned that much in a year.', []],
    [
      'how it was said behind a quotation',
      '“It was never a penalty,” fumed manager Ann Lee.',
      [['manager Ann Lee', 'fumed', 'It was never a penalty,', 'direct']],
    ],
    [
      'a view in front',
      'In the view of analysts, the bank took on too much debt.',
      [['analysts', 'In the view of', 'the bank took on too much debt', 'indirect']],
    ],
    [
      'a view of somebody who was named before',
      'The police, in her opinion, acted within the law.',
      [['her', 'in her opinion', 'The police | acted within the law', 'indirect']],
    ],
    ['a view of a landscape', 'In the view of the valley, a church was missing.', []],
    [
      'the verb before its subject in front',
      'As reports the agency, the train left the rails.',
      [['the agency', 'reports', 'the train left the rails', 'indirect']],
    ],
    [
      'what a document reckons',
      'The leaked memo puts the cost at $4 billion.',
      [['The leaked memo', 'puts', 'the cost at $4 billion', 'indirect']],
    ],
    ['a thing that is put somewhere', 'The minister puts the cup at the edge of the table.', []],
    [
      'somebody who is told by somebody',
      'The village was told by officials that the dam would hold.',
      [['officials', 'was told', 'the dam would hold', 'indirect']],
    ],
    [
      'quoted as saying',
      'Ann Lee was quoted as saying that the plant would close.',
      [['Ann Lee', 'saying', 'the plant would close', 'indirect']],
    ],
    [
      'nobody, behind the statement',
      'The ferry was carrying 300 people, it was reported.',
      [[null, 'was reported', 'The ferry was carrying 300 people', 'indirect']],
    ],
    [
      'nobody, between a subject and its verb',
      'The road, it is understood, will be closed for a month.',
      [[null, 'is understood', 'The road | will be closed for a month', 'indirect']],
    ],
    [
      'nobody, in a place that is said',
      'It was reported in local media that the bridge had been mined.',
      [[null, 'was reported', 'the bridge had been mined', 'indirect']],
    ],
    ['no content at all', 'It was reported on the website of the governor.', []],
    [
      'a source in the middle of a cited report',
      'The newspaper cited two officers as saying that the deal was off.',
      [['two officers', 'cited two officers as saying', 'the deal was off', 'indirect']],
    ],
    [
      'what people set out to do',
      'The rebels vowed to fight on until the last village was free.',
      [['The rebels', 'vowed', 'to fight on until the last village was free', 'indirect']],
    ],
    [
      'a question that stays open',
      'Whether the tax will be cut is not clear, economists warn.',
      [['economists', 'warn', 'Whether the tax will be cut is not clear', 'indirect']],
    ],
    [
      'an accusation with a gerund',
      'The airline was accused by pilots of hiding the defect.',
      [['pilots', 'was accused', 'The airline | hiding the defect', 'indirect']],
    ],
    [
      'a question and its answer',
      'Asked whether he would run again, Nils Berg said he had not decided.',
      [
        [null, 'Asked', 'whether he would run again', 'indirect'],
        ['Nils Berg', 'said', 'he had not decided', 'indirect'],
      ],
    ],
    [
      'a report of a report, both behind',
      'The mayor resigned, according to aides, claims the newspaper.',
      [
        ['aides', 'according to', 'The mayor resigned', 'indirect'],
        ['the newspaper', 'claims', 'The mayor resigned, according to aides', 'indirect'],
      ],
    ],
    [
      'what the report rests on',
      'The plane had been grounded twice, the newspaper reported, citing two logs.',
      [
        ['the newspaper', 'reported', 'The plane had been grounded twice', 'indirect'],
        ['the newspaper', 'citing', 'two logs', 'indirect'],
      ],
    ],
    [
      'a name with an age and a place',
      'Ann Lee, 34, of Mill Road, said she had seen the fire.',
      [['Ann Lee, 34, of Mill Road', 'said', 'she had seen the fire', 'indirect']],
    ],
    [
      'a claim that is rejected',
      'Nils Berg dismissed claims that he had worked for the bank.',
      [
        ['Nils Berg', 'dismissed', 'claims that he had worked for the bank', 'indirect'],
        [null, 'claims', 'he had worked for the bank', 'indirect'],
      ],
    ],
    [
      'a claim that is rejected by somebody',
      'The claim that the vote was rigged has been rejected by the commission.',
      [['the commission', 'has been rejected', 'The claim that the vote was rigged', 'indirect']],
    ],
    [
      'a document as the source',
      'The report found that the bridge was unsafe.',
      [['The report', 'found', 'the bridge was unsafe', 'indirect']],
    ],
  ])('%s', (_, paragraph, expected) => {
    expect(attributionsOf(paragraph)).toEqual(expected);
  });

  it.each<[string, string, unknown[][]]>([
    [
      'a colon behind the speaker',
      'Mayor: We will rebuild the bridge',
      [['Mayor', ':', 'We will rebuild the bridge', 'indirect']],
    ],
    ['a colon before quoted words', 'Mayor: ‘We will rebuild’', [['Mayor', ':', 'We will rebuild', 'direct']]],
    [
      'a dash before the speaker',
      'Three dead in warehouse fire - police',
      [['police', '-', 'Three dead in warehouse fire', 'indirect']],
    ],
    ['a topic before a colon', 'Ferry: two boats were sold in May', []],
    ['the name of the site behind a dash', 'Three dead in warehouse fire - The Daily Sample', []],
  ])('reads in a headline %s', (_, headline, expected) => {
    expect(readIn(`${headline}\n\nThe fire broke out at night.\n\nThe road was closed.`)).toEqual(expected);
  });

  it('finds none where nobody says anything', () => {
    expect(attributionsOf('The bridge fell into the river and the road was closed.')).toEqual([]);
  });

  it('has a model that was trained with the word classes of the names model', () => {
    const { table } = readModelFile(models.statements, STATEMENT_MODEL_KIND, STATEMENT_MODEL_VERSION);
    expect(table('lexicon')[0]).toBe(lexiconPrint(lexicon));
  });
});
