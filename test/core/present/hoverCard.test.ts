import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alias, NoteRecord } from '../../../src/core/model/records.ts';
import { type HoverCard, hoverCards } from '../../../src/core/present/hoverCard.ts';
import { noteWordsAt } from '../../../src/core/present/notesAt.ts';
import { ArticleBuilder } from './articleBuilder.ts';

const MOST_LINES = 12;
const MOST_CHARACTERS = 160;
const linesOf = (card: HoverCard | undefined) => card?.lines.map(({ label, text }) => `${label}: ${text}`);
const texts = (card: HoverCard) => [card.title, card.why, ...card.lines.map(({ text }) => text)];

const TEXT = 'Anna de Vries said the plan is bad. De Vries left. Ben said she is right.';

function article() {
  const built = new ArticleBuilder(TEXT);
  const anna = built.entity('Anna de Vries', 'person', {
    aliases: [{ name: 'De Vries', kind: 'variant' }],
    note: 'The director',
  });
  const ben = built.entity('Ben', 'person', { state: 'accepted' });
  const first = built.mention(anna, 'Anna de Vries');
  built.mention(anna, 'De Vries');
  built.mention(ben, 'Ben', 0, { by: 'me', on: '2026-01-02T03:04:05Z' });
  const bad = built.claim('Anna de Vries said the plan is bad', {
    by: { voice: 'indirect', source: anna, cueAt: [built.span('said')] },
    text: 'The plan is bad.',
    topic: 'plan',
  });
  const right = built.claim('she is right', { by: { voice: 'indirect', source: ben }, entities: [anna] });
  return {
    built,
    first,
    bad,
    right,
    at: (words: string, nth = 0) => hoverCards(built.card(), built.span(words, nth).start + 1),
  };
}

