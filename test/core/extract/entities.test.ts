import { describe, expect, test } from 'vitest';
import type { ArticleDocument, NameSpan } from '../../../src/core/extract/document.ts';
import { type JoinedEntities, joinEntities } from '../../../src/core/extract/entities/joinEntities.ts';
import { findIdentifiers } from '../../../src/core/extract/identifiers/findIdentifiers.ts';
import type { EntityType } from '../../../src/core/model/types.ts';
import { tokenise } from '../../../src/core/text/tokens.ts';

const TYPES: Readonly<Record<string, EntityType>> = {
  P: 'person',
  O: 'organization',
  L: 'location',
  G: 'group',
  E: 'event',
  D: 'product',
};

interface Joined extends JoinedEntities {
  readonly text: string;
  readonly document: ArticleDocument;
}

/** Marks: [P Ann Berg] is a name, <the group> a wanted phrase; one sentence a line. */
function join(marked: string): Joined {
  const names: NameSpan[] = [];
  const wanted: { start: number; end: number }[] = [];
  let text = '';
  let type: EntityType | undefined;
  let start = 0;
  for (let i = 0; i < marked.length; i++) {
    const character = marked.charAt(i);
    if (character === '[') {
      type = TYPES[marked.charAt(i + 1)];
      i += 2;
      start = text.length;
    } else if (character === ']' && type) {
      names.push({ start, end: text.length, type, origin: 'model:test', score: 0.9 });
      type = undefined;
    } else if (character === '<') wanted.push({ start: text.length, end: -1 });
    else if (character === '>') wanted[wanted.length - 1]!.end = text.length;
    else text += character;
  }
  let offset = 0;
  const sentences = text.split('\n').map((line, paragraph) => {
    const sentence = {
      start: offset,
      end: offset + line.length,
      zone: 'body' as const,
      paragraph,
      tokens: tokenise(line, offset),
    };
    offset += line.length + 1;
    return sentence;
  });
  // The first of several lines is the headline.
  const headline = { kind: 'headline' as const, start: 0, end: text.indexOf('\n'), origin: 'rule:headline', score: 1 };
  const document: ArticleDocument = { text, zones: headline.end < 0 ? [] : [headline], sentences };
  return { text, document, ...joinEntities({ document, names, identifiers: findIdentifiers(document), wanted }) };
}

/** Entities as their written mentions, each once. */
function clusters({ entities, mentions, text }: Joined): string[][] {
  return entities.map((_, e) => [
    ...new Set(mentions.filter(({ entity }) => entity === e).map(({ start, end }) => text.slice(start, end))),
  ]);
}

