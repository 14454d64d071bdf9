import { describe, expect, it } from 'vitest';
import { segmentArticle } from '../../../src/core/extract/segment/segmentArticle.ts';

const zonesOf = (text: string) =>
  segmentArticle(text).zones.map((z) => `${z.kind}: ${text.slice(z.start, z.end).replaceAll('\n', ' / ')}`);
const sentencesOf = (text: string) => segmentArticle(text).sentences.map((s) => text.slice(s.start, s.end));

describe('zones', () => {
  it('takes site name, slogan and date above the headline for furniture, and the breadcrumb behind it', () => {
    const text =
      'June 2, 2022\n\nThe Daily Sample\n\nAll That Matters Today\n\nRiver floods three towns, is the dam to blame? Europe | News\n\nThe river rose by two metres on Monday.\n\nPeople left their homes.';
    expect(zonesOf(text)).toEqual([
      'furniture: June 2, 2022',
      'furniture: The Daily Sample',
      'furniture: All That Matters Today',
      'headline: River floods three towns, is the dam to blame?',
      'furniture: Europe | News',
      'body: The river rose by two metres on Monday.',
      'body: People left their homes.',
    ]);
  });

  it.each([
    ['a caption with its agency', 'A man stands in the water. (Reuters).'],
    ['a credit alone', 'Getty Images'],
    ['a link with a label', 'Read also: Why the dam is old'],
    ['a link with bars', 'Live | Europe: All news of the flood'],
    ['a byline', 'By Ann Example'],
    ['a newsletter box', 'Sign up for our newsletter'],
  ])('takes %s for furniture', (_, line) => {
    const text = `Dam breaks in the north of the country\n\nThe dam broke on Monday.\n\n${line}\n\nThe mayor said that help was on its way.`;
    expect(zonesOf(text)).toContain(`furniture: ${line}`);
  });

  const NEWS = {
    first:
      'Three people were killed when a gas main blew up under the covered market of Sollen on Wednesday, and the fire brigade searched the ruins until late at night.',
    second:
      'The mayor, who was on holiday, said the main had been due for repair since the spring, and that the town would ask the gas company why nothing was done.',
    title: 'Three killed as gas main blows up under Sollen market',
  };
  const page = (lines: readonly string[]) => [...lines].join('\n');

  it.each([
    ['the name of a paper that stands in the text too', 'Sollen Messenger'],
    ['a slogan', 'Eastern Echo – what the coast talks about'],
    ['a menu in one line', 'Home   Region   Sport   Culture   Jobs   Log in'],
    ['a path', 'News › Region › Accidents'],
    ['consent', 'We and our 212 partners store data on your device. Accept all   Reject   Settings'],
    ['an offer', 'You have read 3 of 5 free articles. Subscribe now'],
  ])('takes %s above the headline for furniture', (_, line) => {
    const zones = zonesOf(page([line, NEWS.title, NEWS.first, NEWS.second]));
    expect(zones.slice(0, 2)).toEqual([`furniture: ${line}`, `headline: ${NEWS.title}`]);
  });

  it.each([
    ['names and places', 'Jonna Petersson in Sollen and Mark Tully in Arvik'],
    ['an author with an address', 'By Jonna Petersson  •  jpetersson@messenger.example'],
    ['clock, day and readers', 'Jonna Petersson | 14.02.2024 18:42 | Views: 3 127'],
    ['a date with its zone', 'Wed 7 Feb 2024 21.07 CET  First published on Wed 7 Feb 2024 05.31 CET'],
    ['a bar of buttons', 'Share  Save  Copy link  [Facebook] [WhatsApp]'],
    ['a caption', 'Firefighters outside the market on Wednesday. Photograph: Ola Lund/EPA'],
  ])('takes %s below the headline for furniture', (_, line) => {
    expect(zonesOf(page([NEWS.title, line, NEWS.first, NEWS.second]))).toContain(`furniture: ${line}`);
  });

  it.each([
    ['an offer of a newsletter', 'Get the Evening Letter in your inbox every weekday. Sign up'],
    ['a note on the article', 'This article was amended on 9 February 2024 to correct the name of the street.'],
    ['who wrote it', 'Jonna Petersson covers the coast for the Messenger. Reach her at 555-0143.'],
    ['editors', '(Reporting by Jonna Petersson; editing by Mark Tully)'],
    ['a rate', '($1 = 10.42 kronor)'],
    ['tags', 'Tags: Sollen, gas, accidents'],
    ['rights', '© 2024 Sollen Messenger AB. All rights reserved.'],
  ])('takes %s below the text for furniture', (_, line) => {
    expect(zonesOf(page([NEWS.title, NEWS.first, NEWS.second, line]))).toContain(`furniture: ${line}`);
  });

  it.each([
    ['a caption that ends in its credit', 'The market hall before the fire, 2019. Image: Ola Lund.'],
    ['a caption with name and site', 'The market hall from above. Photo: Ola J. Lund (YouTube).'],
    ['a caption without a full stop', 'Ola Lund in front of the market hall in May Image: Town Archive.'],
    ['a caption with name and paper', 'Stalls of the covered market, shown in 2019. (Ola Lund/Messenger file)'],
    ['a caption from social media', 'Smoke rises from the roof of the market (social media)'],
    ['a link in brackets', '[Related: Who pays for old pipes?]'],
    ['further reporters', 'Additional reporting: Ola Lund (Arvik Post). Fact-checking: Mark Tully.'],
    ['an agency that helped', 'The Northern Press contributed to this report.'],
    ['who paid', 'This investigation was supported by the Fund for Local Reporting.'],
  ])('takes %s between paragraphs for furniture', (_, line) => {
    expect(zonesOf(page([NEWS.title, NEWS.first, line, NEWS.second]))).toContain(`furniture: ${line}`);
  });

  it('takes the line above the authors for the headline, and no caption', () => {
    const caption = 'ANGRY: traders outside the covered market in Sollen on Wednesday. Picture by Ola Lund';
    const lines = [`Exclusive\n‘Put nothing in writing’: letters surface\nBy Jonna Petersson`, caption, NEWS.first];
    expect(zonesOf(page([...lines, NEWS.second]))).toContain('headline: ‘Put nothing in writing’: letters surface');
  });

  it.each([
    [
      'of one word',
      'Summary',
      'In the spring the river rose by two metres and the bridge at Sollen was shut for weeks.',
    ],
    ['that asks', 'Where it came from', 'The group was founded in the hills by miners who had lost their work in May.'],
  ])('parts a title %s from the paragraph that it is run on to', (_, title, rest) => {
    expect(zonesOf(page([NEWS.title, NEWS.first, `${title}${rest}`, NEWS.second]))).toEqual(
      expect.arrayContaining([`heading: ${title}`, `body: ${rest}`]),
    );
  });

  it('keeps a correction: it says what the article no longer claims', () => {
    const line = 'Correction (9 February): A first version of this article spoke of eleven missing.';
    expect(zonesOf(page([NEWS.title, NEWS.first, NEWS.second, line]))).toContain(`body: ${line}`);
  });

  it('parts a credit run on to a title or a paragraph from it, and leaves a short caption whole', () => {
    const caption = 'Stalls before the fire.Photo: Ola Lund / Northern Foto';
    const zones = zonesOf(
      page([`${NEWS.title}Author: Jonna Petersson`, caption, `${NEWS.first}Photo: Sollen.example`, NEWS.second]),
    );
    expect(zones).toEqual([
      `headline: ${NEWS.title}`,
      'furniture: Author: Jonna Petersson',
      `furniture: ${caption}`,
      `body: ${NEWS.first}`,
      'furniture: Photo: Sollen.example',
      `body: ${NEWS.second}`,
    ]);
  });

  it('takes the line below the menu for the headline, not the slogan above it', () => {
    const slogan = 'A newsroom for the market, the mayor and the streets of Sollen';
    const zones = zonesOf(page([slogan, 'News   Region   Sport   About us', NEWS.title, NEWS.first, NEWS.second]));
    expect(zones).toContain(`headline: ${NEWS.title}`);
    expect(zones[0]).toBe(`furniture: ${slogan}`);
  });

  it.each([
    [
      'a long line below the headline',
      'How a town of potters came to cook on pipes that nobody had looked at since 1961',
    ],
    ['a label above a list of sentences', 'KEY POINTS'],
  ])('takes %s for a heading', (_, line) => {
    const list = ['• Three people died.', '• The main was due for repair.'];
    expect(zonesOf(page([NEWS.title, line, ...list, NEWS.first, NEWS.second]))).toContain(`heading: ${line}`);
  });

  it('takes the line of those who wrote it for furniture', () => {
    const line = 'Arvik – Correspondents of the Sollen Messenger';
    expect(zonesOf(page([NEWS.title, line, NEWS.first, NEWS.second]))).toContain(`furniture: ${line}`);
  });

  it('takes the links of a box for furniture', () => {
    const zones = zonesOf(
      page([
        NEWS.title,
        NEWS.first,
        'More local news',
        'Ferry fares to rise in June',
        'Wolf seen near Arvik',
        NEWS.second,
      ]),
    );
    expect(zones).toContain('furniture: Ferry fares to rise in June');
    expect(zones).toContain('furniture: Wolf seen near Arvik');
  });

  it.each([
    ['a short sentence', 'He declined to comment.'],
    ['a question in the text', 'Why did nobody close the valve?'],
    ['a short quotation', '“We smelled it for weeks,” she said.'],
    ['a sentence about a photo', 'In a photo taken at 8 a.m. the roof is still whole.'],
    ['a sentence to somebody', '"You will get your stall back," the mayor told her.'],
    ['an item of a list', '- The market stays closed until Monday, the police say'],
    ['an answer of an interview', 'Lund: Not at all.'],
    [
      'what research found',
      'Research by Arvik University found in 2019 that gas mains of cast iron crack in cold winters.',
    ],
  ])('keeps %s', (_, line) => {
    expect(zonesOf(page([NEWS.title, NEWS.first, line, NEWS.second]))).not.toContain(`furniture: ${line}`);
  });

  it.each(['Cold ovens', '‘We smelled it’', 'A town without gas'])(
    'takes "%s" between two paragraphs for a heading',
    (line) => {
      expect(zonesOf(page([NEWS.title, NEWS.first, '', line, '', NEWS.second]))).toContain(`heading: ${line}`);
    },
  );

  it('takes a heading below a link for a heading', () => {
    expect(
      zonesOf(page([NEWS.title, NEWS.first, 'Read also: Why mains crack', 'Everyone knew', NEWS.second])),
    ).toContain('heading: Everyone knew');
  });

  it('takes no line with clock and day for the headline', () => {
    const stamp = 'Energy · March 9, 2023 4:47 PM GMT · Last Updated 3 hours ago';
    const title = "UPDATE 2-Sollen's gas company says main was old; shares fall";
    expect(zonesOf(page(['The Messenger', stamp, title, NEWS.first, NEWS.second]))).toContain(`headline: ${title}`);
  });

  it('keeps the lines below the headline that tell of the same', () => {
    const lines = ['Mayor says gas main was due for repair', 'Fire brigade searched ruins of market until night'];
    const zones = zonesOf(page([NEWS.title, '', ...lines, '', NEWS.first, NEWS.second]));
    for (const line of lines) expect(zones).toContain(`heading: ${line}`);
  });

  it.each([
    ['a question', 'Who is to blame?The gas company said on Thursday that it had asked for a permit three times.'],
    ['a phrase', 'A week of smellsThe stallholders had called the gas company on Monday and again on Tuesday.'],
  ])('parts %s run on to the paragraph below it', (_, paragraph) => {
    const zones = zonesOf(page([NEWS.title, NEWS.first, paragraph, NEWS.second]));
    const at = paragraph.indexOf('The ');
    expect(zones).toContain(`heading: ${paragraph.slice(0, at)}`);
    expect(zones).toContain(`body: ${paragraph.slice(at)}`);
  });

  it('keeps the entries of a list of facts, each with all its words', () => {
    const entries = [
      '- Opened to the public: September 9, 1961',
      '- Area: 3,400 square metres, on two floors',
      '- Visitors: an average of 11,600 a day',
      '- Most recent inspection: October 23, 2018. Overall rating: fair',
    ];
    const zones = zonesOf(page([NEWS.title, NEWS.first, 'About the market', ...entries, NEWS.second]));
    const lost = /^(?:furniture|heading): /;
    for (const entry of entries)
      expect(zones.filter((zone) => lost.test(zone) && entry.includes(zone.replace(lost, '')))).toEqual([]);
  });

  it('goes by the rules alone where the text is in another language', () => {
    const paragraph =
      'El alcalde dijo que la empresa no había cambiado las tuberías desde hace veinte años, y que los vecinos habían avisado varias veces.';
    expect(
      zonesOf(page(['Tres muertos en el mercado de Sollen', paragraph, 'Nada más se sabe', paragraph])),
    ).not.toContain('furniture: Nada más se sabe');
  });

  it('takes a sentence about sources for prose', () => {
    const line = 'Sources close to the mayor say he will go.';
    const text = `Dam breaks in the north of the country\n\nThe dam broke on Monday.\n\n${line}\n\nHelp was on its way.`;
    expect(zonesOf(text)).toContain(`body: ${line}`);
  });

  it('takes what follows a box head at the end for furniture', () => {
    const text = `Dam breaks in the north\n\n${'The dam broke on Monday and the water came. '.repeat(8)}\n\nRecommended video\n\nA cat sleeps on a piano.`;
    expect(zonesOf(text).at(-1)).toBe('furniture: A cat sleeps on a piano.');
  });

  it('parts a heading glued to the end of a paragraph', () => {
    const text =
      'Dam breaks in the north\nThe dam broke on Monday. The water rose fast. The long history of the dam\nIt was built in 1911. Engineers had warned of cracks.';
    expect(zonesOf(text)).toContain('heading: The long history of the dam');
  });

  it('gives the first words of a sentence back that the headline swallowed', () => {
    const text = 'What is known of the flood in the valley UNESCO\nhas called for help. The water is still rising.';
    expect(sentencesOf(text)).toEqual([
      'What is known of the flood in the valley',
      'UNESCO\nhas called for help.',
      'The water is still rising.',
    ]);
  });
});