describe('the hover', () => {
  it('tells of a mention what the article says of its entity, with ways to go there', () => {
    const { at, first, bad, right } = article();
    const [card] = at('De Vries');
    expect(card).toMatchObject({
      kind: 'Person',
      title: 'Anna de Vries',
      state: 'unreviewed',
      why: 'model:names, score 0.90',
    });
    expect(card?.lines).toEqual([
      { label: 'Also', text: 'De Vries' },
      { label: 'Mentions', text: '2 in this article', target: { kind: 'mentions', id: first } },
      { label: 'Says', text: 'The plan is bad.', target: { kind: 'claims', id: bad } },
      { label: 'About it', text: 'she is right', target: { kind: 'claims', id: right } },
      { label: 'Note', text: 'The director' },
    ]);
  });

  it('tells what was said on the very mention, also where much was said on its entity', () => {
    const built = new ArticleBuilder(TEXT);
    const comments = ['one', 'two', 'three'].map((text) => ({ text }));
    const anna = built.entity('Anna de Vries', 'person', { comments });
    built.mention(anna, 'De Vries', 0, { comments: [{ text: 'or her sister?' }] });
    built.mention(anna, 'Anna de Vries');
    const at = (words: string) => linesOf(hoverCards(built.card(), built.span(words).start + 1)[0]);
    expect(at('De Vries')).toContain('Comment: or her sister?');
    expect(at('Anna')).not.toContain('Comment: or her sister?');
  });

  it('shows the mention before the claim around it', () => {
    expect(
      article()
        .at('Anna')
        .map(({ kind }) => kind),
    ).toEqual(['Person', 'Claim']);
  });

  it('tells of a claim who says it and how', () => {
    const { at, first } = article();
    const [card] = at('the plan');
    expect(card).toMatchObject({ kind: 'Claim', title: 'The plan is bad.', state: 'unreviewed' });
    expect(linesOf(card)).toEqual(['Says: Anna de Vries (reported)', 'Cue: said', 'Topic: plan']);
    expect(card?.lines[0]?.target).toEqual({ kind: 'mentions', id: first });
  });

  it('says who decided and when, and takes the state of the entity where the mention has none', () => {
    const [card] = article().at('Ben');
    expect(card).toMatchObject({
      state: 'accepted',
      why: 'model:names, score 0.90 · decided by me, 2026-01-02T03:04:05Z',
    });
  });

  it('shows nothing where nothing stands or all is rejected', () => {
    const { built, at } = article();
    expect(at('left')).toEqual([]);
    for (const [id, mention] of built.records.mentions)
      built.records.mentions.set(id, { ...mention, state: 'rejected' });
    expect(at('De Vries')).toEqual([]);
  });

  it('shows three cards at most', () => {
    const built = new ArticleBuilder('one two three');
    for (let i = 0; i < 5; i++) built.claim('one two three', { text: `Claim ${i}` });
    expect(hoverCards(built.card(), 5)).toHaveLength(3);
  });

  it('never has more than twelve lines, and cuts long text between characters', () => {
    const long = fc.string({ unit: 'grapheme', maxLength: 400 }).map((words) => `x${words}`);
    const many = fc.array(long, { maxLength: 12 });
    fc.assert(
      fc.property(many, many, many, long, (names, said, about, words) => {
        const built = new ArticleBuilder('Ann and the plan');
        const alias = (name: string): Alias => ({ name, kind: 'variant' });
        const ann = built.entity(words, 'person', { aliases: names.map(alias), value: words, note: words, by: words });
        built.mention(ann, 'Ann', 0, { by: words });
        const figures = names.map((what) => ({ at: [], op: '=' as const, value: 1, unit: null, what }));
        const times = about.map((basis) => ({ at: [], edtf: null, basis, confidence: 1 }));
        const parts = {
          figures,
          times,
          hedge: words,
          topic: words,
          note: words,
          by: { voice: 'mixed' as const, source: ann, chain: names },
        };
        for (const text of said)
          built.claim('the plan', { ...parts, text, polarity: 'negated', verdict: 'disputed', recheck: true });
        for (const text of about) built.claim('the plan', { text, entities: [ann] });
        for (const offset of [1, 10]) {
          for (const card of hoverCards(built.card(), offset)) {
            expect(card.lines.length).toBeLessThanOrEqual(MOST_LINES);
            for (const text of texts(card)) {
              // The voice stands in brackets behind the source.
              expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS + ' (reported with quoted words)'.length);
              expect(text).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says how many more claims there are', () => {
    const built = new ArticleBuilder('Ann went.');
    const ann = built.entity('Ann');
    built.mention(ann, 'Ann');
    for (let i = 0; i < 5; i++) built.claim('went', { text: `Claim ${i}`, by: { voice: 'direct', source: ann } });
    expect(linesOf(hoverCards(built.card(), 1)[0])).toEqual([
      'Mentions: 1 in this article',
      'Says: Claim 0',
      'Says: Claim 1',
      'Says: Claim 2',
      'Says: and 2 more in the Claims view',
    ]);
  });
});

it('of a passage with free notes tells what they say and who says it, at most three, none of them long', () => {
  const built = new ArticleBuilder(TEXT);
  const add = (text: string, fields: Partial<NoteRecord> = {}) =>
    built.note(text, { place: built.place('the plan'), ...fields });
  add('Which one?', { by: 'Ada' });
  add('On the whole article', { place: null });
  add('Taken back', { state: 'rejected' });
  add('x'.repeat(1000));
  const here = noteWordsAt(built.records, built.span('plan').start);
  expect(here.map((words) => words.slice(0, 20))).toEqual(['Which one? (Ada)', 'x'.repeat(20)]);
  expect(Math.max(...here.map(({ length }) => length))).toBeLessThanOrEqual(MOST_CHARACTERS);
  for (let i = 0; i < 5; i++) add('more');
  expect(noteWordsAt(built.records, built.span('plan').start)).toHaveLength(3);
  expect(noteWordsAt(built.records, 0)).toEqual([]);
});
