const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const SUBJECT_PRONOUNS = set('i you he she it we they who this that these those there');
export const PRONOUNS = set(
  'i you he she it we they who this that these those him her us them me everyone someone somebody nobody anyone everybody others many some most all both none himself herself itself themselves',
);
export const POSSESSIVES = set('my your his her its our their whose');
export const DETERMINERS = set(
  'the a an this that these those my your his her its our their every each some any no several many few another other all both most more',
);
export const PREPOSITIONS = set(
  'of in on at by for with from to into onto over under about against between among through during before after since until till within without near toward towards across behind beyond despite upon per via around above below along amid amidst inside outside off out up down as like than following including regarding concerning unlike besides except',
);
export const COORDINATORS = set('and but or nor yet so');
export const SUBORDINATORS = set(
  'that which who whom whose where when while because although though if unless since after before until as whereas whether once so than despite',
);
export const NEGATIONS = set("not n't n’t never no nor neither nobody nothing none without cannot hardly barely");
export const WEEKDAYS = set(
  'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun tues thurs',
);
export const MONTH_NAMES = set('january february march april may june july august september october november december');
export const MONTHS: ReadonlySet<string> = new Set([
  ...MONTH_NAMES,
  ...'jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
]);
/** Adverbs that may stand between a subject and its verb. */
export const LIGHT_ADVERBS = set(
  'also later then now still already earlier previously recently repeatedly further again even both only just not never always often publicly officially initially originally formally openly clearly explicitly subsequently immediately quickly too all has have had however meanwhile though therefore thus reportedly allegedly strongly simply finally eventually once each ever',
);
export const TITLE_NOUNS = set(
  'president minister secretary chancellor king queen prince princess governor senator mayor general commander director chief spokesman spokeswoman spokesperson leader chairman chairwoman judge professor captain colonel ambassador premier pope emir sultan sheikh analyst correspondent researcher expert',
);
/** Words that start a sentence but hardly ever a name. */
export const STARTERS = set(
  'the a an this that these those it he she they we i you in on at by for from with as but and or so if when while where what who how why there here after before since although though because however meanwhile its his her their our my according to not no all some many most one two three once then now still yet despite during also both',
);

export function isCapitalised(text: string): boolean {
  const c = text.charCodeAt(0);
  if (c >= 65 && c <= 90) return true;
  return c > 127 && /^\p{Lu}/u.test(text);
}

export function isWord(text: string): boolean {
  const c = text.charCodeAt(0);
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c > 127 && /^\p{L}/u.test(text));
}

export function isDigit(text: string): boolean {
  const c = text.charCodeAt(0);
  return c >= 48 && c <= 57;
}
