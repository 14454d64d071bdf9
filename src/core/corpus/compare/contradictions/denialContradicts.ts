import { questionsOf } from '../../statements/questions.ts';
import { stemOf } from '../../statements/stems.ts';
import { namesIn, sharedName, type Told } from '../compared.ts';
import { bothWords, type Differing, daysAt } from './differing.ts';

/** Words that leave a part of what is said undenied. */
const IN_PART =
  /^of\b|\b(?:only|some|few|part|partly|half|almost|all|every|each|every(?:one|body|thing|where)|always|usually|normally|fully|entirely|a (?:day|week|month|year)|per|not (?:\w+ ){1,4}until|remain\w*|any more|anymore|longer|yet|still|not one|first|no (?:new|further|more|additional)|(?:related|linked|connected|due|attributed) to|caused by|never before|(?:not|n['’]t) [\w ]{1,30}\b(?:because|over)|(?:who|whose|which) [\w ]{0,20}(?:not|never|no))\b/i;
/** Words that deny by themselves: "the power is out". */
const ABSENT = /\b(?:(?:is|are|was|were|been) (?:out|off|down)|lost|lack\w*|fail\w*|refus\w*|denie[sd]|without|nor)\b/i;
/** A clause that tells only who or what is meant. */
const RELATIVE = /^(?:who|which|whose|that|when|where|until|if)\b/i;
/** What is denied of one person or thing alone. */
const OF_ONE = /^(?:I|we|you|he|she|it|they)\b/i;
const KNOWN = /^(?:the|this|that|these|those|such|its|their|his|her|our)$/;
/** How alike the words must be where no name is shared. */
const ALIKE = 0.1;

/** One denies what the other says, in the same word: of one entity, or in words that are alike. */
export function denialContradicts(pair: Differing): string | null {
  const { a, b, features: f } = pair;
  const [denies, says] = a.statement.negated ? [a, b] : [b, a];
  const { denied, words } = denies.statement;
  if (denied === null) return null;
  const inOtherWords = !saysIn(says.statement.words, (stem) => stem === denied);
  if (inOtherWords && !(isOfPeople(denied) && (f.question ?? 0) >= 0.5 && asksTheSame(says.statement.words, denied)))
    return null;
  if (isOfPeople(denied) && isLater(denies, says)) return null;
  if ([words, says.statement.words].some((text) => IN_PART.test(text) || RELATIVE.test(text))) return null;
  if (namesIn(denies).some((name) => name.toLowerCase().includes(denied))) return null;
  const shared = sharedName(denies, says);
  if (shared !== undefined) return `One denies of ${shared} what the other says.`;
  const certain = OF_ONE.test(words) || isKnown(says.statement.words, denied);
  if (certain && !sharesMore(denies, says, denied)) return null;
  return (inOtherWords || (f.about ?? 0) >= ALIKE) && !ABSENT.test(says.statement.words)
    ? `One denies what the other says: ${bothWords(pair)}.`
    : null;
}

/** "The cargo", "such cargoes": one that is known, of which something else may be said. */
function isKnown(words: string, stem: string): boolean {
  const all = words.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return all.some((word, i) => stemOf(word) === stem && KNOWN.test(all[i - 1] ?? ''));
}

/** "No cargo was moved" does not deny what else is said of the cargo. */
function sharesMore(denies: Told, says: Told, denied: string): boolean {
  return denies.statement.about.some((stem) => stem !== denied && says.statement.about.includes(stem));
}

/** What becomes of people is learned bit by bit. */
function isOfPeople(stem: string): boolean {
  return questionsOf(stem).some(({ family }) => family === 'casualties' || family === 'custody');
}

function isLater(denies: Told, says: Told): boolean {
  const [said, known] = [daysAt(denies.article.published), daysAt(says.statement.asOf ?? says.article.published)];
  return !(said && known && known[0] <= said[1]);
}

const FATES = /^(?:killed|injured|arrested|kidnapped)$/;
/** Of "lost their lives", and of "they live here". */
const LIVE = stemOf('lives');

/** "Nobody was hurt", "a guard was wounded": another word of the same question. */
function asksTheSame(words: string, denied: string): boolean {
  const asked = questionsOf(denied).flatMap(({ name }) => (FATES.test(name) ? [name] : []));
  return saysIn(words, (stem) => stem !== LIVE && questionsOf(stem).some(({ name }) => asked.includes(name)));
}

function saysIn(words: string, holds: (stem: string) => boolean): boolean {
  return words.split(/[^\p{L}\p{N}]+/u).some((word) => {
    const stem = stemOf(word);
    return stem !== null && holds(stem);
  });
}
