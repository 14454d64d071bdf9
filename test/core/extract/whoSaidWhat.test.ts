import { describe, expect, it } from 'vitest';
import { extract, HEAD, saidIn } from './inParagraph.ts';

/** The hands of each claim that came through more than one. */
function handsIn(prose: string): string[] {
  const { claims, entities } = extract({ text: HEAD + prose });
  const name = (hand: number | string) => (typeof hand === 'number' ? (entities[hand]?.name ?? '') : hand);
  return claims.filter(({ chain }) => chain.length > 1).map(({ chain }) => chain.map(name).join(' > '));
}

function speakersIn(prose: string): (string | null)[] {
  const text = HEAD + prose;
  return extract({ text })
    .quotations.filter(({ kind }) => kind !== 'indirect')
    .map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end));
}

describe('the source of a claim', () => {
  it.each<[string, string, string]>([
    [
      'behind an abbreviated rank',
      '“Two boats. The third was late,” Col. Anna Berg, a navy spokeswoman, said on state radio.',
      'Col. Anna Berg, a navy spokeswoman: Two boats. The third was late',
    ],
    [
      'with an initial, of quoted words that a clause leads to',
      'The memo was "at best unclear," Judge Olaf T. Lindqvist wrote in dissent.',
      'Judge Olaf T. Lindqvist: The memo was "at best unclear',
    ],
    [
      'behind words with a time of day',
      'Police were called at 10:45 and found two men, the sheriff said.',
      'the sheriff: Police were called at 10:45',
    ],
    [
      'before what hangs on the report',
      'Six people drowned, the fire service said on Monday, revising an earlier count of seven dead.',
      'the fire service: Six people drowned',
    ],
    [
      'who found a figure',
      'On February 20, Judge Alma Berg found 61% of signers had been rejected.',
      'Judge Alma Berg: 61% of signers had been rejected',
    ],
    [
      'with its letters in brackets',
      'The harbour office (OCHA) estimates that 8,500 people fled.',
      'The harbour office (OCHA): 8,500 people fled',
    ],
    ['of a verb that is a noun as often', 'The report states the dam was unsafe.', 'The report: the dam was unsafe'],
    [
      'of a plan that a relative clause tells',
      'The flat was sold to the Harbour Fund, which vows that it will reopen in 2027.',
      'the Harbour Fund: it will reopen in 2027',
    ],
    ['of an estimate', 'The union puts turnout at 80 percent.', 'The union: turnout at 80 percent'],
    [
      'who are called by a name and what they are',
      'The canals have lost 12 barges, OBV figures show.',
      'OBV figures: The canals have lost 12 barges',
    ],
    [
      'behind a term in quotation marks',
      'The Harbour Board, which called the pier "sound" in 2015, said its divers had not been asked.',
      'The Harbour Board, which called the pier "sound" in 2015: its divers had not been asked',
    ],
    [
      'of what was found',
      'He ran the mill through his brother, the Lund Regional Court found in a ruling last week.',
      'the Lund Regional Court: He ran the mill through his brother',
    ],
    [
      'of what has been found',
      'The mayor signed the lease while clerks "looked away", a new report has found.',
      'a new report: The mayor signed the lease',
    ],
    [
      'with the name before "told"',
      "The ship sailed to Turku at least six times, the agency's director, Olaf Lind, told public broadcaster NRD.",
      "the agency's director, Olaf Lind: The ship sailed to Turku at least six times",
    ],
    [
      'behind a time',
      'The navy held only drills, indicated Monday evening its spokesperson, Colonel Anna Berg.',
      'its spokesperson, Colonel Anna Berg: The navy held only drills',
    ],
    [
      'who is a pronoun',
      'According to him, the convoy, made up of 12 trucks, left at night.',
      'him: the convoy, made up of 12 trucks, left at night',
    ],
    [
      'on whom a report between commas rests',
      'The radio specifies, citing a Western diplomat, that the spies had warned Oslo in May.',
      'a Western diplomat: the spies had warned Oslo in May',
    ],
    [
      'before "nevertheless"',
      'A secret note from the board, seen by the Courier, nevertheless indicates that the rebels received fuel.',
      'A secret note from the board, seen by the Courier: the rebels received fuel',
    ],
    [
      'of a measurement',
      'The survey says little, while Lund’s Berg Observatory measured it at 6.5.',
      'Lund’s Berg Observatory: it at 6.5',
    ],
    [
      'of a figure "for his part"',
      'A local teacher speaks for his part of “sixty dead, perhaps more”.',
      'A local teacher: sixty dead, perhaps more',
    ],
    [
      'of an accusation with quoted words',
      'The minister accuses Oslo of “closing its eyes” to the gangs.',
      'The minister: closing its eyes” to the gangs',
    ],
    [
      'of an estimate in a relative clause',
      "The court awarded damages, a sum the city's own study puts at $12 million.",
      "the city's own study: a sum the city's own study puts at $12 million",
    ],
    ['of one of several figures', 'The police speak of 31 injured drivers and 96 arrests.', 'The police: 96 arrests'],
    [
      'whose estimate it is',
      'By the estimate of the national railway, NSR, the repairs will take 12 weeks.',
      'the national railway, NSR: the repairs will take 12 weeks',
    ],
    [
      'of a report that others are in line with',
      'In line with a draft report by the Nordic Safety Board, the signals had failed twice in May.',
      'a draft report by the Nordic Safety Board: the signals had failed twice in May',
    ],
    [
      'of a verb that is no usual one, behind where it was said',
      'In a 40-page study seen by the Courier, the consultancy Brandt calculates that the tram lost €3 million.',
      'the consultancy Brandt: the tram lost €3 million',
    ],
    [
      'of what follows another "that"',
      'The mayor said that the dam was safe, that all workers had been counted and that the pumps were running.',
      'The mayor: the pumps were running',
    ],
    [
      'of a sentence with participles',
      'A bus fell into a river near Skopje, killing at least 12 people, the Interior Ministry said on Saturday.',
      'the Interior Ministry: killing at least 12 people',
    ],
    [
      'with a name between commas',
      'Four sailors were killed, a cook among them, the head of the port, Nils Berg, wrote on Monday morning.',
      'the head of the port, Nils Berg: Four sailors were killed, a cook among them',
    ],
    [
      'behind the listener',
      '"In two years the firm won nine contracts", told to Radio Kiosk the lawyer of the union, Ana Mitic.',
      'the lawyer of the union, Ana Mitic: In two years the firm won nine contracts',
    ],
    [
      'behind the place',
      '"The bridge was never finished," said at a briefing in Skopje the deputy minister Goran Ilic.',
      'the deputy minister Goran Ilic: The bridge was never finished',
    ],
    [
      'behind its verb in the middle',
      'The workers carried out, as tell witnesses, nine bags of papers.',
      'witnesses: The workers carried out, as tell witnesses, nine bags of papers',
    ],
    [
      'in front of a colon',
      'Eva Holm, an editor, was more careful: “One ship is no fleet.”',
      'Eva Holm, an editor: One ship is no fleet',
    ],
    [
      'of a name that is given to somebody',
      'The driver, named by the broadcaster RTK as Petar Simic, was arrested.',
      'the broadcaster RTK: The driver, named by the broadcaster RTK as Petar Simic',
    ],
    [
      'with a date in it',
      'An order of the water agency dated 3 May 2021 warned that the wall was too thin.',
      'An order of the water agency dated 3 May 2021: the wall was too thin',
    ],
    [
      'with places in its relative clause',
      'Lind, who has since taken a job in Umeå, Sweden, said she had not seen the letter.',
      'Lind, who has since taken a job in Umeå, Sweden: she had not seen the letter',
    ],
    [
      'of two in one sentence',
      'The boy died in the hospital, where he had arrived without a pulse according to the police, but “awake and talking” according to his aunt.',
      'the police: he had arrived without a pulse',
    ],
    [
      'inside a clause',
      'The embassy had no word, it said, that any of its citizens had been hurt.',
      'it: The embassy had no word',
    ],
    [
      'of what is expected',
      'Forecasters at the weather office expect the wind to strengthen again on Friday.',
      'Forecasters at the weather office: the wind to strengthen again on Friday',
    ],
    [
      'with a noun that ends like an adverb',
      'Organizers of the rally said that the square had been full.',
      'Organizers of the rally: the square had been full',
    ],
    [
      'behind a medium that was told it',
      'An official told Oslo-based media network NORDAVIS safety rules had been kept at the yard.',
      'An official: safety rules had been kept at the yard',
    ],
    [
      'behind where it was said',
      'The Harbour Board said in a filing published on Monday it had not been told of the plan.',
      'The Harbour Board: it had not been told of the plan',
    ],
    [
      'behind participles',
      'Documents obtained by the Harbour Post and shared with Radio Nord show that the board knew of the leak.',
      'Documents obtained by the Harbour Post and shared with Radio Nord: the board knew of the leak',
    ],
    [
      'without an insert',
      'Relatives of the crew, for their part, affirm that the ship was late.',
      'Relatives of the crew: the ship was late',
    ],
    ['of what is expected', 'Ann Lee expects a ruling in May.', 'Ann Lee: a ruling in May'],
    [
      'of the second of two verbs, before an apposition',
      'The Minister of Ports, Ann Lee, lamented the loss and rejected that there had been a leak.',
      'The Minister of Ports, Ann Lee: there had been a leak',
    ],
  ])('is read %s', (_, prose, expected) => {
    expect(saidIn(prose)).toContain(expected);
  });

  it.each<[string, string, string]>([
    [
      'a clause that opens a report',
      'Thousands of people gathered at the harbour in the hope that the country could escape.',
      'Thousands of people gathered at the harbour in the hope that the country could escape',
    ],
    [
      'who somebody is in reported speech',
      "Two officials told Reuters that the minister's spokesman, Ivo Noba, had left.",
      "the minister's spokesman, Ivo Noba",
    ],
    [
      'what is said of a source by the way',
      'The Harbour Board, which runs four ports, said it had seen no report.',
      'which runs four ports',
    ],
    [
      'what is said of a speaker behind the name',
      '“It was dark,” said Per Holm, who studies fisheries at Bergen University. “Nobody came.”',
      'who studies fisheries at Bergen University',
    ],
  ])('is not taken for that of %s', (_, prose, expected) => {
    expect(saidIn(prose)).toContain(expected);
  });
});

