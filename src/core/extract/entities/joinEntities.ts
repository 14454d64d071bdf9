import { compareSpans, outside } from '../../text/span.ts';
import { groupBy } from '../../util/groupBy.ts';
import type { ArticleDocument, NameSpan } from '../document.ts';
import type { ExtractedEntity, ExtractedMention } from '../extraction.ts';
import type { Identifier } from '../identifiers/identifier.ts';
import { acronymLinks } from './acronymLinks.ts';
import { addBackReferences } from './backReferences.ts';
import { chooseName } from './chooseName.ts';
import { knownLinks } from './knownLinks.ts';
import { type Link, UnitSets } from './links.ts';
import { gatherUnits, majorityType, type NameUnit } from './nameUnits.ts';
import { personLinks } from './personLinks.ts';
import { shortenedLinks } from './shortenedLinks.ts';
import { spellingLinks } from './spellingLinks.ts';
import { statedLinks } from './statedLinks.ts';
import type { WantedSpan } from './wantedPhrase.ts';

export interface JoinInput {
  readonly document: ArticleDocument;
  /** Sorted and not overlapping. */
  readonly names: readonly NameSpan[];
  readonly identifiers: readonly Identifier[];
  /** Source phrases and subjects that carry statements or claims; only they are resolved when they bear no name. */
  readonly wanted: readonly WantedSpan[];
}

export interface JoinedEntities {
  /** In order of their first mention. */
  readonly entities: ExtractedEntity[];
  /** In document order. */
  readonly mentions: ExtractedMention[];
}

/**
 * Joins names into entities by general rules (spelling, surnames, acronyms, what the text states outright) and
 * resolves wanted nominals and pronouns. A name that is only part of another is never joined with it for that alone.
 * Close to linear in the number of names: every rule looks partners up by a key.
 */
export function joinEntities({ document, names, identifiers, wanted }: JoinInput): JoinedEntities {
  const { text } = document;
  const free = outside(names, identifiers);
  const { units, unitOf } = gatherUnits(text, free);
  const links = [
    ...knownLinks(units),
    ...statedLinks(text, free, unitOf),
    ...personLinks(units),
    ...spellingLinks(units),
    ...shortenedLinks(units, document.zones.find(({ kind }) => kind === 'headline')?.end ?? 0),
    ...acronymLinks(units),
  ];
  const sets = new UnitSets(units.length);
  const used = applyLinks(links, units, sets);
  const members = groupBy(units, ({ index }) => sets.find(index));
  const linksOf = groupBy(used, ({ a }) => sets.find(a));
  const entities: ExtractedEntity[] = [];
  const mentions: ExtractedMention[] = [];
  for (const [root, group] of members) {
    entities.push(toEntity(group, linksOf.get(root) ?? []));
    for (const unit of group) {
      for (const { start, end, origin, score } of unit.spans) {
        mentions.push({ start, end, entity: entities.length - 1, form: 'name', origin, score });
      }
    }
  }
  mentions.sort(compareSpans);
  const genders = new Map(free.flatMap(({ start, gender }) => (gender ? [[start, gender] as const] : [])));
  addBackReferences({ document, wanted, entities, mentions, genders });
  addIdentifiers(text, identifiers, entities, mentions);
  mentions.sort(compareSpans);
  return { entities, mentions };
}

/** Strong links first; a set keeps one type, so that a weak link cannot pull a place into an organisation. */
function applyLinks(links: readonly Link[], units: readonly NameUnit[], sets: UnitSets): Link[] {
  const used: Link[] = [];
  const heads = [...units]; // of each set, the unit with the most mentions
  for (const link of [...links].sort((x, y) => y.score - x.score)) {
    const a = sets.find(link.a);
    const b = sets.find(link.b);
    if (a === b) continue;
    const [one, other] = [heads[a] as NameUnit, heads[b] as NameUnit];
    if (one.type !== other.type) {
      if (link.score < 0.9) continue;
      if ([one.type, other.type].some((type) => type === 'person' || type === 'group')) continue;
    }
    sets.join(a, b);
    heads[sets.find(a)] = one.spans.length >= other.spans.length ? one : other;
    used.push(link);
  }
  return used;
}

function toEntity(group: readonly NameUnit[], links: readonly Link[]): ExtractedEntity {
  const { name, aliases } = chooseName(group, links);
  const spans = group.length === 1 ? (group[0] as NameUnit).spans : group.flatMap((unit) => unit.spans);
  const weakest = links.reduce((least, link) => Math.min(least, link.score), 1);
  const score = spans.reduce((best, span) => Math.max(best, span.score), 0) * weakest;
  const origin = links[0]?.origin ?? spans[0]?.origin ?? 'rule:names';
  return { type: majorityType(spans), name, aliases, origin, score: Math.round(score * 100) / 100 };
}

function addIdentifiers(
  text: string,
  identifiers: readonly Identifier[],
  entities: ExtractedEntity[],
  mentions: ExtractedMention[],
): void {
  const known = new Map<string, number>();
  for (const { start, end, kind, value } of identifiers) {
    const origin = `rule:${kind}`;
    let entity = known.get(`${kind} ${value}`);
    if (entity === undefined) {
      entity = entities.length;
      known.set(`${kind} ${value}`, entity);
      entities.push({ type: 'identifier', name: text.slice(start, end), aliases: [], value, origin, score: 0.95 });
    }
    mentions.push({ start, end, entity, form: 'name', origin, score: 0.95 });
  }
}
