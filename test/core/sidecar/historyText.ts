import type { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import type { Annotations } from '../../../src/core/model/records.ts';
import { readHistory } from '../../../src/core/sidecar/decodeHistory.ts';
import { EncodedRecords } from '../../../src/core/sidecar/encodedRecords.ts';
import { historyPieces } from '../../../src/core/sidecar/encodeHistory.ts';
import type { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import type { KeptHistory } from '../../../src/core/store/keptHistory.ts';
import { finish } from '../../../src/core/util/finish.ts';

/** What is kept of the history of a store beside a sidecar. */
export const historyText = (store: AnnotationStore, sidecar = 'S'): string =>
  [...historyPieces(store.history(), sidecar, new EncodedRecords((text) => text))].join('');

/** What is read of it with the records of a sidecar. */
export const historyIn = (
  kept: string,
  annotations: Annotations,
  blocks: TextBlocks,
  { sidecar = 'S', old }: Partial<Parameters<typeof readHistory>[1]> = {},
): KeptHistory | null => finish(readHistory(kept, { blocks, sidecar, annotations, ...(old ? { old } : {}) }));
