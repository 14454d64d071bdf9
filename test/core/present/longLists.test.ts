import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexArticle } from '../../../src/core/present/articleIndex.ts';
import { buildClaimTree, CLAIM_GROUPINGS } from '../../../src/core/present/claimTree.ts';
import { buildEntityTree, ENTITY_SORTS } from '../../../src/core/present/entityTree.ts';
import { parseFilter } from '../../../src/core/present/filter.ts';
import { followChange } from '../../../src/core/present/followChange.ts';
import { MOST_ROWS } from '../../../src/core/present/listParts.ts';
import { recordsUnder, type Tree, type TreeNode } from '../../../src/core/present/treeNode.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { reject } from '../../../src/core/store/edits/decide.ts';
import { countingIds, STAMP, someEdit } from '../store/editMakers.ts';
import { ARTICLE, extractSample } from '../store/sampleArticle.ts';
import { ArticleBuilder, lost } from './articleBuilder.ts';
import { allNodes, outline } from './outline.ts';

const LINE = 'Ben said that the quay is long.\n';

/** As many claims and mentions as lines, `perLine` of them in one line of the text. */
function long(count: number, perLine = 1) {
  const line = perLine === 1 ? LINE : LINE.replace('\n', ' ');
  const built = new ArticleBuilder(Array.from({ length: count }, () => line).join(''));
  const ben = built.entity('Ben');
  for (let i = 0; i < count; i++) {
    const at = i * LINE.length;
    const place = (start: number, exact: string) =>
      ({ spans: [{ start: at + start, end: at + start + exact.length }], exact, anchor: 'anchored' }) as const;
    built.mention(ben, 'Ben', 0, { place: place(0, 'Ben') });
    built.claim('the quay is long', { place: place(14, 'the quay is long'), topic: 'quay' });
  }
  return built;
}
const claims = (built: ArticleBuilder, group: (typeof CLAIM_GROUPINGS)[number] = 'source', filter = '') =>
  buildClaimTree({
    ...{ index: built.index(), text: built.text, lines: built.lines, privateNotes: built.privateNotes },
    group,
    filter: parseFilter(filter),
  });
const entities = (built: ArticleBuilder) =>
  buildEntityTree({
    ...{ index: built.index(), lines: built.lines, privateNotes: built.privateNotes },
    sort: 'mentions',
    filter: null,
  });
const longest = (nodes: readonly TreeNode[]): number =>
  Math.max(nodes.length, ...nodes.map((node) => longest(node.children())));

describe('long lists', () => {
  it('are shown by ranges of lines, closed', () => {
    const [group] = claims(long(1000)).roots;
    const parts = group?.children() ?? [];
    expect(parts.map(({ label, description, expanded }) => [label, description, expanded])).toEqual(
      Array.from({ length: 10 }, (_, i) => [`Lines ${i * 100 + 1}–${i * 100 + 100}`, '100', false]),
    );
    expect(parts[3]?.children()[0]?.description).toBe('line 301');
  });

  it.each(CLAIM_GROUPINGS)('leave no row with too many below it, by %s, also where all stands in one line', (group) => {
    for (const built of [long(900), long(900, 900)]) {
      const tree = claims(built, group);
      expect(longest(tree.roots)).toBeLessThanOrEqual(MOST_ROWS);
      const ids = allNodes(tree.roots).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ['c_0', 'c_199', 'c_200', 'c_517', 'c_899']) {
        expect(claims(built, group).find({ kind: 'claims', id })?.record).toEqual({ kind: 'claims', id });
      }
    }
  });

  it('of mentions and of entities are split too, and every row is found', () => {
    const built = long(500);
    for (let i = 0; i < 500; i++) built.entity(`Name ${i}`, 'person', { state: 'added', origin: 'person' });
    const tree = entities(built);
    expect(longest(tree.roots)).toBeLessThanOrEqual(MOST_ROWS);
    expect(tree.roots[0]?.children().map(({ label }) => label)).toEqual(['1–200', '201–400', '401–501']);
    for (const id of ['m_0', 'm_100', 'm_499']) {
      expect(entities(built).find({ kind: 'mentions', id })?.record).toEqual({ kind: 'mentions', id });
    }
    expect(entities(built).find({ kind: 'entities', id: 'e_400' })?.label).toBe('Name 399');
  });

  it('hold the mentions of a name for acts on that name', () => {
    const built = long(300);
    built.mention('e_0', 'quay');
    const name = entities(built).roots[0]?.children()[0]?.children()[0] as TreeNode;
    expect([name.label, recordsUnder(name).length]).toEqual(['Ben', 300]);
  });

  it('keep what lost its words in a part of its own', () => {
    const built = long(300);
    built.claim('gone', { place: lost('gone'), state: 'accepted' });
    const parts = claims(built).roots[0]?.children() ?? [];
    expect([parts.at(-1)?.label, parts.at(-1)?.children()[0]?.label]).toEqual(['Not found in the text', 'gone']);
  });

  it('stay where they are when one of them is rejected: the others keep their ids', () => {
    const built = long(1000);
    const store = new AnnotationStore({ text: built.text });
    store.load(built.records);
    let index = indexArticle(store.annotations);
    const tree = buildClaimTree({
      ...{ index, text: built.text, lines: built.lines, group: 'topic', privateNotes: built.privateNotes },
      filter: null,
    });
    const [group] = tree.roots;
    const before = allNodes(tree.roots).map(({ id }) => id);
    const part = tree.find({ kind: 'claims', id: 'c_350' })?.parent;
    store.onDidChange((event) => {
      index = followChange(index, event);
    });
    store.apply(reject(store, [{ kind: 'claims', id: 'c_350' }], STAMP));
    // The group says how many it has, so it is shown anew, and with it what is open below it: parts are closed.
    expect(tree.follow(index)).toEqual([group]);
    expect(tree.roots[0]).toBe(group);
    expect(tree.shown).toBe(999);
    const after = allNodes(tree.roots);
    const ids = new Set(after.map(({ id }) => id));
    // The row of the claim, and what it says of its source.
    expect(before.filter((id) => !ids.has(id))).toHaveLength(2);
    expect(after.find(({ id }) => id === part?.id)?.description).toBe('99');
  });
});

