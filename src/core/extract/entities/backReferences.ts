import type { Span } from '../../text/span.ts';
import { compareSpans } from '../../text/span.ts';
import type { ArticleDocument, Sentence } from '../document.ts';
import type { ExtractedEntity, ExtractedMention } from '../extraction.ts';
import { PREPOSITIONS } from '../grammar/words.ts';
import { kindOf } from '../names/typeWords.ts';
import type { Antecedent, Candidate, Resolved, Role } from './antecedent.ts';
import { type Description, describeMention } from './descriptors.ts';
import { type Gender, nounReference } from './nouns.ts';
import type { Situation } from './personFeatures.ts';
import {
  followsOwnClause,
  isReferringIt,
  isSpeaking,
  modifiesPlural,
  opensWithPlural,
  opensWithTwo,
} from './pronounContext.ts';
import { resolve } from './resolve.ts';
import { considerPersons, resolvePerson } from './resolvePerson.ts';
import { type BackReference, readBackReference, type WantedSpan } from './wantedPhrase.ts';

export interface BackReferenceInput {
  readonly document: ArticleDocument;
  readonly wanted: readonly WantedSpan[];
  /** Gets a nominal alias for well resolved noun phrases. */
  readonly entities: ExtractedEntity[];
  /** Name mentions in document order; gets the resolved phrases at its end. */
  readonly mentions: ExtractedMention[];
  /** What the tagger knows of a first name, by the start of the mention. */
  readonly genders: ReadonlyMap<number, Gender>;
}

const GOOD = 0.6;
const CLAUSE = 80;
const GAP = 300;
const TITLES_BEFORE = 6;
/** Words before a phrase that opens its sentence. */
const OPENING = 12;

/**
 * Resolves the wanted phrases that bear no name, in document order: an answer is an antecedent of the next phrase.
 * Pronouns for persons that nobody wants are resolved between them, for the same reason.
 */
export function addBackReferences(
  input: BackReferenceInput,
  choosePerson: (situation: Situation) => Resolved | undefined = resolvePerson,
): void {
  const { document, wanted, entities, mentions, genders } = input;
  const { text, sentences } = document;
  const candidates = describeEntities(text, entities, mentions, genders);
  const names = [...mentions];
  const recent: Antecedent[] = [];
  const taken = new Set<number>();
  const asked = new Set<Span>(wanted);
  const starts = new Set(wanted.map(({ start }) => start));
  const others: readonly WantedSpan[] = personalPronouns(sentences).filter(({ start }) => !starts.has(start));
  let next = 0;
  let lastSentence = -1;
  const add = (
    span: Pick<ExtractedMention, 'start' | 'end' | 'entity' | 'form'>,
    sentence: number,
    leading: boolean,
  ) => {
    const { start, end, entity, form } = span;
    const role = roleOf(text, span, leading);
    recent.push({
      start,
      end,
      entity,
      form,
      ...place(sentences, sentence),
      leading,
      role,
      speaks: isSpeaking(text, span),
    });
  };
  for (const span of [...wanted, ...others].sort(compareSpans)) {
    for (; next < names.length && (names[next] as ExtractedMention).start < span.start; next++) {
      const name = names[next] as ExtractedMention;
      const at = sentenceAt(sentences, name.start);
      add(name, at, at !== lastSentence);
      lastSentence = at;
    }
    const inside = namesWithin(names, next, span);
    if (inside.some(({ entity }) => candidates[entity]?.type !== 'group')) continue;
    const previous = recent[recent.length - 1];
    if (previous && previous.end > span.start) continue;
    const read = readBackReference(text.slice(span.start, span.end), span.start, inside, span.bare);
    if (!read || taken.has(read.start)) continue;
    const { start, end, form } = read;
    const sentence = sentenceAt(sentences, start);
    const apart = new Set([...namedBehind(text, read, names, next), ...entitiesApart(span, names, next, recent)]);
    const phrase = { ...read, apart, speaking: isSpeaking(text, read) };
    let found: Resolved | undefined;
    if (PERSONAL.test(phrase.head)) {
      const considered = considerPersons(phrase, sentence, recent, candidates);
      found = choosePerson({
        text,
        phrase,
        ...place(sentences, sentence),
        opens: start - (sentences[sentence]?.start ?? start) < OPENING,
        considered,
        unnamed: unnamedPersons(text.slice(Math.max(considered[0]?.last.end ?? 0, start - GAP), start)),
      });
    } else if (isResolvable(document, phrase, sentence)) found = resolve(phrase, sentence, recent, candidates);
    if (found && /^its?$/.test(phrase.head) && isOfUnnamed(text, phrase, sentences[sentence], recent, found)) continue;
    if (!found || (span.sure && form === 'nominal' && found.score < GOOD)) continue;
    const { entity, score } = found;
    taken.add(start);
    add({ start, end, entity, form }, sentence, true);
    if (!asked.has(span)) continue;
    mentions.push({
      start,
      end,
      entity,
      form,
      origin: `${PERSONAL.test(phrase.head) ? 'model' : 'rule'}:${form}`,
      score,
    });
    if (form === 'nominal' && score >= GOOD && !span.bare) addAlias(entities, entity, text.slice(start, end));
  }
}

/** False for the "it" of weather and clauses, and for "they" behind a plural subject or two names. */
function isResolvable({ text, sentences }: ArticleDocument, phrase: BackReference, at: number): boolean {
  if (phrase.head === 'it') return isReferringIt(text, phrase.end);
  if (!phrase.reference.plural) return true;
  if ([sentences[at - 1], sentences[at - 2]].some((s) => s && opensWithTwo(text, s))) return false;
  return ![sentences[at - 1], sentences[at]].some((s) => s && opensWithPlural(text, s, phrase.start));
}

