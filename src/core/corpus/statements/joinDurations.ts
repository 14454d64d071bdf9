import type { ExtractedFigure } from '../../extract/extraction.ts';

/** Seconds in a unit of time; a month and a year are mean ones (Gregorian). */
export const TIME_UNITS: ReadonlyMap<string, number> = new Map([
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]);
const JOINT = /^(?:,?\s+and\s+|,\s+|\s+)$/;

/** Figures with "8 days, 10 hours and 10 minutes" as one, in the smallest of its units. */
export function joinDurations(text: string, figures: readonly ExtractedFigure[]): ExtractedFigure[] {
  const joined: ExtractedFigure[] = [];
  for (const figure of figures) {
    const before = joined.at(-1);
    const larger = before?.unit ? TIME_UNITS.get(before.unit) : undefined;
    const smaller = figure.unit ? TIME_UNITS.get(figure.unit) : undefined;
    const follows = before && JOINT.test(text.slice(before.end, figure.start));
    if (!before || !larger || !smaller || larger <= smaller || !follows || figure.max !== undefined)
      joined.push(figure);
    else
      joined[joined.length - 1] = {
        ...before,
        end: figure.end,
        unit: figure.unit,
        value: before.value * (larger / smaller) + figure.value,
      };
  }
  return joined;
}
