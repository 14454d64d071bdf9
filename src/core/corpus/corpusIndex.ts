import { normaliseName } from '../model/ids.ts';
import { sha256Hex } from '../text/hash.ts';
import { hasInOrder } from '../text/hasInOrder.ts';
import { addTo } from '../util/groupBy.ts';
import { readShard, type ShardLine, shardOf, writeShard } from './corpusShard.ts';
import type { Digest, DigestEntity } from './digest.ts';
import type { DigestRequest } from './digestArticle.ts';
import { type DigestSummary, type DigestText, readDigest } from './digestText.ts';
import type { StatementChoice } from './packStatements.ts';
import { type Across, acrossArticles, type PlacedDigest } from './query/across.ts';
import { likelySame } from './query/likelySame.ts';
import { sameEvent } from './query/sameEvent.ts';

/** An article that is there, and how it stands: what changes with its text, its sidecar and the registry. */
export interface FoundArticle {
  readonly uri: string;
  readonly stamp: string;
}

/** An article as lists show it. */
export interface ArticleRow extends Omit<DigestSummary, 'entities'> {
  readonly uri: string;
  readonly entities: number;
}

/** An entity in one article, by its index in the digest. */
export interface EntityHit {
  readonly uri: string;
  readonly entity: number;
  readonly type: string;
  readonly name: string;
  readonly mentions: number;
}

/** An entity over all articles: those that bear one name. */
export interface EntityTotal {
  readonly name: string;
  readonly type: string;
  readonly articles: number;
  readonly mentions: number;
}

/** An entity over all articles that is perhaps one with another, whose place in the same list `perhaps` is; -1 where none is. */
export interface ComparedTotal extends EntityTotal {
  readonly perhaps: number;
}

/** An entity of one article with its places: start and length in turn, the first full mention in front. */
export interface EntitySymbol extends Pick<DigestEntity, 'name' | 'type' | 'at'> {
  readonly uri: string;
}

const MOST_SYMBOLS = 200;
/** Names beyond are of one article each; the time for more would be felt. */
const MOST_COMPARED = 20_000;

/** What the other articles on its event say beside an article; the key tells one such comparison from another. */
export interface EventComparison {
  readonly key: string;
  /** Null where the asker has the one of this key. The article itself comes first. */
  readonly across: Across | null;
}

/** The digest of one content, which several articles may have. */
interface Content extends ShardLine {
  readonly uris: Set<string>;
}

/** The digests of contents that no article has at the moment: a branch that is switched back to is there at once. */
const MOST_SPARE = 500;
/** Articles that one is set beside, and of each the statements that come first: a list of figures without end is no news. */
const MOST_OTHERS = 12;
const MOST_STATEMENTS = 60;
/** Articles whose statements on one entity are set beside each other, and how many of each. */
const MOST_ABOUT = 24;
const MOST_ABOUT_EACH = 5;

/**
 * The digests of all articles of a workspace, in memory and as the shards of a cache. Digests stay text until one is
 * asked for; lists and names are answered from their summaries.
 */
export class CorpusIndex {
  readonly #contents = new Map<string, Content>();
  readonly #articles = new Map<string, { readonly stamp: string; readonly content: Content }>();
  readonly #names = new Map<string, { readonly content: Content; readonly entity: number }[]>();
  readonly #spare = new Set<Content>();
  readonly #unsaved = new Set<string>();

