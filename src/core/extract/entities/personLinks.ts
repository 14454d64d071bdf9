import { addTo } from '../../util/groupBy.ts';
import type { Link } from './links.ts';
import { soundKey } from './nameKeys.ts';
import type { NameUnit } from './nameUnits.ts';
import { fullFirstName } from './nicknames.ts';

/** Shorter surnames that sound alike are too often two. */
const LEAST_TO_SOUND = 6;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

/**
 * Persons: a surname (or, where nobody bears it as a surname, a first name
 * used after the full name, or a middle one) stands for the full name, the one
 * mentioned last before where several share it; a surname of several words likewise, where one bears it; full names with
 * the same first (or its short form) and last word, or with initials, are one.
 */
export function personLinks(units: readonly NameUnit[]): Link[] {
  const bySurname = new Map<string, number[]>();
  const bySound = new Map<string, number[]>();
  const byFirst = new Map<string, number[]>();
  const byInner = new Map<string, number[]>();
  const byTail = new Map<string, number[]>();
  const byEnds = new Map<string, number>();
  const byInitial = new Map<string, number[]>();
  const wordsOf = units.map(nameWords);
  const links: Link[] = [];
  units.forEach((unit, i) => {
    const words = wordsOf[i] as string[];
    if (words.length < 2) return;
    const first = words[0] as string;
    const last = words[words.length - 1] as string;
    addTo(bySurname, last, i);
    if (last.length >= LEAST_TO_SOUND) addTo(bySound, soundKey(last), i);
    addTo(byInitial, `${first.charAt(0)} ${last}`, i);
    addTo(byFirst, first, i);
    for (const inner of words.slice(1, -1)) if (inner.length > 2) addTo(byInner, inner, i);
    for (let at = 1; at < words.length - 1; at++) addTo(byTail, words.slice(at).join(' '), i);
    const ends = `${fullFirstName(first)} ${last} ${generation(unit)}`;
    const same = byEnds.get(ends);
    if (same === undefined) byEnds.set(ends, i);
    else links.push({ a: same, b: i, origin: 'rule:full-name', score: 0.9, kind: 'variant' });
  });
  units.forEach((unit, i) => {
    const words = wordsOf[i] as string[];
    if (unit.type !== 'person' || words.length === 0) return;
    const last = words[words.length - 1] as string;
    if (words.length > 1) {
      const whole = byTail.get(words.join(' ')) ?? [];
      if (whole.length === 1) {
        links.push({ a: whole[0] as number, b: i, origin: 'rule:surname', score: 0.9, kind: 'name' });
        return;
      }
      const initial = (words[0] as string).length === 1 ? words[0] : undefined;
      if (initial === undefined) return;
      const both = byInitial.get(`${initial} ${last}`) ?? []; // itself among them
      const other = both.find((j) => j !== i);
      if (other !== undefined && both.length === 2)
        links.push({ a: other, b: i, origin: 'rule:initial', score: 0.85, kind: 'variant' });
      return;
    }
    const start = unit.spans[0]?.start ?? 0;
    const earlier = (byFirst.get(last) ?? []).filter((j) => (units[j]?.spans[0]?.start ?? 0) < start);
    const similar = last.length >= LEAST_TO_SOUND ? (bySound.get(soundKey(last)) ?? []) : [];
    const bearers = bySurname.get(last) ?? (earlier.length > 0 ? earlier : (byInner.get(last) ?? similar));
    const bearer = nearest(units, bearers, start);
    if (bearer !== undefined) {
      links.push({ a: bearer, b: i, origin: 'rule:surname', score: bearers.length === 1 ? 0.95 : 0.7, kind: 'name' });
    }
  });
  return links;
}

function nameWords({ type, key }: NameUnit): string[] {
  return type === 'person'
    ? key
        .replace(/[.,]/g, '')
        .split(' ')
        .filter((word) => word !== '' && !SUFFIX.test(word))
    : [];
}

/** Junior and senior are two. */
function generation({ key }: NameUnit): string {
  return (
    key
      .replace(/[.,]/g, '')
      .split(' ')
      .find((word) => SUFFIX.test(word)) ?? ''
  );
}

function nearest(units: readonly NameUnit[], candidates: readonly number[], at: number): number | undefined {
  let best = candidates[0];
  for (const candidate of candidates) {
    if ((units[candidate]?.spans[0]?.start ?? 0) < at) best = candidate;
  }
  return best;
}
