import type { Antecedent, Candidate, Resolved } from './antecedent.ts';
import type { BackReference } from './wantedPhrase.ts';

const BACK = 40;
const FARTHEST_SENTENCE = 6;
const NEAR_SENTENCE = 2;

/**
 * The entity that a phrase without a name stands for, or undefined. Candidates agree in type and gender; each of the
 * last mentions counts by nearness (a subject more), entities that spoke or acted last and those that the noun
 * describes get more. A person is left aside where an organisation has led a sentence since, unless the phrase speaks.
 * Bounded work per phrase.
 * @param recent antecedents before the phrase, the latest last.
 */
export function resolve(
  phrase: BackReference,
  sentence: number,
  recent: readonly Antecedent[],
  candidates: readonly Candidate[],
): Resolved | undefined {
  const weights = new Map<number, number>();
  const pronoun = phrase.form === 'pronoun';
  const named =
    phrase.form === 'nominal' &&
    recent.slice(-BACK).some(({ entity }) => isNamedSo(phrase, candidates[entity] as Candidate));
  let body = false; // an organisation led a sentence after the candidate
  for (let i = recent.length - 1; i >= Math.max(0, recent.length - BACK); i--) {
    const { entity, sentence: at, leading, role } = recent[i] as Antecedent;
    const distance = sentence - at;
    if (distance > (pronoun && !phrase.reference.types.includes('person') ? NEAR_SENTENCE : FARTHEST_SENTENCE)) break;
    const candidate = candidates[entity] as Candidate;
    const here = distance === 0 && leading && phrase.form === 'nominal';
    const agreement = agree(phrase, candidate, here);
    if (
      agreement === 0 ||
      (named && !isNamedSo(phrase, candidate)) ||
      role === 'modifier' ||
      // "They ran in Vienna, Austria. It was ...": a place is meant where it led its sentence
      (pronoun && candidate.type === 'location' && role !== 'first') ||
      phrase.apart?.has(entity) ||
      (phrase.reference.plural && !leading) ||
      (body && !phrase.speaking && phrase.reference.types[0] === 'person')
    ) {
      body ||= pronoun && leading && candidate.type === 'organization';
      continue;
    }
    const weight = (agreement * (leading ? 2 : 1)) / (1 + distance);
    weights.set(entity, (weights.get(entity) ?? 0) + weight);
  }
  if (weights.size === 0) return undefined;
  const ranked = [...weights]
    .map(([entity, weight]) => [entity, weight + Math.log1p((candidates[entity] as Candidate).mentions) / 4] as const)
    .sort(([, a], [, b]) => b - a);
  const [entity, weight] = ranked[0] as readonly [number, number];
  const rival = ranked[1]?.[1] ?? 0;
  return { entity, score: Math.round((0.45 + 0.4 * (1 - rival / (weight || 1))) * 100) / 100 };
}

/** "The appeals court" is the Court of Appeals, not the Supreme Court. */
function isNamedSo({ head, modifiers = [] }: BackReference, { description }: Candidate): boolean {
  return description.nouns.has(head) && modifiers.some((word) => description.words.has(word));
}

/** @param here true where the candidate leads the sentence of a noun phrase: as good as a description. */
function agree(phrase: BackReference, { type, description }: Candidate, here: boolean): number {
  const { types, gender } = phrase.reference;
  const place = types.indexOf(type);
  if (place < 0) return 0;
  if (gender && description.gender && gender !== description.gender) return 0;
  const described = phrase.form === 'nominal' && description.nouns.has(phrase.head);
  if (phrase.strict && !described) return 0;
  if (described || here) return 4;
  return phrase.form === 'pronoun' && place > 0 ? 0.4 : 1;
}
