import type { Span } from '../../text/span.ts';
import { type ComparedArticle, inOrderOfDays, sharedName, type Told, toldBy } from '../compare/compared.ts';
import { type SharedOrigin, sharedOrigins } from '../compare/origins.ts';
import { relatedPairs } from '../compare/relatedPairs.ts';
import type { StatementPair } from '../compare/relation.ts';
import type { Digest } from '../digest.ts';
import type { Statement, StatementKind } from '../statements/statement.ts';
import { daysBetween, ONE_EVENT } from './sameEvent.ts';

/** An article as a comparison names it. */
export interface AcrossArticle {
  readonly uri: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** EDTF, or null where it is not known. */
  readonly published: string | null;
}

/** A statement as the views show it; the span is that of the value. */
export interface AcrossStatement extends Span {
  /** Index into the articles. */
  readonly article: number;
  readonly kind: StatementKind;
  readonly words: string;
  readonly sentence: Span;
  /** For people: "killed", "founded". */
  readonly question: string;
  /** Who is said to know it, from the nearest to the article to the origin; empty in the outlet's own voice. */
  readonly sources: readonly string[];
}

/** What several articles say beside each other: plain data that crosses from the worker. */
export interface Across {
  readonly articles: readonly AcrossArticle[];
  /** Only those that stand in a pair. */
  readonly statements: readonly AcrossStatement[];
  /** Of two articles each. */
  readonly pairs: readonly StatementPair[];
  readonly origins: readonly SharedOrigin[];
}

/** A digest with the address of its article. */
export interface PlacedDigest {
  readonly uri: string;
  readonly digest: Digest;
}

/** Stems of a statement: a sentence without end says no more than its first words. */
const MOST_STEMS = 40;

/** How sure it must be that both are on one question, among articles that nobody set side by side. */
const SURE = 0.5;
/** Days within which a claim can deny another. */
const SOON = 14;

interface AcrossOptions {
  /** Only pairs with a statement of this article are looked for; all where it is left out. */
  readonly own?: string;
  /**
   * Articles that are surely on the event of `own`; with others only what lasts is contradicted. Where it is left out,
   * those are on one event whose days are close.
   */
  readonly onEvent?: ReadonlySet<string>;
}

/**
 * Sets articles beside each other. The cost grows with the pairs of statements that are looked at; how many articles
 * and statements there are is the caller's to bound.
 */
export function acrossArticles(placed: readonly PlacedDigest[], { own, onEvent }: AcrossOptions = {}): Across {
  const compared = inOrderOfDays(
    placed.map(({ uri, digest }): ComparedArticle => {
      const entities = digest.entities.map(({ name }) => name);
      const statements = digest.statements.map(bounded);
      return { file: uri, published: digest.published?.value ?? null, entities, statements };
    }),
  );
  const told = toldBy(compared);
  const isSure = ({ a, b, relation, score }: StatementPair) => {
    const [x, y] = [told[a] as Told, told[b] as Told];
    if (relation !== 'contradiction' || isLasting(x, y)) return true;
    const isClaim = x.statement.kind === 'fact' && x.statement.answer === null;
    const days = daysBetween(x.article.published, y.article.published) ?? 0;
    const isOneEvent = onEvent ? [x, y].every(({ article }) => onEvent.has(article.file)) : days <= ONE_EVENT;
    return isOneEvent && (score >= SURE || areOfBeginning(x, y)) && (!isClaim || days <= SOON);
  };
  const kept = relatedPairs(told, compared, {
    wanted: ({ article: x }, { article: y }) => x !== y && (own === undefined || x.file === own || y.file === own),
  }).filter(isSure);
  const origins = sharedOrigins(told, kept);
  const used = [...new Set(kept.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
  const at = new Map(used.map((index, place) => [index, place]));
  const articleAt = new Map(placed.map(({ uri }, index) => [uri, index]));
  return {
    articles: placed.map(({ uri, digest: { title, publisher, published } }) => ({
      uri,
      title: title ?? null,
      publisher: publisher ?? null,
      published: published?.value ?? null,
    })),
    statements: used.map((index) => shown(told[index] as Told, articleAt)),
    pairs: kept.map((pair) => ({ ...pair, a: at.get(pair.a) as number, b: at.get(pair.b) as number })),
    origins: origins.flatMap(({ statements, origin }) => {
      const here = statements.flatMap((index) => at.get(index) ?? []);
      return here.length > 1 ? [{ statements: here, origin }] : [];
    }),
  };
}

/** What is so whatever the event of the articles: when something that both name began. */
function isLasting(a: Told, b: Told): boolean {
  return areOfBeginning(a, b) && sharedName(a, b) !== undefined;
}

function areOfBeginning(...both: readonly Told[]): boolean {
  return both.every(({ statement }) => /^(?:founded|built)$/.test(statement.question));
}

function bounded(statement: Statement): Statement {
  const { about, context } = statement;
  return { ...statement, about: about.slice(0, MOST_STEMS), context: context.slice(0, MOST_STEMS) };
}

function shown({ article, statement }: Told, articleAt: ReadonlyMap<string, number>): AcrossStatement {
  const { start, end, kind, words, sentence, question, sources } = statement;
  return {
    article: articleAt.get(article.file) as number,
    ...{ start, end, kind, words, sentence, question },
    sources: sources.map(({ name }) => name),
  };
}