describe('names of one entity are joined', () => {
  test.each([
    ['surname after full name', '[P Ann Berg] spoke. [P Berg] left.', ['Ann Berg', 'Berg']],
    ['letters that English has not', '[P Jarosław Kød] and [P Jaroslaw Kod] spoke.', ['Jarosław Kød', 'Jaroslaw Kod']],
    ['case and hyphens', '[O Al-Nur] and [O al Nur] and [O AL-NUR]', ['Al-Nur', 'al Nur', 'AL-NUR']],
    ['acronym in brackets', 'The [O Harbour Relief Board] ([O HRB]) met.', ['Harbour Relief Board', 'HRB']],
    ['acronym far away', 'The [O Harbour Relief Board] met.\n[O HRB] staff came.', ['Harbour Relief Board', 'HRB']],
    [
      'a company without its kind',
      'The [O Norlan Capital] fund.\n[O Norlan] did not answer.',
      ['Norlan Capital', 'Norlan'],
    ],
    [
      'a word in brackets that stands for the name',
      'The [O Harbour Relief Board] ([O Harebo]) met.',
      ['Harbour Relief Board', 'Harebo'],
    ],
    [
      'letters of another language in brackets',
      'The [O Arden Seamen Union] ([O PNA]) met.',
      ['Arden Seamen Union', 'PNA'],
    ],
    [
      'an acronym that the text names as one',
      'The [O Relief Board], known by its local acronym [O Katar], met.',
      ['Relief Board', 'Katar'],
    ],
    [
      'a department by the letters behind its kind',
      'The [O U.S. Department of Roads and Sea Ports] met.\n[O RSP] staff came.',
      ['U.S. Department of Roads and Sea Ports', 'RSP'],
    ],
    ['the first part of a double name of a place', 'At [L Arden], near [L Arden-Belmar].', ['Arden', 'Arden-Belmar']],
    ['a model without its number', '[D Vorul-2] drones flew.\nThe [D Voruls] fell.', ['Vorul-2', 'Voruls']],
    ['a state as newspapers shorten it', 'In Harlan, [L Mont.] and the rest of [L Montana].', ['Mont.', 'Montana']],
    [
      'what stands before "of", in a headline above',
      '[O Prosecutor’s Office] is silent\nThe [O Prosecutor’s Office of Arden] said so.',
      ['Prosecutor’s Office', 'Prosecutor’s Office of Arden'],
    ],
    ['acronym with dots', '[L U.S.] and [L US] and [L United States]', ['U.S.', 'US', 'United States']],
    ['also known as', '[O Vesper], also known as the [O Night Watch], grew.', ['Vesper', 'Night Watch']],
    [
      'branch acronym',
      'The [O Red Dawn] of the north.\n[O RD-N], or [O Red Dawn Northern Province], grew.',
      ['RD-N', 'Red Dawn Northern Province'],
    ],
    ['acronyms of two languages', '[O DN-K] ([O RDN-K], in English) struck.', ['DN-K', 'RDN-K']],
    ['legal form', '[O Brightwell Inc.] fell. [O Brightwell] rose.', ['Brightwell Inc.', 'Brightwell']],
    [
      'word order',
      'The [O Department of Fisheries]. The [O Fisheries Department].',
      ['Department of Fisheries', 'Fisheries Department'],
    ],
    ['one letter left out', 'In [L Belkhomar]. In [L Belkomar].', ['Belkhomar', 'Belkomar']],
    ['transliterations', '[P Hussein Karimov]. [P Husein Karimov].', ['Hussein Karimov', 'Husein Karimov']],
    ['plural of a people', '[G Norwegian] and [G Norwegians]', ['Norwegian', 'Norwegians']],
    [
      'surname of several words',
      '[P Jan von der Aue] spoke. [P von der Aue] left.',
      ['Jan von der Aue', 'von der Aue'],
    ],
    ['short first name', '[P Robert Tarn] spoke. [P Bob Tarn] left.', ['Robert Tarn', 'Bob Tarn']],
    [
      'end of a name given in full',
      'The [O Kelm City Rovers] won. The [O Rovers] sang.',
      ['Kelm City Rovers', 'Rovers'],
    ],
    [
      'state in short',
      'The [O U.S. Harbour Guard]. The [O United States Harbour Guard].',
      ['U.S. Harbour Guard', 'United States Harbour Guard'],
    ],
    [
      'kind of company',
      '[O Tarnholm Airlines Group] fell. [O Tarnholm] rose.',
      ['Tarnholm Airlines Group', 'Tarnholm'],
    ],
    [
      'what stands before "of"',
      'The [O High Court of Kestovia] met. The [O High Court] rose.',
      ['High Court of Kestovia', 'High Court'],
    ],
    [
      'end of an event',
      'The [E Kestovian Civil War] began. The [E Civil War] ended.',
      ['Kestovian Civil War', 'Civil War'],
    ],
    [
      'model without its maker',
      'A [D Brightwell Avenor] sank. The [D Avenor] was old.',
      ['Brightwell Avenor', 'Avenor'],
    ],
    ['surname that sounds alike', '[P Omar Seyhoun] drew. [P Seyhoon] built.', ['Omar Seyhoun', 'Seyhoon']],
    [
      'surname after a name with a suffix',
      '[P Carl B. Tarn, Jr.] spoke. [P Tarn] left.',
      ['Carl B. Tarn, Jr.', 'Tarn'],
    ],
    ['a couple with one surname', '[P Jon] and [P Ann Tarn] spoke. [P Jon Tarn] left.', ['Jon', 'Jon Tarn']],
    ['a nickname told', '[P Olav Lund], nicknamed [P Bear], spoke.', ['Olav Lund', 'Bear']],
    ['whom others call', '[P Olav Lund], a dealer whom friends call [P Bear], spoke.', ['Olav Lund', 'Bear']],
    ['first words of a company', 'The firm [O Tarnholm USA].\n[O Tarnholm] was silent.', ['Tarnholm USA', 'Tarnholm']],
    [
      'a company with its legal form, named in short before',
      '[O Tarnholm Agri] pays.\nIt is [O Tarnholm Agri Holding B.V.], says [O Tarnholm].',
      ['Tarnholm Agri', 'Tarnholm Agri Holding B.V.', 'Tarnholm'],
    ],
    [
      'letters without the legal form',
      '[O Estates Tarnholm North S.A.] paid.\n[O ETN] was silent.',
      ['Estates Tarnholm North S.A.', 'ETN'],
    ],
    ['a short form between commas', 'The [O Harbour Ministry], [O Harmin], has paid.', ['Harbour Ministry', 'Harmin']],
    [
      'the noun of a longer name',
      'The [O Red Coast Observatory for Seals] met.\nThe [O Observatory] closed.',
      ['Red Coast Observatory for Seals', 'Observatory'],
    ],
    [
      'another language in brackets',
      'The [O Coast Guard] (in Arabic [O Haras Sahil]) sailed.',
      ['Coast Guard', 'Haras Sahil'],
    ],
    [
      'a relic without its saint',
      'The [O Holy Cloak of Tarn].\nThe [O Holy Cloak] is old.',
      ['Holy Cloak of Tarn', 'Holy Cloak'],
    ],
    [
      'a capital with and without its district',
      'In [L Washington D.C.] and [L Washington] and [L D.C.]',
      ['Washington D.C.', 'Washington', 'D.C.'],
    ],
    ['a state by its official name', 'The [L Slovak Republic]. In [L Slovakia].', ['Slovak Republic', 'Slovakia']],
    ['a state by a form of its name', 'The [L Kingdom of Norway]. In [L Norway].', ['Kingdom of Norway', 'Norway']],
    ['initial', '[P Maria Solberg] wrote. [P M. Solberg] signed.', ['Maria Solberg', 'M. Solberg']],
  ])('%s', (_, marked, expected) => {
    expect(clusters(join(marked))).toContainEqual(expected);
  });
});

