import { describe, expect, it } from 'vitest';
import { extract, HEAD } from './inParagraph.ts';

const relationsIn = (prose: string) => {
  const { relations, entities } = extract({ text: HEAD + prose });
  return relations.map((r) => `${entities[r.subject]?.name} | ${r.predicate} | ${entities[r.object]?.name}`);
};

describe('what clauses state of two names', () => {
  it.each<[string, string, string]>([
    [
      'an employer before the name',
      'Reuters correspondent Ira Lund was hurt in Oslo on Monday.',
      'Ira Lund | works for | Reuters',
    ],
    [
      'places joined by "and"',
      'The World Bank is active in Norway and Sweden since 2014.',
      'World Bank | located in | Sweden',
    ],
    ['an office before the name', 'President of Norway Ira Lund was hurt on Monday.', 'Ira Lund | leader of | Norway'],
  ])('%s', (_, prose, expected) => {
    expect(relationsIn(prose)).toContain(expected);
  });

  it.each([
    ['a suspect', 'Nils Berg, the suspect in a shooting in Bergen, was released.'],
    ['those whom somebody met', 'Nils Berg received the Prime Ministers of Norway and Sweden on Monday.'],
    ['a nationality before a title', 'The Norwegian minister Nils Berg resigned.'],
  ])('knows no employer of %s', (_, prose) => {
    expect(relationsIn(prose).filter((r) => /leader of|works for/.test(r))).toEqual([]);
  });

  it('puts no place of a list into another', () => {
    expect(relationsIn('The storm hit Norway, Sweden and Finland on Monday.')).toEqual([]);
  });
});

describe('what noun phrases state of each other', () => {
  it.each<[string, string, string]>([
    [
      'whom somebody is of',
      'Maria Berg of the Baltic Institute was careful.',
      'Maria Berg | works for | Baltic Institute',
    ],
    [
      'where a body has its seat',
      'The Baltic Institute, an Oslo think tank, closed.',
      'Baltic Institute | located in | Oslo',
    ],
    ['where a place lies', "A drone hit Novy Khutor, in Ukraine's Poltava region.", 'Poltava | located in | Ukraine'],
    [
      'what belongs to whom',
      'The mine is run by Altyn Ridge, a subsidiary of Toronto-listed Norgold.',
      'Altyn Ridge | part of | Norgold',
    ],
    [
      'whose role a pronoun tells',
      "The Dock Workers' Union has called a strike. “It was a disaster,” its general secretary, Yannis Petrou, told reporters.",
      "Yannis Petrou | leader of | Dock Workers' Union",
    ],
    [
      'who founded what',
      'The Salvation Front of Lund, founded in 2016 by Colonel Olaf Berg, a deserter, attacked.',
      'Olaf Berg | founded | Salvation Front of Lund',
    ],
    [
      'for whom somebody sits',
      "Gerda Lund, an MP for the Harbour People's Party (HPP), left.",
      "Gerda Lund | member of | Harbour People's Party",
    ],
    [
      'whose coordinator somebody is',
      'The National Safety Centre (NSC) had found no flaw, its coordinator Olaf Lund told reporters.',
      'Olaf Lund | works for | National Safety Centre',
    ],
    [
      'in which part of a country a place lies',
      'The rebels struck Kossi, in the west of Chad.',
      'Kossi | located in | Chad',
    ],
    [
      'whose director somebody is by a noun alone',
      "The Lund Council met on Friday. “We will appeal,” the council's planning director, Eva Stone, told reporters.",
      'Eva Stone | leader of | Lund Council',
    ],
    [
      'whose spokeswoman somebody is by a noun without an article',
      'The State Ecology Agency ordered it on Monday. An agency spokeswoman, Gulmira Berg, confirmed the order.',
      'Gulmira Berg | works for | State Ecology Agency',
    ],
    [
      'an office beside a former one',
      'Peter Hall, president of Norgold and former mayor of Bergen, was arrested.',
      'Peter Hall | leader of | Norgold',
    ],
    [
      'a former office as such',
      'Nils Berg, former director of the Harbour Fund, resigned.',
      'Nils Berg | former leader of | Harbour Fund',
    ],
    [
      'who commands by a verb behind',
      'The Harbour Column, commanded by Nils Berg, attacked on Friday.',
      'Nils Berg | leader of | Harbour Column',
    ],
    [
      'a party in brackets',
      'Police asked Nadia Lund (Harbour Party) about the bridge.',
      'Nadia Lund | member of | Harbour Party',
    ],
    [
      'what a body belongs to behind its short name',
      'The file came from the Lund Safety Lab (LSL) of the Harbour Council.',
      'Lund Safety Lab | part of | Harbour Council',
    ],
    ['whose agency a body is', "The EU's maritime safety agency, Emsa, offered a robot.", 'Emsa | part of | EU'],
    [
      'where somebody lives',
      'Carol Berg, 49, of Nether Poulton, had two operations.',
      'Carol Berg | located in | Nether Poulton',
    ],
    [
      'where a firm has its seat',
      'Tisk Novak, a family-owned printer in Ljubljana, denied it.',
      'Tisk Novak | located in | Ljubljana',
    ],
    [
      'whom a lawyer represents',
      'Nils Berg, the Oslo lawyer who represents Eva Lund, spoke on Monday.',
      'Nils Berg | works for | Eva Lund',
    ],
    ['who leads by a verb', 'Eva Lund, who leads the Harbour Board, signed.', 'Eva Lund | leader of | Harbour Board'],
  ])('%s', (_, prose, expected) => {
    expect(relationsIn(prose)).toContain(expected);
  });

  it.each([
    ['one of another body in a list', 'The dead were five Navy personnel, and one member of the Coast Guard.'],
    ['who governs a town of a people', 'Pavel Adam, mayor of the Norwegian city of Lund, left.'],
    ['a state that acts in another', 'The army of the United States in Norway left.'],
    ['who sits in a body named after a place', 'Ann Lee was a member of the Norway House Committee on Fish.'],
  ])('%s has no part in what stands beside', (_, prose) => {
    expect(relationsIn(prose).filter((r) => /\| Norway$|\| Norwegian|Navy \|/.test(r))).toEqual([]);
  });

  it.each([
    ['a home', 'Marek Berg, a teacher from Oslo, left.'],
    ['whoever led what was done at a place', 'Eva Lund came to Oslo airport, led by Board Member Nils Berg.'],
    ['whom critics of somebody led', 'The Harbour Party was led by critics of Eva Lund.'],
    ['who leads the opposition of a country', "Norway's opposition leader Nils Berg resigned."],
  ])('%s is no office', (_, prose) => {
    expect(relationsIn(prose).filter((r) => /works for|leader of/.test(r))).toEqual([]);
  });
});
