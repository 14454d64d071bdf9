import { Parser } from 'htmlparser2';
import { readJsonLd } from './jsonLd.ts';
import type { TextHead } from './textHead.ts';

/** Characters of a page that are looked through for what it says of itself, and of one piece of JSON-LD. */
const LONGEST_HEAD = 500_000;
const LONGEST_JSON = 200_000;
const MOST_NAMES = 500;
/** Open elements; the parser slows down with their number. */
const DEEPEST = 500;

const BEGINS_PAGE = /^\s*(?:<!--[^>]{0,200}-->\s*)?<(?:!doctype\s+html|html|head|meta|title|link)\b/i;

/** The head of a web page whose source the text is or begins with; null for any other text. Nothing is run or fetched. */
export function readPageHead(text: string): TextHead | null {
  if (!BEGINS_PAGE.test(text.slice(0, 1000))) return null;
  const metadata = new Map<string, string>();
  const set = (name: string | undefined, words: string | undefined) => {
    const key = name?.trim().toLowerCase();
    if (key && words?.trim() && !metadata.has(key) && metadata.size < MOST_NAMES) metadata.set(key, words);
  };
  const linked: string[] = [];
  let inside: { readonly kind: 'title' | 'json'; words: string } | null = null;
  let end = 0;
  let inBody = false;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, { lang, property, itemprop, name: named, content, rel, href, type, ...rest }) {
        if (name === 'html') set('lang', lang);
        else if (name === 'meta') set(property ?? named ?? itemprop ?? rest['http-equiv'], content);
        else if (name === 'link' && rel === 'canonical') set('canonical', href);
        else if (name === 'title' && !inBody) inside = { kind: 'title', words: '' };
        else if (name === 'script' && type === 'application/ld+json') inside = { kind: 'json', words: '' };
        if (name === 'body') inBody = true;
        if (++depth > DEEPEST) parser.pause();
        if (!inBody || name === 'body') end = parser.endIndex + 1;
      },
      ontext(words) {
        if (inside && inside.words.length + words.length <= LONGEST_JSON) inside.words += words;
      },
      onclosetag(name) {
        depth--;
        if (inside?.kind === 'title' && name === 'title') set('title', inside.words);
        if (inside?.kind === 'json' && name === 'script') linked.push(inside.words);
        if (name === 'title' || name === 'script') inside = null;
        if (!inBody && name !== 'html') end = Math.max(end, parser.endIndex + 1);
      },
    },
    { decodeEntities: true },
  );
  parser.write(text.slice(0, LONGEST_HEAD));
  parser.end();
  const stated = new Map(linked.flatMap(readJsonLd));
  return { kind: 'page-head', end: Math.min(end, text.length), metadata: new Map([...metadata, ...stated]) };
}