describe('names of different entities stay apart', () => {
  test.each([
    ['a part of a longer name', '[O Vesper] fought the [O Coastal Vesper].'],
    ['a body and its branch', 'A branch of the [O Harbour Reform], the [O Harbour Reform of Arden] met.'],
    ['a branch and its parent', '[O RDN-K] left [O RDN].'],
    ['a people and its country', '[G Afghan] forces in [L Afghanistan].'],
    ['a person and the network named after him', '[P Omar Karimov] leads the [O Karimov Network].'],
    ['two acronyms joined by or', 'The [O KLB] or [O KLM] knows.'],
    ['a place and an organisation in brackets', 'The [O University of Arden] ([L Belmar]) closed.'],
    ['two places with one first word', '[L Arden] is far from [L Arden Bay].'],
    ['rulers of one name', '[P Robert II] and [P Robert III]'],
    ['names with different digits', '[O Unit 7312] and [O Unit 7313]'],
    ['countries one letter apart at the end', '[L Nigera] and [L Niger]'],
    ['a place and the acronym of another name behind it', 'the mission in [L Kestovia] ([O UNMIK])'],
    ['an organisation named before a longer name that ends so', 'The [O Rovers] won. The [O Kelm City Rovers] lost.'],
    ['a national branch and the movement', 'The [O Kestovian Vesper] met.\nThe [O Vesper] fell.'],
    ['two kinds of company of one name', 'The [O Tarnholm Museum] and the [O Tarnholm Society].'],
    ['what bears the name of a body', 'The [O Tarnholm Academy] stands where [O Tarnholm] was.'],
    ['a family and one of it', 'The [G Tarns] waited for [P Ann Tarn].'],
    ['persons with the same surname', '[P Ann Berg] met [P Olav Berg].'],
  ])('%s', (_, marked) => {
    expect(clusters(join(marked))).toHaveLength(2);
  });
});

