import type { Token } from '../../text/tokens.ts';
import { withNames } from './formNames.ts';
import type { TaggedName } from './tagSequences.ts';
import { isCapitalised } from './wordShape.ts';

const MONTHS = new Set([
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]);
const LONGEST_MONTH = 'September'.length;
const HAPPENINGS = new Set(['attacks', 'bombings', 'uprising', 'revolution', 'coup', 'massacre', 'protests']);

/** Events named by their day: "September 11 attacks", "May 3, 1998 uprising". Sorted; other names inside give way. */
export function addDatedEvents(sequences: readonly (readonly Token[])[], names: readonly TaggedName[]): TaggedName[] {
  const events: TaggedName[] = [];
  sequences.forEach((tokens, sequence) => {
    tokens.forEach(({ text }, first) => {
      if (text.length > LONGEST_MONTH || !isCapitalised(text) || !MONTHS.has(text)) return;
      if (!/^\d{1,2}$/.test(tokens[first + 1]?.text ?? '')) return;
      const year = tokens[first + 2]?.text === ',' && /^\d{4}$/.test(tokens[first + 3]?.text ?? '');
      const end = first + (year ? 4 : 2);
      if (!HAPPENINGS.has(tokens[end]?.text ?? '')) return;
      events.push({ sequence, first, end: end + 1, type: 'event', score: 0.8 });
    });
  });
  return withNames(names, events);
}
