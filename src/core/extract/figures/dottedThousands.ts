import { MEASURES } from './units.ts';

/** What a number is of. */
interface NumberUse {
  readonly kind: 'quantity' | 'money' | 'percent';
  readonly unit: string | null;
  readonly what: string | null;
}

/**
 * Whether the dot of "2.150" parts thousands, as many languages write them, and is no decimal point: nobody counts parts of a
 * person or a house, amounts have two decimals, and a measure hardly three noughts behind the point.
 */
export function partsThousands(digits: string, { kind, unit, what }: NumberUse): boolean {
  if (!/^[1-9]\d{0,2}\.\d{3}$/.test(digits) || kind === 'percent') return false;
  if (kind === 'money') return digits.length > 5 || digits.endsWith('00');
  if (unit !== null && MEASURES.has(unit)) return digits.endsWith('000');
  return unit === 'person' || (what !== null && /^\p{Ll}.*s$/u.test(what) && unit !== 'point');
}
