import { Referents } from '../extract/entities/referents.ts';
import type { ExtractedMention, Extraction, ListedEntity } from '../extract/extraction.ts';
import { entityContentId } from '../model/ids.ts';
import { joinAliases } from '../store/edits/entityEdits.ts';
import { compareSpans, outside, type Span } from '../text/span.ts';
import type { KnownEntity } from './knownEntity.ts';
import { KnownNames } from './knownNames.ts';

const PROVENANCE = { origin: 'rule:registry', score: 1 } as const;

/**
 * The extraction as it is once what people decided in other articles counts: entities that are known take the known
 * name and type, those that were merged are one, a mention by a name that was split off goes to the entity that has it,
 * and known names that the extraction did not see are mentions too.
 */
export function applyKnown(extraction: Extraction, text: string, known: readonly KnownEntity[]): Extraction {
  if (known.length === 0) return extraction;
  const names = new KnownNames(known);
  const merged = new MergedEntities(names);
  const at = extraction.entities.map((entity) => merged.add(entity, knownOf(entity, names)));
  const mentions = extraction.mentions.map((mention): ExtractedMention => {
    const words = text.slice(mention.start, mention.end);
    const own = mention.form === 'name' ? names.byName(words, extraction.entities[mention.entity]?.type) : null;
    return { ...mention, entity: own ? merged.of(own) : (at[mention.entity] as number) };
  });
  const whose = mentions.map(({ entity }) => entity);
  const furniture = extraction.zones.filter(({ kind }) => kind === 'furniture');
  for (const { start, end, entity } of outside(outside(names.find(text), furniture), mentions)) {
    mentions.push({ start, end, entity: merged.of(entity), form: 'name', ...PROVENANCE });
  }
  const referents = new Referents({
    mentions: extraction.mentions,
    ofMention: (index) => whose[index] as number,
    ofEntity: (entity) => at[entity] as number,
  });
  const inSpan = (index: number | null, span: Span | null) => (index === null ? null : referents.at(index, span));
  return {
    ...extraction,
    entities: merged.list(),
    mentions: mentions.sort(compareSpans),
    quotations: extraction.quotations.map((quotation) => ({
      ...quotation,
      entity: inSpan(quotation.entity, quotation.speaker),
    })),
    claims: extraction.claims.map((claim) => {
      const source = inSpan(claim.source, claim.sourceAt);
      const linked = (link: number) => (link === claim.source ? (source as number) : referents.at(link, null));
      return {
        ...claim,
        source,
        subject: inSpan(claim.subject, claim),
        chain: claim.chain.map((link) => (typeof link === 'number' ? linked(link) : link)),
        entities: referents.all(claim.entities, claim),
      };
    }),
    relations: extraction.relations.map((relation) => {
      const stated = relation.claim === null ? null : (extraction.claims[relation.claim] ?? null);
      return {
        ...relation,
        subject: referents.at(relation.subject, stated),
        object: referents.at(relation.object, stated),
      };
    }),
  };
}

/** By its name, else by its id, which it has from a name that may be another's now, else by its other names where these tell exactly one. */
function knownOf({ type, name, aliases }: ListedEntity, names: KnownNames): KnownEntity | null {
  const direct = names.byName(name, type) ?? names.byId(entityContentId(type, name));
  if (direct) return direct;
  const found = new Set(aliases.flatMap((alias) => (alias.kind === 'nominal' ? [] : (names.byName(alias.name) ?? []))));
  const [only, ...more] = found;
  return only && more.length === 0 ? only : null;
}

/** The entities of an extraction, those that are one known entity joined. */
class MergedEntities {
  readonly #entities: ListedEntity[] = [];
  readonly #known = new Map<KnownEntity, number>();
  readonly #names: KnownNames;

  constructor(names: KnownNames) {
    this.#names = names;
  }

  /** Names of other known entities are left out. @returns the index of the entity in the new list. */
  add(entity: ListedEntity, known: KnownEntity | null): number {
    const aliases = entity.aliases.filter((alias) => {
      const owner = alias.kind === 'nominal' ? null : this.#names.byName(alias.name, entity.type);
      return !owner || owner === known;
    });
    if (!known) return this.#entities.push({ ...entity, aliases }) - 1;
    const index = this.of(known);
    const before = this.#entities[index] as ListedEntity;
    const own = [{ name: entity.name, kind: 'name' as const }, ...aliases];
    this.#entities[index] = {
      ...before,
      ...(entity.value === undefined ? {} : { value: entity.value }),
      aliases: joinAliases(known.name, before.aliases, own),
    };
    return index;
  }

  /** The index of a known entity, which is listed from now on. */
  of(known: KnownEntity): number {
    const index = this.#known.get(known);
    if (index !== undefined) return index;
    const { id, type, name } = known;
    this.#known.set(known, this.#entities.length);
    return this.#entities.push({ id, type, name, aliases: [], ...PROVENANCE }) - 1;
  }

  list(): ListedEntity[] {
    return this.#entities;
  }
}
