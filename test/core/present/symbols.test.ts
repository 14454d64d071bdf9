import { describe, expect, it } from 'vitest';
import type { Zone, ZoneKind } from '../../../src/core/extract/extraction.ts';
import { articleOutline, type OutlineNode } from '../../../src/core/present/articleOutline.ts';
import { articleSymbols } from '../../../src/core/present/articleSymbols.ts';
import { definitionOf, entityAt, placesOfEntity } from '../../../src/core/present/entityPlaces.ts';
import { foldingPlan } from '../../../src/core/present/foldingPlan.ts';
import { paragraphSummaries } from '../../../src/core/present/paragraphSummaries.ts';
import { speaksAbout, spokenOfBy } from '../../../src/core/present/quotedWhom.ts';
import { valueHints } from '../../../src/core/present/valueHints.ts';
import { ArticleBuilder, lost } from './articleBuilder.ts';

const TEXT = `Quay opens
Vries opened the quay on Monday.
Costs
The quay cost 5 million, Anna de Vries said.
Ben said that de Vries is wrong.`;

function article() {
  const built = new ArticleBuilder(TEXT);
  const anna = built.entity('Anna de Vries');
  const ben = built.entity('Ben');
  const quay = built.entity('quay', 'location', { state: 'accepted' });
  built.mention(anna, 'Vries', 0);
  built.mention(anna, 'Anna de Vries');
  built.mention(anna, 'de Vries', 1);
  built.mention(ben, 'Ben');
  built.mention(quay, 'quay', 0, { state: 'accepted' });
  built.claim('Vries opened the quay on Monday', {
    entities: [anna, quay],
    times: [{ at: [built.span('Monday')], edtf: '2021-08-23', basis: 'relative to 2021-08-26', confidence: 0.9 }],
  });
  built.claim('The quay cost 5 million', {
    by: { voice: 'indirect', source: anna },
    entities: [anna, quay],
    figures: [{ at: [built.span('5 million')], op: '=', value: 5_000_000, unit: 'USD', what: null }],
    state: 'accepted',
  });
  built.claim('de Vries is wrong', { by: { voice: 'indirect', source: ben }, entities: [ben, anna] });
  return { built, anna, ben, quay };
}

