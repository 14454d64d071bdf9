import type { AnyRecord } from './records.ts';

/** Whether a person holds on to a record by a decision or a comment: no analysis changes it or takes it away. */
export function isHeld({ state, comments }: AnyRecord): boolean {
  return state !== 'suggested' || comments !== undefined;
}
