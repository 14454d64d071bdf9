/** Whether the signs stand in a text in their order, with any others between; capitals do not count. @param signs lower case. */
export function hasInOrder(text: string, signs: readonly string[]): boolean {
  const lower = text.toLowerCase();
  let at = 0;
  for (const sign of signs) {
    at = lower.indexOf(sign, at);
    if (at < 0) return false;
    at += sign.length;
  }
  return true;
}