function zone(built: ArticleBuilder, kind: ZoneKind, words: string, nth = 0): Zone {
  return { kind, ...built.span(words, nth), origin: 'rule:test', score: 1 };
}
const headings = (built: ArticleBuilder) => [zone(built, 'headline', 'Quay opens'), zone(built, 'heading', 'Costs')];
const lines = (nodes: readonly OutlineNode[], depth = 0): string[] =>
  nodes.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail && ` (${detail})`}`,
    ...lines(children, depth + 1),
  ]);
const all = (nodes: readonly OutlineNode[]): OutlineNode[] => nodes.flatMap((node) => [node, ...all(node.children)]);

describe('the outline of an article', () => {
  it('has its headings with their claims, and its entities by type', () => {
    const { built } = article();
    expect(lines(articleOutline({ index: built.index(), text: TEXT, zones: headings(built) }))).toEqual([
      'Quay opens',
      '  Vries opened the quay on Monday (The article)',
      'Costs',
      '  The quay cost 5 million (Anna de Vries)',
      '  de Vries is wrong (Ben)',
      'Entities (3)',
      '  People',
      '    Anna de Vries (3)',
      '    Ben (1)',
      '  Locations',
      '    quay (1)',
    ]);
  });

  it('has the claims at the top where there are no headings, and none of what is rejected or lost its words', () => {
    const { built } = article();
    built.claim('Gone', { place: lost('Gone') });
    built.claim('Costs', { state: 'rejected' });
    const names = articleOutline({ index: built.index(), text: TEXT, zones: [] }).map(({ name }) => name);
    expect(names).toEqual([
      'Vries opened the quay on Monday',
      'The quay cost 5 million',
      'de Vries is wrong',
      'Entities',
    ]);
  });

  it('has short names on one line, and selections inside their symbols, however odd the text', () => {
    const long = `${'a\u0000 \n'.repeat(5000)}`;
    const built = new ArticleBuilder(`${long}\nBen`);
    built.mention(built.entity(long), 'Ben');
    built.mention(built.entity(' \n '), 'Ben');
    built.claim('Ben', { text: long });
    const nodes = all(
      articleOutline({ index: built.index(), text: built.text, zones: [zone(built, 'heading', long.trim())] }),
    );
    expect(nodes.length).toBeGreaterThan(5);
    for (const { name, span, selection } of nodes) {
      expect(name).toMatch(/^[^\p{Cc}]{1,160}$/u);
      expect(span.start <= selection.start && selection.end <= span.end).toBe(true);
    }
  });

  it('leaves out the rest of very many', () => {
    const built = new ArticleBuilder('Ben said it.');
    for (let i = 0; i < 3000; i++) {
      built.mention(built.entity(`Name ${i}`), 'Ben');
      built.claim('said');
    }
    const outline = articleOutline({ index: built.index(), text: built.text, zones: [] });
    expect(outline.filter(({ kind }) => kind === 'claim')).toHaveLength(2000);
    expect(all(outline).filter(({ kind }) => kind === 'entity')).toHaveLength(500);
  });
});

describe('the entity at the cursor', () => {
  it('is the one that is mentioned there, the caret behind its last sign included', () => {
    const { built, anna } = article();
    const { start, end } = built.span('Anna de Vries');
    expect(entityAt(built.index(), start)?.entity.id).toBe(anna);
    expect(entityAt(built.index(), end)?.entity.id).toBe(anna);
    expect(entityAt(built.index(), built.span('opened').end)).toBeNull();
  });

  it('is defined at its first full mention, else by any name, else where it is first meant', () => {
    const { built, anna } = article();
    expect(definitionOf(built.index(), anna)).toEqual(built.span('Anna de Vries'));
    const other = built.entity('Benjamin');
    built.mention(other, 'wrong', 0, { form: 'nominal' });
    expect(definitionOf(built.index(), other)).toEqual(built.span('wrong'));
    built.mention(other, 'Costs');
    expect(definitionOf(built.index(), other)).toEqual(built.span('Costs'));
    built.mention(built.entity('Nobody', 'person', { id: 'e_none' }), '', 0, { place: lost('Nobody') });
    expect(definitionOf(built.index(), 'e_none')).toBeNull();
  });

  it('stands at all its mentions, but for rejected and lost ones', () => {
    const { built, ben } = article();
    built.mention(ben, 'wrong', 0, { state: 'rejected' });
    built.mention(ben, '', 0, { place: lost('Ben') });
    expect(placesOfEntity(built.index(), ben)).toEqual([built.span('Ben')]);
  });
});

describe('symbols that are asked for by name', () => {
  it.each<[query: string, names: string[]]>([
    ['anna', ['Anna de Vries']],
    ['adv', ['Anna de Vries']],
    ['QUAY c', ['The quay cost 5 million']],
    ['ben', ['Ben']],
    ['monday opened', ['Vries opened the quay on Monday']],
    ['zzz', []],
  ])('%j', (query, names) => {
    expect(articleSymbols(article().built.index(), query).map(({ name }) => name)).toEqual(names);
  });

  it('are bounded in number, and what is called so is among them', () => {
    const built = new ArticleBuilder('UN');
    for (let i = 0; i < 900; i++) built.mention(built.entity(`Union ${i}`), 'UN');
    built.mention(built.entity('UN', 'organization'), 'UN');
    const found = articleSymbols(built.index(), 'un');
    expect([found.length, found[0]?.name]).toEqual([500, 'UN']);
  });

  it('come with all their places, the first to go to in front', () => {
    const { built } = article();
    const [symbol] = articleSymbols(built.index(), 'Anna de Vries');
    expect(symbol?.places).toEqual([built.span('Anna de Vries'), built.span('Vries', 0), built.span('de Vries', 1)]);
  });
});

describe('who speaks about whom', () => {
  it('goes both ways between entities, and to the article in its own voice', () => {
    const { built, anna, ben, quay } = article();
    const index = built.index();
    expect(speaksAbout(index, anna)).toEqual([{ entity: quay, claims: [built.span('The quay cost 5 million')] }]);
    expect(speaksAbout(index, ben)).toEqual([{ entity: anna, claims: [built.span('de Vries is wrong')] }]);
    expect(spokenOfBy(index, anna)).toEqual([
      { entity: null, claims: [built.span('Vries opened the quay on Monday')] },
      { entity: ben, claims: [built.span('de Vries is wrong')] },
    ]);
    expect(speaksAbout(index, quay)).toEqual([]);
  });
});

describe('folding', () => {
  const PAGE = `Home
