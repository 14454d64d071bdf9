import { gluedAt } from '../segment/glued.ts';

const PRONOUN = /^(?:he|she|it|they|we|i|this|these|those|who|which)(?=\s|['’]s\s)/i;
/** "which it shares with the others": the antecedent is the object. */
const RELATIVE_OBJECT = /^(?:who|which|that) (he|she|it|they|we|you) (\p{L}+)(?= |$)(.*)$/iu;
const RELATIVE = /^(?:who|which|that)\s+/i;
/** "it is clear that", "it took a week to": the word stands for the clause behind it. */
const CLAUSAL_IT =
  /^it(?:['’]s| is| was| will be| would be| has been| had been| may be| seems| seemed| appears| appeared| takes| took| turns out| remains| became)\s(?:[\p{L}’'-]+\s){0,5}?(?:that|to|whether|if|not|late|early|time|about)(?=\s|,|$)/iu;
const SUBORDINATE = /^(?:when|while|whereas|as|because|since|although|though|even though)\s+(?=\S+\s+\S+\s)/i;
const UNLIKE = /^unlike ([^,]{2,60}), (?:which|who) /i;
const WORD = /\p{L}{5,40}/gu;

/**
 * A claim's words as a plain statement that stands alone: white space and quotation marks evened out, glued words taken
 * apart, no punctuation at the end, no conjunction in front, the subject's name put in where the words have none or a pronoun.
 * @param known the name to put in, or null when it is not known.
 * @param missing true when the words begin with the verb.
 */
export function restate(words: string, known: string | null, missing: boolean): string {
  const subject = known?.replace(/[\s–—-]+$/, '') ?? null;
  let text = words
    .replace(/[\u200b-\u200d\ufeff\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[“”„«»"]/g, '')
    .replace(WORD, unglue)
    .replace(/\s+([,.;:!?)])/g, '$1')
    .replace(/([(])\s+/g, '$1')
    .trim()
    .replace(/[\s,.;:!?–—-]+$/, '')
    .replace(UNLIKE, '$1 ')
    .replace(SUBORDINATE, '');
  const object = RELATIVE_OBJECT.exec(text);
  if (subject && object) text = `${object[1]} ${object[2]} ${subject}${object[3]}`;
  else if (subject && missing) text = `${subject} ${text.replace(RELATIVE, '')}`;
  else if (subject && PRONOUN.test(text) && !CLAUSAL_IT.test(text)) {
    text = text
      .replace(PRONOUN, subject)
      .replace(/^(.*?)['’]s /, (all, head) => (head === subject ? `${subject} is ` : all));
  }
  return text === '' ? '' : (text[0] as string).toUpperCase() + text.slice(1);
}

function unglue(word: string): string {
  const at = gluedAt(word);
  return at === 0 ? word : `${word.slice(0, at)} ${word.slice(at)}`;
}
