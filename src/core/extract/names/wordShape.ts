/** The shape of a word: runs of capitals X, small letters x and digits d; other characters stand for themselves. */
export function wordShape(word: string): string {
  let shape = '';
  let last = '';
  for (let i = 0; i < word.length && shape.length < 8; i++) {
    const kind = characterKind(word, i);
    if (kind !== last || (kind === 'X' && shape === 'X')) shape += kind;
    last = kind;
  }
  return shape;
}

function characterKind(word: string, i: number): string {
  const code = word.charCodeAt(i);
  if (code >= 97 && code <= 122) return 'x';
  if (code >= 65 && code <= 90) return 'X';
  if (code >= 48 && code <= 57) return 'd';
  const character = word.charAt(i);
  if (code < 128) return character;
  if (character.toUpperCase() === character.toLowerCase()) return character;
  return character === character.toLowerCase() ? 'x' : 'X';
}

/** True for a word that begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

/** True for what may stand before a word within a sentence: a word, a number or a comma. */
export function isWordOrComma(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 128) return /^[\p{L}\p{N}]/u.test(text);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 44;
}
