import type { Candidate } from './candidate.ts';

/** How likely a candidate is right, 0 to 1. */
export function judge(_candidate: Candidate): number {
  return 0.5;
}
