import type { Span } from '../../text/span.ts';
import { groupBy } from '../../util/groupBy.ts';
import { endOfWay } from '../statements/directions.ts';
import { familyOf } from '../statements/questions.ts';
import type { Statement } from '../statements/statement.ts';
import { stemOf } from '../statements/stems.ts';
import type { ComparedArticle, Told } from './compared.ts';
import { namesAlike } from './namesAlike.ts';
import type { Rarity } from './pairFeatures.ts';

/** A question that the words speak of less than this tells nothing of the time. */
const FAINT = 0.15;

/** UTF-16 units within which an article tells what happened. */
const LEAD = 1000;

function isLeadTime({ start, clock, questions, scope }: Statement): boolean {
  const [question, weight] = questions[0] ?? ['happened', 1];
  const family = weight < FAINT ? 'event' : familyOf(question);
  return start < LEAD && clock !== null && family === 'event' && !scope.includes('reported');
}

/** What tells one time of day or answer from another, of a side in its sentence; null for what is not told so exactly. */
function exactValueOf(statement: Statement, { start }: Span): string | null {
  const { clock, answer, question, negated } = statement;
  if (clock !== null) return `${clock.from} ${clock.to} ${clock.utc}`;
  if (answer === null || /^(?:age|fate)$/.test(answer.kind)) return null;
  const place = answer.kind === 'direction' ? `${start} ${endOfWay(statement)}` : '';
  return `${answer.kind} ${question} ${answer.value} ${negated} ${place}`;
}

/** The holders of posts of which the article names several now. */
function severalHolders({ statements }: ComparedArticle): Statement[] {
  const posts = statements.filter(({ answer, scope }) => answer?.kind === 'post' && !scope.includes('earlier'));
  return [...groupBy(posts, ({ question }) => question).values()].flatMap((holders) => {
    const first = holders[0]?.answer?.value ?? '';
    return holders.every(({ answer }) => namesAlike(first, answer?.value ?? '')) ? [] : holders;
  });
}

const CHANGES = /\b(?:resigned|stepped (?:down|aside)|interim|acting|in office since)\b/i;

/** Stems nearest to the word. */
const NEAREST = 6;

/** Who is said to take up a post or to leave it, by the nearest words. */
function holdersThatChange({ statements, entities }: ComparedArticle): string[] {
  return statements.flatMap(({ kind, words, about, entities: named }) => {
    if (kind !== 'fact' || !CHANGES.test(words)) return [];
    const names = named.map((index) => entities[index] ?? '');
    return names.filter((name) =>
      about.slice(0, NEAREST).includes(stemOf(name.slice(name.lastIndexOf(' ') + 1)) ?? ''),
    );
  });
}

/** Inverse frequency over the statements of the articles, between 0 and 1. */
export function rarityOf(articles: readonly ComparedArticle[]): Rarity {
  const stems = new Map<string, number>();
  const entities = new Map<string, number>();
  let total = 0;
  for (const { statements, entities: names } of articles) {
    for (const { about, context, entities: named } of statements) {
      total++;
      for (const stem of new Set([...about, ...context])) stems.set(stem, (stems.get(stem) ?? 0) + 1);
      for (const index of new Set(named)) {
        const name = (names[index] ?? '').toLowerCase();
        entities.set(name, (entities.get(name) ?? 0) + 1);
      }
    }
  }
  const alone = new Set<Statement>();
  for (const { statements } of articles) {
    for (const answers of groupBy(statements, ({ kind, question }) => `${kind} ${question}`).values()) {
      const [first, ...others] = answers as [Statement, ...Statement[]];
      const isOneValue = /^(?:field|age)$/.test(first.answer?.kind ?? '');
      if (others.length === 0) alone.add(first);
      else if (
        isOneValue &&
        others.every(({ answer, negated }) => answer?.value === first.answer?.value && negated === first.negated)
      )
        for (const answer of answers) alone.add(answer);
    }
  }
  const values = new Map(
    articles.map((article) => [article, new Set(article.statements.map((one) => exactValueOf(one, one.sentence)))]),
  );
  const tells = ({ article, statement: own }: Told, { statement }: Told): boolean => {
    const value = exactValueOf(statement, own.sentence);
    return value !== null && values.get(article)?.has(value) === true;
  };
  const first = new Set(articles.map(({ statements }) => statements.find(isLeadTime)));
  const several = new Set(articles.flatMap(severalHolders));
  const leaving = [...new Set(articles.flatMap(holdersThatChange))];
  const inverse = (counts: ReadonlyMap<string, number>) => (word: string) =>
    Math.log((total + 1) / ((counts.get(word) ?? 0) + 0.5)) / Math.log(2 * total + 2);
  return {
    stem: inverse(stems),
    entity: inverse(entities),
    alone: ({ statement }) => alone.has(statement),
    firstClock: ({ statement }) => first.has(statement),
    isOneOfSeveral: ({ statement }) => several.has(statement),
    changesHands: (holder) => leaving.some((name) => namesAlike(name, holder)),
    knowsBoth: (a, b) => tells(a, b) || tells(b, a),
  };
}
