import { acronymLinks } from '../../extract/entities/acronymLinks.ts';
import { knownLinks } from '../../extract/entities/knownLinks.ts';
import { initials, isAcronym, plainKey } from '../../extract/entities/nameKeys.ts';
import type { SpeltName } from '../../extract/entities/nameUnits.ts';
import { spellingLinks } from '../../extract/entities/spellingLinks.ts';
import { normaliseName } from '../../model/ids.ts';
import type { EntityType } from '../../model/types.ts';

/** An entity over all articles, and what articles call it besides. */
export interface CalledEntity {
  readonly type: string;
  readonly name: string;
  readonly articles: number;
  /** Other names, as {@link normaliseName} has them, with the number of articles that join it to them. */
  readonly calledToo: ReadonlyMap<string, number>;
}

/** Articles that have to join two names, as a share of those with the rarer one. */
const ENOUGH = 0.2;
/** One that stands in more articles is no slip of the pen. */
const RARE = 2;

/**
 * Which entities are perhaps one: by the rules that join names within an article (acronyms, spellings, states), and
 * where articles join a name to one entity only. Linear in the number of names.
 * @param entities those of most articles first.
 * @returns of each the index of the one that it is perhaps another name of, always one before it; -1 where there is none.
 */
export function likelySame(entities: readonly CalledEntity[]): number[] {
  const spelt = entities.map(({ type, name, articles }): SpeltName => {
    const key = plainKey(name) || name.toLowerCase();
    const forms = new Map([[name, articles]]);
    // an own type of people is compared with its like alone
    return { key, type: type as EntityType, forms, acronym: isAcronym(name), rare: articles <= RARE };
  });
  const kept = entities.map(() => -1);
  const scores = entities.map(() => 0);
  const link = (a: number, b: number, score: number): void => {
    const [first, second] = a < b ? [a, b] : [b, a];
    if (first === second || entities[a]?.type !== entities[b]?.type || score <= (scores[second] as number)) return;
    kept[second] = first;
    scores[second] = score;
  };
  for (const { a, b, score } of [...knownLinks(spelt), ...spellingLinks(spelt)]) link(a, b, score);
  for (const { a, b, score } of acronymLinks(spelt)) if (isOfInitials(spelt[a], spelt[b])) link(a, b, score);
  for (const [a, b] of joinedByArticles(entities)) link(a, b, 1);
  return kept.map((first) => {
    let at = first;
    while (at >= 0 && (kept[at] as number) >= 0) at = kept[at] as number;
    return at;
  });
}

/** Letter by letter: among the names of many articles letters that only sound alike meet by chance. */
function isOfInitials(long: SpeltName | undefined, acronym: SpeltName | undefined): boolean {
  const letters = acronym?.key.replaceAll(' ', '') ?? '';
  return letters.length > 2 && letters === initials(long?.key ?? '');
}

/** A name that articles join to one other entity of its type, and enough of them. */
function* joinedByArticles(entities: readonly CalledEntity[]): Generator<readonly [number, number]> {
  const places = new Map(entities.map(({ type, name }, i) => [`${type} ${normaliseName(name)}`, i]));
  const owners = new Map<number, number | null>();
  for (const [i, { type, calledToo }] of entities.entries()) {
    for (const [name, articles] of calledToo) {
      const other = places.get(`${type} ${name}`);
      if (other === undefined || other === i) continue;
      const rarer = Math.min(entities[i]?.articles ?? 0, entities[other]?.articles ?? 0);
      if (articles >= ENOUGH * rarer) owners.set(other, owners.has(other) ? null : i);
    }
  }
  for (const [other, owner] of owners) if (owner !== null) yield [owner, other];
}