function namesWithin(names: readonly ExtractedMention[], from: number, { end }: Span): ExtractedMention[] {
  let to = from;
  while (to < names.length && (names[to] as ExtractedMention).start < end) to++;
  return names.slice(from, to);
}

/** The third-person pronouns for a person in the prose of an article. */
function personalPronouns(sentences: readonly Sentence[]): Span[] {
  return sentences.flatMap(({ tokens }) => tokens.filter(({ text }) => PERSONAL.test(text)));
}

const PERSONAL = /^(?:he|him|his|she|hers?)$/i;

const place = (sentences: readonly Sentence[], sentence: number) => ({
  sentence,
  paragraph: sentences[sentence]?.paragraph ?? 0,
});

function roleOf(text: string, { start, end }: Span, first: boolean): Role {
  if (/^(?:his|hers?|its|theirs?)$/i.test(text.slice(start, end)) || /^['’](?:s|\s)/.test(text.slice(end, end + 2)))
    return 'owner';
  const before = text
    .slice(Math.max(0, start - GAP / 5), start)
    .split(/\s+/)
    .filter(Boolean)
    .slice(-TITLES_BEFORE);
  while (before.length > 0 && /^\p{Lu}|^the$/u.test(before.at(-1) as string)) before.pop();
  if (PREPOSITIONS.has(before.at(-1) ?? '')) return 'behind preposition';
  if (modifiesPlural(text, end)) return 'modifier';
  return first ? 'first' : 'other';
}

const DEFINITE = /\bthe ((?:\p{Ll}[\p{Ll}-]* ){0,2}\p{Ll}[\p{Ll}-]*)/gu;

/** "The ministry knew, and its head", "Although the fish is small, it": what it stands for has no name here. */
function isOfUnnamed(
  text: string,
  { head, start }: BackReference,
  sentence: Span | undefined,
  recent: readonly Antecedent[],
  { entity }: Resolved,
): boolean {
  const last = recent.findLast((one) => one.entity === entity)?.end ?? 0;
  if (!sentence) return false;
  if (head === 'it') return last < sentence.start && followsOwnClause(text, sentence, start);
  return [...text.slice(Math.max(sentence.start, last, start - GAP), start).matchAll(DEFINITE)].some(({ 1: phrase }) =>
    phrase?.split(' ').some((word) => nounReference(word)?.types[0] === 'organization'),
  );
}

const UNNAMED = /\b(?:an?|the|one|another|his|her|their)\s((?:\p{Ll}[\p{Ll}-]*\s){0,2}\p{Ll}+)/giu;

/** How often a person is spoken of by a noun with its article. */
function unnamedPersons(text: string): number {
  return [...text.matchAll(UNNAMED)].filter(({ 1: phrase }) =>
    phrase?.split(/\s/).some((word) => kindOf(word) === 'person'),
  ).length;
}

/** The entities of words that a phrase is set apart from, which may stand before or behind it. */
function entitiesApart(
  { apartFrom }: WantedSpan,
  names: readonly ExtractedMention[],
  next: number,
  recent: readonly Antecedent[],
): number[] {
  if (!apartFrom) return [];
  const found: number[] = [];
  for (let i = next; i < names.length && (names[i] as ExtractedMention).start < apartFrom.end; i++) {
    if ((names[i] as ExtractedMention).start >= apartFrom.start) found.push((names[i] as ExtractedMention).entity);
  }
  for (let i = recent.length - 1; i >= 0 && (recent[i] as Antecedent).start >= apartFrom.start; i--) {
    if ((recent[i] as Antecedent).end <= apartFrom.end) found.push((recent[i] as Antecedent).entity);
  }
  return found;
}

/** Who is named later in the same clause is somebody else than its subject. */
function namedBehind(
  text: string,
  phrase: BackReference,
  names: readonly ExtractedMention[],
  from: number,
): ReadonlySet<number> {
  const apart = new Set<number>();
  if (/^(?:his|hers?|its|theirs?)$/.test(phrase.head)) return apart;
  for (let i = from; i < names.length; i++) {
    const { start, entity } = names[i] as ExtractedMention;
    if (start < phrase.end) continue;
    if (start - phrase.end > CLAUSE || /[.!?:;,\n“”"]/u.test(text.slice(phrase.end, start))) break;
    apart.add(entity);
  }
  return apart;
}

function addAlias(entities: ExtractedEntity[], at: number, phrase: string): void {
  const entity = entities[at] as ExtractedEntity;
  const name = phrase.charAt(0).toLowerCase() + phrase.slice(1).replace(/\s+/g, ' ');
  if (entity.aliases.some((alias) => alias.name === name)) return;
  entities[at] = { ...entity, aliases: [...entity.aliases, { name, kind: 'nominal' }] };
}

function describeEntities(
  text: string,
  entities: readonly ExtractedEntity[],
  mentions: readonly ExtractedMention[],
  genders: ReadonlyMap<number, Gender>,
): Candidate[] {
  const descriptions = entities.map((): Description => ({ nouns: new Set(), words: new Set() }));
  const counts = new Array<number>(entities.length).fill(0);
  for (const mention of mentions) {
    const { type } = entities[mention.entity] as ExtractedEntity;
    counts[mention.entity] = (counts[mention.entity] ?? 0) + 1;
    const description = descriptions[mention.entity] as Description;
    describeMention(text, { ...mention, type }, description);
    const gender = genders.get(mention.start);
    if (gender && type === 'person') description.gender ??= gender;
  }
  return entities.map(({ type }, i) => ({
    type,
    description: descriptions[i] as Description,
    mentions: counts[i] ?? 0,
  }));
}

function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((sentences[mid] as Span).start <= offset) low = mid;
    else high = mid - 1;
  }
  return low;
}
