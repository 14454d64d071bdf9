import type { Span } from '../../text/span.ts';
import type { ExtractedMention } from '../extraction.ts';
import type { SpanList } from '../spanList.ts';

const AFTER_HEAD = /[,(:;–—]| (?:of|at|in|for|from|on|who|which|that|with|to|near|by|about)(?=\s)/;

/** The head of a phrase that says again what kind of body its name is of. */
const KIND_OF_BODY =
  / (?:service|agency|group|party|company|firm|network|newspaper|organi[sz]ation|movement|militia|union)$/;

/** True for a name of two words or more, or of one of two letters or more in capitals: "the Moscow group" is not Moscow. */
const isLongName = (text: string, { start, end, form }: ExtractedMention) =>
  form === 'name' && / \p{Lu}/u.test(text.slice(start, end));

/**
 * The entity that a phrase stands for: the one whose mention holds the head of the phrase, which is the last word before
 * a comma, a preposition or a relative clause. A name that only qualifies the head ("US spy agencies") does not count.
 */
export function entityOf(text: string, phrase: Span | null, mentions: SpanList<ExtractedMention>): number | null {
  if (!phrase) return null;
  const inside = mentions.within(phrase);
  if (inside.length === 0) return null;
  const whole = inside.find(({ item }) => item.start === phrase.start && item.end === phrase.end);
  if (whole) return whole.item.entity;
  const words = text.slice(phrase.start, phrase.end);
  const cut = AFTER_HEAD.exec(words);
  const end = phrase.start + words.slice(0, cut && cut.index > 0 ? cut.index : words.length).trimEnd().length;
  const head = inside.find(({ item }) => item.end >= end - (words.endsWith('’s') ? 2 : 0) && item.start < end);
  if (head) return head.item.entity;
  // "the Civil Defence service": the noun adds nothing to the name
  const kind = KIND_OF_BODY.exec(text.slice(phrase.start, end));
  const body = kind && inside.find(({ item }) => item.end === phrase.start + kind.index && isLongName(text, item));
  if (body) return body.item.entity;
  // "Lee of the daily": the name runs on past the preposition; "the analyst Lee"
  const first = inside[0]?.item;
  if (first && first.start <= phrase.start + 4 && first.end >= end) return first.entity;
  return named(text, phrase, inside)?.entity ?? null;
}

/** "the bank's chief economist, Eva Strand": the name that stands by itself behind the description. */
function named(
  text: string,
  phrase: Span,
  inside: readonly { item: ExtractedMention }[],
): ExtractedMention | undefined {
  const comma = text.indexOf(', ', phrase.start);
  const found = inside.find(({ item }) => item.start === comma + 2)?.item;
  if (!found || inside.some(({ item }) => item.end === comma)) return undefined;
  return found.end === phrase.end || text[found.end] === ',' ? found : undefined;
}
