import type { SureReport } from './candidate.ts';
import { contentEnd, opensQuote, unitEnd } from './contentPhrase.ts';
import { isDash, phraseStartingAt, type TokenRange } from './nounPhrase.ts';
import { isSpeakerNoun } from './speakers.ts';
import { finiteWithin, type Unit } from './unit.ts';

const LONGEST_SPEAKER = 5;
const SHORTEST_CONTENT = 3;

/** The colon or dash of a headline that may part a speaker from what is said; -1 where there is none. */
export function headlineMark(unit: Unit): number {
  return unit.words.findLastIndex((word, i) => word === ':' || isDash(unit.tokens, i));
}

/** "Mayor: We will rebuild", "Three dead in fire - police": the speaker is a noun for people, bodies or documents. */
export function readHeadline(unit: Unit, mark: number): SureReport | null {
  const end = unitEnd(unit);
  const behind = { from: mark + 1, to: end };
  if (mark >= SHORTEST_CONTENT && isSpokenBy(unit, behind)) {
    return { source: behind, content: [{ from: 0, to: mark }] };
  }
  const front = { from: 0, to: mark };
  if (unit.words[mark] !== ':' || !isSpokenBy(unit, front) || end - mark <= SHORTEST_CONTENT) return null;
  if (!opensQuote(unit, mark + 1) && !finiteWithin(unit, mark + 1, end)) return null;
  return { source: front, content: [{ from: mark + 1, to: contentEnd(unit, mark + 1) }] };
}

function isSpokenBy(unit: Unit, { from, to }: TokenRange): boolean {
  if (to <= from || to - from > LONGEST_SPEAKER || phraseStartingAt(unit, from)?.to !== to) return false;
  return isSpeakerNoun(unit.words[to - 1] as string, false);
}
