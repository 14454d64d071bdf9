import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { SourceCard } from '../core/model/sourceCard.ts';
import { articleText, type ImportedArticle } from '../core/source/importedArticle.ts';
import { cardOf } from '../core/source/metadata.ts';
import { readPageHead } from '../core/source/pageHead.ts';
import { blockLines, type PageNode } from './blockLines.ts';
import { Unreadable } from './unreadable.ts';

/** A found article with a smaller part of the words of its page is doubted. */
const SHARE = 0.2;

/** The article of a web page without what stands around it. Scripts are not run, and nothing that it names is fetched. */
export function readHtml(html: string): ImportedArticle {
  const head = readPageHead(html);
  const found = findArticle(html);
  const stated = head ? cardOf(head.metadata) : {};
  const read = cardOf(found?.metadata ?? new Map());
  const known = { ...read, ...stated };
  const card: SourceCard = { ...known, ...(read.title ? { title: withoutSite(read.title, known.publisher) } : {}) };
  const whole = linesOf(html);
  const doubted = !found || lengthOf(found.lines) < lengthOf(whole) * SHARE;
  const text = articleText(card.title, doubted ? whole : found.lines);
  if (whole.length === 0)
    throw new Unreadable('The page holds no text. Save it from the browser as a whole page and try again.');
  const notices = doubted
    ? ['The article could not be told from the page around it: the text of the whole page is taken.']
    : [];
  return { text, card, notices };
}

/** Pages add the name of their site to the title. */
function withoutSite(title: string, site: string | undefined): string {
  const bare =
    site && title.endsWith(site) ? title.slice(0, -site.length).replace(/\s+[|\u2013\u2014-]\s+$/, '') : title;
  return bare.length < title.length - (site?.length ?? 0) ? bare : title;
}

/** The text of a piece of HTML, whatever it is. */
export function linesOf(html: string): string[] {
  const document = documentOf(html);
  const body = document.querySelector('body') ?? document.body;
  return body ? blockLines(body) : [];
}

function findArticle(html: string) {
  // Reading it changes the document.
  const article = new Readability<unknown>(documentOf(html) as never, {
    serializer: (node) => node,
  }).parse();
  if (!article?.content) return null;
  const { title, byline, siteName, publishedTime, lang } = article;
  const said = { headline: title, author: byline, publisher: siteName, published: publishedTime, lang };
  const metadata = new Map(Object.entries(said).flatMap(([name, words]) => (words ? [[name, words] as const] : [])));
  return { lines: blockLines(article.content as PageNode), metadata };
}

/** The library tells its types in terms of a browser, which is none here. */
const parse = parseHTML as unknown as (html: string) => {
  readonly document: { readonly body: PageNode | null; querySelector(selector: string): PageNode | null };
};

function documentOf(html: string) {
  const page = /<(?:html|body)\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  return parse(page).document;
}

const lengthOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);
