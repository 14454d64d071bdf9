import { stemmer } from 'stemmer';
import { groupBy } from '../../util/groupBy.ts';

/** A question that news answers with a value. */
export interface Question {
  readonly name: string;
  /** Questions of one family are easily taken for each other: the killed and the injured, revenue and profit. */
  readonly family: string;
  /** How surely the word speaks of it: some words have many meanings. */
  readonly weight: number;
}

/**
 * Name, family, words. The words are common English for the measures that reports of accidents, violence, courts,
 * elections, companies, money, health, weather, science and sport give; forms are stemmed, so one of each is enough.
 * A word with "?" has other meanings too.
 */
const TABLE: readonly (readonly [name: string, family: string, words: string])[] = [
  [
    'killed',
    'casualties',
    'kill dead died die dying death deaths fatality fatal toll bodies body corpse drowned perished slain lives deceased massacre',
  ],
  ['injured', 'casualties', 'injured injuries wounded wounds hurt casualties'],
  ['missing', 'casualties', 'missing unaccounted trapped disappeared'],
  ['rescued', 'casualties', 'rescued saved survivors survived survive alive'],
  [
    'in hospital',
    'casualties',
    'hospital hospitals hospitalised hospitalized clinic admitted intensive treated? treatment?',
  ],
  ['infected', 'health', 'infected infections cases tested positive?'],
  ['vaccinated', 'health', 'vaccinated vaccination immunised immunized inoculated jabs doses dose vaccine vaccines'],
  ['recovered', 'health', 'recovered cured discharged?'],
  [
    'displaced',
    'movement',
    'displaced homeless uprooted fled flee refugees refugee arrivals? arrived crossed? crossings registered?',
  ],
  ['evacuated', 'movement', 'evacuated evacuation evacuees relocated'],
  ['sheltered', 'movement', 'shelter shelters sheltered camp camps tents? housed'],
  ['returned', 'movement', 'returned returnees repatriated'],
  ['arrested', 'custody', 'arrested arrests arrest detained detention detainees custody seized?'],
  ['charged', 'custody', 'charged? indicted indictment accused prosecuted'],
  ['convicted', 'custody', 'convicted guilty conviction acquitted acquittal'],
  ['sentence', 'custody', 'sentenced sentence jail prison imprisonment term? jailed'],
  ['released', 'custody', 'released freed bail liberated'],
  ['escaped', 'custody', 'escaped escape fugitives breakout fled'],
  ['recaptured', 'custody', 'recaptured captured? caught recovered'],
  ['at large', 'custody', 'large? run? loose? hunted hunts'],
  ['kidnapped', 'custody', 'kidnapped abducted hostages hostage'],
  ['fine', 'money', 'fine fined penalty'],
  ['attacks', 'violence', 'attacks attack assaults raids raid strikes? bombings'],
  ['strength', 'people', 'fighters troops militants militiamen insurgents guerrillas strong? strength manpower rebels'],
  ['employees', 'people', 'employees employs employed workforce staff workers personnel'],
  ['jobs cut', 'people', 'jobs positions? posts? layoffs redundancies redundant dismissals dismissed'],
  ['members', 'people', 'members membership supporters followers'],
  ['inhabitants', 'people', 'inhabitants population residents'],
  [
    'participants',
    'people',
    'participants attended crowd demonstrators protesters marchers spectators audience turnout',
  ],
  ['passengers', 'people', 'passengers aboard board? crew'],
  ['inmates', 'people', 'inmates prisoners'],
  ['pupils', 'people', 'pupils students schoolchildren'],
  ['households', 'people', 'households families?'],
  ['revenue', 'results', 'revenue revenues sales turnover takings'],
  ['profit', 'results', 'profit profits profitability earnings surplus income?'],
  ['loss', 'results', 'loss losses lost? deficit'],
  ['margin', 'results', 'margin'],
  ['debt', 'results', 'debt debts owed owes liabilities'],
  ['expected', 'results', 'analysts expected expectations consensus forecast forecasts guidance'],
  ['dividend', 'results', 'dividend dividends'],
  ['orders', 'results', 'orders backlog'],
  ['share price', 'results', 'shares share stock? stocks?'],
  ['cost', 'money', 'cost costs costing expense expenses spending spent? expenditure'],
  ['price', 'money', 'price prices fare fares rent'],
  ['damage', 'money', 'damage damages losses'],
  ['savings', 'money', 'save? savings saving?'],
  ['raised', 'money', 'raised collected donations donated fund? funds? raise?'],
  ['investment', 'money', 'invest invested investment investors'],
  ['budget', 'money', 'budget funding allocated grant subsidy'],
  ['aid', 'money', 'aid relief pledged assistance'],
  ['reward', 'money', 'reward bounty'],
  ['ransom', 'money', 'ransom'],
  ['compensation', 'money', 'compensation severance payout settlement'],
  ['deposit', 'money', 'deposit refund refunded'],
  ['salary', 'money', 'salary wage wages pay?'],
  ['tax', 'money', 'tax taxes tariff levy excise'],
  ['recovered assets', 'money', 'recovered frozen confiscated'],
  ['votes', 'election', 'votes vote ballots ballot'],
  ['lead', 'election', 'lead? ahead margin apart? defeat majority victory'],
  ['turnout', 'election', 'turnout'],
  ['seats', 'election', 'seats? seat? mandates'],
  ['polling places', 'election', 'precincts precinct stations? wards?'],
  ['magnitude', 'physical', 'magnitude richter'],
  ['aftershocks', 'physical', 'aftershocks aftershock tremors'],
  ['depth', 'physical', 'depth deep'],
  ['length', 'physical', 'length long'],
  ['width', 'physical', 'width wide broad diameter'],
  ['height', 'physical', 'height high tall altitude elevation'],
  ['weight', 'physical', 'weighed weight weighs weighing heavy?'],
  ['area', 'physical', 'area? acres hectares? burned burnt'],
  ['speed', 'physical', 'speed fast? gusts winds knots'],
  ['distance', 'physical', 'distance away? far distances crossing covered travelled traveled'],
  ['temperature', 'physical', 'temperature temperatures degrees thermometer coldest hottest'],
  ['rainfall', 'physical', 'rain rainfall precipitation snowfall'],
  ['capacity', 'physical', 'capacity? holds? hold? built designed?'],
  ['spilled', 'physical', 'spilled leaked? released leak spill discharged?'],
  ['output', 'physical', 'output production produced produces'],
  ['range', 'physical', 'range?'],
  ['duration', 'time', 'lasted lasting last? duration took?'],
  ['delay', 'time', 'delay delayed postponed'],
  ['record', 'time', 'record? fastest best?'],
  ['homes damaged', 'things', 'homes houses buildings dwellings destroyed damaged collapsed flattened'],
  ['vehicles', 'things', 'vehicles cars trucks lorries buses traffic'],
  ['flights', 'things', 'flights flight cancelled canceled'],
  ['schools', 'things', 'schools school'],
  ['villages', 'things', 'villages towns districts communities provinces municipalities'],
  ['vessels', 'things', 'boats boat ships vessels ferries'],
  ['weapons', 'things', 'weapons rifles missiles drones rockets grenades'],
  ['customers', 'people', 'customers subscribers users'],
  ['power cut', 'things', 'electricity outage blackout'],
  ['founded', 'event', 'founded formed born established creation created emerged founding inception origin'],
  ['built', 'event', 'built completed construction'],
  ['opened', 'event', 'opened inaugurated reopened opening'],
  ['closed', 'event', 'closed closure shut shutdown'],
  ['started', 'event', 'began begin begins started start starts launched launch'],
  ['ended', 'event', 'ended end? ends? finished concluded finish'],
  ['took office', 'event', 'appointed took? office inauguration sworn oath succeeded? took?'],
  ['resigned', 'event', 'resigned resignation stepped? quit?'],
  ['elected', 'event', 'elected election elections'],
  ['signed', 'event', 'signed signing treaty agreement?'],
  ['departed', 'event', 'left? departed departure sailed took? cast?'],
  ['arrived', 'event', 'arrived arrival reached? landed?'],
  [
    'happened',
    'event',
    'happened occurred struck hit? collapsed capsized crashed sank exploded explosion derailed erupted broke? collapse blast accident breach failed?',
  ],
  ['raised the alarm', 'event', 'alarm alerted alert noticed?'],
  ['inspected', 'event', 'inspection inspected inspections inspector audit'],
  ['published', 'event', 'published publish publication released'],
  ['hearing', 'event', 'hearing trial appeal verdict ruling ruled? court?'],
  ['deadline', 'event', 'deadline due? expires expire until?'],
];

