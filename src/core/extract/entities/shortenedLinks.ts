import { addTo } from '../../util/groupBy.ts';
import type { Link } from './links.ts';
import type { NameUnit } from './nameUnits.ts';
import { ORGANISATION_NOUNS } from './nouns.ts';

const SHORTEST = 4;
const BODIES = new Set(
  'navy congress senate assembly house board corps guard office service police forum band orchestra directorate treasury'.split(
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
 * "Harbour Board") or by what stands before "of", where only one name of the text has that part; and bodies named with a
 * state in full or in short. The short form comes first in a headline alone.
 * @param body where the text below the headline begins.
 */
export function shortenedLinks(units: readonly NameUnit[], body: number): Link[] {
  const byTail = new Map<string, number[]>();
  const byState = new Map<string, number>();
  const links: Link[] = [];
  units.forEach(({ key, type, acronym }, i) => {
    if (type === 'event' || type === 'product') addTails(byTail, `${type} `, key, i);
    if (type !== 'organization' || acronym) return;
    const full = STATES.reduce((name, [short, long]) => name.replace(short, long), key);
    const same = byState.get(full);
    if (same === undefined) byState.set(full, i);
    else links.push({ a: same, b: i, origin: 'rule:state', score: 0.9, kind: 'variant' });
    addTails(byTail, '', key, i);
  });
  units.forEach((unit, i) => {
    const other = (unit.type === 'event' && unit.key.includes(' ')) || unit.type === 'product';
    if ((!other && (unit.type !== 'organization' || unit.acronym)) || unit.key.length < SHORTEST) return;
    const longer = byTail.get(`${other ? `${unit.type} ` : ''}${unit.key}`) ?? [];
    const [only] = longer;
    if (only === undefined || longer.length > 1) return;
    const long = units[only] as NameUnit;
    const inHeadline = startOf(unit) < body && long.key.startsWith(`${unit.key} `);
    if (startOf(long) > startOf(unit) && !inHeadline) return;
    if (!other && !mayBeShort(unit.key, long.key)) return;
    links.push({ a: only, b: i, origin: 'rule:shortened', score: 0.7, kind: 'name' });
  });
  return links;
}

function addTails(byTail: Map<string, number[]>, prefix: string, key: string, unit: number): void {
  const words = key.split(' ').slice(0, 10);
  const of = words.findIndex((word) => /^(?:of|for|against)$/.test(word));
  const head = words.slice(0, Math.max(0, of)).join(' ');
  if (prefix === '' && head !== '') addTo(byTail, head, unit);
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
