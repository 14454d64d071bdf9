import { reliabilityWords } from '../model/reliability.ts';
import type { SourceCard } from '../model/sourceCard.ts';
import { oneLine } from './valueWords.ts';

/** A field of a source card for a person to read: languages and grades in words. */
export function cardValueWords(field: keyof SourceCard, value: string): string {
  if (field === 'reliability') return oneLine(reliabilityWords(value));
  if (field === 'language' || field === 'translatedFrom') return languageWords(value);
  return oneLine(value);
}

/** Who published an article, when, and how reliable it is: the card in one line, empty where nothing is known. */
export function cardLine({ publisher, author, published, translatedFrom, reliability }: SourceCard): string {
  const parts = [
    publisher ?? author,
    published,
    translatedFrom && `translated from ${languageWords(translatedFrom)}`,
    reliability && reliabilityWords(reliability),
  ];
  return parts.flatMap((part) => (part ? [oneLine(part)] : [])).join(' · ');
}

/** "Persian (fa)"; a code that names no language as it is. */
function languageWords(code: string): string {
  try {
    const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code);
    return name ? `${name} (${code})` : oneLine(code);
  } catch (error) {
    if (error instanceof RangeError) return oneLine(code);
    throw error;
  }
}
