import type { Relation } from '../corpus/compare/relation.ts';

/** Relations by how much they want the attention of a reader. */
export const WORST_FIRST = [
  'contradiction',
  'updated',
  'different scope',
  'compatible',
  'same',
] as const satisfies readonly Relation[];