describe('a tree that follows decisions', () => {
  type Options = Parameters<typeof buildClaimTree>[0];
  type Build = (options: Omit<Options, 'group'>) => Tree;
  const arrangements: [name: string, build: Build][] = [
    ...CLAIM_GROUPINGS.map((group): [string, Build] => [
      `claims by ${group}`,
      (options) => buildClaimTree({ ...options, group }),
    ]),
    ...ENTITY_SORTS.map((sort): [string, Build] => [
      `entities by ${sort}`,
      (options) => buildEntityTree({ ...options, sort }),
    ]),
  ];

  it.each(arrangements)('is the one made anew: %s', (_, buildTree) => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom('', 'is:accepted', 'is:rejected', 'the'),
        (numbers, count, filter) => {
          const store = new AnnotationStore({ text: ARTICLE });
          store.reconcile(extractSample(ARTICLE), ARTICLE);
          const { lines, privateNotes } = new ArticleBuilder(ARTICLE);
          let index = indexArticle(store.annotations);
          const build = () => buildTree({ index, lines, privateNotes, text: ARTICLE, filter: parseFilter(filter) });
          const tree = build();
          store.onDidChange((event) => {
            index = followChange(index, event);
          });
          const next = (bound: number) => (numbers.next().value as number) % bound;
          const newId = countingIds();
          const openSome = (nodes: readonly TreeNode[]): void => {
            for (const node of nodes) if (next(2) === 0) openSome(node.children());
          };
          for (let i = 0; i < count; i++) {
            openSome(tree.roots);
            if (next(4) === 0) store.undo();
            else store.apply(someEdit(store, next, newId));
            const rows = tree.follow(index);
            const now = allNodes(tree.roots);
            expect(outline(tree.roots)).toEqual(outline(build().roots));
            expect(now.map(({ id }) => id)).toEqual(allNodes(build().roots).map(({ id }) => id));
            expect(now.every((node) => node.children().every(({ parent }) => parent === node))).toBe(true);
            expect([tree.shown, tree.total]).toEqual([build().shown, build().total]);
            for (const row of rows ?? []) expect(now).toContain(row);
            for (const node of now) if (node.record) expect(tree.find(node.record)).toBe(node);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the row of a record on which two people disagree', () => {
  it('says so to the menus', () => {
    const built = new ArticleBuilder('Ben left.');
    const conflict = [{ field: 'name', ours: { value: 'Ben' }, theirs: { value: 'Benn' } }];
    built.mention(built.entity('Ben', 'person', { conflict }), 'Ben');
    built.claim('Ben left', { conflict, state: 'accepted', place: lost('Ben left') });
    const contexts = [...allNodes(entities(built).roots), ...allNodes(claims(built).roots)].map(
      ({ context }) => context,
    );
    expect(contexts).toContain('entity.suggested.conflict');
    expect(contexts).toContain('claim.accepted.conflict.lost');
  });
});