const AMBIGUOUS = 0.4;

const BY_STEM = groupBy(
  TABLE.flatMap(([name, family, words]) =>
    words.split(' ').map((word) => ({
      stem: stemmer(word.replace('?', '')),
      question: { name, family, weight: word.endsWith('?') ? AMBIGUOUS : 1 } satisfies Question,
    })),
  ),
  ({ stem }) => stem,
);

/** The questions that a stem speaks of. */
export function questionsOf(stem: string): readonly Question[] {
  return BY_STEM.get(stem)?.map(({ question }) => question) ?? [];
}

const FAMILIES = new Map(TABLE.map(([name, family]) => [name, family]));

/** The family of a question; a question that the table does not list is its own. */
export function familyOf(question: string): string {
  return FAMILIES.get(question) ?? question;
}

/** Verbs of two and three words, each as its question. */
const PHRASES: Readonly<Record<string, string>> = {
  'came into being': 'founded',
  'come into being': 'founded',
  'set up': 'founded',
  'company register': 'founded',
  'trade register': 'founded',
  'commercial register': 'founded',
  'in operation since': 'opened',
  'operating since': 'opened',
  'in service since': 'opened',
  'cast off': 'departed',
  'set out': 'departed',
  'set off': 'departed',
  'set sail': 'departed',
  'took off': 'departed',
  'touched down': 'arrived',
  'pulled in': 'arrived',
  'pulled into': 'arrived',
  'rolled in': 'arrived',
  'rolled into': 'arrived',
  'came in': 'arrived',
  'got in': 'arrived',
  'lifted off': 'departed',
  'pulled out': 'departed',
  'left port': 'departed',
  'put to sea': 'departed',
  'took place': 'happened',
  'went off': 'happened',
  'gave way': 'happened',
  'went down': 'happened',
  'broke out': 'started',
  'got under': 'started',
  'took over': 'took office',
  'took office': 'took office',
  'chief executive since': 'took office',
  'president since': 'took office',
  'director since': 'took office',
  'shut down': 'closed',
  'stepped down': 'resigned',
  'on the run': 'at large',
  'at large': 'at large',
  'on the loose': 'at large',
  'their lives': 'killed',
  'his life': 'killed',
  'her life': 'killed',
  'the life': 'killed',
  'in custody': 'arrested',
  'behind bars': 'sentence',
  'laid off': 'jobs cut',
  'lay off': 'jobs cut',
};
const BY_PHRASE = new Map(
  Object.entries(PHRASES).map(([phrase, name]): [string, Question] => [
    phrase,
    { name, family: familyOf(name), weight: 1 },
  ]),
);

