import type { Relation } from '../../core/corpus/compare/relation.ts';

/** A sign for each relation, so that it is told by more than its colour. */
export const RELATION_SIGNS: Readonly<Record<Relation, string>> = {
  contradiction: '≠',
  updated: '↻',
  'different scope': '⊂',
  compatible: '≈',
  same: '=',
};
