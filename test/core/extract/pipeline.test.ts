import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/core/extract/pipeline.ts';
import { normaliseText } from '../../../src/core/text/normalise.ts';
import { readModels } from '../../../src/node/readModels.ts';

const models = readModels('src/core/lexicon/models');
const extractor = createExtractor({ models });
const HEAD = 'A headline about nothing at all\n\n';

function claimsOf(paragraph: string) {
  const text = HEAD + paragraph;
  return extractor.extract({ text }).claims.map((c) => text.slice(c.start, c.end));
}

describe('claims', () => {
  it.each<[string, string, string[]]>([
    [
      'coordinated clauses',
      'The bridge fell on Monday and the road was closed.',
      ['The bridge fell on Monday', 'the road was closed'],
    ],
    [
      'a second predicate',
      'The storm destroyed the harbour and sank two ships.',
      ['The storm destroyed the harbour', 'sank two ships'],
    ],
    [
      'an adverbial clause',
      'The road was closed after the river had flooded the town.',
      ['The road was closed after the river had flooded the town', 'the river had flooded the town'],
    ],
    [
      'a relative clause',
      'The harbour, which was built in 1911, was destroyed by fire.',
      ['which was built in 1911', 'was destroyed by fire'],
    ],
    ['a report', 'The ministry said that the bridge was unsafe.', ['the bridge was unsafe']],
  ])('parts %s', (_, paragraph, expected) => {
    expect(claimsOf(paragraph)).toEqual(expected);
  });

  it('gives a reported claim its source, and the article its own', () => {
    const text = `${HEAD}The road was closed on Monday. According to the ministry, the bridge was unsafe.`;
    const voices = extractor
      .extract({ text })
      .claims.map((c) => [c.voice, c.sourceAt && text.slice(c.sourceAt.start, c.sourceAt.end)]);
    expect(voices).toEqual([
      ['outlet', null],
      ['indirect', 'the ministry'],
    ]);
  });

  it('states roles as claims', () => {
    const text = `${HEAD}Maria Lopez, the director of the museum, opened the hall.`;
    const role = extractor.extract({ text }).claims.find((c) => c.origin === 'rule:claims/role');
    expect(role?.text).toBe('Maria Lopez is the director of the museum');
  });

  it.each([
    'Some members, such as former Senator Ann Lee, have left.',
    'Only President John Smith served two terms.',
    'At the time of her murder, Ann Lee, called the star, had a house.',
    'Police stopped the man in Strand Street, 36 minutes after the shooting.',
    'A man removed then-prime-minister John Smith.',
  ])('states no role by words that name none: %s', (paragraph) => {
    const roles = extractor.extract({ text: HEAD + paragraph }).claims.filter((c) => c.origin === 'rule:claims/role');
    expect(roles.map(({ text }) => text).filter((role) => !/is (?:former Senator|prime-minister)$/.test(role))).toEqual(
      [],
    );
  });

  it.each([
    ['The man appeared in court on Monday.', null],
    ['The man appeared to be asleep.', 'appeared to'],
  ])('tells a hedge from showing up: %s', (paragraph, hedge) => {
    expect(extractor.extract({ text: HEAD + paragraph }).claims[0]?.hedge).toBe(hedge);
  });

  it.each<[string, string, string]>([
    ['The bridge may fall this year.', 'modality', 'possible'],
    ['The bridge was not safe.', 'polarity', 'negated'],
    ['“We will rebuild the bridge,” the mayor said.', 'kind', 'promise'],
    ['The bridge will fall in 2030.', 'kind', 'prediction'],
  ])('marks %s', (paragraph, field, value) => {
    const claim = extractor.extract({ text: HEAD + paragraph }).claims[0];
    expect(claim?.[field as 'kind']).toBe(value);
  });

  it('yields none from headlines and furniture', () => {
    const text = 'The bridge fell into the river on Monday\n\nThe road is closed. (Reuters)\n\nIt rained.';
    expect(extractor.extract({ text }).claims.every((c) => text.slice(c.start, c.end) === 'It rained')).toBe(true);
  });
});

describe('relations', () => {
  it('names the relation that a claim states between two names', () => {
    const text = `${HEAD}Maria Lopez, the leader of the Liberal Party, was born in Spain.`;
    const { relations, entities } = extractor.extract({ text });
    expect(relations.map((r) => [entities[r.subject]?.name, r.predicate, entities[r.object]?.name])).toContainEqual([
      'Maria Lopez',
      'leader of',
      'Liberal Party',
    ]);
  });
});

describe('hostile text', () => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['white space', ' \n\n \t '],
    ['punctuation alone', '.,;:!?"“”„«»’‘()[]–—'.repeat(200)],
    ['unbalanced marks', '“He said "we ‘go «now'.repeat(50)],
    ['one endless line', 'word '.repeat(40_000)],
    ['one endless word', 'a'.repeat(200_000)],
    ['right to left', 'قال الرئيس إن الهجوم وقع يوم الخميس. '.repeat(20)],
    ['emoji', '😀👩‍👩‍👧 said 🎉 “😀” '.repeat(100)],
    ['control characters', '\u0000\u0001\u0002\ufffd'.repeat(500)],
    ['half a surrogate pair', 'He said \ud83d that \udc00 it rained.'],
    ['many commas', 'said, '.repeat(3000)],
    ['many openings', '('.repeat(5000)],
    ['digits', '1234567890 '.repeat(5000)],
  ])('never throws: %s', (_, raw) => {
    const text = normaliseText(raw);
    const extraction = extractor.extract({ text });
    for (const { start, end } of [
      ...extraction.zones,
      ...extraction.claims,
      ...extraction.quotations,
      ...extraction.times,
    ]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(start).toBeLessThan(end);
    }
  });

  it('says why it finds little', () => {
    expect(extractor.extract({ text: '' }).notices).toEqual(['The text is empty.']);
    const spanish =
      'El presidente dijo el jueves que la ciudad no tiene agua y que la gente espera ayuda del gobierno. '.repeat(5);
    expect(extractor.extract({ text: spanish }).notices[0]).toContain('Spanish');
  });
});

describe('growth', () => {
  it('takes about four times as long for four times the text', () => {
    const paragraph = (i: number) =>
      `Officials in town ${i} said on Monday that at least ${i} houses burned, and “nobody was hurt,” the mayor said. The road, which was built in 19${10 + (i % 80)}, is closed.\n\n`;
    const make = (n: number) => HEAD + Array.from({ length: n }, (_, i) => paragraph(i)).join('');
    const time = (n: number) => {
      let best = Number.POSITIVE_INFINITY;
      for (let k = 0; k < 4; k++) {
        const fresh = createExtractor({ models });
        const text = make(n);
        const from = process.cpuUsage(); // not by the clock: others may be at work too
        fresh.extract({ text });
        const { user, system } = process.cpuUsage(from);
        best = Math.min(best, user + system);
      }
      return best;
    };
    time(50);
    const small = time(100);
    expect(time(400) / small).toBeLessThan(4 * 2);
  });

  it('does the same again from its memory', () => {
    const text = `${HEAD}Officials said on Monday that at least 12 houses burned.`;
    expect(extractor.extract({ text })).toEqual(extractor.extract({ text }));
  });
});
