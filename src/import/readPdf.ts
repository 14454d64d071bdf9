import { getDocumentProxy } from 'unpdf';
import { articleText, type ImportedArticle } from '../core/source/importedArticle.ts';
import { cardOf } from '../core/source/metadata.ts';
import { type PageItem, type PageLine, pageLines } from '../core/source/pageLines.ts';
import { pageParagraphs } from '../core/source/pageParagraphs.ts';
import { Unreadable } from './unreadable.ts';

const MOST_PAGES = 2000;
const MOST_CHARACTERS = 5_000_000;

/** The text of a PDF, its lines joined to paragraphs. No script of it is run, no font or other file is fetched. */
export async function readPdf(bytes: Uint8Array): Promise<ImportedArticle> {
  const pdf = await open(bytes);
  try {
    const pages: PageLine[][] = [];
    let characters = 0;
    const last = Math.min(pdf.numPages, MOST_PAGES);
    for (let number = 1; number <= last && characters < MOST_CHARACTERS; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const lines = pageLines(items.flatMap((item): PageItem[] => ('str' in item ? [itemOf(item)] : [])));
      for (const { text } of lines) characters += text.length;
      pages.push(lines);
      page.cleanup();
    }
    if (characters === 0) {
      throw new Unreadable('The PDF holds no text, only pictures of it. Run it through text recognition (OCR) first.');
    }
    const { info } = await pdf.getMetadata();
    const card = cardOf(statedIn(info as Readonly<Record<string, unknown>>));
    const notices =
      pages.length < pdf.numPages ? [`Only the first ${pages.length} of ${pdf.numPages} pages were read.`] : [];
    return { text: articleText(card.title, pageParagraphs(pages)), card, notices };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(bytes.slice(), {
      // The library would look for files of its own beside it, and draw what nobody sees.
      cMapUrl: undefined as unknown as string,
      standardFontDataUrl: undefined as unknown as string,
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      enableXfa: false,
      useWorkerFetch: false,
      stopAtErrors: false,
      maxImageSize: 1,
      verbosity: 0,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new Unreadable(
      name === 'PasswordException'
        ? 'The PDF is locked with a password. Save a copy without one and import that.'
        : 'The file is no PDF, or it is damaged. Open it in a reader, save or print it again as PDF, and import that.',
    );
  }
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

function itemOf({ str, transform, width }: TextItem): PageItem {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  return { str, x, y, width, fontSize: Math.hypot(a, b) };
}

/** Titles that a program made of the name of a file tell nothing. */
function statedIn({ Title, Author, Language }: Readonly<Record<string, unknown>>): Map<string, string> {
  const named = typeof Title === 'string' && /\.\w{2,5}$|^Microsoft \w+ - |^untitled/i.test(Title);
  const said = Object.entries({ title: named ? '' : Title, author: Author, lang: Language });
  return new Map(said.flatMap(([name, words]) => (typeof words === 'string' && words ? [[name, words] as const] : [])));
}
