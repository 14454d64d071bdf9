import { CURRENCY_CODES, CURRENCY_SIGNS } from '../../text/currencyCodes.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Units of measure: part of the figure's span. */
export const MEASURES = set(
  'second minute hour day week month year decade century mile kilometer kilometre meter metre foot inch yard centimeter centimetre millimeter millimetre acre hectare ton tonne kilogram kilogramme kilo gram gramme pound ounce gallon liter litre barrel degree watt kilowatt megawatt gigawatt kilowatt-hour megawatt-hour gigawatt-hour terawatt-hour volt km kg cm mm mph kmh kph lb lbs mg ml ft gb mb celsius fahrenheit knot',
);
const PERSON_NOUNS = set(
  'people person man men woman women child children boy girl soldier troop fighter civilian militant militiaman militiamen terrorist officer policeman policemen official worker employee student pupil teacher passenger resident citizen victim prisoner inmate detainee refugee migrant protester protestor demonstrator member supporter journalist doctor nurse patient candidate voter lawmaker senator representative deputy player athlete fan tourist visitor family-member survivor rescuer firefighter volunteer suspect gunman gunmen attacker bomber rebel insurgent marine sailor pilot crew driver expert scientist researcher delegate leader judge juror witness hostage immigrant asylum-seeker adult infant baby babies teenager youth foreigner diplomat american afghan american european christian muslim dead deaths injured wounded casualty casualties fatality fatalities servicemen serviceman commander general personnel staff individual minister subscriber user customer consumer investor participant applicant farmer villager neighbor neighbour parent mother father spectator contestant guest actor singer artist writer author traveller traveler commuter holidaymaker motorist pedestrian cyclist hiker climber swimmer shopper reveller worshipper pilgrim tenant homeowner campaigner organiser organizer striker trader merchant vendor buyer pensioner retiree veteran conscript reservist recruit trainee apprentice intern graduate toddler newborn orphan widow widower brother sister cousin relative bystander onlooker eyewitness intruder robber burglar thief smuggler trafficker hacker kidnapper murderer killer sniper assailant arsonist poacher miner docker trucker lawyer engineer teacher professor politician activist analyst economist historian critic columnist',
);
const CURRENCIES = new Map<string, string>([
  ['$', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['usd', 'USD'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['eur', 'EUR'],
  ['gbp', 'GBP'],
  ['yen', 'JPY'],
  ['ruble', 'RUB'],
  ['rubles', 'RUB'],
  ['roubles', 'RUB'],
  ['rupee', 'INR'],
  ['rupees', 'INR'],
  ['yuan', 'CNY'],
  ['lira', 'TRY'],
  ['shekels', 'ILS'],
  ['francs', 'CHF'],
  ['cents', 'USD'],
  ['bolivianos', 'BOB'],
  ['zloty', 'PLN'],
  ['zlotys', 'PLN'],
  ['naira', 'NGN'],
  ['baht', 'THB'],
  ['ringgit', 'MYR'],
  ['rupiah', 'IDR'],
  ['forints', 'HUF'],
  ['hryvnia', 'UAH'],
  ['crowns', 'crown'],
  ['kronor', 'crown'],
  ['kroner', 'crown'],
  ['krona', 'crown'],
  ['pesos', 'peso'],
  ['dinars', 'dinar'],
  ['dirhams', 'dirham'],
  ['shillings', 'shilling'],
]);
const PREFIXED = new Map([
  ['us$', 'USD'],
  ['a$', 'AUD'],
  ['au$', 'AUD'],
  ['c$', 'CAD'],
  ['ca$', 'CAD'],
  ['nz$', 'NZD'],
  ['hk$', 'HKD'],
  ['s$', 'SGD'],
  ['r$', 'BRL'],
]);
const IRREGULAR = new Map([
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['feet', 'foot'],
  ['lives', 'life'],
  ['homes', 'home'],
  ['wives', 'wife'],
  ['knives', 'knife'],
  ['aircraft', 'aircraft'],
  ['troops', 'soldier'],
  ['series', 'series'],
  ['species', 'species'],
  ['militiamen', 'militiaman'],
]);

/** ISO 4217 code of a sign or word, the word itself where several countries use it ("crown"), or null. Pounds without a sign are money only after a number and never a weight here. */
export function currencyOf(text: string): string | null {
  const word = text.toLowerCase();
  return CURRENCIES.get(word) ?? PREFIXED.get(word) ?? null;
}

/** The code itself where the token is an ISO 4217 code in capitals, the code of a sign in letters ("NKr"), or null. */
export function currencyCode(text: string): string | null {
  return CURRENCY_CODES.has(text) ? text : (CURRENCY_SIGNS.get(text) ?? null);
}

/** Singular of an English noun, lower-cased. */
export function singular(noun: string): string {
  const word = noun.toLowerCase();
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  if (/(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

export function isPersonNoun(noun: string): boolean {
  const word = noun.toLowerCase();
  return PERSON_NOUNS.has(word) || PERSON_NOUNS.has(singular(word)) || /(?:men|women|ists|people)$/.test(word);
}
