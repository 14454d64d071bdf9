import { type ImportedArticle, LARGEST_IMPORT, type OriginalFile } from '../core/source/importedArticle.ts';
import { fail, ok, type Result } from '../core/util/result.ts';
import { decodeHtml } from './decodeHtml.ts';
import { readDocx } from './readDocx.ts';
import { readEml } from './readEml.ts';
import { readHtml } from './readHtml.ts';
import { readPdf } from './readPdf.ts';
import { Unreadable } from './unreadable.ts';

const READERS: Readonly<Record<string, (bytes: Uint8Array) => ImportedArticle | Promise<ImportedArticle>>> = {
  html: (bytes) => readHtml(decodeHtml(bytes)),
  htm: (bytes) => readHtml(decodeHtml(bytes)),
  eml: readEml,
  docx: readDocx,
  pdf: readPdf,
};

/**
 * The readable text of a file. The file is data: nothing in it is run, and nothing that it names is fetched.
 * @returns the article, or a sentence that says what is wrong and what to do.
 */
export async function readOriginal({ name, bytes }: OriginalFile): Promise<Result<ImportedArticle>> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const reader = Object.hasOwn(READERS, ending) ? READERS[ending] : undefined;
  if (!reader) return fail('Only .html, .htm, .eml, .docx and .pdf can be imported. Save the article in one of these.');
  if (bytes.length > LARGEST_IMPORT * 1e6) {
    return fail(`The file is larger than ${LARGEST_IMPORT} MB. Save the part that you need as a file of its own.`);
  }
  if (bytes.length === 0) return fail('The file is empty. Save or download it again.');
  try {
    return ok(await reader(bytes));
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.message);
    const why = error instanceof Error ? error.message : String(error);
    return fail(`The file cannot be read (${why}). Open it in its own program, save it again, and import that.`);
  }
}
