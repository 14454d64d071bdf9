import { describe, expect, it } from 'vitest';
import { buildEntityTree, ENTITY_SORTS, type EntitySort } from '../../../src/core/present/entityTree.ts';
import { parseFilter } from '../../../src/core/present/filter.ts';
import { ArticleBuilder, lost } from './articleBuilder.ts';
import { allNodes, outline } from './outline.ts';

const TEXT = `Anna de Vries met Ben in Rotterdam.
De Vries spoke. Ben left Rotterdam.
Anna de Vries of the Red Aid stayed in Rotterdam.`;

function article(above = '') {
  const built = new ArticleBuilder(above + TEXT);
  const anna = built.entity('Anna de Vries', 'person', {
    aliases: [{ name: 'De Vries', kind: 'variant' }],
    note: 'The director',
  });
  const ben = built.entity('Ben');
  const city = built.entity('Rotterdam', 'location', { state: 'accepted' });
  const aid = built.entity('Red Aid', 'organization');
  for (const [entity, words, nth] of [
    [city, 'Rotterdam', 2],
    [ben, 'Ben', 0],
    [anna, 'Anna de Vries', 1],
    [anna, 'Anna de Vries', 0],
    [city, 'Rotterdam', 0],
    [aid, 'Red Aid', 0],
    [anna, 'De Vries', 0],
    [ben, 'Ben', 1],
    [city, 'Rotterdam', 1],
  ] as const) {
    built.mention(entity, words, nth);
  }
  return { built, anna, ben, city, aid };
}
function treeOf(
  built: ArticleBuilder,
  { sort = 'mentions', filter = '' }: { sort?: EntitySort; filter?: string } = {},
) {
  const { lines, privateNotes } = built;
  return buildEntityTree({ index: built.index(), lines, sort, filter: parseFilter(filter), privateNotes });
}

