import type { Span } from '../../text/span.ts';
import { compareSpans } from '../../text/span.ts';
import type { ArticleDocument } from '../document.ts';
import type { ExtractedEntity, ExtractedMention } from '../extraction.ts';
import { type Description, describeMention } from './descriptors.ts';
import type { Gender } from './nouns.ts';
import { isReferringIt, isSpeaking, modifiesPlural, opensWithPlural } from './pronounContext.ts';
import { type Antecedent, type Candidate, resolve } from './resolve.ts';
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

/** Resolves the wanted phrases that bear no name, in document order: an answer is an antecedent of the next phrase. */
export function addBackReferences({ document, wanted, entities, mentions, genders }: BackReferenceInput): void {
  const { text, sentences } = document;
  const candidates = describeEntities(text, entities, mentions, genders);
  const names = [...mentions];
  const recent: Antecedent[] = [];
  const taken = new Set<number>();
  let next = 0;
  let sentence = 0;
  let lastLeading = -1;
  for (const span of [...wanted].sort(compareSpans)) {
    for (; next < names.length && (names[next] as ExtractedMention).start < span.start; next++) {
      const { start, end, entity } = names[next] as ExtractedMention;
      const at = sentenceAt(sentences, start);
      recent.push({
        start,
        end,
        entity,
        sentence: at,
        leading: at !== lastLeading,
        modifier: modifiesPlural(text, end),
      });
      lastLeading = at;
    }
    if (names[next] && (names[next] as ExtractedMention).start < span.end) continue;
    const previous = recent[recent.length - 1];
    if (previous && previous.end > span.start) continue;
    const phrase = readBackReference(text.slice(span.start, span.end), span.start);
    if (!phrase || taken.has(phrase.start)) continue;
    sentence = sentenceAt(sentences, span.start);
    if (phrase.head === 'it' && !isReferringIt(text, phrase.end)) continue;
    const found = resolve(
      {
        ...phrase,
        speaking: isSpeaking(text, phrase),
        apart: new Set([...namedBehind(text, phrase, names, next), ...speakers(span, names, next, recent)]),
      },
      sentence,
      recent,
      candidates,
    );
    if (!found || (phrase.reference.plural && hasPluralSubject(text, sentences, sentence, phrase.start))) continue;
    const { start, end, form } = phrase;
    taken.add(start);
    mentions.push({ start, end, entity: found.entity, form, origin: `rule:${form}`, score: found.score });
    recent.push({ start, end, entity: found.entity, sentence, leading: true, modifier: false });
    if (form === 'nominal' && found.score >= GOOD) addAlias(entities, found.entity, text.slice(start, end));
  }
}

/** In direct speech nobody calls himself "he": the entities of the speaker's phrase, before or behind the speech. */
function speakers(
  { saidBy }: WantedSpan,
  names: readonly ExtractedMention[],
  next: number,
  recent: readonly Antecedent[],
): number[] {
  if (!saidBy) return [];
  const found: number[] = [];
  for (let i = next; i < names.length && (names[i] as ExtractedMention).start < saidBy.end; i++) {
    if ((names[i] as ExtractedMention).start >= saidBy.start) found.push((names[i] as ExtractedMention).entity);
  }
  for (let i = recent.length - 1; i >= 0 && (recent[i] as Antecedent).start >= saidBy.start; i--) {
    if ((recent[i] as Antecedent).end <= saidBy.end) found.push((recent[i] as Antecedent).entity);
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

/** "They" is rather the plural subject of its own sentence or the one before than a name. */
function hasPluralSubject(text: string, sentences: readonly Span[], at: number, limit: number): boolean {
  return [sentences[at - 1], sentences[at]].some((sentence) => sentence && opensWithPlural(text, sentence, limit));
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
  const descriptions = entities.map((): Description => ({ nouns: new Set() }));
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
