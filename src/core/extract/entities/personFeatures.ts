import type { Antecedent, Candidate, Role } from './antecedent.ts';
import type { BackReference } from './wantedPhrase.ts';

/** A person for whom a pronoun may stand. */
export interface Considered {
  readonly entity: number;
  readonly candidate: Candidate;
  readonly last: Antecedent;
  /** Among the mentions looked at: of this person, and those as the first name of their sentence. */
  readonly near: number;
  readonly firsts: number;
  /** The latest of them beside a verb of speech. */
  readonly spoke?: Antecedent;
}

/** What a pronoun for a person is resolved by. */
export interface Situation {
  readonly text: string;
  readonly phrase: BackReference;
  readonly sentence: number;
  readonly paragraph: number;
  /** Nothing but a few words stands before the pronoun in its sentence. */
  readonly opens: boolean;
  /** The person of the last mention first. */
  readonly considered: readonly Considered[];
  /** Persons without a name ("the driver") between the last mention of a person and the pronoun. */
  readonly unnamed: number;
}

const ROLES: readonly Role[] = ['first', 'behind preposition', 'owner', 'modifier', 'other'];
const FORMS = ['name', 'nominal', 'pronoun'];
const CASES: Readonly<Record<string, number>> = { he: 0, she: 0, his: 1, her: 1, hers: 1, him: 2 };
const MARK = /["“”«»]/;
/** Longest stretch before a pronoun that is looked at, in UTF-16 units. */
const BETWEEN = 400;
const MOST = 7;

type Add = (kind: string, value: number) => void;

const capped = (count: number, most = MOST): number => Math.min(count, most);

/** Features, each a kind and a small number, of the choice that the pronoun stands for the `k`-th person. */
export function personFeatures(situation: Situation, k: number, add: Add): void {
  const { text, phrase, sentence, paragraph, opens, considered } = situation;
  const { candidate, last, near, firsts } = considered[k] as Considered;
  const distance = capped(sentence - last.sentence);
  const role = ROLES.indexOf(last.role);
  add('distance', distance);
  add('rank', capped(k));
  add('role', capped(distance, 2) * 8 + role);
  add('case', ((CASES[phrase.head] ?? 2) * 8 + role) * 4 + capped(distance, 2));
  add('opens', ((opens ? 1 : 0) * 8 + role) * 4 + capped(distance, 3));
  add('form', FORMS.indexOf(last.form) * 4 + capped(distance, 2));
  add('near', capped(near));
  add('firsts', capped(firsts));
  add('mentions', capped(Math.floor(Math.log2(candidate.mentions))));
  add('paragraph', capped(paragraph - last.paragraph, 3));
  add('gender', candidate.description.gender ? 1 : 0);
  add('only', considered.length === 1 ? 1 : 0);
  if (phrase.speaking) add('speaking', capped(distance, 3));
  const quoted =
    distance === 0 && MARK.test(text.slice(Math.max(last.end, phrase.start - BETWEEN), phrase.start)) ? 1 : 0;
  add('quoted', quoted * 8 + role);
  if (last.speaks) add('speaks', ((phrase.speaking ? 2 : 0) + quoted) * 4 + capped(distance, 2));
}

/** Features of the choice that the pronoun stands for none of them. */
export function nobodyFeatures({ phrase, sentence, opens, considered, unnamed }: Situation, add: Add): void {
  add('nobody', CASES[phrase.head] ?? 2);
  add('nobody of', capped(considered.length));
  add('nobody since', capped(sentence - (considered[0]?.last.sentence ?? 0)));
  add('unnamed', (opens ? 4 : 0) + capped(unnamed, 3));
  if (phrase.speaking) add('nobody speaking', 0);
}
