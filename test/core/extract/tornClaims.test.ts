import { describe, expect, it } from 'vitest';
import { saidIn } from './inParagraph.ts';

describe('no claim is torn', () => {
  it.each<[string, string, string[]]>([
    [
      'at those who are told of by a participle',
      'The company gave its condolences to the families and friends of those lost in the crash.',
      ['The company gave its condolences to the families and friends of those lost in the crash'],
    ],
    [
      'within what a preposition opens',
      'Berg won the vote, but amid reports of violence and fraud, neither Norway nor Sweden would endorse it.',
      ['Berg won the vote', 'amid reports of violence and fraud, neither Norway nor Sweden would endorse it'],
    ],
    [
      'where a report hangs on it',
      'No deaths were reported on the ground, with local media reporting nobody was in the houses.',
      ['No deaths were reported on the ground', 'local media: nobody was in the houses'],
    ],
    [
      'at what a verb behind it shares',
      'The airline flies Boeing 707s and Airbus A300s, but uses trucks for freight.',
      ['The airline flies Boeing 707s and Airbus A300s, but uses trucks for freight'],
    ],
    [
      'at a "since" that tells when',
      'The tower, built in 1904 and closed since, was sold for $3 million.',
      ['The tower, built in 1904 and closed since, was sold for $3 million'],
    ],
    [
      'by a report inside of a relative clause',
      'The ship went down in winds that the coast guard called “hard but normal”.',
      ['The ship went down in winds that the coast guard called “hard but normal', 'the coast guard: hard but normal'],
    ],
    [
      'by a quotation that it leads to',
      'The clinic is "saddened by the verdict," spokesman Jan Moe said in an email.',
      ['spokesman Jan Moe: The clinic is "saddened by the verdict'],
    ],
    [
      'from how it was said',
      'In a post on Facebook, published an hour before the raid, he wrote that the case was a joke.',
      ['he: the case was a joke'],
    ],
    [
      'from where it was said',
      'The bridge was shut, he wrote on Telegram at 04:12 on Monday; nobody was hurt.',
      ['he: The bridge was shut', 'nobody was hurt'],
    ],
    [
      'at an acronym that looks like a pronoun',
      'Sam Brown, the WHO representative, left.',
      ['Sam Brown, the WHO representative, left', 'Sam Brown, the WHO representative'],
    ],
    [
      'between two verbs with one object',
      '“I have never asked for, nor received, a cent,” the lawyer said.',
      ['the lawyer: I have never asked for, nor received, a cent'],
    ],
    [
      'from its condition',
      'If the dam breaks, the town will be flooded.',
      ['If the dam breaks, the town will be flooded'],
    ],
    [
      'at a plural that looks like a verb',
      'Shares in Nordvik, which is owned by a fund, closed up on Monday.',
      ['which is owned by a fund', 'closed up on Monday'],
    ],
    [
      'behind a subject that has no verb yet',
      'The other chess body, the National Chess Association, which runs a cup, has cancelled its own tournament for both leagues.',
      [
        'The other chess body, the National Chess Association, which runs a cup, has cancelled its own tournament for both leagues',
        'which runs a cup',
      ],
    ],
    [
      'between two verbs that share their object',
      'Some scholars have suggested the monks raised or farmed the birds to sell them.',
      ['Some scholars: the monks raised or farmed the birds to sell them'],
    ],
    [
      'from a subject with an apposition, behind a conjunction',
      'A man has been held after Pavel Adam, mayor of the city of Lodz, was stabbed last night at a fair.',
      [
        'A man has been held after Pavel Adam, mayor of the city of Lodz, was stabbed last night at a fair',
        'Pavel Adam, mayor of the city of Lodz',
      ],
    ],
    [
      'where a verb looks like a noun',
      'The critics reject the plan for the port.',
      ['The critics reject the plan for the port'],
    ],
    [
      'behind "both"',
      'The law forbids both speaking ill of the king and using the crown for a campaign.',
      ['The law forbids both speaking ill of the king and using the crown for a campaign'],
    ],
    [
      'at "but not limited to"',
      'The plan covers a range of matters including, but not limited to, firearms and controls.',
      ['The plan covers a range of matters including, but not limited to, firearms and controls'],
    ],
    [
      'into the clause that follows on what was announced',
      'After Adam Smith announced his resignation in 1995, Ann Lee joined the race to replace him.',
      ['Adam Smith: his resignation in 1995', 'Ann Lee joined the race to replace him'],
    ],
    [
      'from the report that comes with it',
      'Strong winds made the crossing hard, Ann Lee said, adding it took much endurance to stay awake.',
      ['Ann Lee: Strong winds made the crossing hard', 'Ann Lee: it took much endurance to stay awake'],
    ],
    [
      'at the day on which somebody spoke',
      'Of those who voted, 85% were in favour and on Friday the government announced the new region would be called Nordland.',
      ['Of those who voted, 85% were in favour', 'the government: the new region would be called Nordland'],
    ],
    [
      'in two by "even though"',
      'Even though Smith left alone, several others were tried by the same court.',
      ['Smith left alone', 'several others were tried by the same court'],
    ],
    [
      'from the second half of its subject',
      'The offices are shut because the mayor and Congress could not agree on a budget.',
      [
        'The offices are shut because the mayor and Congress could not agree on a budget',
        'the mayor and Congress could not agree on a budget',
      ],
    ],
    [
      'between two nouns of one article',
      'The team has built a frame from which others have been able to measure the age and structure of the rock.',
      ['The team has built a frame from which others have been able to measure the age and structure of the rock'],
    ],
    [
      'between two base forms',
      'The notice asks all forces to find and arrest a man wanted by the court in Bergen.',
      ['The notice asks all forces to find and arrest a man wanted by the court in Bergen'],
    ],
    [
      'at a noun with a clause that has no pronoun',
      'Ann Lee studied the glue by looking at the bonds within it and the way they affect its strength.',
      ['Ann Lee studied the glue by looking at the bonds within it and the way they affect its strength'],
    ],
    [
      'behind the phrase that opens the sentence',
      'In a notice issued late on Sunday night, the centre upgraded the storm to a hurricane.',
      ['In a notice issued late on Sunday night, the centre upgraded the storm to a hurricane'],
    ],
    [
      'from "since" with a noun',
      'Since the war, the ministry said, four bridges have been rebuilt.',
      ['the ministry: Since the war, the ministry said, four bridges have been rebuilt'],
    ],
    [
      'of two quoted sentences with their speaker between them',
      '"Both prizes honour our place in the sky", said Ann Lee. "The first one is a surprise."',
      ['Ann Lee: Both prizes honour our place in the sky', 'Ann Lee: The first one is a surprise'],
    ],
    [
      'whose words begin with "these"',
      '"These photographs show us the town before the war", said Ann Lee.',
      ['Ann Lee: These photographs show us the town before the war'],
    ],
    [
      'in which a thing tells something',
      '"These results tell us something new," said Ann Lee.',
      ['Ann Lee: These results tell us something new'],
    ],
  ])('%s', (_, prose, expected) => {
    expect(saidIn(prose)).toEqual(expected);
  });
});
