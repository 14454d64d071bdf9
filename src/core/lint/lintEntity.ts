import search from 'approx-string-match';
import type { EntityRecord, MentionRecord } from '../model/records.ts';
import { shorten } from '../store/edits/label.ts';
import type { LintFinding } from './finding.ts';

/** Shorter words differ by a letter without being misspelt. */
const SHORTEST = 6;

/**
 * Aliases that stand once in the text and differ by a letter or two from a name of the entity that stands more often.
 * An alias of the kind `name` is one that a person vouched for.
 * @param mentions of the entity.
 */
export function lintEntity(entity: EntityRecord, mentions: readonly MentionRecord[]): LintFinding[] {
  const times = new Map<string, number>();
  for (const { place } of mentions) times.set(place.exact, (times.get(place.exact) ?? 0) + 1);
  const often = [...times].filter(([, count]) => count > 1).map(([name]) => name);
  const usual = [...new Set([entity.name, ...often])];
  return entity.aliases.flatMap(({ name, kind }) => {
    if (kind === 'name' || times.get(name) !== 1) return [];
    const right = usual.find((other) => other !== name && isSlip(name, other));
    const spans = mentions.find(({ place }) => place.exact === name)?.place.spans ?? [];
    if (!right || spans.length === 0) return [];
    const message = `“${shorten(name)}” may be a misspelling of “${shorten(right)}”.`;
    return { rule: 'misspeltAlias', record: { kind: 'entities', id: entity.id }, spans, message, alias: name };
  });
}

/** Whether two names of as many words differ in long words only, each by a letter, or two in a very long one. */
function isSlip(name: string, other: string): boolean {
  const [a, b] = [name.toLowerCase().split(/\s+/), other.toLowerCase().split(/\s+/)];
  if (a.length !== b.length || /\d/.test(name + other)) return false;
  const pairs = a.map((word, i) => [word, b[i] as string] as const).filter(([one, two]) => one !== two);
  return pairs.length > 0 && pairs.every(([one, two]) => isSlipOfWord(one, two));
}

function isSlipOfWord(word: string, other: string): boolean {
  const shorter = Math.min(word.length, other.length);
  const most = shorter < 10 ? 1 : 2;
  if (shorter < SHORTEST || Math.abs(word.length - other.length) > most) return false;
  return search(word, other, most).some(({ start, end }) => start === 0 && end === word.length);
}