  /** Takes a shard from the cache. @returns whether it is whole; one that is not is passed over, and is written anew. */
  loadShard(name: string, text: string, version: string): boolean {
    const lines = readShard(text, version);
    if (!lines) {
      this.#unsaved.add(name);
      return false;
    }
    for (const line of lines) {
      if (!this.#contents.has(line.key)) this.#spare.add(this.#add({ ...line, uris: new Set() }));
    }
    return true;
  }

  /** Takes the articles as the cache has them: what {@link articleTable} gave. A table that cannot be read is no table. */
  loadTable(json: string): boolean {
    try {
      for (const [uri, stamp, key] of JSON.parse(json) as [string, string, string][]) {
        const content = this.#contents.get(key);
        if (content) this.#assign(uri, stamp, content);
      }
      return true;
    } catch {
      // Said by the answer; every article is then read again.
      return false;
    }
  }

  /** Forgets every article but those that are there. @returns those that have to be read. */
  sync(found: readonly FoundArticle[]): FoundArticle[] {
    const there = new Set(found.map(({ uri }) => uri));
    for (const uri of [...this.#articles.keys()]) if (!there.has(uri)) this.remove(uri);
    return this.stale(found);
  }

  /** Those of the articles that stand otherwise than when they were read. */
  stale(found: readonly FoundArticle[]): FoundArticle[] {
    return found.filter(({ uri, stamp }) => this.#articles.get(uri)?.stamp !== stamp);
  }

  /** @returns null when the digest of this very content is known, which is then that of the article; else its key. */
  reuse({ uri, stamp }: FoundArticle, request: DigestRequest): string | null {
    const key = sha256Hex(JSON.stringify([request.text, request.sidecar, request.known])).slice(0, 32);
    const content = this.#contents.get(key);
    if (!content) return key;
    this.#assign(uri, stamp, content);
    return null;
  }

  /** Gives an article its digest. @param key what {@link reuse} answered. */
  put({ uri, stamp }: FoundArticle, key: string, { summary, digest }: DigestText): void {
    const about = JSON.parse(summary) as DigestSummary;
    const content = this.#contents.get(key) ?? this.#add({ key, digest, about, uris: new Set() });
    this.#unsaved.add(shardOf(key));
    this.#assign(uri, stamp, content);
  }

  remove(uri: string): void {
    const content = this.#articles.get(uri)?.content;
    this.#articles.delete(uri);
    content?.uris.delete(uri);
    if (content?.uris.size === 0) this.#spare.add(content);
  }

  /** Forgets old contents that no article has. @returns the names of the shards that the cache has to write. */
  takeUnsaved(): string[] {
    for (const content of this.#spare) {
      if (this.#spare.size <= MOST_SPARE) break;
      this.#forget(content);
    }
    const names = [...this.#unsaved];
    this.#unsaved.clear();
    return names;
  }

  /** @returns the text of a shard, empty when nothing is in it. */
  shard(name: string, version: string): string {
    return writeShard(
      [...this.#contents.values()].filter(({ key }) => shardOf(key) === name),
      version,
    );
  }

  /** The articles as JSON for the cache. */
  articleTable(): string {
    return JSON.stringify([...this.#articles].map(([uri, { stamp, content }]) => [uri, stamp, content.key]));
  }

  /** All articles, by address. */
  articles(): ArticleRow[] {
    const rows = [...this.#articles].map(([uri, { content }]) => ({
      ...content.about,
      uri,
      entities: content.about.entities.length,
    }));
    return rows.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  /** The digest of an article, or null where there is none. */
  digest(uri: string): Digest | null {
    return this.#digest(uri);
  }

  /** The entities that bear a name in any article, as {@link normaliseName} tells names apart. */
  named(name: string): EntityHit[] {
    return (this.#names.get(normaliseName(name)) ?? []).flatMap(({ content, entity }) => {
      const [type, mentions, own] = content.about.entities[entity] as [string, number, string];
      return [...content.uris].map((uri) => ({ uri, entity, type, name: own, mentions }));
    });
  }

  /**
   * Sets an article beside the {@link MOST_OTHERS} that are likeliest about the same event, see {@link sameEvent}; what
   * it costs does not grow with the number of articles. Null where the article is not known.
   * @param known the key of the answer that the asker has.
   */
  across(uri: string, known: string): EventComparison | null {
    const own = this.#articles.get(uri)?.content;
    if (!own) return null;
    const likely = sameEvent(
      own,
      { holdersOf: (name) => this.#holders(name), total: this.#articles.size },
      MOST_OTHERS,
    );
    const others = [{ content: own, sure: true }, ...likely].flatMap(({ content, sure }) =>
      [...content.uris].map((other) => ({ key: content.key, uri: other, sure })),
    );
    const chosen = [
      { key: own.key, uri, sure: true },
      ...others.filter((other) => other.uri !== uri).slice(0, MOST_OTHERS),
    ];
    const key = sha256Hex(JSON.stringify(chosen)).slice(0, 32);
    if (key === known) return { key, across: null };
    const placed = this.#placed(chosen, () => ({ most: MOST_STATEMENTS }));
    const onEvent = new Set(chosen.flatMap((one) => (one.sure ? [one.uri] : [])));
    return { key, across: acrossArticles(placed, { own: uri, onEvent }) };
  }

  /**
   * What the articles say of one entity beside each other: of the {@link MOST_ABOUT} articles that name it most often,
   * the first {@link MOST_ABOUT_EACH} statements of each whose sentence names it.
   */
  about(name: string): Across {
    const hits = this.named(name)
      .sort((a, b) => b.mentions - a.mentions)
      .slice(0, MOST_ABOUT);
    const placed = this.#placed(hits, (uri) => {
      const own = new Set(hits.flatMap((hit) => (hit.uri === uri ? [hit.entity] : [])));
      return { most: MOST_ABOUT_EACH, wanted: ({ entities }) => entities.some((entity) => own.has(entity)) };
    });
    return acrossArticles(placed);
  }

  /** All entities by their main name and type, those of most articles first. */
  entities(): EntityTotal[] {
    return this.#totals(() => undefined);
  }

  /** The same, and which of the first {@link MOST_COMPARED} are perhaps one; see {@link likelySame}. */
  comparedEntities(): ComparedTotal[] {
    const calledToo = new Map<EntityTotal, Map<string, number>>();
    const totals = this.#totals((total, names, articles) => {
      const called = calledToo.get(total) ?? new Map<string, number>();
      calledToo.set(total, called);
      for (const name of new Set(names.map(normaliseName))) called.set(name, (called.get(name) ?? 0) + articles);
    });
    const perhaps = likelySame(
      totals.slice(0, MOST_COMPARED).map((total) => ({ ...total, calledToo: calledToo.get(total) ?? new Map() })),
    );
    return totals.map((total, at) => ({ ...total, perhaps: perhaps[at] ?? -1 }));
  }

  /** @param look is given the other names that a content has for an entity, and how many articles have that content. */
  #totals(look: (total: EntityTotal, names: readonly string[], articles: number) => void): EntityTotal[] {
    const totals = new Map<string, { name: string; type: string; articles: number; mentions: number }>();
    for (const { about, uris } of this.#contents.values()) {
      if (uris.size === 0) continue;
      for (const [type, mentions, name, ...others] of about.entities) {
        const key = `${type} ${normaliseName(name)}`;
        const total = totals.get(key) ?? { name, type, articles: 0, mentions: 0 };
        total.articles += uris.size;
        total.mentions += mentions * uris.size;
        totals.set(key, total);
        look(total, others, uris.size);
      }
    }
    // a full name before its acronym, and always the same order
    return [...totals.values()].sort(
      (a, b) =>
        b.articles - a.articles ||
        b.mentions - a.mentions ||
        b.name.length - a.name.length ||
        (a.name < b.name ? -1 : 1),
    );
  }

  /**
   * Entities whose name has the signs of `query` in their order, article by article with all their places, those that
   * are called so in front; at most {@link MOST_SYMBOLS}. @param but articles that are left out.
   */
  symbols(query: string, but: readonly string[]): EntitySymbol[] {
    const signs = [...query.toLowerCase().replace(/\s+/g, '')];
    const called = normaliseName(query);
    const names = this.entities()
      .filter(({ name }) => hasInOrder(name, signs))
      .slice(0, MOST_SYMBOLS)
      .map(({ name }) => normaliseName(name));
    const found: EntitySymbol[] = [];
    for (const name of new Set([called, ...names])) {
      for (const { uri, entity } of this.named(name)) {
        if (found.length === MOST_SYMBOLS) return found;
        if (but.includes(uri)) continue;
        const listed = this.digest(uri)?.entities[entity];
        if (listed) found.push({ uri, name: listed.name, type: listed.type, at: listed.at });
      }
    }
    return found;
  }

  /** The articles that have digests, each once, with the statements that are chosen. */
  #placed(articles: readonly { readonly uri: string }[], choiceFor: (uri: string) => StatementChoice): PlacedDigest[] {
    return [...new Set(articles.map(({ uri }) => uri))].flatMap((uri) => {
      const digest = this.#digest(uri, choiceFor(uri));
      return digest ? [{ uri, digest }] : [];
    });
  }

  #digest(uri: string, choice?: StatementChoice): Digest | null {
    const content = this.#articles.get(uri)?.content;
    if (!content) return null;
    try {
      return readDigest(content, choice);
    } catch {
      // The cache was damaged inside a line: the article is new again, and is read when it is next looked for.
      this.remove(uri);
      this.#forget(content);
      return null;
    }
  }

  /** Entities that bear a name, in contents that some article has. */
  #holders(name: string): { readonly content: Content; readonly entity: number }[] {
    return (this.#names.get(normaliseName(name)) ?? []).filter(({ content }) => content.uris.size > 0);
  }

  #add(content: Content): Content {
    this.#contents.set(content.key, content);
    this.#eachName(content, (name, entity) => addTo(this.#names, name, { content, entity }));
    return content;
  }

