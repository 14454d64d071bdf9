import type { Sentence } from '../../extract/document.ts';
import { rememberWords } from '../../text/rememberForms.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { Field } from './field.ts';
import { FIELDS } from './fields.ts';

/** A value of a field that a sentence names. */
export interface FieldAnswer extends Span {
  readonly field: string;
  readonly value: string;
  /** "no rifle", "rules out methane": named to be denied. */
  readonly negated: boolean;
}

interface Phrase {
  readonly words: readonly string[];
  readonly field: Field;
  readonly value: string;
}

/** Phrases by their first word, the longest first; a single noun also in the plural. */
const PHRASES = new Map<string, Phrase[]>();
for (const field of FIELDS) {
  for (const [value, forms] of Object.entries(field.values)) {
    for (const form of forms.split(', ')) {
      for (const written of [form, `${form}s`]) {
        const words = written.split(' ');
        const first = words[0] as string;
        PHRASES.set(first, [...(PHRASES.get(first) ?? []), { words, field, value }]);
      }
    }
  }
}
for (const phrases of PHRASES.values()) phrases.sort((a, b) => b.words.length - a.words.length);

const phrasesOf = rememberWords((form) => PHRASES.get(form.toLowerCase()) ?? null);

const DENIES =
  /^(?:no|not|never|nobody|none|without|nor|neither|n['’]t|\p{L}+n['’]t|cannot|excludes?|excluded|denied|denies|denying|dismissed|dismisses|rejected|rejects)$/iu;
const REACH = 5;
/** Words that part what is denied from what is said. */
const BREAK = /^(?:[.;:,()—–-]|but|and|while|because|since|when|after|before|until|who|which|where)$/;

/** What a sentence names of each field; no word is read twice for one field. */
export function fieldAnswers({ tokens }: Sentence): FieldAnswer[] {
  if (tokens.every(({ word }) => phrasesOf(word) === null)) return [];
  const words = tokens.map(({ text }) => text.toLowerCase());
  const found: FieldAnswer[] = [];
  const readTo = new Map<Field, number>();
  const cued = new Map<Field, boolean>();
  for (let i = 0; i < words.length; i++) {
    const phrases = phrasesOf((tokens[i] as Token).word);
    if (phrases === null) continue;
    for (const { words: phrase, field, value } of phrases) {
      if ((readTo.get(field) ?? 0) > i || phrase.some((word, k) => word !== words[i + k])) continue;
      const last = i + phrase.length - 1;
      const { name, cue } = field;
      if (cue && !cued.has(field))
        cued.set(
          field,
          words.some((word) => cue.test(word)),
        );
      if (cue && !cued.get(field)) continue;
      readTo.set(field, last + 1);
      found.push({
        start: (tokens[i] as Span).start,
        end: (tokens[last] as Span).end,
        field: name,
        value,
        negated: isDenied(words, i),
      });
    }
  }
  return found;
}

function isDenied(words: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const word = words[i] as string;
    if (BREAK.test(word) || (word === 'one' && words[i - 1] === 'not')) return false;
    if (DENIES.test(word) || (word === 'to' && words[i - 1] === 'yet')) return true;
    if (word === 'out' && /^rul(?:e|es|ed|ing)$/.test(words[i - 1] ?? '')) return true;
  }
  return false;
}

const LEAST = new Map(FIELDS.map(({ name, least }) => [name, least]));

/** How alike the words around two values of a field must be. @param question of a {@link FieldAnswer}. */
export function leastAlike(question: string): number {
  return LEAST.get(question) ?? 0;
}
