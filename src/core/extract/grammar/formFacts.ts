import { rememberWords } from '../../text/rememberForms.ts';
import {
  isBaseForm,
  isFiniteAuxiliary,
  isIrregularPast,
  isParticipleOnly,
  isPastForm,
  isThirdPerson,
} from './verbs.ts';
import {
  DETERMINERS,
  isCapitalised,
  isWord,
  LIGHT_ADVERBS,
  POSSESSIVES,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
} from './words.ts';

/** What a word form tells by itself about the clause around it, a bit each. */
export const Fact = {
  word: 1 << 0,
  capitalised: 1 << 1,
  /** An auxiliary that carries tense, whatever its case. */
  auxiliary: 1 << 2,
  /** Such an auxiliary that is no name or month: "May", "Will" and "Can" are left out. */
  finite: 1 << 3,
  /** A form that is a verb where a pronoun is its subject. */
  afterPronoun: 1 << 4,
  third: 1 << 5,
  /** Ends like a third person. */
  endsInS: 1 << 6,
  participle: 1 << 7,
  past: 1 << 8,
  irregularPast: 1 << 9,
  /** A plain form that is no noun. */
  plain: 1 << 10,
  base: 1 << 11,
  /** No verb stands behind it: a hyphen, a determiner, a possessive. */
  opensNoun: 1 << 12,
  preposition: 1 << 13,
  /** A number or a quantity, behind which a form in -s is a plural. */
  count: 1 << 14,
  heSheIt: 1 << 15,
  subjectPronoun: 1 << 16,
  /** "I", "we", "they", "he" or "she". */
  nominative: 1 << 17,
  lightAdverb: 1 << 18,
  plural: 1 << 19,
  causative: 1 << 20,
  baseOrNoun: 1 << 21,
  takesPerson: 1 << 22,
} as const;

/** The facts of a word as it is written. */
export const factsOf = rememberWords((text) => {
  const word = text.toLowerCase();
  return (
    bit(Fact.word, isWord(text)) |
    bit(Fact.capitalised, isCapitalised(text)) |
    bit(Fact.auxiliary, isFiniteAuxiliary(word)) |
    bit(Fact.finite, isFiniteAuxiliary(word) && (text === word || !/^(?:may|will|can)$/.test(word))) |
    bit(Fact.afterPronoun, isAnyVerbForm(word)) |
    bit(Fact.third, isThirdPerson(word)) |
    bit(Fact.endsInS, word.length > 3 && /[^s]s$/.test(word)) |
    bit(Fact.participle, isParticipleOnly(word)) |
    bit(Fact.past, isPastForm(word)) |
    bit(Fact.irregularPast, isIrregularPast(word)) |
    bit(Fact.plain, PLAIN_VERBS.has(word)) |
    bit(Fact.base, isBaseForm(word)) |
    bit(Fact.baseOrNoun, isBaseForm(word) || NOUN_OR_VERB.has(word)) |
    bit(Fact.takesPerson, TAKES_PERSON.test(word)) |
    bit(Fact.opensNoun, opensNoun(word)) |
    bit(Fact.preposition, word === 'to' || PREPOSITIONS.has(word)) |
    bit(Fact.count, COUNT.test(word)) |
    bit(Fact.heSheIt, /^(?:it|he|she)$/.test(word)) |
    bit(Fact.subjectPronoun, SUBJECT_PRONOUNS.has(word)) |
    bit(Fact.nominative, /^(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he)$/.test(text)) |
    bit(Fact.lightAdverb, LIGHT_ADVERBS.has(text)) |
    bit(Fact.plural, isPlural(text) && !SUBJECT_PRONOUNS.has(word)) |
    bit(Fact.causative, CAUSATIVES.test(text))
  );
});

const bit = (fact: number, holds: boolean) => (holds ? fact : 0);

/** Plain forms that are no nouns. */
const PLAIN_VERBS = new Set(
  'go come get make give take become bring keep say see know think believe want include remain seem appear refuse agree argue belong build buy carry choose consider contain continue create decide deny depend deserve die eat exist expect fail feel find grow happen hear insist involve join learn live lose maintain mean occur pose prove provide receive represent require sell send serve speak spend suffer suggest tell understand vary write allege accuse'.split(
    ' ',
  ),
);

/** Base forms that are nouns as often: verbs behind a plural and before an object. */
const NOUN_OR_VERB = new Set(
  'blame praise claim press face head back cut cost host name urge hope run fight hit call visit own aim fuel link mark order push play raise start stop study turn win lose beat'.split(
    ' ',
  ),
);

/** Base forms whose object is somebody by name: "critics blame Ann Lee". */
const TAKES_PERSON =
  /^(?:blame|praise|accuse|criticise|criticize|urge|want|trust|sue|thank|honou?r|mourn|support|oppose|back)$/;

const CAUSATIVES =
  /^(?:to|let|lets|letting|mak(?:es?|ing)|made|help(?:s|ed|ing)?|saw|sees?|seen|watch(?:ed|es)?|heard|hears?|have|has|had|did|do|does|will|would|can|could|may|might|must|shall|should|that|demand(?:s|ed)?)$/i;

const NOT_AFTER_PRONOUN =
  /^(?:or|nor|but|not|who|whom|that|which|if|when|where|while|because|so|than|then|themselves|himself|herself|ourselves|myself|alone|together|n['’]t|be|been|being|well|perhaps|maybe|instead|almost|quite|rather|very|really|yes|no|two|three|four|all|guys|there|here|right|today)$/;

const COUNT =
  /^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|percent|various|other|local|senior|top)$/;

function isAnyVerbForm(word: string): boolean {
  return (
    word.length > 1 &&
    !LIGHT_ADVERBS.has(word) &&
    !word.endsWith('ly') &&
    !word.endsWith('ing') &&
    !isFunction(word) &&
    !NOT_AFTER_PRONOUN.test(word) &&
    !(isParticipleOnly(word) && !isIrregularPast(word) && !word.endsWith('ed'))
  );
}

function opensNoun(word: string): boolean {
  if (word === '-' || word === "'s" || word === '’s' || POSSESSIVES.has(word)) return true;
  return DETERMINERS.has(word) && !SUBJECT_PRONOUNS.has(word);
}

function isPlural(text: string): boolean {
  return (
    (text.endsWith('s') && /^\p{L}{2,}[^s\P{L}]s$/u.test(text)) || /^(?:people|men|women|children|police)$/.test(text)
  );
}

export function isFunction(word: string): boolean {
  return PREPOSITIONS.has(word) || DETERMINERS.has(word) || SUBJECT_PRONOUNS.has(word) || word === 'and';
}
