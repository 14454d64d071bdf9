import type { ArticleDocument } from '../document.ts';

const NAMES: Readonly<Record<string, string>> = {
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  ru: 'Russian',
  uk: 'Ukrainian',
  ar: 'Arabic',
  zh: 'Chinese',
  ja: 'Japanese',
  hi: 'Hindi',
  tr: 'Turkish',
  pl: 'Polish',
  fa: 'Persian',
};

const LONG_SENTENCE = 3000;

/**
 * Sentences that say why a text yields little; empty for ordinary English prose.
 * @param unread why parts of it were not read.
 */
export function noticesFor(
  { text, sentences }: ArticleDocument,
  language: string,
  unread: readonly string[] = [],
): string[] {
  if (text.trim() === '') return unread.length > 0 ? [...unread] : ['The text is empty.'];
  const notices = [...unread];
  if (sentences.some((s) => s.end - s.start > LONG_SENTENCE))
    notices.push('A very long line without sentences was read only in part.');
  if (unread.length === 0 && !/\p{L}/u.test(text.slice(0, 20_000))) notices.push('The text holds no words.');
  else if (language !== 'en' && language !== 'und') {
    notices.push(
      `The text seems to be in ${NAMES[language] ?? `the language "${language}"`}; names, dates, figures and quotations are marked by general rules, claims are read in English only.`,
    );
  } else if (language === 'und' && unread.length === 0)
    notices.push('The language of the text could not be told; the annotations are made for English.');
  if (sentences.length > 0 && !sentences.some((s) => s.zone === 'body')) notices.push('No running prose was found.');
  return notices;
}
