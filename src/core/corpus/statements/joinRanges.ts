import type { ExtractedFigure } from '../../extract/extraction.ts';
import { TIME_UNITS } from './joinDurations.ts';

const TO = /^\s*(?:to|till|until|[-–—])\s+$/;
const AND = /^\s+and\s+$/;
const FROM = /\b(?:from|between)\s+$/i;
const BEFORE = 10;

/** Figures with "82% to 86%" and "between six months and 14 years" as one range, in the unit of its upper end. */
export function joinRanges(text: string, figures: readonly ExtractedFigure[]): ExtractedFigure[] {
  const joined: ExtractedFigure[] = [];
  for (const figure of figures) {
    const low = joined.at(-1);
    const value = low && lowerEnd(low, figure);
    if (!low || value === null || value === undefined || !isJoint(text, low, figure)) joined.push(figure);
    else joined[joined.length - 1] = { ...figure, start: low.start, op: 'range', value, max: figure.value };
  }
  return joined;
}

function isJoint(text: string, low: ExtractedFigure, high: ExtractedFigure): boolean {
  const between = text.slice(low.end, high.start);
  return TO.test(between) || (AND.test(between) && FROM.test(text.slice(Math.max(0, low.start - BEFORE), low.start)));
}

/** The value of the lower end in the unit of the upper, or null where the two make no range. */
function lowerEnd(low: ExtractedFigure, high: ExtractedFigure): number | null {
  if (low.max !== undefined || high.max !== undefined || low.kind !== high.kind || low.op !== '=') return null;
  const [from, to] = [TIME_UNITS.get(low.unit ?? ''), TIME_UNITS.get(high.unit ?? '')];
  const scale = low.unit === high.unit ? 1 : from && to ? from / to : 0;
  return scale > 0 && low.value * scale < high.value ? low.value * scale : null;
}
