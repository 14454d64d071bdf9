import { gluedAt } from '../segment/glued.ts';

const PRONOUN =
  /^(?:(?:he|she|it|they|we|i|who|which)(?=\s|['’]s\s)|(?:this|these|those)(?=['’]s\s|\s(?:is|was|are|were|has|had|have|does|did|will|would|can|could|may|might|must|should|also|came|comes?|means?|meant|leads?|led|follow(?:s|ed)|include[sd]?|marks?|marked|shows?|showed|makes?|made|gives?|gave|takes?|took|left|caused?|brings?|brought|puts?|sets?|sent|leaves?)\s))/i;
/** "which it shares with the others", "whom the board has dismissed": the antecedent is the object. */
const RELATIVE_OBJECT =
  /^(?:whom?|which|that) ((?:[hH]e|[sS]he|[iI]t|[tT]hey|[wW]e|[yY]ou|(?:the|its|his|her|their) \p{Ll}+|\p{Lu}\S{1,40}) (?:(?:has|have|had|will|would|can|could|may|might|must|did|does|do|not|also|been) ){0,4}\p{Ll}+)(?= |$)(.*)$/u;
/** "Lee was said to have paid, which he denied": all of it. */
const ANSWERED =
  /^which (\S{1,40} (?:(?:has|have|had|also|all|both) ){0,2}(?:den(?:y|ies|ied)|reject(?:s|ed)?|disputes?d?|confirm(?:s|ed)?))(?= |$)(.*)$/u;
const WHOSE = /^whose\s+/i;
const RELATIVE = /^(?:who|which|that)\s+/i;
/** "it is clear that", "it took a week to": the word stands for the clause behind it. */
const CLAUSAL_IT =
  /^it(?:['’]s| is| was| will be| would be| has been| had been| may be| seems| seemed| appears| appeared| takes| took| requires| required| needs| needed| turns out| remains| became)\s(?:[\p{L}’'-]+\s){0,5}?(?:that|to|whether|if|not|late|early|time|about)(?=\s|,|$)/iu;
/** Where a comma follows, what stands in front of it belongs to the clause behind: "Since the war, ...". */
const SUBORDINATE =
  /^(?!as an?\s|as (?:well|many|much|few|little|of|far|long|soon)\s|as \p{L}+ (?:we|i|they|you)\s)(?:when|while|whereas|as|because|since|although|though|even though)\s+(?=\S+\s+\S+\s)(?![^,]*,)/iu;
/** What follows "he's" where it stands for "he has". */
const PERFECT =
  /^(?:(?:not|never|already|just|always|also|only) )?(?:(?:been|had|got|become)(?: |$)|(?:\p{L}{2,12}ed|made|lost|won|told|left|met|built|sent|kept|held|taken|given|seen|done|known) (?:the|an?|so|many|much|his|her|its|their|my|our|no|some|every|it|them|him|\d+) )/u;
const WORD = /\p{L}{5,40}/gu;

/** Signs that a plain statement has none of, and white space that is more than one blank between two words. */
const UNEVEN = /[\u200b-\u200d\ufeff\u2060“”„«»"]|[^\S ]|\s[\s,.;:!?)]|\(\s/;
/** Where a capital may stand behind a small letter. */
const INNER_CAPITAL = /[a-zß-\u1fff\u2100-\uffff][A-ZÀ-\u1fff\u2100-\uffff]/;
const ENDING = /[\s,.;:!?–—-]/;

/** A claim's words with white space and quotation marks evened out, glued words taken apart, no conjunction in front, no mark at the end. */
export function plainWords(words: string): string {
  const uneven = UNEVEN.test(words);
  const even = uneven
    ? words
        .replace(/[\u200b-\u200d\ufeff\u2060]/g, '')
        .replace(/\s+/g, ' ')
        .replace(/[“”„«»"]/g, '')
    : words;
  const apart = INNER_CAPITAL.test(even) ? even.replace(WORD, unglue) : even;
  const spaced = uneven ? apart.replace(/\s+([,.;:!?)])/g, '$1').replace(/([(])\s+/g, '$1') : apart;
  return withoutEnding(spaced.trim()).replace(SUBORDINATE, '');
}

function withoutEnding(text: string): string {
  let end = text.length;
  while (end > 0 && ENDING.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/**
 * {@link plainWords} as a statement that stands alone: the subject's name put in where the words have none or a pronoun.
 * @param known the name to put in, or null when it is not known.
 * @param missing true when the words begin with the verb.
 */
export function restate(plain: string, known: string | null, missing: boolean): string {
  const subject = known === null ? null : withoutTail(known);
  let text = plain;
  const object = RELATIVE_OBJECT.exec(text);
  const answered = ANSWERED.exec(text);
  if (subject && WHOSE.test(text)) text = text.replace(WHOSE, /s$/.test(subject) ? `${subject}’ ` : `${subject}’s `);
  else if (answered) text = `${answered[1]} this${answered[2]}`;
  else if (subject && object) text = `${object[1]} ${subject}${object[2]}`;
  else if (subject && missing) text = `${subject} ${text.replace(RELATIVE, '')}`;
  else if (subject && PRONOUN.test(text) && !CLAUSAL_IT.test(text)) {
    text = text
      .replace(PRONOUN, subject)
      .replace(/^(.*?)['’]s (.*)/s, (all, head, rest) =>
        head === subject ? `${subject} ${PERFECT.test(rest) ? 'has' : 'is'} ${rest}` : all,
      );
  }
  return text === '' ? '' : (text[0] as string).toUpperCase() + text.slice(1);
}

/** Without the white space and dashes at its end. */
function withoutTail(name: string): string {
  let end = name.length;
  while (end > 0 && /[\s–—-]/.test(name.charAt(end - 1))) end--;
  return name.slice(0, end);
}

function unglue(word: string): string {
  const at = gluedAt(word);
  return at === 0 ? word : `${word.slice(0, at)} ${word.slice(at)}`;
}
