import type { EntityType } from '../../model/types.ts';
import { addTo } from '../../util/groupBy.ts';
import type { Link } from './links.ts';
import type { NameUnit } from './nameUnits.ts';
import { ORGANISATION_NOUNS } from './nouns.ts';
import { withoutLegalTail } from './spellingLinks.ts';

const SHORTEST = 4;
const LINK = /^(?:of|for|against|on|and|&|in|the)$/;
/** Things that bear the name of somebody else. */
const NAMED_AFTER =
  / (?:academy|arena|awards?|building|cent(?:er|re)|championships?|college|cup|framework|hospital|park|prize|records|school|stadium|station|system|tour|tower|trophy)$/;
/** Types of which a name is cut short too. */
const OTHERS: ReadonlySet<EntityType> = new Set(['event', 'product', 'work', 'other']);
const BODIES = new Set(
  'navy congress senate assembly house board corps guard office service police forum band orchestra directorate treasury observatory'.split(
    ' ',
  ),
);
/** States and unions whose short form stands before names of their bodies. */
const STATES: readonly (readonly [RegExp, string])[] = [
  [/^(?:us|usa)\.? (?=\S)/, 'united states '],
  [/^uk\.? (?=\S)/, 'united kingdom '],
  [/^un\.? (?=\S)/, 'united nations '],
  [/^eu\.? (?=\S)/, 'european union '],
];

/**
 * Organisations, events and products called by the end of their name ("Alder Bay Harbour Board", later
 * "Harbour Board"), by its first words or by what stands before "of", where only one name of the text has that part; and
 * bodies named with a state in full or in short. The short form comes first in a headline alone, that of a company with
 * its legal form anywhere.
 * @param body where the text below the headline begins.
 */
export function shortenedLinks(units: readonly NameUnit[], body: number): Link[] {
  const byTail = new Map<string, number[]>();
  const byHead = new Map<string, number[]>();
  const byState = new Map<string, number>();
  const links: Link[] = [];
  units.forEach(({ key, type, acronym, forms }, i) => {
    if (type === 'event' || type === 'product') addTails(byTail, `${type} `, key, i);
    else if (type === 'work' || type === 'other') addHeadOf(byTail, `${type} `, key, i);
    if (type !== 'organization' || acronym) return;
    const full = STATES.reduce((name, [short, long]) => name.replace(short, long), key);
    const same = byState.get(full);
    if (same === undefined) byState.set(full, i);
    else links.push({ a: same, b: i, origin: 'rule:state', score: 0.9, kind: 'variant' });
    addTails(byTail, '', key, i);
    if (![...forms.keys()].some((form) => /[–—]/.test(form))) addHeads(byHead, key, i);
    const bare = withoutLegalTail(key);
    if (bare !== key) addTails(byTail, '', bare, i);
  });
  units.forEach((unit, i) => {
    const { type, key, acronym } = unit;
    if ((type === 'organization' ? acronym : !OTHERS.has(type)) || key.length < SHORTEST) return;
    const other = type !== 'organization';
    if (type === 'event' && !key.includes(' ')) return;
    const mayLead = (long: NameUnit): boolean =>
      startOf(long) <= startOf(unit) || (startOf(unit) < body && long.key.startsWith(`${key} `));
    const longer = byTail.get(`${other ? `${type} ` : ''}${key}`) ?? [];
    const [tail] = longer;
    const only = tail === undefined ? undefined : (units[tail] as NameUnit);
    const legal = only !== undefined && withoutLegalTail(only.key) !== only.key;
    if (only && longer.length === 1 && (other || legal || mayBeShort(key, only.key)) && (legal || mayLead(only))) {
      links.push({ a: only.index, b: i, origin: 'rule:shortened', score: 0.7, kind: 'name' });
      return;
    }
    const whole = other ? undefined : longest((byHead.get(key) ?? []).map((at) => units[at] as NameUnit));
    if (whole && (startOf(whole) <= startOf(unit) || withoutLegalTail(whole.key) !== whole.key))
      links.push({ a: whole.index, b: i, origin: 'rule:first-words', score: 0.7, kind: 'name' });
  });
  return links;
}

/** The longest of names that all begin alike, one within the other. */
function longest(units: readonly NameUnit[]): NameUnit | undefined {
  const [first, ...rest] = units;
  if (!first) return undefined;
  const whole = rest.reduce((most, unit) => (unit.key.length > most.key.length ? unit : most), first);
  return units.every((unit) => unit === whole || whole.key.startsWith(`${unit.key} `)) ? whole : undefined;
}

/** The first words of a name, but not those before "of" and the like, nor whose name a thing bears. */
function addHeads(byHead: Map<string, number[]>, key: string, unit: number): void {
  if (NAMED_AFTER.test(key)) return;
  const words = key.split(' ').slice(0, 6);
  for (let at = 1; at < words.length; at++) {
    if (LINK.test(words[at] as string) || LINK.test(words[at - 1] as string)) return;
    addTo(byHead, words.slice(0, at).join(' '), unit);
  }
}

/** "Holy Cloak of Arden", later "Holy Cloak". */
function addHeadOf(byTail: Map<string, number[]>, prefix: string, key: string, unit: number): void {
  const of = key.indexOf(' of ');
  const head = key.slice(0, Math.max(0, of));
  if (head.includes(' ')) addTo(byTail, prefix + head, unit);
}

function addTails(byTail: Map<string, number[]>, prefix: string, key: string, unit: number): void {
  const words = key.split(' ').slice(0, 10);
  const of = words.findIndex((word) => /^(?:of|for|against|on)$/.test(word));
  const head = words.slice(0, Math.max(0, of));
  if (prefix === '') for (let at = 0; at < head.length; at++) addTo(byTail, head.slice(at).join(' '), unit);
  for (let at = 1; at < words.length; at++) {
    if (/^(?:of|the|and|for|in|&)$/.test(words[at - 1] as string) && at > 1) continue;
    addTo(byTail, prefix + words.slice(at).join(' '), unit);
  }
}

/** A body ("Navy"), a team ("Rovers"), or several words; but what a nationality stands before is a branch of its own. */
function mayBeShort(short: string, long: string): boolean {
  const head = short.slice(short.lastIndexOf(' ') + 1);
  if (BODIES.has(head) || ORGANISATION_NOUNS.has(head)) return true;
  const nationality = /(?:i|an|ish|ese|ic)$/.test(long.slice(0, -short.length - 1));
  return !nationality && (short.includes(' ') || /[^s]s$/.test(short));
}

function startOf({ spans }: NameUnit): number {
  return spans[0]?.start ?? 0;
}
