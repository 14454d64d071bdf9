const PRONOUN = /^(?:he|she|it|they|we|i|this|these|those|who|which)(?=\s|['’])/i;
const DETERMINED = /^(?:the|this|that|these|those|its|his|her|their)\s/i;

/**
 * A claim's words as a plain statement that stands alone: white space and quotation marks evened out, no punctuation at
 * the end, the subject's name put in where the words have none or a pronoun.
 * @param subject the name to put in, or null when it is not known.
 * @param missing true when the words begin with the verb.
 */
export function restate(words: string, subject: string | null, missing: boolean): string {
  let text = words
    .replace(/[\u200b-\u200d\ufeff\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[“”„«»"]/g, '')
    .replace(/\s+([,.;:!?)])/g, '$1')
    .trim()
    .replace(/[\s,.;:!?–—-]+$/, '');
  if (subject) {
    const named = DETERMINED.test(subject) || !/^\p{Ll}/u.test(subject) ? subject : subject;
    if (missing) text = `${named} ${text}`;
    else if (PRONOUN.test(text)) text = text.replace(PRONOUN, named);
  }
  return text === '' ? '' : (text[0] as string).toUpperCase() + text.slice(1);
}
