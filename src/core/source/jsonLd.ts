import { readJson } from '../sidecar/readJson.ts';

const ARTICLE = /Article$|^Report$|^BlogPosting$|^WebPage$/;
const MOST_THINGS = 200;

type Thing = Readonly<Record<string, unknown>>;

/**
 * What JSON-LD by the vocabulary of schema.org says of an article, under the lower-case names of its properties; the
 * article stands before the page that holds it. Empty for anything else.
 */
export function readJsonLd(json: string): (readonly [string, string])[] {
  const read = readJson(json);
  if (!read.ok) return [];
  const things = thingsIn(read.value).filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  things.sort((a, b) => Number(isPage(b)) - Number(isPage(a)));
  return things.flatMap((thing) =>
    Object.entries(thing).flatMap(([key, value]): (readonly [string, string])[] => {
      if (key === 'translationOfWork') {
        const [work] = thingsIn(value);
        return work ? [['translationofwork.inlanguage', wordsOf(work.inLanguage)]] : [];
      }
      const words = key === 'name' ? '' : wordsOf(value);
      return words === '' ? [] : [[key.toLowerCase(), words]];
    }),
  );
}

const isPage = (thing: Thing) => typesOf(thing).includes('WebPage');

function typesOf(thing: Thing): string[] {
  const type = thing['@type'];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
}

/** The things of a value: itself, those of its list, those of its graph. */
function thingsIn(value: unknown): Thing[] {
  const found: Thing[] = [];
  const waiting = [value];
  while (waiting.length > 0 && found.length < MOST_THINGS) {
    const next = waiting.pop();
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_THINGS));
    else if (typeof next === 'object' && next !== null) {
      found.push(next as Thing);
      waiting.push((next as Thing)['@graph']);
    }
  }
  return found;
}

/** Words, the names of the things in a list, or the name or address of one. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.slice(0, 20).map(nameOf).filter(Boolean).join(', ');
  return nameOf(value);
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const { name, alternateName, '@id': id } = value as Thing;
  return [name, alternateName, id].find((words) => typeof words === 'string') ?? '';
}
