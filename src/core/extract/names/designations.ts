import type { Token } from '../../text/tokens.ts';

const LONGEST_LETTERS = 9;

/** True for what arms, craft and machines are called by letters and digits: "KR-17", "Borey-S2". */
export function isDesignation(tokens: readonly Token[], first: number, end: number): boolean {
  if (end - first !== 3 || end > tokens.length) return false;
  const [letters, hyphen, digits] = [tokens[first], tokens[first + 1], tokens[first + 2]] as [Token, Token, Token];
  if (!/^[-‐‑]$/.test(hyphen.text) || letters.end !== hyphen.start || hyphen.end !== digits.start) return false;
  return (
    letters.text.length <= LONGEST_LETTERS &&
    /^\p{Lu}\p{L}*$/u.test(letters.text) &&
    /^(?:\d{1,4}\p{Lu}{0,2}|\p{Lu}{1,2}\d{1,3}\p{Lu}?)$/u.test(digits.text)
  );
}