describe('the hands that a claim came through', () => {
  it.each<[string, string, string]>([
    ['a paper that was told', 'Marta Kos told Kanal Tri that the bridge was closed.', 'Kanal Tri > Marta Kos'],
    [
      'people whom a paper cites',
      'The Tribune reported, citing a source in the ministry, that the plane had no fuel.',
      'Tribune > a source in the ministry',
    ],
    [
      'people whom an agency refers to',
      'The deputy has left the country, reports Balkan Wire with reference to a source in the police.',
      'Balkan Wire > a source in the police',
    ],
    [
      'a paper that has seen the source',
      'The pumps had failed, documents obtained by Reuters show.',
      'Reuters > documents obtained by Reuters',
    ],
    [
      'a paper that quotes the source',
      'The Tribune quoted the harbour office as saying that both ships had been warned.',
      'Tribune > the harbour office',
    ],
    [
      'a source, and the one that it tells of',
      'The ministry told the Tribune that inspectors believed the roof had been unsafe.',
      'Tribune > The ministry > inspectors',
    ],
  ])('are %s', (_, prose, expected) => {
    expect(handsIn(prose)).toContain(expected);
  });

  it.each([
    ['the police', 'The driver told police that he had slept.'],
    ['a court', 'Nils Berg told the Oslo District Court that he had slept.'],
    ['what is cited as evidence', 'The Tribune reported, citing court records, that the firm was founded in 2019.'],
  ])('leave out %s', (_, prose) => {
    expect(handsIn(prose)).toEqual([]);
  });
});

