import type { KeptHistory } from '../../core/store/keptHistory.ts';
import { decodeText } from './sidecarFiles.ts';

/** Decisions that wait outside the sidecar, and what the sidecar was when they were made. */
export interface WaitingDecisions {
  /** SHA-256 of the sidecar that the decisions build on; null where there was none. */
  readonly base: string | null;
  /** That sidecar, to merge by when another was written meanwhile; null where there was none or it is not known. */
  readonly baseBytes: Uint8Array | null;
  /** The sidecar as it would be written. */
  readonly sidecar: Uint8Array;
}

/** Decisions that go over to the new name of their article, with what can be undone in them where that is not kept there. */
export interface HandedDecisions extends WaitingDecisions {
  readonly history?: KeptHistory;
}

const LINE_FEED = 10;

/**
 * Reads what `PendingDecisions` writes, and what version 0.1.0 wrote.
 * @returns null where it is something else.
 * @throws where it is no JSON.
 */
export function decodeWaiting(bytes: Uint8Array): WaitingDecisions | null {
  const end = bytes.indexOf(LINE_FEED);
  const head = JSON.parse(decodeText(end < 0 ? bytes : bytes.subarray(0, end))) as Readonly<Record<string, unknown>>;
  const { base, baseLength, baseText, sidecar } = head;
  if (base !== null && typeof base !== 'string') return null;
  // As version 0.1.0 wrote it.
  if (typeof sidecar === 'string') {
    const baseBytes = typeof baseText === 'string' ? new TextEncoder().encode(baseText) : null;
    return { base, baseBytes, sidecar: new TextEncoder().encode(sidecar) };
  }
  if (end < 0 || (baseLength !== null && typeof baseLength !== 'number')) return null;
  const from = end + 1 + (baseLength ?? 0);
  return { base, baseBytes: baseLength === null ? null : bytes.subarray(end + 1, from), sidecar: bytes.subarray(from) };
}
