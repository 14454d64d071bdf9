import type { OtherPassage, Reading } from '../../core/present/readings.ts';
import type { ArticleSession } from '../articles/articleSession.ts';

/** Words of an article, as links, quick fixes and addresses carry them. */
export interface Passage {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  /** The sentence around it. */
  readonly from: number;
  readonly to: number;
}

/** Two passages on one question. */
export interface PassagePair {
  readonly passages: readonly [Passage, Passage];
}

/** The pair of a reading and a passage of another article. */
export function pairOf(session: ArticleSession, { statement: own }: Reading, other: OtherPassage): PassagePair {
  const passage = (uri: string, { start, end, sentence }: OtherPassage['statement']): Passage => ({
    ...{ uri, start, end },
    from: sentence.start,
    to: sentence.end,
  });
  return { passages: [passage(session.uri.toString(), own), passage(other.article.uri, other.statement)] };
}

/** Links and addresses are only data: they are checked before they are used. */
export function isPassage(value: unknown): value is Passage {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, start, end, from, to } = value as Partial<Passage>;
  return typeof uri === 'string' && [start, end, from, to].every((offset) => Number.isSafeInteger(offset));
}

export function isPair(value: unknown): value is PassagePair {
  if (typeof value !== 'object' || value === null) return false;
  const { passages } = value as Partial<PassagePair>;
  return Array.isArray(passages) && passages.length === 2 && passages.every(isPassage);
}
