import { describe, expect, it } from 'vitest';
import { extract, HEAD } from './inParagraph.ts';

const claimsOf = (prose: string) => extract({ text: HEAD + prose }).claims.map((c) => c.text);

describe('a claim stands alone', () => {
  it.each<[string, string, string[]]>([
    [
      'with the comma of the report that parted it',
      'In the first year, according to the board, 40 people left the town.',
      ['In the first year, 40 people left the town'],
    ],
    [
      'with a subject that is no entity',
      'Several village groups met in the hall and gathered on Saturday near the harbour.',
      ['Several village groups met in the hall', 'Several village groups gathered on Saturday near the harbour'],
    ],
    [
      'with the subject before an adverb',
      'Nils Berg cancelled a trip to Bergen and instead went to the scene of the fire.',
      ['Nils Berg cancelled a trip to Bergen', 'Nils Berg instead went to the scene of the fire'],
    ],
    [
      'with the whole name before a relative clause',
      'The case went to the Supreme Court of the Northern Isles, which rejected the plea in June.',
      [
        'The case went to the Supreme Court of the Northern Isles',
        'Supreme Court of the Northern Isles rejected the plea in June',
      ],
    ],
    [
      'without what is said of its subject by the way',
      'Nils Berg, who left the board in 2020 and now runs a shop, lost his seat in the council.',
      ['Nils Berg left the board in 2020', 'Nils Berg now runs a shop', 'Nils Berg lost his seat in the council'],
    ],
    [
      'with the owner before "whose"',
      'The yard, whose cranes stood idle for a year, has won an order for two ships.',
      ['The yard’s cranes stood idle for a year', 'The yard has won an order for two ships'],
    ],
    [
      'with the verb that a participle lacks',
      'Stripped to its frame, the tower stood for a year.',
      ['The tower was stripped to its frame', 'The tower stood for a year'],
    ],
    [
      'next to what happened then',
      'The raid began on Monday, when soldiers reached the harbour.',
      ['The raid began on Monday', 'Soldiers reached the harbour'],
    ],
    [
      'as one of the sentences of a speech',
      '“The yard is not alone in this. Every firm hides its losses,” said Nils Berg.',
      ['The yard is not alone in this', 'Every firm hides its losses'],
    ],
    [
      'with what happened rather than the place where it did',
      'The strike at the plant in Oslo, which began on Monday, has spread to two other towns.',
      ['The strike began on Monday', 'The strike at the plant in Oslo has spread to two other towns'],
    ],
    [
      'with whom the others are unlike',
      'Unlike the ferry, which sails daily, the bridge closes at night.',
      ['The ferry sails daily', 'The bridge closes at night'],
    ],
    [
      'as a count without a verb',
      'The Harbour Institute reports that according to data from the UN mission in Norway, at least 77 thefts claimed by the gang since the beginning of 2021.',
      ['At least 77 thefts claimed by the gang since the beginning of 2021'],
    ],
    ['as what is put down to something', 'Nils Berg blamed the delay on rain.', ['The delay is put down to rain']],
    [
      'behind a first phrase and the bullet of a list',
      '• The clinic treated 41 people, and in most of the wards the beds are full.',
      ['The clinic treated 41 people', 'In most of the wards the beds are full'],
    ],
  ])('%s', (_, prose, expected) => {
    expect(claimsOf(prose)).toEqual(expected);
  });
});

describe('no fragment is a claim:', () => {
  it.each<[string, string, string[]]>([
    [
      'two subjects of one verb',
      'Visitors described a hall where young men and nurses have been held.',
      ['Visitors described a hall where young men and nurses have been held', 'Young men and nurses have been held'],
    ],
    [
      'a count with "once"',
      'Some prisoners bathed less than once a year and could not use the baths at night.',
      ['Some prisoners bathed less than once a year', 'Some prisoners could not use the baths at night'],
    ],
    [
      'a plain list behind "including"',
      'According to reports, nearly 2000 people, including volunteers, fought the fire.',
      ['Nearly 2000 people, including volunteers, fought the fire'],
    ],
    [
      'what a report is about',
      'The children told the court about the harm they endured in that house.',
      ['The children told the court about the harm they endured in that house'],
    ],
    [
      'what was waited for',
      'The crews stayed until the fire was gone to reduce the risk.',
      ['The crews stayed until the fire was gone to reduce the risk'],
    ],
    [
      'a second adjective',
      'The town was rich and dependent on the harbour and had lost its ships.',
      ['The town was rich and dependent on the harbour', 'The town had lost its ships'],
    ],
    ['a word for what was said before', 'The yard disputes that.', ['The yard disputes that']],
    [
      'the object of what is alleged',
      'The police looked into money paid to two men with whom he has been alleged to have had dealings.',
      [
        'The police looked into money paid to two men with whom he has been alleged to have had dealings',
        'He has been alleged to have had dealings',
      ],
    ],
    [
      'a gerund behind "while"',
      'The photos of her while standing on the pier were published in Oslo.',
      ['The photos of her while standing on the pier were published in Oslo'],
    ],
  ])('%s', (_, prose, expected) => {
    expect(claimsOf(prose)).toEqual(expected);
  });
});