describe('the speaker of quoted words', () => {
  it.each<[string, string, string]>([
    ['behind any verb and a comma', '“They told us nothing”, she recounted.', 'she'],
    ['who signs with a quoted name', 'A man signing as “K.” writes: “We sleep well.”', 'A man signing as “K.”'],
    [
      'in a paragraph of nothing but quoted words',
      'She said nobody came.\n\n"We asked them twice, and I do not say that lightly. My wife wrote to the board."',
      'She',
    ],
    ['in a heading', '\'We asked them\'\n\nThe trial began. "We asked them to listen," Ann Lee said.', 'Ann Lee'],
    ['behind a verb of the present', '“We slept outside,” testifies Amira Solberg, 41, a nurse.', 'Amira Solberg'],
    ['who is one of several', '"That is before any fine," wrote one of them, Ann Lee.', 'one of them, Ann Lee'],
    [
      'of how somebody apologised',
      'Ann Lee, the chief executive, apologised "without reservation".',
      'Ann Lee, the chief executive',
    ],
    [
      'of what somebody apologised for',
      'The minister apologised to the people of her town for "having a fool on the board".',
      'The minister',
    ],
    ['of what something is called', 'Ann Lee dismissed this as “fiction”.', 'Ann Lee'],
    [
      'of what is lamented, behind an insert',
      'For her part, the Minister of Ports, Ann Lee, lamented the “sad end” of the yard.',
      'the Minister of Ports, Ann Lee',
    ],
    ['before a colon', 'The mayor: “We asked for that wall for years.”', 'The mayor'],
    [
      'behind an apposition',
      '“We will not leave”, the head of the Harbour Guard, Ann Lee, promised at the gate.',
      'the head of the Harbour Guard, Ann Lee',
    ],
    ['of an attitude in marks', 'The Norwegian government “firmly rejects” these claims.', 'The Norwegian government'],
    [
      'behind a term in single marks',
      'Eva Lind opposes the ‘bridge taxes’ of 1999. ‘Where is the money?’ she asked.',
      'she',
    ],
    [
      'in the next paragraph of single marks',
      '‘We had walked for four hours.\n\n‘Two did not reach the door,’ Eva Lind said.',
      'Eva Lind',
    ],
    [
      'of the report that the sentence before is',
      'The winds made it hard, Ann Lee said. "It is an exercise for the legs, so it burns."',
      'Ann Lee',
    ],
    [
      'whose own view is told in quoted words that go on',
      '"We must stand up for ourselves," Ann Lee wrote. "I believe I am a modern woman."',
      'Ann Lee',
    ],
  ])('is found %s', (_, prose, expected) => {
    expect(speakersIn(prose)[0] ?? null).not.toBeNull();
    expect(speakersIn(prose)).toContain(expected);
  });
});

it.each([
  '"I don\'t believe it," said Ann Lee.',
  '"They are pushing the board to go and get the money," said Ann Lee.',
  '"I want to thank the crew of the ferry for all that they did," said Ann Lee.',
])('what hangs on a verb within quoted words is no quotation of its own: %s', (prose) => {
  expect(speakersIn(prose)).toEqual(['Ann Lee']);
});

it('what somebody believes of himself in quoted words that go on is his own claim', () => {
  expect(saidIn('"We must stand up for ourselves," Ann Lee wrote. "I believe I am a modern woman."')).toEqual([
    'Ann Lee: We must stand up for ourselves',
    'Ann Lee: I am a modern woman',
  ]);
});

it.each([
  ['what something is called', 'The inventor crossed the river on a flying board, called Airboard.'],
  ['what somebody is nicknamed', 'Ann Lee, nicknamed the “Star of Lisbon,” had many followers.'],
])('%s is said by nobody', (_, prose) => {
  expect(speakersIn(prose).filter(Boolean)).toEqual([]);
});
