import type { Antecedent, Candidate, Resolved } from './antecedent.ts';
import { type Considered, nobodyFeatures, personFeatures, type Situation } from './personFeatures.ts';
import { PERSON_WEIGHTS } from './personWeights.ts';
import type { BackReference } from './wantedPhrase.ts';

const BACK = 40;
const FARTHEST_SENTENCE = 8;
/** How sure it is that who "added" spoke before. */
const GOES_ON = 0.9;
const ADDS = /^ (?:added|adds|continued|continues|went on|goes on|concluded|concludes)(?=\s?(?:[,.:;“"]|that\b|$))/u;

/**
 * The persons that a pronoun may stand for: those of the mentions right before it that agree with it in gender, the one
 * mentioned last first. Bounded work.
 * @param recent mentions before the pronoun, the latest last.
 */
export function considerPersons(
  { apart, reference: { gender } }: BackReference,
  sentence: number,
  recent: readonly Antecedent[],
  candidates: readonly Candidate[],
): Considered[] {
  const found = new Map<number, { -readonly [K in keyof Considered]: Considered[K] }>();
  for (let i = recent.length - 1; i >= Math.max(0, recent.length - BACK); i--) {
    const last = recent[i] as Antecedent;
    if (sentence - last.sentence > FARTHEST_SENTENCE) break;
    const { entity } = last;
    const candidate = candidates[entity] as Candidate;
    const { description, type } = candidate;
    if (type !== 'person' || apart?.has(entity)) continue;
    if (gender && description.gender && gender !== description.gender) continue;
    const known = found.get(entity) ?? { entity, candidate, last, near: 0, firsts: 0 };
    known.near++;
    if (last.role === 'first') known.firsts++;
    if (last.speaks) known.spoke ??= last;
    found.set(entity, known);
  }
  return [...found.values()];
}

/** The likeliest person, or undefined where it is likelier none of them, by a log-linear model (training/trainPersons.ts). */
export function resolvePerson(situation: Situation): Resolved | undefined {
  const { considered } = situation;
  const speaker = goesOn(situation) && latestSpeaker(considered);
  if (speaker) return { entity: speaker.entity, score: GOES_ON };
  const sums = considered.map((_, k) => sum((add) => personFeatures(situation, k, add)));
  sums.push(sum((add) => nobodyFeatures(situation, add)));
  const most = Math.max(...sums);
  const found = considered[sums.indexOf(most)];
  // "The prosecutor Lee said the man was ill. He lived in Oslo.": precision before recall
  if (found?.last.speaks && !situation.phrase.speaking && situation.unnamed > 0) return undefined;
  const total = sums.reduce((all, one) => all + Math.exp(one - most), 0);
  return found && { entity: found.entity, score: Math.round(100 / total) / 100 };
}

function goesOn({ text, phrase: { head, end } }: Situation): boolean {
  return /^s?he$/.test(head) && ADDS.test(text.slice(end, end + 20));
}

function latestSpeaker(considered: readonly Considered[]): Considered | undefined {
  const spoke = considered.filter((one) => one.spoke);
  return spoke.reduce<Considered | undefined>(
    (last, one) => (!last || (one.spoke as Antecedent).start > (last.spoke as Antecedent).start ? one : last),
    undefined,
  );
}

function sum(read: (add: (kind: string, value: number) => void) => void): number {
  let all = 0;
  read((kind, value) => {
    all += PERSON_WEIGHTS[kind]?.[value] ?? 0;
  });
  return all;
}