describe('sentences', () => {
  it.each([
    ['glued words', 'They sent 300 soldiersBut it was too late.', ['They sent 300 soldiers', 'But it was too late.']],
    [
      'a missing space',
      'The bridge fell (in 1990).The road is closed.',
      ['The bridge fell (in 1990).', 'The road is closed.'],
    ],
    [
      'a missing space behind a name',
      'That is what we heard from Ann Lee.On the ward nobody slept.',
      ['That is what we heard from Ann Lee.', 'On the ward nobody slept.'],
    ],
    ['an address', 'The site Example.Com was closed in May.', ['The site Example.Com was closed in May.']],
    [
      'a false end between title and name',
      'He met the French president. Marie Curie, who was in town, smiled.',
      ['He met the French president. Marie Curie, who was in town, smiled.'],
    ],
    [
      'initials and abbreviations',
      'Mr. J. R. Smith met Gen. Lee in the U.S. on Monday. He left.',
      ['Mr. J. R. Smith met Gen. Lee in the U.S. on Monday.', 'He left.'],
    ],
    ['a quotation with its full stop', '“We are ready.” She left.', ['“We are ready.”', 'She left.']],
    ['decimal numbers', 'It grew by 3.5 percent. That is much.', ['It grew by 3.5 percent.', 'That is much.']],
  ])('mends %s', (_, text, expected) => {
    expect(sentencesOf(`A headline about nothing at all\n\n${text}`).slice(1)).toEqual(expected);
  });

  it('keeps camel-case names whole', () => {
    const text = 'A headline about nothing at all\n\nPaul McCartney used an iPhone and YouTube.';
    expect(sentencesOf(text)).toHaveLength(2);
  });
});
