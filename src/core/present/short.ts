const MOST_CHARACTERS = 160;

/** At most 160 code units, cut between characters, never inside one of two code units. */
export function short(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return `${text.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Foreign text as one line of a list: {@link short}, without line breaks and control characters. */
export const shortLine = (text: string): string => short(text.replace(/[\p{Cc}\s]+/gu, ' ').trim());