Sport
Weather

Big news
A line of the body.
Costs
One.
Two.

Three.
Short
One.
More stories
About us
`;
  it('puts furniture that stands together away, and long sections', () => {
    const built = new ArticleBuilder(PAGE);
    const zones: Zone[] = [
      zone(built, 'furniture', 'Home'),
      zone(built, 'furniture', 'Sport'),
      zone(built, 'furniture', 'Weather'),
      zone(built, 'headline', 'Big news'),
      zone(built, 'body', 'A line of the body.'),
      zone(built, 'heading', 'Costs'),
      zone(built, 'body', 'One.\nTwo.\n\nThree.\n'),
      zone(built, 'heading', 'Short'),
      zone(built, 'body', 'One.', 1),
      zone(built, 'furniture', 'More stories\nAbout us\n'),
    ];
    expect(foldingPlan(zones, PAGE, built.lines)).toEqual([
      { kind: 'furniture', first: 0, last: 2 },
      { kind: 'section', first: 6, last: 10 },
      { kind: 'furniture', first: 13, last: 14 },
    ]);
  });

  it('has nothing to fold in furniture of one line', () => {
    const built = new ArticleBuilder(PAGE);
    expect(foldingPlan([zone(built, 'furniture', 'Home')], PAGE, built.lines)).toEqual([]);
  });
});

describe('dates and figures in the text', () => {
  const whole = { start: 0, end: TEXT.length };
  const labels = (built: ArticleBuilder, window = whole) =>
    valueHints(built.index(), TEXT, window).map(({ offset, label }) => [offset, label]);

  it('are told behind their words', () => {
    const { built } = article();
    expect(labels(built)).toEqual([
      [built.span('Monday').end, '2021-08-23'],
      [built.span('5 million').end, '5,000,000 USD'],
    ]);
    expect(labels(built, built.span('Monday'))).toEqual([[built.span('Monday').end, '2021-08-23']]);
  });

  it('are told once where two claims have them, and not where they are open, rejected or as the text has them', () => {
    const built = new ArticleBuilder('The quay cost 5 EUR in May, in 2020 and on Friday.');
    const time = (words: string, edtf: string | null) => ({
      at: [built.span(words)],
      ...{ edtf, basis: 'absolute', confidence: 1 },
    });
    const times = [time('May', '2020-05'), time('Friday', null), time('2020', '2020')];
    const figures = [{ at: [built.span('5 EUR')], op: '=', value: 5, unit: 'EUR', what: null } as const];
    for (const words of ['The quay cost', 'cost 5 EUR']) built.claim(words, { times, figures });
    built.claim('The quay', { state: 'rejected', times: [time('quay', '1999')] });
    const hints = valueHints(built.index(), built.text, { start: 0, end: built.text.length });
    expect(hints.map(({ label }) => label)).toEqual(['2020-05']);
  });
});

describe('summaries of paragraphs', () => {
  it('count what begins in each, and lead to what awaits a decision', () => {
    const { built } = article();
    expect(paragraphSummaries(built.index(), built.lines)).toEqual([
      { line: 1, words: '2 entities, 1 claim, 2 unreviewed', record: { kind: 'claims', id: 'c_0' } },
      { line: 3, words: '1 entity, 1 claim', record: { kind: 'claims', id: 'c_1' } },
      { line: 4, words: '2 entities, 1 claim, 2 unreviewed', record: { kind: 'entities', id: 'e_1' } },
    ]);
  });
});