/** The words that phrases begin with. */
const PHRASE_STARTS = new Set([...BY_PHRASE.keys()].map((phrase) => phrase.split(' ')[0]));

/** True where a word in lower case can begin a phrase of {@link questionOfPhrase}. */
export const startsPhrase = (word: string): boolean => PHRASE_STARTS.has(word);

/** "Took off her skis" is no departure. */
const OBJECT = /^(?:the|a|an|his|her|its|their)$/;

/** The question of the phrase that the words begin with, or undefined. @param words at least three, lower case. */
export function questionOfPhrase(words: readonly [string, string, string]): Question | undefined {
  if (words[0] === 'took' && words[1] === 'off' && OBJECT.test(words[2])) return undefined;
  return BY_PHRASE.get(words.join(' ')) ?? BY_PHRASE.get(`${words[0]} ${words[1]}`);
}

/** What a value must be of to answer the questions of a family; a family that is not here takes any. */
const DIMENSIONS: Readonly<Record<string, RegExp>> = {
  casualties: /^(?:person|count|percent|date|fact)$/,
  health: /^(?:person|count|percent|date|fact)$/,
  movement: /^(?:person|count|percent|date|fact)$/,
  custody: /^(?:person|count|percent|date|fact|time)$/,
  people: /^(?:person|count|percent|fact)$/,
  violence: /^(?:count|date|fact)$/,
  money: /^(?:money|count|percent|fact)$/,
  results: /^(?:money|count|percent|fact)$/,
  election: /^(?:person|count|percent|fact)$/,
  physical: /^(?!person$|money$|date$|time$)/,
  time: /^(?:time|fact)$/,
  things: /^(?:count|percent|fact)$/,
  event: /^(?:date|fact)$/,
};
const OWN: Readonly<Record<string, RegExp>> = {
  depth: /^length$/,
  length: /^(?:length|time)$/,
  width: /^length$/,
  height: /^length$/,
  distance: /^length$/,
  rainfall: /^length$/,
  weight: /^mass$/,
  area: /^area$/,
  speed: /^speed$/,
  temperature: /^(?:temperature|count)$/,
  magnitude: /^count$/,
  aftershocks: /^count$/,
  record: /^(?:time|length|count|date)$/,
};

/** True where a value of a dimension (or `date`, `fact`) can answer the question. */
export function canAnswer({ name, family }: Question, dimension: string): boolean {
  return (dimension !== 'fact' && OWN[name] ? OWN[name] : (DIMENSIONS[family] ?? /^/)).test(dimension);
}