describe('claims', () => {
  it.each<[string, string, RegExp]>([
    ['a gerund tail', 'The ferry hit the pier, leaving passengers in the cold water for hours.', /leaving/i],
    ['an indirect question', 'The police asked how the boat sank. The crew was safe in Bergen.', /^How/],
  ])('leaves out %s', (_, prose, unwanted) => {
    expect(claimsOf(prose).filter((text) => unwanted.test(text) && !/^The ferry hit/.test(text))).toEqual([]);
  });

  it('has no subject for a relative clause that nothing stands before', () => {
    expect(claimsOf(', which the port owns was late.')).not.toContain('');
  });

  it('takes no list of relatives for a role', () => {
    const found = claimsOf('Nils Berg, his sister, and his uncle were among the passengers of the ferry.');
    expect(found.filter((text) => / is his sister/.test(text))).toEqual([]);
  });
});

describe('what else a sentence tells', () => {
  it.each([
    [
      'behind a gerund',
      'The ferry hit the pier, leaving passengers in the cold water for hours.',
      ['The ferry hit the pier', 'The ferry hit the pier, leaving passengers in the cold water for hours'],
    ],
    [
      'by a comparison',
      'The harbour took in 211 million euros last year, up from 180 million in 2021.',
      [
        'The harbour took in 211 million euros last year',
        'The harbour took in 211 million euros last year, up from 180 million in 2021',
      ],
    ],
    [
      'of a part of those counted',
      'Another 61 people were treated on Monday in the hospitals of the coast, most of them for fractures.',
      [
        'Another 61 people were treated on Monday in the hospitals of the coast',
        'Another 61 people were treated on Monday in the hospitals of the coast, most of them for fractures',
      ],
    ],
    [
      'with a verb of its own behind an aside',
      'Nils Berg, who led the harbour until 2019, has till October to file a petition.',
      ['Nils Berg led the harbour until 2019', 'Nils Berg has till October to file a petition'],
    ],
  ])('%s is a claim too, which its text tells whole', (_, prose, expected) => {
    expect(claimsOf(prose)).toEqual(expected);
  });
});

describe('what a claim keeps with it', () => {
  it.each<[string, string, string[]]>([
    ['a verb that is a noun as often', 'Critics blame him for the delays.', ['Critics blame him for the delays']],
    ['the same before a name', 'Critics blame Nils Berg for it.', ['Critics blame Nils Berg for it']],
    [
      'the clause that hangs on it, which stands by itself too',
      'The harbour closed for a week after the ferry hit the pier.',
      ['The harbour closed for a week after the ferry hit the pier', 'The ferry hit the pier'],
    ],
    [
      'the whole of a duration',
      'The train left at noon and in two hours and 18 minutes reached the coast.',
      ['The train left at noon and in two hours and 18 minutes reached the coast'],
    ],
    [
      'no clause that only contrasts with it',
      'The harbour closed for a week while the airport stayed open.',
      ['The harbour closed for a week', 'The airport stayed open'],
    ],
    [
      'the phrase that tells since when',
      'Since the storm in May, the harbour has lost four ships.',
      ['Since the storm in May, the harbour has lost four ships'],
    ],
    [
      'a comparison',
      'The new bridge took twice as long to build as the old bridge did.',
      ['The new bridge took twice as long to build as the old bridge did'],
    ],
    [
      'a plain form behind a pronoun',
      'They now hold a third of the seats in the council.',
      ['They now hold a third of the seats in the council'],
    ],
    [
      'a plain form behind a plural',
      'Small farms suggest another way of feeding towns.',
      ['Small farms suggest another way of feeding towns'],
    ],
  ])('%s', (_, prose, expected) => {
    expect(claimsOf(prose)).toEqual(expected);
  });
});

it.each<[string, string, string[]]>([
  [
    'two adjectives of one noun stay together',
    'The way nature is valued in political and economic decisions is a driver of the crisis.',
    ['The way nature is valued in political and economic decisions is a driver of the crisis'],
  ],
  ['"not yet" joins nothing', 'Nils Berg has not yet conceded the race.', ['Nils Berg has not yet conceded the race']],
])('%s', (_, prose, expected) => {
  expect(claimsOf(prose)).toEqual(expected);
});

