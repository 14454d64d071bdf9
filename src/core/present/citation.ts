import type { SourceInfo } from '../sidecar/dossier.ts';

export interface Citation {
  /** The words as they stand in the text; white space is made one space. */
  readonly words: string;
  /** Who says them, or null where the article speaks in its own voice. */
  readonly speaker: string | null;
  readonly source: SourceInfo;
  /** Counting from 1. */
  readonly line: number;
}

/** A quote with where it is from: `“...” (Ada Lovelace, in: Author, “Title”, Publisher, 2026-01-02, https://...; article.txt, line 3)`. */
export function citationText({ words, speaker, source, line }: Citation): string {
  const { title, author, publisher, published, url, path } = source;
  const work = [author, title && `“${title}”`, publisher, published, url].filter(Boolean).join(', ');
  const said = speaker && work ? `${speaker}, in: ${work}` : (speaker ?? work);
  const place = [path, `line ${line}`].filter(Boolean).join(', ');
  return `“${words.replace(/\s+/g, ' ').trim()}” (${[said, place].filter(Boolean).join('; ')})`;
}
