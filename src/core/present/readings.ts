import type { Relation } from '../corpus/compare/relation.ts';
import type { JudgedAcross, JudgedPair } from '../corpus/judgements/overrule.ts';
import { type Agreeing, countOrigins } from '../corpus/origins/countOrigins.ts';
import type { AcrossArticle, AcrossStatement } from '../corpus/query/across.ts';
import type { Span } from '../text/span.ts';
import { addTo, groupBy } from '../util/groupBy.ts';
import { SpanIndex } from './spanIndex.ts';

/** A passage of another article on the same question. */
export interface OtherPassage {
  readonly article: AcrossArticle;
  readonly statement: AcrossStatement;
  /** Null where a person says that the two cannot be compared. */
  readonly relation: Relation | null;
  readonly reason: string;
  /** Ids of the judgements of people on the pair. */
  readonly judgements: readonly string[];
}

/** What other articles say on the question of one statement of an article; the span is that of the statement. */
export interface Reading extends Span {
  readonly statement: AcrossStatement;
  /** Contradictions first, then what agrees, what updates, what is of another scope, what is not comparable. */
  readonly others: readonly OtherPassage[];
  /** "2 sources agree (1 origin), 1 differs"; empty where nothing can be compared. */
  readonly summary: string;
  /** What a reader has to know about the origins: circular reporting, copied wording; a sentence each. */
  readonly origins: readonly string[];
}

/** Where a passage of a comparison stands in its text, or null where the text is not at hand. */
export type PassageText = (uri: string, span: Span) => string | null;

const ORDER: readonly (Relation | null)[] = ['contradiction', 'same', 'compatible', 'updated', 'different scope', null];
const MOST_SHOWN_WORDS = 100;

/**
 * The readings of the article that `across` is about (its first), in the order of the text; of a fact only where no figure
 * or date in it has one. An article counts once, by
 * the first of its passages in the order above.
 */
export function readingsOf(across: JudgedAcross, textOf: PassageText): Reading[] {
  const pairs = new Map<number, JudgedPair[]>();
  for (const pair of across.pairs) {
    for (const at of [pair.a, pair.b]) if (across.statements[at]?.article === 0) addTo(pairs, at, pair);
  }
  const readings = [...pairs].map(([at, own]) => readingOf(across, at, own, textOf));
  const values = new SpanIndex(
    readings.filter(isValue).map((value) => ({ start: value.start, end: value.end, value })),
  );
  // Two sentences may be alike but for the figure in them: there the figure tells.
  return readings
    .filter((one) => isValue(one) || !values.within(one).some(({ start, end }) => start >= one.start && end <= one.end))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function isValue({ statement }: Reading): boolean {
  return statement.kind !== 'fact';
}

function readingOf(across: JudgedAcross, at: number, pairs: readonly JudgedPair[], textOf: PassageText): Reading {
  const { articles, statements, origins } = across;
  const otherOf = ({ a, b }: JudgedPair) => (a === at ? b : a);
  const inOrder = [...pairs].sort((p, q) => ORDER.indexOf(p.relation) - ORDER.indexOf(q.relation) || q.score - p.score);
  const others = inOrder.map((pair): OtherPassage => {
    const statement = statements[otherOf(pair)] as AcrossStatement;
    const { relation, reason, judgements } = pair;
    return { article: articles[statement.article] as AcrossArticle, statement, relation, reason, judgements };
  });
  // The last of a key stays: of each article the first pair in the order.
  const first = new Map([...inOrder].reverse().map((pair) => [statements[otherOf(pair)]?.article, pair]));
  const byRelation = groupBy(first.values(), ({ relation }) => relation);
  const count = (relation: Relation) => byRelation.get(relation)?.length ?? 0;
  const agreeing = [...(byRelation.get('same') ?? []), ...(byRelation.get('compatible') ?? [])].map(otherOf);
  const counted = countOrigins([at, ...agreeing].map((index) => agreeingOf(index)));
  const own = statements[at] as AcrossStatement;
  const agree = agreeing.length;
  const parts = [
    agree > 0 && `${sources(agree)} ${agree === 1 ? 'agrees' : 'agree'} (${originWords(counted.of)})`,
    ...(
      [
        [count('contradiction'), 'differs', 'differ'],
        [count('updated'), 'is an update', 'are updates'],
        [count('different scope'), 'is of another scope', 'are of another scope'],
      ] as const
    ).map(([many, one, more]) => many > 0 && `${many} ${many === 1 ? one : more}`),
  ].filter((part) => part !== false);
  return {
    start: own.start,
    end: own.end,
    statement: own,
    others,
    summary: parts
      .join(', ')
      .replace(/^(\d+) (differ|is|are)/, (_, many: string, verb: string) => `${sources(Number(many))} ${verb}`),
    origins: [
      ...(counted.circle.length > 0
        ? [`Circular: ${counted.circle.join(' and ')} cite each other, which is one origin.`]
        : []),
      ...(counted.copied ? [`The same words stand in two of them: “${shorten(counted.copied)}”.`] : []),
    ],
  };

  function agreeingOf(index: number): Agreeing {
    const statement = statements[index] as AcrossStatement;
    const { uri, publisher } = articles[statement.article] as AcrossArticle;
    const shared = origins.findIndex((one) => one.statements.includes(index));
    return {
      article: uri,
      publisher,
      sources: statement.sources,
      sentence: textOf(uri, statement.sentence) ?? '',
      shared: shared < 0 ? null : shared,
    };
  }
}

const sources = (count: number) => `${count} ${count === 1 ? 'source' : 'sources'}`;

/** @param of the origins of this statement and of those that agree. */
function originWords([own, ...others]: readonly number[]): string {
  const apart = new Set(others);
  const origins = `${apart.size} ${apart.size === 1 ? 'origin' : 'origins'}`;
  if (own === undefined || !apart.has(own)) return origins;
  return apart.size === 1 ? `${origins}, the same as here` : `${origins}, one the same as here`;
}

function shorten(words: string): string {
  return words.length > MOST_SHOWN_WORDS ? `${words.slice(0, MOST_SHOWN_WORDS - 1)}…` : words;
}
