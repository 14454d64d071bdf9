import type { RecordState } from '../model/types.ts';

/** What a person typed into Filter..., taken apart. */
export interface Filter {
  /** Every word must occur, case folded. */
  readonly words: readonly string[];
  readonly states: ReadonlySet<RecordState>;
}

const STATE_TERMS = {
  'is:unreviewed': ['suggested'],
  'is:accepted': ['accepted', 'edited', 'added'],
  'is:edited': ['edited'],
  'is:added': ['added'],
  'is:rejected': ['rejected'],
} as const satisfies Readonly<Record<string, readonly RecordState[]>>;

export const FILTER_HINT = `words, or ${Object.keys(STATE_TERMS).join(', ')}`;

export function parseFilter(input: string): Filter | null {
  const words: string[] = [];
  const states = new Set<RecordState>();
  for (const word of input.toLowerCase().split(/\s+/).filter(Boolean)) {
    if (isStateTerm(word)) for (const state of STATE_TERMS[word]) states.add(state);
    else words.push(word);
  }
  return words.length === 0 && states.size === 0 ? null : { words, states };
}

const isStateTerm = (word: string): word is keyof typeof STATE_TERMS => Object.hasOwn(STATE_TERMS, word);

/** Whether rejected records are asked for; they are hidden otherwise. */
export const wantsRejected = (filter: Filter | null): boolean => filter?.states.has('rejected') ?? false;

export function passes(filter: Filter | null, state: RecordState, searched: () => string): boolean {
  if (!filter) return true;
  if (filter.states.size > 0 && !filter.states.has(state)) return false;
  if (filter.words.length === 0) return true;
  const text = searched().toLowerCase();
  return filter.words.every((word) => text.includes(word));
}