test('what two names have before "of" joins none', () => {
  const marked = 'The [O Department of Roads] and the [O Department of Health]. The [O Department] grew.';
  expect(clusters(join(marked))).toHaveLength(3);
});

test('an end that two names share joins none', () => {
  expect(clusters(join('The [O Kelm Rovers] beat the [O Tarn Rovers]. The [O Rovers] sang.'))).toHaveLength(3);
});

describe('wanted phrases without a name are resolved', () => {
  test.each([
    ['the group', '[O Vesper] attacked [L Oslo].\n<The group> said so.', 'Vesper', 'The group'],
    ['the expert', 'The study is by [P Ann Berg], an analyst.\n<The expert> disagrees.', 'Ann Berg', 'The expert'],
    [
      'an office that was named',
      '[P Ann Berg] met President [P Olav Lund].\n<The president> agreed.',
      'Olav Lund',
      'The president',
    ],
    ['he, by a masculine title', 'Mr. [P Lund] met Mrs. [P Berg].\n<He> left.', 'Lund', 'He'],
    ['she, by a feminine title', 'Mr. [P Lund] met Mrs. [P Berg].\n<She> left.', 'Berg', 'She'],
    [
      'the network, by its name',
      'The [O Karimov Network] and [O Vesper] fought [O Vesper].\n<The network> won.',
      'Karimov Network',
      'The network',
    ],
    ['it, of a body that was founded', '[O Vesper] met.\n<It> was founded in May.', 'Vesper', 'It'],
    ['it, of a body that acts', '[O Vesper] met.\n<It> published a report.', 'Vesper', 'It'],
    ['he, who speaks of an organisation', '[P Olav Lund] met.\n[O Vesper] grew, <he> said.', 'Olav Lund', 'he'],
    ['whose trial it is', '[P Olav Lund] left.\n<His trial> begins in May.', 'Olav Lund', 'His'],
    [
      'he, through pronouns that nobody asks for',
      '[P Olav Lund] left.\nHe had seen [P Jon Dahl].\nHis house burnt.\n<He> was arrested in May.',
      'Olav Lund',
      'He',
    ],
    [
      'he, who adds to what he said',
      'Mr. [P Lund] said the pier held; but “[P Olav Berg] never asked,” <he> added.',
      'Lund',
      'he',
    ],
    ['he, who led the last sentence', '[P Olav Lund] was pardoned by [P Jon Dahl].\n<He> spoke.', 'Olav Lund', 'He'],
    [
      'the appeals court, of two courts',
      'The [O Supreme Court] met. The [O Supreme Court] rose.\nIt went to the [O Court of Appeals].\n<The appeals court> ruled.',
      'Court of Appeals',
      'The appeals court',
    ],
    [
      'the group that leads its sentence',
      '[O Vesper] Group met. [O Vesper] left.\nWhen the [O Night Watch] came, <the group> ran.',
      'Night Watch',
      'the group',
    ],
  ])('%s', (_, marked, name, phrase) => {
    const cluster = clusters(join(marked)).find((forms) => forms[0] === name);
    expect(cluster).toEqual([name, phrase]);
  });
  test.each([
    ['an indefinite phrase', '[P Ann Berg] left.\n<An expert> disagrees.'],
    ['a phrase with a complement', '[O Vesper] left.\n<The leader of the village> disagrees.'],
    ['an office that nobody was said to hold', '[P Ann Berg] left.\n<The president> disagrees.'],
    ['a person noun where only organisations are known', '[O Vesper] left.\n<The expert> disagrees.'],
    ['an "it" of a clause', '[O Vesper] met.\n<It> is believed that the road was shut.'],
    ['an "it" of something done', '[O Vesper] built a road.\n<It> was completed in May.'],
    [
      'a ministry that is but told of behind a name',
      'According to [O Vesper], the ministry knew.\n<The ministry> denied it.',
    ],
    ['"it" behind a place where something was', '[P Ann Berg] ran in [L Vienna].\n<It> featured 42 pacemakers.'],
    ['"it" behind a clause of its own', '[O Vesper] met.\nAlthough the fish is small, <it> lived here for years.'],
    ['"they" behind a people that only tells which', '[G Olympic] champions ran.\n<They> are the best.'],
    ['"they" behind two names', '[P Ann Berg] and [P Jon Dahl] won. [O Vesper] chose them. <They> found it in 1995.'],
    ['"they" behind a plural subject', '[O Vesper] met.\nTwo officers left when <they> saw the smoke.'],
    ['"they" behind a name that only modifies', '[O Vesper] officials met.\n<They> left.'],
    ['a man whom somebody else told of', '[P Ann Berg] said a house burnt.\n<The man> was 45.'],
    [
      'he, whom somebody else told of',
      'Mr. [P Lund] said a house burnt.\nOfficials found that the driver was 45.\n<He> lived in a tent.',
    ],
    ['the lawyer of somebody who was named', '[P Olav Lund] left.\n<His lawyer> disagrees.'],
    ['a man behind a woman', 'Mrs. [P Berg] left.\n<He> stayed.'],
    ['a subject whose only candidate is its own object', '[O Vesper] met.\n<They> joined [O Vesper] in May.'],
    ['a pronoun before every name', '<He> left.\n[P Olav Lund] stayed.'],
  ])('%s is left alone', (_, marked) => {
    expect(join(marked).mentions.every(({ form }) => form === 'name')).toBe(true);
  });
});

