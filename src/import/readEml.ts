import PostalMime from 'postal-mime';
import { articleText, type ImportedArticle } from '../core/source/importedArticle.ts';
import { cardOf } from '../core/source/metadata.ts';
import { plainParagraphs } from '../core/source/plainParagraphs.ts';
import { linesOf } from './readHtml.ts';
import { Unreadable } from './unreadable.ts';

/** The text of an e-mail, from its plain part unless that is a mere hint at the other; attachments are left out. */
export async function readEml(bytes: Uint8Array): Promise<ImportedArticle> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1_000_000 });
  if (mail.headers.length === 0)
    throw new Unreadable('The file is no e-mail: it has no headers. Save the message again as .eml.');
  const plain = plainParagraphs((mail.text ?? '').replace(/\r\n?/g, '\n'));
  const rich = mail.html ? linesOf(mail.html) : [];
  const lines = lengthOf(plain) * 2 >= lengthOf(rich) ? plain : rich;
  if (lines.length === 0)
    throw new Unreadable('The e-mail holds no text. Import its attachment, if that is the article.');
  const { name, address } = mail.from ?? {};
  const said = {
    headline: mail.subject,
    author: name || address,
    // As the sender's clock had it.
    published: mail.headers.find(({ key }) => key === 'date')?.value.replace(/^\w{3},\s*/, ''),
  };
  const card = cardOf(new Map(Object.entries(said).flatMap(([key, words]) => (words ? [[key, words] as const] : []))));
  const left = mail.attachments.length;
  const notices =
    left > 0 ? [`${left} ${left === 1 ? 'attachment was' : 'attachments were'} left in the original.`] : [];
  return { text: articleText(card.title, lines), card, notices };
}

const lengthOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);