  #assign(uri: string, stamp: string, content: Content): void {
    if (this.#articles.get(uri)?.content !== content) this.remove(uri);
    this.#articles.set(uri, { stamp, content });
    content.uris.add(uri);
    this.#spare.delete(content);
  }

  #forget(content: Content): void {
    this.#contents.delete(content.key);
    this.#spare.delete(content);
    this.#unsaved.add(shardOf(content.key));
    this.#eachName(content, (name) => {
      const left = this.#names.get(name)?.filter((entry) => entry.content !== content) ?? [];
      if (left.length > 0) this.#names.set(name, left);
      else this.#names.delete(name);
    });
  }

  /** Every name of every entity, each once. */
  #eachName({ about }: Content, look: (name: string, entity: number) => void): void {
    about.entities.forEach(([, , ...names], entity) => {
      for (const name of new Set(names.map(normaliseName))) look(name, entity);
    });
  }
}

/** A method of the corpus and what it is given, as it crosses to the worker that holds the corpus. */
export interface CorpusCall {
  readonly method: keyof CorpusIndex;
  readonly given: readonly unknown[];
}

export function callCorpus(corpus: CorpusIndex, { method, given }: CorpusCall): unknown {
  return (corpus[method] as (...given: unknown[]) => unknown).apply(corpus, [...given]);
}
