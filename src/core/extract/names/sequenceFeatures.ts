import { mix } from '../../lexicon/hash.ts';

/** Neighbours that a word's own features are read at, as distances. */
export const OFFSETS = [-2, -1, 0, 1, 2] as const;

/** The feature of a word form seen at `offset` from the token that is labelled. */
export function shifted(feature: number, offset: number): number {
  return mix(feature, 101 + offset);
}

/** How many of a form's features count at `offset`: all of them on the token itself and beside it, the core further away. */
export function featureCountAt(count: number, core: number, offset: number): number {
  return Math.abs(offset) <= 1 ? count : core;
}
