import type { Span } from '../../text/span.ts';
import { kindOf } from '../names/typeWords.ts';
import {
  ANYBODY,
  nounReference,
  OFFICES,
  PLACE_NOUNS,
  pronounReference,
  type Reference,
  STRICT_NOUNS,
} from './nouns.ts';

/** A phrase to resolve; `apartFrom`: words for somebody else than it stands for, as who speaks in direct speech; `sure`: better left than guessed; `bare`: a noun that needs no article. */
export interface WantedSpan extends Span {
  readonly apartFrom?: Span;
  readonly sure?: true;
  readonly bare?: true;
}

/** A wanted phrase that refers back without a name. */
export interface BackReference {
  readonly form: 'pronoun' | 'nominal';
  readonly reference: Reference;
  /** The head noun or the pronoun, in lower case. */
  readonly head: string;
  /** Lower-case words before the head of a noun phrase: "the appeals court". */
  readonly modifiers?: readonly string[];
  /** True when the referent must be known by this very noun. */
  readonly strict: boolean;
  /** True where the phrase is the subject of a verb of speech. */
  readonly speaking?: boolean;
  /** Entities that it cannot stand for. */
  readonly apart?: ReadonlySet<number>;
  /** Part of the phrase that is the mention. */
  readonly start: number;
  readonly end: number;
}

const DEFINITE = /^(?:the|this|that|these|those)$/;
/** "Her lawyer" is somebody else, "her trial" is said of her. */
const OWNER = /^(?:his|her|its|their)$/;
const STOPS = /^(?:of|in|at|for|from|on|with|who|which|that|and|or|to|by)$/;

/**
 * Reads a phrase as pronoun or definite noun phrase; undefined for names, indefinite and postmodified phrases.
 * @param bare true for a noun without an article.
 * @param peoples names of peoples in it, which may stand before its noun ("the Canadian company").
 */
export function readBackReference(
  phrase: string,
  start: number,
  peoples: readonly Span[] = [],
  bare = false,
): BackReference | undefined {
  const words = [...phrase.matchAll(/[\p{L}][\p{L}’'-]*/gu)].slice(0, 12);
  const first = words[0];
  if (!first) return undefined;
  const lower = first[0].toLowerCase();
  const second = words[1]?.[0].toLowerCase() ?? '';
  const owned = OWNER.test(lower) && (kindOf(second) ?? kindOf(second.replace(/s$/, '')));
  const pronoun = words.length > 2 || owned ? undefined : pronounReference(lower);
  if (pronoun) {
    const at = start + first.index;
    return { form: 'pronoun', reference: pronoun, head: lower, strict: false, start: at, end: at + first[0].length };
  }
  if (!bare && (!DEFINITE.test(lower) || words.length < 2)) return undefined;
  const stop = words.findIndex(({ 0: word }, i) => i > 0 && STOPS.test(word.toLowerCase()));
  if (stop > 0 && words[stop]?.[0].toLowerCase() === 'of') return undefined;
  const last = words[(stop < 0 ? words.length : stop) - 1];
  if (!last || (last === first && !bare)) return undefined;
  const isNamed = ({ 0: word, index }: RegExpMatchArray) =>
    /^\p{Lu}/u.test(word) && !peoples.some((people) => people.start === start + (index as number));
  if (words.slice(1, stop < 0 ? undefined : stop).some(isNamed)) return undefined;
  const head = last[0].toLowerCase();
  const known = nounReference(head);
  const kind = kindOf(head);
  const reference = known ?? (kind && { types: kind === 'product' ? ['product', 'weapon'] : [kind] });
  if (!reference) return undefined;
  return {
    form: 'nominal',
    reference,
    head,
    modifiers: words.slice(1, words.indexOf(last)).map(({ 0: word }) => word.toLowerCase()),
    strict:
      !known ||
      known.types.length > 1 ||
      OFFICES.has(head) ||
      ANYBODY.has(head) ||
      STRICT_NOUNS.has(head) ||
      (PLACE_NOUNS.has(head) && head !== 'country'),
    start: start + first.index,
    end: start + last.index + last[0].length,
  };
}
