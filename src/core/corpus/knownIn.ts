import type { KnownEntity } from './knownEntity.ts';

/** The known entities that can matter to the analysis of a text: those that have a name whose longest word stands in it. Linear. */
export function knownIn(text: string, known: readonly KnownEntity[]): readonly KnownEntity[] {
  if (known.length === 0) return known;
  const words = new Set(wordsOf(text));
  const stands = (name: string) => {
    const [longest] = wordsOf(name).sort((a, b) => b.length - a.length);
    return longest === undefined || words.has(longest);
  };
  return known.filter(({ name, aliases }) => stands(name) || aliases.some((alias) => stands(alias.name)));
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