it('every quotation and claim tells the model or the rule that made it', () => {
  const { quotations, claims } = extract({ text: `${HEAD}Nils Berg said the dam would hold. The roof fell in May.` });
  expect(quotations.map(({ origin }) => origin)).toEqual(['model:statements']);
  expect(claims.map(({ origin }) => origin)).toEqual(['rule:claims/main, model:statements', 'rule:claims/main']);
});

it.each([
  ['denied', 'The minister denied that he had met the envoy.', 'negated'],
  ['denied twice', 'The minister denied that he had not met the envoy.', 'affirmed'],
  ['said', 'The minister said that he had met the envoy.', 'affirmed'],
])('what somebody %s is claimed so', (_, prose, polarity) => {
  const { claims } = extract({ text: HEAD + prose });
  expect(claims.map((claim) => claim.polarity)).toEqual([polarity]);
});

it('nobody calls himself "he" in direct speech', () => {
  const prose = 'Olav Lund met the press in Oslo. He left at dawn. “He moved on to the harbour,” Lund said.';
  const found = claimsOf(prose);
  expect(found).toContain('Olav Lund left at dawn');
  expect(found).toContain('He moved on to the harbour');
});

describe('worth a check', () => {
  it.each([
    'The council raised the water tax by 12 percent in 2019.',
    'Nils Berg voted against the harbour budget.',
    'The town lost more jobs than any other in Norway.',
  ])('yes: %s', (prose) => {
    expect(extract({ text: HEAD + prose }).claims.some((c) => c.checkworthy)).toBe(true);
  });

  it.each([
    'We should all think about what matters.',
    'It is a beautiful morning.',
    'The council will raise the water tax next year.',
    'Let me say how happy I am about this question.',
    'We have got to cut the water tax.',
    'I met my friends on the bridge two years ago.',
  ])('no: %s', (prose) => {
    expect(extract({ text: HEAD + prose }).claims.filter((c) => c.checkworthy)).toEqual([]);
  });
});

it.each([
  ['We did not choose a board that will tell people what to eat.', 'fact'],
  ['The council will build a second bridge.', 'prediction'],
  ['If it rains, the council will close the bridge.', 'prediction'],
])('the kind of a claim comes from its main clause: %s', (prose, kind) => {
  expect(extract({ text: HEAD + prose }).claims[0]?.kind).toBe(kind);
});

describe('sources', () => {
  it.each<[string, string, string]>([
    [
      'a day',
      '“The dam will hold,” General Nils Berg, the commander, said Thursday.',
      'General Nils Berg, the commander',
    ],
    ['a possessive', 'The union ended the strike, according to its version, after a long night of talks.', 'The union'],
  ])('%s is no source', (_, prose, expected) => {
    const text = HEAD + prose;
    const { quotations } = extract({ text });
    expect(quotations.map((q) => q.speaker && text.slice(q.speaker.start, q.speaker.end))).toContain(expected);
  });
});

describe('who claims it', () => {
  it.each<[string, string, string, string, string, string]>([
    [
      'whoever rejects a claim, as not so',
      'Nils Berg rejected allegations that the bank had hidden the loss.',
      'The bank had hidden the loss',
      'Nils Berg',
      'negated',
      'fact',
    ],
    [
      'whoever a claim is rejected by, as not so',
      'Suggestions that the dam was unsafe were dismissed by engineer Ann Lee.',
      'The dam was unsafe',
      'engineer Ann Lee',
      'negated',
      'fact',
    ],
    [
      'who is put into the middle of a clause',
      'The law is, critics say, a gift to landlords.',
      'The law is a gift to landlords',
      'critics',
      'affirmed',
      'fact',
    ],
    [
      'whoever speaks in the next paragraph of a quotation',
      '“They took our boat at night.\n\n“They took our nets,” fisherman Ali Sow said.',
      'They took our boat at night',
      'fisherman Ali Sow',
      'affirmed',
      'fact',
    ],
    [
      'whose view it is, as an opinion',
      'In the opinion of Ann Lee, the police acted within the law.',
      'The police acted within the law',
      'Ann Lee',
      'affirmed',
      'opinion',
    ],
  ])('is %s', (_, prose, claim, source, polarity, kind) => {
    const text = HEAD + prose;
    const found = extract({ text }).claims.map((c) => [
      c.text,
      c.sourceAt && text.slice(c.sourceAt.start, c.sourceAt.end),
      c.polarity,
      c.kind,
    ]);
    expect(found).toContainEqual([claim, source, polarity, kind]);
  });

  it('is nobody of the next paragraph where the quotation is closed', () => {
    const text = `${HEAD}“They took our boat at night.”\n\n“They took our nets,” fisherman Ali Sow said.`;
    expect(extract({ text }).claims.find((c) => /boat/.test(c.text))?.sourceAt).toBeNull();
  });
});
