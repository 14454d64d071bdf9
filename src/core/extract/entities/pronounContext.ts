import type { Span } from '../../text/span.ts';
import { isThirdPerson } from '../grammar/verbs.ts';

const AUXILIARY =
  /^\s*(?:(?:has|have|had|would|will|could|can|may|might|must|should|cannot|did|does)(?:\s(?:not|never|also|then|now|still))?\s+)?(?:['’]s|is|was|be|been|being|isn['’]t|wasn['’]t|became|become|seem|appear|look|feel|felt|take|took|require|happen|remain|mean|matter|make|end|turn|come|came|follow|depend)(?:s|ed)?(?![\p{L}])/iu;
const OF_BODIES =
  /^\s*(?:has\sbeen|is|was|had\sbeen)\s(?:(?:also|once|now|later|first)\s)?(?:founded|formed|created|established|led|headed|based|owned|run|designated|banned|accused|blamed|defeated|believed\sto)(?![\p{L}])/iu;
const SPEECH =
  /^(?:,[^,.;:!?\n]{1,90},)?\s*(?:also\s|then\s|has\s|had\s)?(?:said|says|say|added|adds|told|tells|noted|notes|explained|explains|argued|argues|wrote|writes|stated|states|warned|warns|believes|believed|claimed|claims|insisted|insists|denied|denies|recalled|recalls|called|thinks|thought)(?![\p{L}])/iu;
const PEOPLE = /^(?:people|women|\p{Ll}*men|\p{Ll}+(?:[^v]ers|ors|ists|ials|[^es]ants|[^vs]ents|zens|rces|oops))$/u;
const PLURAL = /^(?:people|men|women|children|police|many|some|others|both|most|\p{Ll}{3,}[^siu\W]s)$/iu;
const WINDOW = 48;
const SPEECH_WINDOW = 140;
const OPENING = 5;

/** False for the "it" of weather, time and clauses ("it was late", "it is believed that"); asks the words behind it. */
export function isReferringIt(text: string, end: number): boolean {
  const after = text.slice(end, end + WINDOW);
  return OF_BODIES.test(after) || !AUXILIARY.test(after);
}

/** True where a verb of speech or belief follows, or stands right before as in "said he". */
export function isSpeaking(text: string, { start, end }: Span): boolean {
  return (
    SPEECH.test(text.slice(end, end + SPEECH_WINDOW)) ||
    /\b(?:said|says|added|adds)\s$/u.test(text.slice(start - 7, start))
  );
}

/** A plural noun among the first words of a sentence, most often its subject ("Two officers left"), before `limit`. */
export function opensWithPlural(text: string, sentence: Span, limit: number): boolean {
  const end = Math.min(limit, sentence.end, sentence.start + WINDOW);
  const words = text.slice(sentence.start, end).split(/\s+/).slice(0, OPENING);
  return words.some((word, i) => {
    const bare = word.replace(/[,.;:]$/u, '');
    const afterName = i > 0 && /^(?!The$|A$|In$)\p{Lu}/u.test(words[i - 1] as string); // a verb may stand there
    return afterName ? PEOPLE.test(bare) : PLURAL.test(bare);
  });
}

const TWO_NAMES = /^(?:(?:The|Both) )?(?:\p{Lu}[\p{L}.'’-]*,? ){1,4}(?:\([^()]{1,9}\) )?and (?:\p{Lu}|the \p{Lu})/u;

/** True where two names joined by "and" open a sentence, most often its subject. */
export function opensWithTwo(text: string, { start, end }: Span): boolean {
  return TWO_NAMES.test(text.slice(start, Math.min(end, start + 2 * WINDOW)));
}

const ADVERB_IN_S =
  /^(?:always|sometimes|perhaps|besides|towards|afterwards|upwards|downwards|onwards|nowadays|overseas|indoors|outdoors|unless|across|versus)$/;

/** A name that only modifies a plural noun ("Vesper officials"). */
export function modifiesPlural(text: string, nameEnd: number): boolean {
  const next = /^\s(\p{Ll}+)/u.exec(text.slice(nameEnd, nameEnd + WINDOW))?.[1] ?? '';
  return (
    PEOPLE.test(next) || (/\p{Ll}{3}[^\P{Ll}sui]s$/u.test(next) && !isThirdPerson(next) && !ADVERB_IN_S.test(next))
  );
}

/** True where a clause that opens the sentence tells of somebody else: "Although the fish is small, it ...". */
export function followsOwnClause(text: string, sentence: Span, start: number): boolean {
  return /^(?:Although|Though|While|When|Because|Since|As|If|After|Before|Once)\s[^,.;:]{3,120},\s$/u.test(
    text.slice(sentence.start, start),
  );
}
