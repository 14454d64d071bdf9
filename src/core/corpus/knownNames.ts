import { normaliseName } from '../model/ids.ts';
import type { EntityTypeKey } from '../model/types.ts';
import { compareSpans, type Span } from '../text/span.ts';
import { tokenise } from '../text/tokens.ts';
import { addTo } from '../util/groupBy.ts';
import type { KnownEntity } from './knownEntity.ts';

/** Shorter names say too little to be looked for in a text. */
const SHORTEST = 3;

export interface KnownOccurrence extends Span {
  readonly entity: KnownEntity;
}

/** Looks known entities up by id and by name, and finds their names in a text. A name that two of them have tells neither. */
export class KnownNames {
  readonly #byId = new Map<string, KnownEntity>();
  readonly #byName: ReadonlyMap<string, KnownEntity | null>;
  readonly #judged = new Map<string, KnownEntity>();
  /** The names to look for by their first token, as they are written, longest first. */
  readonly #written = new Map<string, { readonly words: string; readonly entity: KnownEntity }[]>();

  constructor(all: readonly KnownEntity[]) {
    for (const entity of all) for (const id of [entity.id, ...entity.also]) this.#byId.set(id, entity);
    for (const entity of all) if (entity.judged) this.#judged.set(judgedKey(entity), entity);
    const known = all.filter(({ judged }) => !judged);
    const named = nameTable(known, ({ name }) => [name]);
    // What one is called tells more than what another one is called too.
    this.#byName = new Map([...nameTable(known, tellingNames), ...named]);
    for (const entity of known) {
      for (const words of new Set(tellingNames(entity))) {
        const first = tokenise(words)[0]?.text;
        if (first !== undefined && words.length >= SHORTEST && this.byName(words) === entity) {
          addTo(this.#written, first, { words, entity });
        }
      }
    }
    for (const names of this.#written.values()) names.sort((a, b) => b.words.length - a.words.length);
  }

  byId(id: string): KnownEntity | null {
    return this.#byId.get(id) ?? null;
  }

  /** @param type of one that was only told apart from others; those are not asked for where it is left out. */
  byName(name: string, type?: EntityTypeKey): KnownEntity | null {
    const judged = type === undefined ? undefined : this.#judged.get(judgedKey({ type, name }));
    return judged ?? this.#byName.get(normaliseName(name)) ?? null;
  }

  /** Where the names stand as whole words, letter by letter, in document order and not overlapping; the longest wins. Linear. */
  find(text: string): KnownOccurrence[] {
    const found: KnownOccurrence[] = [];
    const tokens = this.#written.size > 0 ? tokenise(text) : [];
    const ends = new Set(tokens.map(({ end }) => end));
    let free = 0;
    for (const token of tokens) {
      if (token.start < free) continue;
      const hit = this.#written
        .get(token.text)
        ?.find(({ words }) => ends.has(token.start + words.length) && text.startsWith(words, token.start));
      if (!hit) continue;
      free = token.start + hit.words.length;
      found.push({ start: token.start, end: free, entity: hit.entity });
    }
    return found.sort(compareSpans);
  }
}

const judgedKey = ({ type, name }: Pick<KnownEntity, 'type' | 'name'>) => `${type} ${normaliseName(name)}`;

/** Which entity has a name; null where several have. */
function nameTable(known: readonly KnownEntity[], namesOf: (entity: KnownEntity) => readonly string[]) {
  const table = new Map<string, KnownEntity | null>();
  for (const entity of known) {
    for (const key of new Set(namesOf(entity).map(normaliseName))) table.set(key, table.has(key) ? null : entity);
  }
  return table;
}

/** The names that tell an entity by themselves: of a person no part of the full name, which others share. */
function tellingNames({ type, name, aliases }: KnownEntity): string[] {
  const parts = new Set(type === 'person' ? name.toLowerCase().split(/\s+/) : []);
  const telling = aliases.filter((alias) => alias.kind !== 'nominal' && !parts.has(alias.name.toLowerCase()));
  return [name, ...telling.map((alias) => alias.name)];
}
