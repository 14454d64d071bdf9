import type { Relation } from '../corpus/compare/relation.ts';
import type { ComparisonRow } from './comparisonTable.ts';

/** Which rows of a comparison are shown. */
export interface ComparisonFilter {
  /** Null for all families. */
  readonly family: string | null;
  /** Null for all relations. */
  readonly relation: Relation | null;
  /** Every word must occur in the question, the names or the values of a row; case does not count. */
  readonly words: string;
}

export function passesComparison(row: ComparisonRow, { family, relation, words }: ComparisonFilter): boolean {
  if (family !== null && row.family !== family) return false;
  if (relation !== null && row.relation !== relation) return false;
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const cells = row.cells.flat().flatMap((cell) => [cell.words, ...cell.saidBy]);
  const text = [row.question, row.family, row.relation, ...row.about, ...cells].join('\n').toLowerCase();
  return wanted.every((word) => text.includes(word));
}
