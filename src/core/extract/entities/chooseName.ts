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

/** How much more often a shorter name must stand in the text than the fuller one to be the entity's name. */
const DOMINANT = 2;

/**
 * The name to list an entity under, and every other form once, in order of appearance. A person goes by the fullest
 * regular form; others by the fuller name too, unless a shorter one that is more than its end dominates the text.
 */
export function chooseName(
  units: readonly NameUnit[],
  links: readonly Link[],
): { name: string; aliases: ExtractedAlias[] } {
  const forms: Form[] = [];
  for (const unit of units) for (const [text, count] of unit.forms) forms.push({ text, unit, count });
  const fullest = highest(forms, rank);
  if (forms.length === 1) return { name: withoutTear(fullest), aliases: [] };
  const best = usual(forms, fullest, links) ?? dominant(forms, fullest) ?? fullest;
  const linkKinds = new Map<number, AliasKind>();
  for (const { a, b, kind } of links) {
    if (!linkKinds.has(b)) linkKinds.set(b, kind);
    if (!linkKinds.has(a)) linkKinds.set(a, kind);
  }
  const kinds = new Map(units.map((unit) => [unit, linkKinds.get(unit.index) ?? 'name']));
  const aliases = forms
    .filter(({ text }) => text !== best.text)
    .map(({ text, unit }): ExtractedAlias => ({ name: text, kind: kindOf(text, unit, best, kinds) }));
  return { name: withoutTear(best), aliases };
}

/** "Rossin i": a small letter torn off the end of a person's name is put back. */
function withoutTear({ text, unit }: Form): string {
  return unit.type === 'person' ? text.replace(/(?<=\p{Ll}) (?=\p{Ll}$)/u, '') : text;
}

/** The first of those that `measure` puts highest. */
function highest(forms: readonly Form[], measure: (form: Form) => number): Form {
  let best = forms[0] as Form;
  if (forms.length === 1) return best;
  let most = measure(best);
  for (const form of forms) {
    const value = measure(form);
    if (value > most) [best, most] = [form, value];
  }
  return best;
}

/** Longer names first, acronyms after full names, and among spellings of one name the frequent and the regular one. */
function rank({ text, unit, count }: Form): number {
  const words = text.split(' ').length;
  const full = unit.acronym || isAcronym(text) ? 0 : 1;
  return (
    (isRegular(text) ? 1000 : 0) +
    full * 500 +
    Math.min(words, 7) * 40 +
    Math.min(unit.spans.length, 30) +
    Math.min(count, 9) / 10 +
    Math.min(text.length, 99) / 1000
  );
}

/** Begins with a capital and has none inside a word; a name of several words is not all in capitals. */
function isRegular(text: string): boolean {
  if (!/^\p{Lu}/u.test(text) || /[()\n]/.test(text)) return false;
  if (text.includes(' ') && text === text.toUpperCase()) return false;
  return !/\p{Ll}\p{Lu}/u.test(text.replace(/(?:Mc|Mac|De|O['’])(?=\p{Lu})/gu, ''));
}

/** "U.S." beside a rare "America": of a state's names of one word the one used most, or first. */
function usual(forms: readonly Form[], fullest: Form, links: readonly Link[]): Form | undefined {
  if (fullest.text.includes(' ') || !links.every(({ origin }) => origin === 'rule:known')) return undefined;
  return highest(forms, ({ unit }) => unit.spans.length);
}

/** The most frequent spelling of the most frequent name, where that name stands far more often than the fullest. */
function dominant(forms: readonly Form[], fullest: Form): Form | undefined {
  if (fullest.unit.type === 'person') return undefined;
  const rivals = forms.filter(({ text, unit }) => unit === fullest.unit || mayReplace(text, unit, fullest.unit));
  const often = highest([fullest, ...rivals], weigh);
  return often.unit.spans.length > DOMINANT * fullest.unit.spans.length ? often : undefined;
}

function weigh({ unit, count }: Form): number {
  return unit.spans.length * 1000 + Math.min(count, 999);
}

/** A place is listed by its name and not by letters; the end of a name is no name to list by. */
function mayReplace(text: string, unit: NameUnit, fullest: NameUnit): boolean {
  if (fullest.key.endsWith(` ${unit.key}`)) return false;
  return isAcronym(text) ? fullest.type !== 'location' : isRegular(text);
}

function kindOf(text: string, unit: NameUnit, best: Form, kinds: ReadonlyMap<NameUnit, AliasKind>): AliasKind {
  if (unit === best.unit || plainKey(text) === plainKey(best.text)) return 'variant';
  const kind = kinds.get(unit) ?? 'name';
  if (kind === 'translation') return 'translation';
  return isAcronym(text) ? 'acronym' : kind === 'acronym' ? 'name' : kind;
}
