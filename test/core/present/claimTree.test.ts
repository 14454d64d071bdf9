import { describe, expect, it } from 'vitest';
import { buildClaimTree, CLAIM_GROUPINGS, type ClaimGrouping } from '../../../src/core/present/claimTree.ts';
import { parseFilter } from '../../../src/core/present/filter.ts';
import { ArticleBuilder, lost } from './articleBuilder.ts';
import { allNodes, outline } from './outline.ts';

const TEXT = `The quay costs 5 million.
The plan is bad, Ben said.
Ships will come in May. The plan is good, an official said.
The town needs food, Ben said.`;

function article(above = '') {
  const built = new ArticleBuilder(above + TEXT);
  const ben = built.entity('Ben');
  const said = (nth: number) => ({ voice: 'indirect', cueAt: [built.span('said', nth)] }) as const;
  built.claim('The town needs food', { by: { ...said(2), source: ben }, topic: 'aid', state: 'accepted' });
  built.claim('The quay costs 5 million', { topic: 'money' });
  built.claim('The plan is bad', {
    by: { ...said(0), source: ben },
    verdict: 'disputed',
    recheck: true,
    topic: 'plan',
  });
  built.claim('Ships will come in May');
  built.claim('The plan is good', { by: { ...said(1), sourceAt: [built.span('an official')] }, topic: 'plan' });
  return built;
}
function treeOf(
  built: ArticleBuilder,
  { group = 'source', filter = '' }: { group?: ClaimGrouping; filter?: string } = {},
) {
  return buildClaimTree({
    ...{ index: built.index(), text: built.text, lines: built.lines, privateNotes: built.privateNotes },
    group,
    filter: parseFilter(filter),
  });
}
const upTo = (depth: number, lines: readonly string[]) => lines.filter((line) => line.search(/\S/) <= depth * 2);

