import { BASE, IRREGULAR_PAST, PARTICIPLES, PRESENT } from '../../lexicon/verbForms.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Forms that carry tense by themselves and may stand before another verb. */
export const AUXILIARIES = set(
  "is are was were am be been being has have had having do does did will would can could may might must shall should 's 're 've 'll 'd ’s ’re ’ve ’ll ’d cannot wo ca don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn 'm ’m",
);
const FINITE_AUXILIARIES = set(
  "is are was were am has have had do does did will would can could may might must shall should cannot 're 've 'll 'd ’re ’ve ’ll ’d 'm ’m don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn wo ca",
);
const COMMON_PAST = set(
  'hit put cut let led left lost won set sent held said became came went took gave got made saw found knew told felt kept brought began showed wrote ran met stood spoke rose fell broke drew grew chose built bought read shut hurt spread shed bid beat fled fed bred dealt meant slept swept wore threw sought taught caught fought thought paid laid shot struck won sued died tied lied',
);
const IRREGULAR = set(IRREGULAR_PAST);
const PARTICIPLE = set(PARTICIPLES);
const THIRD = set(PRESENT);
const BASES = set(BASE);
const NOT_PAST = set(
  'hundred indeed need speed feed seed breed weed red bed shed wed ted united embed naked sacred wicked aged alleged so-called exceed proceed succeed bleed greed creed deed reed allied infrared rugged ragged beloved biased crooked talented gifted unprecedented limited supposed',
);
/** Third persons that are far more often verbs than plural nouns, though the lexicon counts them as both. */
const THIRD_EXTRA = set(
  'says writes tells flies has does goes comes makes takes gives gets sees finds knows wants seeks aims leaves pays shares poses faces meets holds keeps leads runs shows hits lies includes involves remains becomes continues represents withdraws refers fears hopes believes thinks claims reports warns argues insists explains believes stands lives works plans needs calls helps offers serves operates fights controls threatens',
);

/** True for a past tense or past participle, by form alone. */
export function isPastForm(word: string): boolean {
  if (IRREGULAR.has(word) || COMMON_PAST.has(word) || PARTICIPLE.has(word)) return true;
  return word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word);
}

export function isParticipleOnly(word: string): boolean {
  return PARTICIPLE.has(word);
}

/** True for an irregular past tense that is not also a participle (came, went, said is both). */
export function isIrregularPast(word: string): boolean {
  return IRREGULAR.has(word) || COMMON_PAST.has(word);
}

export function isThirdPerson(word: string): boolean {
  if (THIRD_EXTRA.has(word)) return true;
  return THIRD.has(word) && !AMBIGUOUS_PLURALS.has(word) && !/(?:eers|ists|ments|tions|ants|itors)$/.test(word);
}

export function isBaseForm(word: string): boolean {
  return BASES.has(word);
}

export function isGerund(word: string): boolean {
  return word.length > 4 && word.endsWith('ing') && !NOT_GERUND.has(word);
}

export function isAuxiliary(word: string): boolean {
  return AUXILIARIES.has(word);
}

export function isFiniteAuxiliary(word: string): boolean {
  return FINITE_AUXILIARIES.has(word);
}

const NOT_GERUND = set(
  'during thing something nothing anything everything morning evening king spring string ring wing bring sing swing being building buildings ceiling beijing according including following wedding sibling offspring sterling',
);
const AMBIGUOUS_PLURALS = set(
  'accounts advances ages aches agonzes appeals approaches arms arrests attempts awards aims acts allurings answers assaults assets attacks authors awards benefits boats bombs books borders broadcasts calls cases challenges changes charges checks claims clashes comments concerns conflicts contacts contracts costs counts covers crimes crosses cuts damages deals debates decreases delays demands deposits designs details disputes doctors doubts drives drugs duties effects ends estimates exercises experiences experts exports faces falls fears fights films finds fires flights forces forms funds gains grants groups guides hands heads helps hits homes hopes houses impacts imports increases influences interests interviews investments issues jobs joins judges jumps kills lands laws leads leaves levels lies limits links lists lives loads loans locks losses loves makes manages marches marks masses matters means measures messages mines minds minutes moves names needs notes notices offers officers officials orders parks parts pays permits phones photos places plans plants plays points polls posts powers practices presents prices prints problems processes produces products programs projects promises protests questions quotes raids raises rates reaches reads reasons records reforms refuses regards releases remains reports requests researches reserves results returns reviews rises risks roles rules runs sales sanctions says schools scores searches seats secretaries sees sentences services sets shares shifts ships shoots shops shots shows sides sights signals signs sites sounds sources spaces speeches spots stages stakes starts states stations steps stocks stops stores stories strikes studies subjects suits supplies supports surveys suspects systems talks targets tasks taxes tears tests texts threats ties times tools tours towns traces trades trains transfers travels treats trends trials trips troops troubles trucks turns uses vehicles videos views visits voices votes walks wants warnings warrants wars waters ways weapons wins wishes witnesses wonders words works worries wounds writes years',
);
