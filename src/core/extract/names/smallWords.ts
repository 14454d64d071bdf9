/** What a small word or mark may do beside a name; bits of {@link rolesOf}. */
export const ROLES = {
  /** A sentence, an item or an utterance may begin behind it. */
  opensSentence: 1,
  placePreposition: 2,
  speech: 4,
  /** Joins the capitalised words of one name. */
  link: 8,
  openingQuote: 16,
  closingQuote: 32,
  /** Stands between a noun and the names that it is used for ("bands such as A, B and C"). */
  passed: 64,
  copula: 128,
  article: 256,
  /** Ends the noun phrase behind a copula. */
  endsPhrase: 512,
  possessive: 1024,
  /** The article "the", in small letters or capitals. */
  the: 2048,
  /** A stop that may stand before a closing quotation mark. */
  stop: 4096,
  openingBracket: 8192,
  closingBracket: 16384,
  comma: 32768,
} as const;

const WORDS: Record<keyof typeof ROLES, string> = {
  opensSentence: '. ! ? : " “ ” ‘ ’ ( — – • * | ...',
  placePreposition: 'in at from near across outside around',
  speech: 'said says told added wrote stated announced tweeted believes',
  link: "of for the and & de al in on - – 's ’s el du la",
  openingQuote: '" “ ‘ « \'',
  closingQuote: '" ” ’ » \'',
  passed:
    ', / & “ ” " ‘ ’ ( ) and or the a an such as like including called named titled entitled dubbed known also e.g',
  copula: 'is was are were became becomes remains being',
  article: 'a an the one another',
  endsPhrase: '. , ; : ( who which that where when in of for at on by with and or from to as but because whose',
  possessive: "'s ’s 'S ’S",
  the: 'the The THE tHe thE THe tHE ThE',
  stop: ', . ! ?',
  openingBracket: '(',
  closingBracket: ')',
  comma: ',',
};

const TABLE = new Map<string, number>();
for (const [role, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) TABLE.set(word, (TABLE.get(word) ?? 0) | ROLES[role as keyof typeof ROLES]);
}
const LONGEST = Math.max(...[...TABLE.keys()].map(({ length }) => length));

/** The roles that a word or mark may play, as bits; 0 for most. */
export function rolesOf(text: string): number {
  return text.length > LONGEST ? 0 : (TABLE.get(text) ?? 0);
}
