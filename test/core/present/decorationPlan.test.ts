import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../src/core/extract/extraction.ts';
import { planDecorations, STYLE_KEYS, type StyleKey } from '../../../src/core/present/decorationPlan.ts';
import { ArticleBuilder, lost } from './articleBuilder.ts';

const TEXT = 'Ann met Bob in Rome. The plan is bad, Bob said. Advertisement';

/** The words painted in each style that paints any. */
function painted(built: ArticleBuilder, zones: readonly Zone[] = []): Partial<Record<StyleKey, string[]>> {
  const plan = planDecorations(built.index(), zones, { start: 0, end: built.text.length });
  expect([...plan.keys()]).toEqual(STYLE_KEYS);
  const words = [...plan].map(
    ([key, spans]) => [key, spans.map(({ start, end }) => built.text.slice(start, end))] as const,
  );
  return Object.fromEntries(words.filter(([, list]) => list.length > 0));
}

describe('the plan of decorations', () => {
  it('tells types apart, and what is decided from what is suggested', () => {
    const built = new ArticleBuilder(TEXT);
    built.mention(built.entity('Ann'), 'Ann');
    const bob = built.entity('Bob');
    built.mention(bob, 'Bob', 0, { state: 'accepted' });
    built.mention(bob, 'Bob', 1);
    built.mention(built.entity('Rome', 'location', { state: 'edited' }), 'Rome');
    expect(painted(built)).toEqual({
      'mention.person.suggested': ['Ann', 'Bob'],
      'mention.person.decided': ['Bob'],
      'mention.location.decided': ['Rome'],
    });
  });

  it.each([
    ['outlet', 'own'],
    ['direct', 'quoted'],
    ['indirect', 'attributed'],
    ['mixed', 'attributed'],
  ] as const)('paints a claim in the voice %s as %s', (voice, style) => {
    const built = new ArticleBuilder(TEXT);
    built.claim('The plan is bad', { by: { voice } });
    built.claim('Ann met Bob', { by: { voice }, state: 'added' });
    expect(painted(built)).toEqual({
      [`claim.${style}.suggested`]: ['The plan is bad'],
      [`claim.${style}.decided`]: ['Ann met Bob'],
    });
  });

  it('leaves out what is rejected, what is of a rejected or missing entity, and what lost its words', () => {
    const built = new ArticleBuilder(TEXT);
    built.mention(built.entity('Ann'), 'Ann', 0, { state: 'rejected' });
    built.mention(built.entity('Bob', 'person', { state: 'rejected' }), 'Bob');
    built.mention('e_none', 'Rome');
    built.claim('The plan is bad', { state: 'rejected' });
    built.claim('gone', { place: lost('gone') });
    expect(painted(built)).toEqual({});
  });

  it('marks changed words and furniture besides', () => {
    const built = new ArticleBuilder(TEXT);
    built.mention(built.entity('Ann'), 'Ann', 0, {
      place: { ...built.place('Ann'), exact: 'Anna', anchor: 'changed' },
    });
    const made = { origin: 'rule:zones', score: 1 };
    const zones: Zone[] = [
      { ...made, ...built.span('Ann met Bob in Rome.'), kind: 'body' },
      { ...made, ...built.span('Advertisement'), kind: 'furniture' },
    ];
    expect(painted(built, zones)).toEqual({
      'mention.person.suggested': ['Ann'],
      changed: ['Ann'],
      furniture: ['Advertisement'],
    });
  });

  it('shows where free notes stand, also those whose words changed; not one on the article, nor one that is gone', () => {
    const built = new ArticleBuilder(TEXT);
    built.note('who else was there?', { place: built.place('Ann met Bob') });
    built.note('check the date', { place: { ...built.place('Rome'), exact: 'Roma', anchor: 'changed' } });
    built.note('of the whole article', { place: null });
    built.note('of lost words', { place: lost('gone') });
    built.note('of no use', { place: built.place('The plan'), state: 'rejected' });
    expect(painted(built)).toEqual({ note: ['Ann met Bob', 'Rome'], changed: ['Rome'] });
  });

  it('has the spans of a style in document order, also where pieces stand between pieces', () => {
    const built = new ArticleBuilder('a b c d');
    const pieces = (...words: string[]) => ({
      spans: words.map((word) => built.span(word)),
      exact: words.join(' … '),
      anchor: 'anchored' as const,
    });
    built.claim('a … d', { place: pieces('a', 'd') });
    built.claim('b', { place: pieces('b') });
    built.claim('c', { place: pieces('c') });
    expect(painted(built)).toEqual({ 'claim.own.suggested': ['a', 'b', 'c', 'd'] });
  });

  it('of a part of the text has what shares text with it, pieces by themselves', () => {
    const built = new ArticleBuilder(TEXT);
    built.mention(built.entity('Ann'), 'Ann');
    built.mention(built.entity('Bob'), 'Bob', 1);
    built.mention(built.entity('Rome', 'location'), 'Rome');
    const spans = [built.span('met Bob'), built.span('plan is bad')];
    built.claim('met Bob … plan is bad', { place: { spans, exact: 'met Bob … plan is bad', anchor: 'anchored' } });
    const window = built.span('in Rome. The plan is');
    const plan = planDecorations(built.index(), [], window);
    const words = [...plan.values()].flat().map(({ start, end }) => built.text.slice(start, end));
    expect(words).toEqual(['Rome', 'plan is bad']);
  });
});
