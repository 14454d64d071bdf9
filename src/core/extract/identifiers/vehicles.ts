import { isImoNumber } from './checksums.ts';
import type { Identifier } from './identifier.ts';
import { type Gated, lookFor } from './lookFor.ts';

/**
 * Number plates differ from state to state and look like much else, so the words before must say what it is; up to
 * eight letters and digits in groups, both kinds among them.
 */
const PLATE: Gated = {
  gate: /\b(?:plates?|registration|registered|tags?)\b/i,
  pattern:
    /\b(?:(?:licen[cs]e|number|registration|vehicle|car|registered) plates?|plates?|registration(?: number| mark)?|registered(?: as| under)?|tags?)(?: number)?(?: (?:is|was|of|reading|read|bearing|no\.))?:? {0,2}["“'‘]?((?=[A-ZÄÖÜ0-9 ·-]*\d)(?=[A-ZÄÖÜ0-9 ·-]*[A-ZÄÖÜ])[A-ZÄÖÜ0-9]{1,7}(?:[ ·-][A-ZÄÖÜ0-9]{1,4}){0,3})(?![\p{L}\p{N}])/gu,
};
const SHIP: Gated = { gate: /\bIMO\b/, pattern: /\bIMO(?: number)?:? ?(\d{7})(?!\d)/g };

/** Number plates and aircraft registrations that are named as such, and IMO numbers of ships, of one line. */
export function findVehicles(line: string): Identifier[] {
  const found: Identifier[] = [];
  for (const match of lookFor(PLATE, line)) {
    const raw = match[1] as string;
    const value = raw.replace(/[^\p{L}\p{N}]/gu, '');
    if (value.length < 4 || value.length > 9) continue;
    const start = match.index + match[0].length - raw.length;
    found.push({ start, end: start + raw.length, kind: 'plate', value });
  }
  for (const match of lookFor(SHIP, line)) {
    const digits = match[1] as string;
    if (!isImoNumber(digits)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, kind: 'ship', value: `IMO ${digits}` });
  }
  return found;
}