describe('the record of an entity', () => {
  test.each([
    ['an acronym that dominates', '[O RDN] met. [O Red Dawn Nation] fell. [O RDN] and [O RDN] left.', 'RDN'],
    [
      'the fuller name that is about as frequent',
      '[O RDN] met. [O Red Dawn Nation] fell. [O RDN] left.',
      'Red Dawn Nation',
    ],
    [
      'a full place name beside its letters',
      '[L U.S.] and [L U.S.] and [L U.S.] and [L United States]',
      'United States',
    ],
    ['a name, not its end', 'The [O Kelm Rovers]. The [O Rovers]. The [O Rovers]. The [O Rovers].', 'Kelm Rovers'],
    ['the full name of a person', '[P Ann Berg]. [P Berg]. [P Berg]. [P Berg]. [P Berg].', 'Ann Berg'],
    ['small letters where capitals are a headline', '[O HARBOUR BOARD]\n[O Harbour Board]', 'Harbour Board'],
  ])('bears %s', (_, marked, name) => {
    expect(join(marked).entities[0]?.name).toBe(name);
  });
  test('bears the usual name of a state, not a rare one', () => {
    const { entities } = join('The [L U.S.] paid. The [L U.S.] and [L America] are one.');
    expect(entities.map(({ name }) => name)).toEqual(['U.S.']);
  });
  test('bears the fullest name, and every other form once with its kind', () => {
    const { entities } = join(
      '[O HRB] is the [O Harbour Relief Board].\n[O HRB] met.\n<The board> left. [O HARBOUR RELIEF BOARD]',
    );
    expect(entities[0]?.name).toBe('Harbour Relief Board');
    expect(entities[0]?.aliases.slice(0, 2)).toEqual([
      { name: 'HRB', kind: 'acronym' },
      { name: 'HARBOUR RELIEF BOARD', kind: 'variant' },
    ]);
    expect(entities[0]?.origin).toBe('rule:acronym');
  });
  test('an identifier is an entity with its value', () => {
    const { entities, mentions } = join('Write to Desk@example.org or desk@example.org.');
    expect(entities).toMatchObject([{ type: 'identifier', name: 'Desk@example.org', value: 'desk@example.org' }]);
    expect(mentions.map(({ entity }) => entity)).toEqual([0, 0]);
  });
});

test('joining thousands of names takes time in proportion', () => {
  const time = (count: number): number => {
    const lines = Array.from(
      { length: count },
      (_, i) => `[P Ann${i % 97} Ber${i.toString(26)}ova] met [O Board ${i.toString(30)} of Kelm].`,
    );
    const marked = lines.join('\n');
    const began = performance.now();
    join(marked);
    return performance.now() - began;
  };
  time(500);
  expect(time(8_000) / Math.max(time(2_000), 5)).toBeLessThan(12);
});
