import type { AliasKind } from '../../model/types.ts';
import type { ExtractedAlias } from '../extraction.ts';
import type { Link } from './links.ts';
import { isAcronym, plainKey } from './nameKeys.ts';
import type { NameUnit } from './nameUnits.ts';

interface Form {
  readonly text: string;
  readonly unit: NameUnit;
  readonly count: number;
}

/** The fullest regular form of the joined units, and every other form once, in order of appearance. */
export function chooseName(
  units: readonly NameUnit[],
  links: readonly Link[],
  index: ReadonlyMap<NameUnit, number>,
): { name: string; aliases: ExtractedAlias[] } {
  const forms: Form[] = [];
  for (const unit of units) for (const [text, count] of unit.forms) forms.push({ text, unit, count });
  const best = forms.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  const linkKinds = new Map<number, AliasKind>();
  for (const { a, b, kind } of links) {
    if (!linkKinds.has(b)) linkKinds.set(b, kind);
    if (!linkKinds.has(a)) linkKinds.set(a, kind);
  }
  const kinds = new Map(units.map((unit) => [unit, linkKinds.get(index.get(unit) ?? -1) ?? 'name']));
  const aliases = forms
    .filter(({ text }) => text !== best.text)
    .map(({ text, unit }): ExtractedAlias => ({ name: text, kind: kindOf(text, unit, best, kinds) }));
  return { name: withoutTear(best), aliases };
}

/** "Rossin i": a small letter torn off the end of a person's name is put back. */
function withoutTear({ text, unit }: Form): string {
  return unit.type === 'person' ? text.replace(/(?<=\p{Ll}) (?=\p{Ll}$)/u, '') : text;
}

/** Longer names first, acronyms after full names, and among spellings of one name the frequent and the regular one. */
function rank({ text, unit, count }: Form): number {
  const words = text.split(' ').length;
  const regular =
    /^\p{Lu}/u.test(text) && !/\p{Ll}\p{Lu}|[()\n]/u.test(text.replace(/(?:Mc|Mac|De|O['’])(?=\p{Lu})/gu, '')) ? 1 : 0;
  const full = unit.acronym || isAcronym(text) ? 0 : 1;
  return (
    regular * 1000 +
    full * 500 +
    Math.min(words, 7) * 40 +
    Math.min(unit.spans.length, 30) +
    Math.min(count, 9) / 10 +
    Math.min(text.length, 99) / 1000
  );
}

function kindOf(text: string, unit: NameUnit, best: Form, kinds: ReadonlyMap<NameUnit, AliasKind>): AliasKind {
  if (unit === best.unit || plainKey(text) === plainKey(best.text)) return 'variant';
  const kind = kinds.get(unit) ?? 'name';
  if (kind === 'translation') return 'translation';
  return isAcronym(text) ? 'acronym' : kind === 'acronym' ? 'name' : kind;
}