describe('the tree of claims', () => {
  it('groups by who says it, the article itself last', () => {
    expect(upTo(1, outline(treeOf(article()).roots))).toEqual([
      'Ben (2)',
      '  The plan is bad (disputed, check again · line 2)',
      '  The town needs food (accepted · line 4)',
      'an official (1)',
      '  The plan is good (line 3)',
      'The article (2)',
      '  The quay costs 5 million (line 1)',
      '  Ships will come in May (line 3)',
    ]);
  });

  it('groups by topic, the largest first, those without last', () => {
    const built = article();
    built.claim('Ships will come', {});
    expect(upTo(1, outline(treeOf(built, { group: 'topic' }).roots))).toEqual([
      'plan (2)',
      '  The plan is bad (Ben · disputed, check again · line 2)',
      '  The plan is good (an official · line 3)',
      'money (1)',
      '  The quay costs 5 million (The article · line 1)',
      'aid (1)',
      '  The town needs food (Ben · accepted · line 4)',
      'no topic (2)',
      '  Ships will come in May (The article · line 3)',
      '  Ships will come (The article · line 3)',
    ]);
  });

  it('lists them in document order, with their sources', () => {
    expect(upTo(0, outline(treeOf(article(), { group: 'position' }).roots))).toEqual([
      'The quay costs 5 million (The article · line 1)',
      'The plan is bad (Ben · disputed, check again · line 2)',
      'Ships will come in May (The article · line 3)',
      'The plan is good (an official · line 3)',
      'The town needs food (Ben · accepted · line 4)',
    ]);
  });

  it('shows below a claim what it is made of', () => {
    const built = new ArticleBuilder('At least 60 people may not come in May, an official told Ben.');
    const ben = built.entity('Ben');
    built.claim('At least 60 people may not come in May', {
      by: { voice: 'indirect', source: ben, chain: [ben, 'an official'], cueAt: [built.span('told')] },
      ...{ kind: 'prediction', polarity: 'negated', hedge: 'may', note: 'call them', verdict: 'unverifiable' },
      figures: [{ at: [built.span('60')], op: '>=', value: 60, unit: 'person', what: 'people' }],
      times: [{ at: [built.span('May')], edtf: '2021-05', basis: 'relative to the article', confidence: 0.5 }],
    });
    const [claim] = treeOf(built, { group: 'position' }).roots;
    expect(outline(claim?.children() ?? [])).toEqual([
      'Ben (says)',
      'Ben ← an official (through)',
      'told (cue)',
      'may (hedge)',
      'negated (polarity)',
      'prediction (kind)',
      'at least 60 people (figure)',
      '2021-05 (relative to the article) (date)',
      'unverifiable (verdict)',
      'call them (note)',
    ]);
    expect(claim?.spoken).toBe(
      'Claim, unreviewed, reported, attributed to Ben: At least 60 people may not come in May',
    );
  });

  it.each(CLAIM_GROUPINGS)('has unique ids that stay when text is inserted above, by %s', (group) => {
    const ids = (built: ArticleBuilder) => allNodes(treeOf(built, { group }).roots).map(({ id }) => id);
    const before = ids(article());
    expect(new Set(before).size).toBe(before.length);
    expect(ids(article('A new headline\n\nand a first line.\n'))).toEqual(before);
  });

  it.each(CLAIM_GROUPINGS)('has unique ids where claims look like paths and ordinals, by %s', (group) => {
    const built = new ArticleBuilder('a, b, c, d, e, f');
    for (const [at, text, topic] of [
      ['a', 'X', 'T'],
      ['b', 'X', 'T'],
      ['c', 'X#1', 'T'],
      ['d', 'U/X', 'T'],
      ['e', 'X', 'T/U'],
      ['f', 'X/says', 'T'],
    ] as const) {
      built.claim(at, {
        text,
        topic,
        by: { voice: 'indirect', source: built.entity(topic, 'person', { id: `e_${topic}` }) },
      });
    }
    const ids = allNodes(treeOf(built, { group }).roots).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each<[filter: string, count: number]>([
    ['plan', 2],
    ['ben', 2],
    ['official', 1],
    ['money', 1],
    ['is:accepted', 1],
    ['is:unreviewed plan bad', 1],
    ['nothing of this', 0],
  ])('keeps what the filter %j asks for', (filter, count) => {
    expect(treeOf(article(), { filter })).toMatchObject({ shown: count, total: 5 });
  });

  it('leaves out what is rejected and warns of what lost its words', () => {
    const built = new ArticleBuilder('One. Two.');
    built.claim('One', { state: 'rejected' });
    built.claim('Three', { place: lost('Three'), state: 'accepted' });
    built.claim('Two');
    const { roots, total } = treeOf(built, { group: 'position' });
    expect(roots.map(({ label, description, icon }) => [label, description, icon])).toEqual([
      ['Two', 'The article · line 1', 'megaphone'],
      ['Three', 'The article · accepted · not found in the text', 'warning'],
    ]);
    expect(total).toBe(2);
  });

  it.each(CLAIM_GROUPINGS)('finds the row of every claim that it shows, by %s', (group) => {
    const built = article();
    const tree = treeOf(built, { group });
    for (const id of built.records.claims.keys()) {
      const row = tree.find({ kind: 'claims', id });
      expect(row?.record).toEqual({ kind: 'claims', id });
      expect(allNodes(tree.roots)).toContain(row);
    }
    expect(tree.find({ kind: 'entities', id: 'c_0' })).toBeNull();
    expect(treeOf(built, { group, filter: 'money' }).find({ kind: 'claims', id: 'c_0' })).toBeNull();
  });
});

describe('rejected claims', () => {
  it('are hidden and not counted, and shown where the filter asks for them', () => {
    const built = article();
    const [id, claim] = [...built.records.claims].find(([, { text }]) => text === 'Ships will come in May')!;
    built.records.claims.set(id, { ...claim, state: 'rejected' });
    expect([treeOf(built).shown, treeOf(built).total]).toEqual([4, 4]);
    const tree = treeOf(built, { filter: 'is:rejected' });
    expect([tree.shown, tree.total]).toEqual([1, 4]);
    const row = tree.find({ kind: 'claims', id });
    expect([row?.label, row?.context]).toEqual(['Ships will come in May', 'claim.rejected']);
    expect(row?.description).toMatch(/^rejected/);
  });
});

describe('quotations and relations', () => {
  function quoted() {
    const built = article();
    const { quotations, relations, entities } = built.records;
    const made = { state: 'suggested', origin: 'rule:sample', score: 1 } as const;
    const parts = { speakerAt: [], cueAt: [] };
    const [ben = ''] = entities.keys();
    const quay = built.entity('the quay', 'location');
    const comments = [{ text: 'Heard on tape', by: 'Ada' }];
    const conflict = [{ field: 'speaker', ours: { value: ben }, theirs: { value: null } }];
    const place = built.place('The plan is good');
    quotations.set('q_1', { ...made, ...parts, id: 'q_1', kind: 'direct', speaker: null, place, conflict });
    const ships = { ...made, ...parts, id: 'q_2', kind: 'direct', speaker: ben, place: built.place('Ships') } as const;
    quotations.set('q_2', { ...ships, comments });
    const relation = { ...made, subject: ben, predicate: 'in charge of', object: quay, comments };
    relations.set('r_1', { ...relation, id: 'r_1', claim: 'c_1' });
    relations.set('r_2', { ...relation, id: 'r_2', claim: 'c_1', state: 'rejected' });
    return built;
  }

  it.each(CLAIM_GROUPINGS)('stand behind the claims and the notes with what was said on them, by %s', (group) => {
    const built = quoted();
    built.note('Who paid?');
    const tree = treeOf(built, { group });
    expect(outline(tree.roots).slice(-9)).toEqual([
      'Notes (1)',
      '  Who paid? (on the article)',
      'Quotations (2)',
      '  Ships (Ben · line 3)',
      '    Heard on tape (comment · Ada)',
      '  The plan is good (conflict · line 3)',
      'Relations (1)',
      '  Ben in charge of the quay (line 1)',
      '    Heard on tape (comment · Ada)',
    ]);
    const [comment] = tree.find({ kind: 'quotations', id: 'q_2' })?.children() ?? [];
    expect(comment?.item).toEqual({ record: { kind: 'quotations', id: 'q_2' }, list: 'comments', at: 0 });
    expect(tree.find({ kind: 'relations', id: 'r_1' })?.spans).toEqual([built.span('The quay costs 5 million')]);
    expect(tree.find({ kind: 'relations', id: 'r_2' })).toBeNull();
    expect(tree).toMatchObject({ shown: 5, total: 5 });
  });

  it('are filtered by their words and what was said on them', () => {
    expect(outline(treeOf(quoted(), { filter: 'tape charge' }).roots)).toEqual([
      'Relations (1)',
      '  Ben in charge of the quay (line 1)',
      '    Heard on tape (comment · Ada)',
    ]);
  });
});

describe('free notes', () => {
  function noted() {
    const built = article();
    const comments = [{ text: 'Really?', by: 'Ada' }];
    built.note('Who\npaid?', { id: 'n_1', by: 'Ben', place: built.place('Ships'), comments });
    built.note('From the town archive', { id: 'n_2' });
    built.note('Gone', { id: 'n_3', place: lost('a word') });
    return built;
  }

  it.each(CLAIM_GROUPINGS)('stand behind the claims, each with its place and its comments, by %s', (group) => {
    const tree = treeOf(noted(), { group });
    expect(outline(tree.roots).slice(-5)).toEqual([
      'Notes (3)',
      '  From the town archive (on the article)',
      '  Who paid? (Ben · line 3)',
      '    Really? (comment · Ada)',
      '  Gone (not found in the text)',
    ]);
    expect(tree.find({ kind: 'notes', id: 'n_1' })).toMatchObject({ label: 'Who paid?', context: 'note.added' });
    expect(tree.find({ kind: 'notes', id: 'n_3' })?.context).toBe('note.added.lost');
    expect(tree).toMatchObject({ shown: 5, total: 5 });
  });

  it('are filtered by their words and what was said on them', () => {
    expect(outline(treeOf(noted(), { filter: 'really' }).roots)).toEqual([
      'Notes (1)',
      '  Who paid? (Ben · line 3)',
      '    Really? (comment · Ada)',
    ]);
    expect(treeOf(noted(), { filter: 'nothing of this' }).roots).toEqual([]);
  });
});
