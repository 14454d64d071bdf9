import type { KeptHistory } from '../store/keptHistory.ts';
import { decodeHistory } from './decodeHistory.ts';
import { EncodedRecords } from './encodedRecords.ts';
import { historyPieces } from './encodeHistory.ts';

/** A history as it is read again after it was kept: what a file rounds or leaves out tells its records from no decoded ones. */
export function recodeHistory(history: KeptHistory): KeptHistory | null {
  const pieces = historyPieces(history, '', new EncodedRecords((text) => text));
  return decodeHistory([...pieces].join(''), '', history.blocks);
}
