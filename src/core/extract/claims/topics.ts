/** Stems that speak for a topic; the topic with the most hits wins, the earlier on a tie. Each opens with three letters as they are. */
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

const TOPICS = STEMS.map(
  ([topic, stems]) => [topic, new RegExp(`\\b(?:${stems.replaceAll(', ', '|')})`, 'g')] as const,
);
const OPENING = 3;
/** The topics of the stems with one opening, a bit each. */
const BY_OPENING = new Map<string, number>();
STEMS.forEach(([, stems], i) => {
  for (const stem of stems.split(', ')) {
    const opening = stem.slice(0, OPENING);
    BY_OPENING.set(opening, (BY_OPENING.get(opening) ?? 0) | (1 << i));
  }
});

/** The topics of which a stem may stand in the text, a bit each: few, so that few patterns are tried. */
function openedIn(lower: string): number {
  let topics = 0;
  let inside = false;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    const letter = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95;
    if (letter && !inside) topics |= BY_OPENING.get(lower.slice(i, i + OPENING)) ?? 0;
    inside = letter;
  }
  return topics;
}

/** The topic of a claim by its words, or `other`. */
export function topicOf(text: string): string {
  const lower = text.toLowerCase();
  const opened = openedIn(lower);
  let best = 'other';
  let most = 0;
  for (const [i, [topic, pattern]] of TOPICS.entries()) {
    if ((opened & (1 << i)) === 0) continue;
    const hits = lower.match(pattern)?.length ?? 0;
    if (hits > most) {
      most = hits;
      best = topic;
    }
  }
  return best;
}
