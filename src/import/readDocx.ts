import JSZip from 'jszip';
import mammoth from 'mammoth';
import { articleText, type ImportedArticle } from '../core/source/importedArticle.ts';
import { cardOf } from '../core/source/metadata.ts';
import { linesOf } from './readHtml.ts';
import { Unreadable } from './unreadable.ts';

/** Bytes of all parts together when they are unpacked; pictures are not. */
const LARGEST_PARTS = 100_000_000;
const DAMAGED =
  'The file is no Word document, or it is damaged. Open it in a word processor and save it again as .docx.';

/** The text of a Word document with its headings, lists and tables. Pictures, and files outside of it, are not read. */
export async function readDocx(bytes: Uint8Array): Promise<ImportedArticle> {
  const zip = await orDamaged(() => JSZip.loadAsync(bytes));
  if (!zip.file('word/document.xml')) throw new Unreadable(DAMAGED);
  await checkSize(zip);
  const arrayBuffer = bytes.slice().buffer;
  const { value } = await orDamaged(() =>
    mammoth.convertToHtml(
      // The library wants the one under Node and the other elsewhere.
      { arrayBuffer, buffer: bytes as Buffer } as { arrayBuffer: ArrayBuffer },
      { externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    ),
  );
  const lines = linesOf(value);
  if (lines.length === 0) throw new Unreadable('The document holds no text; perhaps it is made of pictures.');
  const card = cardOf(await properties(zip));
  return { text: articleText(card.title, lines), card, notices: [] };
}

async function properties(zip: JSZip): Promise<Map<string, string>> {
  const xml = (await zip.file('docProps/core.xml')?.async('string')) ?? '';
  const read = (tag: string) =>
    new RegExp(`<${tag}[^>]{0,200}>([^<]{1,1000})</${tag}>`).exec(xml.slice(0, 100_000))?.[1];
  const said = { title: read('dc:title'), author: read('dc:creator'), language: read('dc:language') };
  return new Map(
    Object.entries(said).flatMap(([name, words]) => (words ? [[name, linesOf(words).join(' ')] as const] : [])),
  );
}

/** Documented by the library, but not in its types. */
interface StreamedPart {
  internalStream(type: 'uint8array'): PartStream;
}
interface PartStream {
  on(event: 'data', listener: (chunk: Uint8Array) => void): PartStream;
  on(event: 'error' | 'end', listener: () => void): PartStream;
  pause(): PartStream;
  resume(): PartStream;
}

/** What an archive says of its sizes may be a lie: its texts are unpacked and counted. */
async function checkSize(zip: JSZip): Promise<void> {
  let sum = 0;
  for (const part of Object.values(zip.files)) {
    if (part.dir || !/\.(?:xml|rels)$/i.test(part.name)) continue;
    await new Promise<void>((resolve, reject) => {
      const stream = (part as unknown as StreamedPart).internalStream('uint8array');
      stream
        .on('data', (chunk) => {
          sum += chunk.length;
          if (sum <= LARGEST_PARTS) return;
          stream.pause();
          reject(
            new Unreadable(
              'The document unpacks to more than 100 MB. Save the part that you need as a document of its own.',
            ),
          );
        })
        .on('error', () => reject(new Unreadable(DAMAGED)))
        .on('end', () => resolve())
        .resume();
    });
  }
}

async function orDamaged<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new Unreadable(`${DAMAGED} (${error instanceof Error ? error.message : String(error)})`);
  }
}
