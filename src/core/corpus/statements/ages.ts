import type { Sentence } from '../../extract/document.ts';
import type { ExtractedMention, ListedEntity } from '../../extract/extraction.ts';
import { rememberWords } from '../../text/rememberForms.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';

/** How old a sentence says a person is. */
export interface ToldAge extends Span {
  readonly age: number;
  /** Null where the person is not named. */
  readonly entity: number | null;
}

const OLDEST = 120;
const DETERMINER = /^(?:an?|the|this|that)$/i;
const YEARS_OLD = ['-', 'year', '-', 'old'];
const canBeAge = rememberWords((form) => /^\d{2,3}$/.test(form));
/** Words that can stand between an age and a name: "the 52-year-old captain Ann Lee". */
const TITLES = [0, 1, 2];

/** "Ann Lee, 52,", "Ann Lee (52)", "52-year-old Ann Lee": the age beside the name of a person; "a 52-year-old man". */
export function ages(
  { tokens }: Sentence,
  mentions: readonly ExtractedMention[],
  entities: readonly ListedEntity[],
): ToldAge[] {
  const found: ToldAge[] = [];
  for (const { start, end, entity, form } of mentions) {
    if (form !== 'name' || entities[entity]?.type !== 'person') continue;
    const first = tokens.findIndex((token) => token.end > start);
    const next = tokens.findIndex((token) => token.start >= end);
    const word = (i: number) => tokens[i]?.text ?? '';
    const behind = next >= 0 && /^[,(]$/.test(word(next)) && /^(?:[,).;]|$)/.test(word(next + 2)) ? next + 1 : -1;
    const before = TITLES.map((k) => first - YEARS_OLD.length - 1 - k).find((i) =>
      YEARS_OLD.every((part, j) => word(i + 1 + j).toLowerCase() === part),
    );
    for (const at of [behind, before ?? -1]) {
      const age = /^\d{1,3}$/.test(word(at)) ? Number(word(at)) : 0;
      if (age > 0 && age <= OLDEST)
        found.push({ start: tokens[at]?.start ?? 0, end: tokens[at]?.end ?? 0, age, entity });
    }
  }
  for (let i = 0; i < tokens.length; i++) {
    const { word, text, start, end } = tokens[i] as Token;
    if (!canBeAge(word)) continue;
    const isOld = YEARS_OLD.every((part, j) => tokens[i + 1 + j]?.text.toLowerCase() === part);
    const isSomebody = DETERMINER.test(tokens[i - 1]?.text ?? '') && Number(text) <= OLDEST;
    if (isOld && isSomebody && !found.some((other) => other.start === start))
      found.push({ start, end, age: Number(text), entity: null });
  }
  return found;
}
