import { namesIn } from '../compared.ts';
import { namesAlike } from '../namesAlike.ts';
import type { Differing } from './differing.ts';

/** Words that leave a part of what is said undenied. */
const IN_PART = /\b(?:only|some|few|part|partly|almost)\b/i;

/** One denies of an entity what the other says of it, in the same word. */
export function denialContradicts({ a, b }: Differing): string | null {
  const [denies, says] = a.statement.negated ? [a, b] : [b, a];
  const { denied, words } = denies.statement;
  if (denied === null || !says.statement.about.includes(denied)) return null;
  if (IN_PART.test(words) || IN_PART.test(says.statement.words)) return null;
  const names = namesIn(says);
  const shared = namesIn(denies).find((name) => names.some((other) => namesAlike(name, other)));
  if (shared === undefined || shared.toLowerCase().includes(denied)) return null;
  return `One denies of ${shared} what the other says.`;
}
