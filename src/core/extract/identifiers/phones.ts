import type { Identifier } from './identifier.ts';
import { type Gated, lookFor } from './lookFor.ts';

const INTERNATIONAL: Gated = {
  gate: /(?:\+|00)[1-9]/,
  pattern: /(?<![\p{L}\p{N}+]|\d )(?:\+|00)[1-9](?:[ .()/-]{0,2}\d){6,14}(?![\p{L}\p{N}])/gu,
};
const NORTH_AMERICAN: Gated = {
  gate: /\d[.-]\d{4}/,
  pattern: /(?<![\p{L}\p{N}+-])(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[.-])[2-9]\d\d[.-]\d{4}(?![\p{L}\p{N}-])/gu,
};

/** International numbers with + or 00, and North American ones in their usual writing; the value is E.164; of one line. */
export function findPhones(line: string): Identifier[] {
  const found: Identifier[] = [];
  for (const { 0: raw, index } of lookFor(INTERNATIONAL, line)) {
    const digits = raw.replace(/\D/g, '').replace(/^00/, '');
    if (digits.length < 8 || digits.length > 15) continue;
    found.push({ start: index, end: index + raw.length, kind: 'phone', value: `+${digits}` });
  }
  for (const { 0: raw, index } of lookFor(NORTH_AMERICAN, line)) {
    const digits = raw.replace(/\D/g, '').slice(-10);
    found.push({ start: index, end: index + raw.length, kind: 'phone', value: `+1${digits}` });
  }
  return found;
}
