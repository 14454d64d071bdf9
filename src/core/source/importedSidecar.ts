import { TextBlocks } from '../anchor/textBlocks.ts';
import { serialiseSidecar } from '../sidecar/encodeSidecar.ts';
import { emptyTable } from '../store/recordTable.ts';
import type { ImportedArticle } from './importedArticle.ts';

/**
 * The text of the first sidecar of an imported article: its card, and no annotations.
 * @param fileName of the article.
 * @param original path of the imported file from the folder of the article.
 */
export function importedSidecar({ text, card }: ImportedArticle, fileName: string, original: string): string {
  const blocks = new TextBlocks(text);
  const source = { ...card, path: fileName, firstSha256: blocks.sha256, original };
  return serialiseSidecar({ source, annotations: emptyTable() }, blocks);
}