describe('the tree of entities', () => {
  it('groups by type, then entities, then the names they go by, then mentions with their lines', () => {
    expect(outline(treeOf(article().built).roots)).toEqual([
      'People (2)',
      '  Anna de Vries (3)',
      '    Anna de Vries (2)',
      '      Anna de Vries (line 1)',
      '      Anna de Vries (line 3)',
      '    De Vries (1)',
      '      De Vries (line 2)',
      '  Ben (2)',
      '    Ben (line 1)',
      '    Ben (line 2)',
      'Organizations (1)',
      '  Red Aid (1)',
      '    Red Aid (line 3)',
      'Locations (1)',
      '  Rotterdam (3 · accepted)',
      '    Rotterdam (line 1)',
      '    Rotterdam (line 2)',
      '    Rotterdam (line 3)',
    ]);
  });

  it.each<[EntitySort, string[]]>([
    ['mentions', ['Zoe', 'Ägid', 'Bo']],
    ['name', ['Ägid', 'Bo', 'Zoe']],
    ['position', ['Bo', 'Zoe', 'Ägid']],
  ])('sorts by %s', (sort, names) => {
    const built = new ArticleBuilder('Bo, Zoe and Ägid. Zoe and Ägid. Zoe.');
    const ids = { Zoe: built.entity('Zoe'), Ägid: built.entity('Ägid'), Bo: built.entity('Bo') };
    for (const [name, count] of [
      ['Zoe', 3],
      ['Ägid', 2],
      ['Bo', 1],
    ] as const) {
      for (let i = 0; i < count; i++) built.mention(ids[name], name, i);
    }
    expect(
      treeOf(built, { sort })
        .roots[0]?.children()
        .map(({ label }) => label),
    ).toEqual(names);
  });

  it.each(ENTITY_SORTS)('has ids that are unique in it, sorted by %s', (sort) => {
    const ids = allNodes(treeOf(article().built, { sort }).roots).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps its ids when text is inserted above', () => {
    const ids = (built: ArticleBuilder) => allNodes(treeOf(built).roots).map(({ id }) => id);
    expect(ids(article('A new headline\n\nand a first line.\n').built)).toEqual(ids(article().built));
  });

  it('has ids that are unique where names look like paths and ordinals', () => {
    const built = new ArticleBuilder('AC AC#1 AC AC/DC AC');
    const entity = built.entity('AC', 'organization');
    built.mention(entity, 'AC', 0);
    built.mention(entity, 'AC#1');
    built.mention(entity, 'AC', 2);
    built.mention(entity, 'AC/DC');
    const ids = allNodes(treeOf(built).roots).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each<[filter: string, names: string[]]>([
    ['vries', ['Anna de Vries']],
    ['de VRIES', ['Anna de Vries']],
    ['director', ['Anna de Vries']],
    ['is:accepted', ['Rotterdam']],
    ['is:unreviewed', ['Anna de Vries', 'Ben', 'Red Aid']],
    ['is:unreviewed red', ['Red Aid']],
    ['nobody', []],
  ])('keeps what the filter %j asks for', (filter, names) => {
    const tree = treeOf(article().built, { filter });
    expect(tree.roots.flatMap((root) => root.children().map(({ label }) => label))).toEqual(names);
    expect(tree).toMatchObject({ shown: names.length, total: 4 });
  });

  it('leaves out what is rejected, merged away or mentioned nowhere, and keeps what a person added', () => {
    const built = new ArticleBuilder('Ann, Bob, Cid, Dan.');
    const ann = built.entity('Ann');
    built.mention(ann, 'Ann');
    built.mention(built.entity('Bob', 'person', { state: 'rejected' }), 'Bob');
    built.entity('Cid', 'person', { mergedInto: ann });
    built.mention(ann, 'Cid');
    built.entity('Dan');
    built.entity('Eve', 'person', { state: 'added', origin: 'person' });
    built.mention(ann, 'Dan', 0, { state: 'rejected' });
    expect(outline(treeOf(built).roots)).toEqual([
      'People (2)',
      '  Ann (2)',
      '    Ann (1)',
      '      Ann (line 1)',
      '    Cid (1)',
      '      Cid (line 1)',
      '  Eve (0 · added by hand)',
    ]);
  });

  it('shows mentions that lost their words last, without a place to go to', () => {
    const built = new ArticleBuilder('Ann went.');
    const ann = built.entity('Ann');
    built.mention(ann, '', 0, { place: lost('Ann'), state: 'accepted' });
    built.mention(ann, 'Ann');
    const mentions = treeOf(built).roots[0]?.children()[0]?.children() ?? [];
    expect(mentions.map(({ description, icon, spans }) => ({ description, icon, spans }))).toEqual([
      { description: 'line 1', icon: 'symbol-string', spans: [{ start: 0, end: 3 }] },
      { description: 'not found in the text · accepted', icon: 'warning', spans: [] },
    ]);
  });

  it('says for menus and screen readers what a row is', () => {
    const nodes = allNodes(treeOf(article().built).roots);
    const row = (label: string, context: string) =>
      nodes.find((node) => node.label === label && node.context === context)?.spoken;
    expect(row('People', 'group')).toBe('People, 2 entities');
    expect(row('Rotterdam', 'entity.accepted')).toBe('Location, accepted, Rotterdam, 3 mentions');
    expect(row('De Vries', 'alias')).toBe('De Vries, 1 mention');
    expect(row('Red Aid', 'mention.suggested')).toBe('Mention, unreviewed, Red Aid, line 3');
  });

  it('finds the row of every entity and mention, and of nothing else', () => {
    const { built, anna } = article();
    const tree = treeOf(built);
    for (const id of built.records.entities.keys()) {
      expect(tree.find({ kind: 'entities', id })).toMatchObject({ record: { kind: 'entities', id } });
    }
    for (const id of built.records.mentions.keys()) {
      const row = tree.find({ kind: 'mentions', id });
      expect(row).toMatchObject({ record: { kind: 'mentions', id } });
      expect(allNodes(tree.roots)).toContain(row);
    }
    expect(tree.find({ kind: 'claims', id: anna })).toBeNull();
    expect(tree.find({ kind: 'entities', id: 'e_none' })).toBeNull();
    expect(treeOf(built, { filter: 'ben' }).find({ kind: 'entities', id: anna })).toBeNull();
  });
});

describe('rejected entities and mentions', () => {
  function rejected() {
    const { built, ben, city } = article();
    const table = built.records;
    table.entities.set(ben, { ...table.entities.get(ben)!, state: 'rejected' });
    for (const [id, mention] of table.mentions) {
      const gone = mention.entity === ben || (mention.entity === city && mention.place.spans[0]?.start === 25);
      if (gone) table.mentions.set(id, { ...mention, state: 'rejected' });
    }
    return built;
  }

  it('are hidden, and not counted among those that stand', () => {
    const tree = treeOf(rejected());
    expect(outline(tree.roots).filter((line) => /Ben|rejected/.test(line))).toEqual([]);
    expect([tree.shown, tree.total]).toEqual([3, 3]);
  });

  it('are what is:rejected shows: the entity with its mentions, and single mentions of a standing one', () => {
    const tree = treeOf(rejected(), { filter: 'is:rejected' });
    expect(outline(tree.roots)).toEqual([
      'People (1)',
      '  Ben (2 · rejected)',
      '    Ben (line 1 · rejected)',
      '    Ben (line 2 · rejected)',
      'Locations (1)',
      '  Rotterdam (1 · accepted)',
      '    Rotterdam (line 1 · rejected)',
    ]);
    expect(allNodes(tree.roots).map(({ context }) => context)).toContain('entity.rejected');
    expect([tree.shown, tree.total]).toEqual([2, 3]);
    expect(treeOf(rejected(), { filter: 'is:rejected rotter' }).shown).toBe(1);
  });
});

it('a mention with comments has a row for each', () => {
  const built = new ArticleBuilder('Ben left.');
  built.mention(built.entity('Ben'), 'Ben', 0, { comments: [{ text: 'or his son?', by: 'Ada' }] });
  const row = allNodes(treeOf(built).roots).find(({ record }) => record?.kind === 'mentions');
  expect(outline(row?.children() ?? [])).toEqual(['or his son? (comment · Ada)']);
  expect(row?.leaf).toBe(false);
});
