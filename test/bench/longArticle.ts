/** An article of at least `characters`, made of the paragraphs of the given ones, no two of them alike. */
export function longArticle(articles: readonly string[], characters: number): string {
  const paragraphs = articles.flatMap((text) => text.split('\n').filter((line) => line.trim() !== ''));
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; length < characters; i++) {
    const round = Math.floor(i / paragraphs.length);
    const part = `${paragraphs[i % paragraphs.length]} This is part ${round + 1}.`;
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join('\n\n');
}
