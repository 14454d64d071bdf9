import type { EntityType } from '../../model/types.ts';

/** The types that the tagger tells apart; further ones are decided from the words afterwards. */
export const TAGGED_TYPES = [
  'person',
  'organization',
  'location',
  'group',
  'event',
  'work',
  'product',
] as const satisfies readonly EntityType[];
export type TaggedType = (typeof TAGGED_TYPES)[number];

/** Labels of a token: 0 is outside; type t begins with 1 + 2t and goes on with 2 + 2t. */
export const LABEL_COUNT = 1 + 2 * TAGGED_TYPES.length;

export function beginLabel(type: TaggedType): number {
  return 1 + 2 * TAGGED_TYPES.indexOf(type);
}

/** True where a token with label `to` may follow one with label `from` (-1: the start of the sequence). */
export function mayFollow(from: number, to: number): boolean {
  if (to === 0 || to % 2 === 1) return true;
  return from === to || from === to - 1;
}
