import type { ArticleDocument } from '../document.ts';

const FIRST_LINES = 6;
/** The name of a site: a few words with capitals and nothing else. */
const NAME = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:of|the|and|de|la|del|du|der|&) | |$)){1,5}$/u;
const RIGHTS =
  /(?:©|\(c\)|[Cc]opyright)(?:[\s,]|©|\(c\)|[Cc]opyright|\d{4}|[-–])*((?:\p{Lu}[\p{L}\p{M}'’-]*(?: (?:of|the|and|de|la|del|du|der|&) | |(?=[^\p{L}\p{M}'’ -]|$))){1,6})/u;
const LONGEST = 200;

/**
 * What the page calls itself, in lower case, with and without its article: the first line of nothing but a name above
 * the headline, and who holds the rights.
 */
export function siteNames({ text, zones }: ArticleDocument): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: string): void => {
    const lower = name.trim().toLowerCase();
    names.add(lower);
    names.add(lower.replace(/^the /, ''));
  };
  const headline = zones.findIndex(({ kind }) => kind === 'headline');
  const lines = zones.flatMap(({ kind, start, end }, i) =>
    kind === 'furniture' && end - start < LONGEST ? [{ line: text.slice(start, end), above: i < headline }] : [],
  );
  const head = lines.slice(0, FIRST_LINES).find(({ line, above }) => above && NAME.test(line));
  if (head) add(head.line);
  for (const { line } of lines) {
    const holder = RIGHTS.exec(line)?.[1];
    if (holder) add(holder);
  }
  return names;
}
