import type { Link } from './links.ts';
import { contentWords, foldInitials, initials } from './nameKeys.ts';
import type { SpeltName } from './nameUnits.ts';
import { withoutLegalTail } from './spellingLinks.ts';

/** Acronyms of which the long form stands somewhere in the text, with one possible long form only. */
export function acronymLinks(units: readonly SpeltName[]): Link[] {
  const longForms = new Map<string, number[]>();
  const branches = new Map<string, number[]>();
  units.forEach(({ key, type, acronym }, i) => {
    if (acronym || type === 'person' || type === 'group') return;
    const words = contentWords(key);
    if (words.length < 2) return;
    add(longForms, foldInitials(initials(key)), i);
    const all = key.split(' ').map((word) => word.charAt(0));
    const body = key.replace(/^(?:(?:us|uk|eu|united states)\.? )?(?:department|ministry) of /, '');
    if (body !== key) add(longForms, foldInitials(initials(body)), i);
    const bare = withoutLegalTail(key);
    if (bare !== key) add(longForms, foldInitials(initials(bare)), i);
    if (all.length !== words.length) add(longForms, foldInitials(all.join('')), i);
    for (let at = 2; at < words.length; at++) {
      const head = foldInitials(
        words
          .slice(0, at)
          .map((word) => word.charAt(0))
          .join(''),
      );
      add(branches, `${head}-${foldInitials((words[at] as string).charAt(0))}`, i);
    }
  });
  const links: Link[] = [];
  units.forEach((unit, i) => {
    if (!unit.acronym) return;
    const [form = ''] = unit.forms.keys();
    const exact = longForms.get(foldInitials(form)) ?? [];
    const [only] = exact;
    if (only !== undefined && exact.length === 1) {
      links.push({ a: only, b: i, origin: 'rule:acronym', score: 0.9, kind: 'acronym' });
      return;
    }
    const branch = branchOf(form, branches);
    if (branch !== undefined)
      links.push({ a: branch, b: i, origin: 'rule:branch-acronym', score: 0.8, kind: 'acronym' });
  });
  return links;
}

/** ABC-N beside "Alpha Beta ... Northern ...": the part before the hyphen begins with the initials, N names the branch. */
function branchOf(form: string, branches: ReadonlyMap<string, number[]>): number | undefined {
  const hyphen = form.lastIndexOf('-');
  if (hyphen < 2 || form.length - hyphen > 2) return undefined;
  const base = foldInitials(form.slice(0, hyphen));
  const tail = foldInitials(form.slice(hyphen + 1));
  for (let length = base.length; length >= 2; length--) {
    const found = branches.get(`${base.slice(0, length)}-${tail}`);
    if (found) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

/** Values come in ascending order, so that one already there is the last. */
function add(map: Map<string, number[]>, key: string, value: number): void {
  if (key.length < 2) return;
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
