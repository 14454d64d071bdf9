import type { Candidate, Frame } from './candidate.ts';
import { opensQuote, unitEnd } from './contentPhrase.ts';
import { isTimeWord } from './nounPhrase.ts';
import { finiteAt, type Unit } from './unit.ts';

const OPEN_ENDED: ReadonlySet<Frame> = new Set<Frame>([
  'that',
  'clause',
  'wh',
  'object',
  'attitude',
  'infinitive',
  'prepositional',
  'gerund-clause',
  'according',
  'adverb',
  'as',
  'passive',
  'passive-by',
  'verbless',
  'comma-clause',
  'noun',
]);
const NOMINAL: ReadonlySet<Frame> = new Set<Frame>([
  'object',
  'attitude',
  'prepositional',
  'as',
  'passive',
  'infinitive',
]);
const JOINTS = new Set(
  'and but after before when while because as since which who although though despite until whereas with where so'.split(
    ' ',
  ),
);
const PREPOSITIONS = new Set('on in for at during by over following from to about'.split(' '));
const MOST = 9;

/** A reading of a candidate with its content ended at one of the places where it might end. */
export interface Variant extends Candidate {
  /** The joint at which the content ends, as `word/next word`. */
  readonly cut: string;
  /** The joints that the content runs over. */
  readonly over: readonly string[];
}

/** The candidate with every plausible end of its last piece; the judge picks one. */
export function variantsOf(unit: Unit, candidate: Candidate): Variant[] {
  const last = candidate.content.at(-1);
  if (!last || !OPEN_ENDED.has(candidate.frame) || last.from < candidate.cue.to || opensQuote(unit, last.from)) {
    return [{ ...candidate, cut: 'only', over: [] }];
  }
  if (candidate.source && candidate.source.from >= last.to) return [{ ...candidate, cut: 'only', over: [] }];
  const limit = Math.max(
    last.to,
    unit.inQuote[last.from] === unit.inQuote[candidate.cue.from] && (unit.inQuote[last.from] as number) >= 0
      ? last.to
      : unitEnd(unit),
  );
  const ends: { at: number; joint: string }[] = [];
  for (let i = last.from + 1; i < limit && ends.length < MOST; i++) {
    const joint = jointAt(unit, i, candidate.frame, last.from);
    if (joint !== null) ends.push({ at: i, joint });
    if (joint?.startsWith(',')) i++;
  }
  ends.push({ at: limit, joint: 'end' });
  if (!ends.some((e) => e.at === last.to)) ends.push({ at: last.to, joint: `default/${unit.words[last.to] ?? '.'}` });
  ends.sort((a, b) => a.at - b.at);
  return ends.map(({ at, joint }, k) => ({
    ...candidate,
    content: [...candidate.content.slice(0, -1), { from: last.from, to: at }],
    cut: joint,
    over: ends.slice(0, k).map((e) => e.joint),
  }));
}

function jointAt(unit: Unit, i: number, frame: Frame, from: number): string | null {
  const word = unit.words[i] as string;
  const next = unit.words[i + 1] ?? '.';
  if ((unit.inQuote[i] as number) >= 0 && unit.inQuote[i] === unit.inQuote[i - 1]) return null;
  if (word === ',') return `,/${classOf(unit, i + 1)}`;
  if (word === ';' || word === '–' || word === '—' || word === '(') return word;
  if (unit.words[i - 1] === ',') return null;
  if (JOINTS.has(word)) return `${word}/${classOf(unit, i + 1)}`;
  if (i > from + 1 && PREPOSITIONS.has(word) && (NOMINAL.has(frame) || isTimeWord(next)))
    return `${word}/${isTimeWord(next) ? 'time' : 'phrase'}`;
  return i > from + 1 && isTimeWord(word) && !PREPOSITIONS.has(unit.words[i - 1] ?? '') ? 'time' : null;
}

function classOf(unit: Unit, i: number): string {
  const word = unit.words[i] ?? '.';
  if (JOINTS.has(word) || PREPOSITIONS.has(word)) return word;
  if (word.endsWith('ing') && word.length > 4) return 'ing';
  if (finiteAt(unit, i)) return 'verb';
  if (/^(?:he|she|it|they|we|i)$/.test(word)) return 'pronoun';
  return 'other';
}
