import { asciiWords, longestWord } from './cues.ts';

/** Stems that speak for a topic; the topic with the most hits wins, the earlier on a tie. Each opens with three letters as they are; none begins within the match of another. */
const STEMS: readonly (readonly [string, string])[] = [
  [
    'casualties',
    'kill, dead\\b, death, die[sd]?\\b, dying, injur, wound, casualt, fatalit, victim, toll, massacre, bodies',
  ],
  [
    'responsibility',
    'responsib, perpetrat, behind (?:the|it|them), blame, accus, culprit, suspect, claimed by, carried out',
  ],
  [
    'attack',
    'attack, bomb, blast, explo, shoot, shot\\b, gunm, strike, raid, assault, militant, terror, hostage, ambush, detonat, stab',
  ],
  ['origin', 'found(?:ed|ing|er), form(?:ed|ation), born in, establish, creat, emerged, origin, split from, offshoot'],
  ['strength', 'fighters?, troops, strength, members, manpower, militiam, recruit, number of, soldiers'],
  [
    'finance',
    'financ, fund, money, cost, price, dollar, euro, budget, bank, invest, econom, trade, tax, market, revenue, income, debt, sanction, traffick',
  ],
  ['negotiation', 'negotiat, deal\\b, agreement, talks, treaty, ceasefire, truce, accords?\\b, peace\\b'],
  [
    'relations',
    'all(?:y|ies|ied), enem, link, relation, rival, oppos, affiliat, associat, differenc, clash, cooperat, part of, support',
  ],
  ['warning', 'warn, threat, alert, alarm, risk, danger, fear'],
  ['leadership', 'leader, head of, chief, command, led by, in charge, appoint, resign, successor, elected'],
  ['role', 'director, correspondent, analyst, researcher, spokes, minister, president, general, professor, secretary'],
  ['response', 'respon[ds], retaliat, forgive, hunt, pledge, promis, address, order(?:ed|s), authori[sz]'],
  [
    'military',
    'militar, army, force, war\\b, weapon, missile, defen[cs]e, defeat, guerrilla, front line, battle, offensive, troop',
  ],
  ['evacuation', 'evacuat, flee, fled, refugee, displac, escape, migrant, leave the'],
  [
    'law',
    'court, judge, trial, law, legal, convict, sentenc, charg, arrest, prison, police, crime, jury, lawsuit, ban(?:ned)?\\b, rule[ds]?\\b',
  ],
  ['health', 'health, hospital, disease, virus, vaccin, patient, doctor, medic, covid, infect, pandemic'],
  [
    'disaster',
    'earthquake, flood, storm, hurricane, fires?\\b, firefight, wildfire, crash, accident, collaps, tsunami, erupt, derail, rescue',
  ],
  [
    'politics',
    'government, elect, vote, party, parliament, senat, congress, minister, president, coalition, policy, campaign, reform, power',
  ],
  [
    'science',
    'research, study, scien, space, planet, species, discover, experiment, universit, climate, orbit, satellite',
  ],
  ['sport', 'match, game, team, player, coach, league, cup\\b, goal, score, champion, olympic, tournament, season'],
  [
    'location',
    'located, based in, border, region, province, headquarter, territor, operat(?:es|ing) in, situated, north, south, east, west',
  ],
];

interface Topic {
  readonly name: string;
  readonly pattern: RegExp;
  /** The stems of one word. */
  readonly word: RegExp;
  /** A word of each stem of several words. */
  readonly partOfPhrase: RegExp;
}

const OPENING = 3;
/** The topics of the words with one opening that may speak for a topic, a bit each. */
const BY_OPENING = new Map<string, number>();

const TOPICS = STEMS.map(([name, list], i): Topic => {
  const stems = list.split(', ');
  const words = stems.filter((stem) => !stem.includes(' '));
  const parts = stems.filter((stem) => stem.includes(' ')).map(longestWord);
  for (const stem of [...words, ...parts]) {
    const opening = stem.slice(0, OPENING);
    BY_OPENING.set(opening, (BY_OPENING.get(opening) ?? 0) | (1 << i));
  }
  const pattern = new RegExp(`\\b${anyOf(stems)}`, 'g');
  return { name, pattern, word: new RegExp(`^${anyOf(words)}`), partOfPhrase: new RegExp(`^${anyOf(parts)}`) };
});

function anyOf(stems: readonly string[]): string {
  return stems.length === 0 ? '(?!)' : `(?:${stems.join('|')})`;
}

/** The topics of a form, a bit each. */
export interface TopicBits {
  /** Those that a word of the form speaks for. */
  readonly topics: number;
  /** Those that it may speak for together with the words around it. */
  readonly openTopics: number;
}

export function topicsOf(form: string): TopicBits {
  let topics = 0;
  let openTopics = 0;
  for (const word of asciiWords(form)) {
    for (let rest = BY_OPENING.get(word.slice(0, OPENING)) ?? 0; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const topic = TOPICS[indexOf(bit)] as Topic;
      if (topic.partOfPhrase.test(word)) openTopics |= bit;
      if (!topic.word.test(word)) continue;
      if ((topics & bit) !== 0) openTopics |= bit; // two words in one form: only the pattern counts them
      topics |= bit;
    }
  }
  return { topics, openTopics };
}

const counts = new Uint32Array(TOPICS.length);

/** The topic of a claim by its words, or `other`. @param forms those of the text. */
export function topicOf(text: string, forms: readonly TopicBits[]): string {
  counts.fill(0);
  let open = 0;
  for (const { topics, openTopics } of forms) {
    open |= openTopics;
    for (let rest = topics; rest !== 0; rest &= rest - 1) (counts[indexOf(rest & -rest)] as number)++;
  }
  for (let rest = open; rest !== 0; rest &= rest - 1) {
    const i = indexOf(rest & -rest);
    counts[i] = text.toLowerCase().match((TOPICS[i] as Topic).pattern)?.length ?? 0;
  }
  let best = 'other';
  let most = 0;
  counts.forEach((count, i) => {
    if (count <= most) return;
    most = count;
    best = (TOPICS[i] as Topic).name;
  });
  return best;
}

function indexOf(bit: number): number {
  return 31 - Math.clz32(bit);
}
