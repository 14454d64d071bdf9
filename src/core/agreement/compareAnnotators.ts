import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { Annotations, RecordRef } from '../model/records.ts';
import { spanOf } from '../present/conflicts.ts';
import { decodeSidecar } from '../sidecar/decodeSidecar.ts';
import { rawFile } from '../sidecar/rawFile.ts';
import type { SidecarFile, SidecarRecord } from '../sidecar/schema.ts';
import { withoutPrivateNotes } from '../store/privateNotes.ts';
import { recordsOf } from '../store/recordTable.ts';
import type { Span } from '../text/span.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { alignIds } from './alignIds.ts';
import { differences } from './differences.ts';
import { differenceWords } from './differenceWords.ts';

/** What two people decided differently on one record. */
export interface AnnotatorDifference {
  readonly record: RecordRef;
  readonly words: string;
  /** Who alone has the record; empty where both have it. */
  readonly whose: string;
  /** Where it stands in the text; null where it stands nowhere. */
  readonly span: Span | null;
}

export interface AnnotatorComparison {
  readonly agreement: Agreement;
  /** In the order of the text, those that stand nowhere in it last. */
  readonly differences: readonly AnnotatorDifference[];
  /** The other's sidecar with the ids that the same things have here. */
  readonly other: SidecarFile;
}

const WHOSE = { added: 'only the other has it', removed: 'only this one has it', changed: '' } as const;

/** Compares the annotations of a text with another annotator's; what neither decided on is no difference, private notes are left out. */
export function compareAnnotators(
  { annotations, blocks }: { readonly annotations: Annotations; readonly blocks: TextBlocks },
  sidecar: SidecarFile,
): AnnotatorComparison {
  const mine = rawFile(withoutPrivateNotes(annotations), blocks);
  const other = alignIds(mine, sidecar);
  const there = decodeSidecar(other, blocks).dossier.annotations;
  const spanIn = (all: Annotations, { kind, id }: RecordRef) => {
    const record = recordsOf(all, kind).get(id);
    return record ? spanOf(all, record) : null;
  };
  const found = differences(mine, other).flatMap((difference): AnnotatorDifference[] => {
    const { record, change } = difference;
    if (!record || !(isDecided(mine, record) || isDecided(other, record))) return [];
    const span = spanIn(annotations, record) ?? spanIn(there, record);
    return [{ record, words: differenceWords(difference, mine, other), whose: WHOSE[change], span }];
  });
  const start = ({ span }: AnnotatorDifference) => span?.start ?? Infinity;
  return {
    agreement: agreementOf(mine, other),
    differences: found.sort((a, b) => (start(a) === start(b) ? 0 : start(a) - start(b))),
    other,
  };
}

function isDecided(file: SidecarFile, { kind, id }: RecordRef): boolean {
  const state = (file[kind] as Record<string, SidecarRecord> | undefined)?.[id]?.state;
  return state !== undefined && state !== 'suggested';
}
