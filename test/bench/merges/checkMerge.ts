import { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import { RECORD_KINDS } from '../../../src/core/model/records.ts';
import { danglingReferences } from '../../../src/core/sidecar/danglingReferences.ts';
import { decodeSidecar } from '../../../src/core/sidecar/decodeSidecar.ts';
import { serialiseSidecar } from '../../../src/core/sidecar/encodeSidecar.ts';
import { WHOLE_RECORD } from '../../../src/core/sidecar/merge/conflictList.ts';
import { mergeSidecars } from '../../../src/core/sidecar/merge/mergeSidecars.ts';
import { sidecarText } from '../../../src/core/sidecar/merge/sidecarText.ts';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar.ts';
import type { SidecarFile, SidecarRecord } from '../../../src/core/sidecar/schema.ts';
import { sameValue } from '../../../src/core/store/sameValue.ts';
import { checked, withoutLabels } from '../../core/sidecar/mergeCases.ts';
import type { Versions } from './twoPeople.ts';

export interface CheckedMerge {
  readonly conflicts: number;
  /** Records that one person changed and the other deleted. */
  readonly editsOfDeleted: number;
  /** What is wrong, in words; empty when all is well. */
  readonly breaches: readonly string[];
}

const all = (file: SidecarFile) =>
  new Map(
    RECORD_KINDS.flatMap((kind) =>
      Object.entries((file[kind] ?? {}) as Record<string, SidecarRecord>).map(
        ([id, r]) => [`${kind}.${id}`, r] as const,
      ),
    ),
  );

/** Merges, and says what the result breaks of all that a merge guarantees. */
export function checkMerge({ base, ours, theirs, text }: Versions): CheckedMerge {
  const [b, o, t] = [checked(base), checked(ours), checked(theirs)];
  const { file, conflicts } = mergeSidecars(b, o, t);
  const breaches: string[] = [];
  const json = sidecarText(file);
  const parsed = parseSidecar(json);
  if (!parsed.ok) return { conflicts: 0, editsOfDeleted: 0, breaches: [`invalid: ${parsed.error.message}`] };
  if (!sameValue(parsed.value, file)) breaches.push('parse(serialise(x)) is not x');
  const turned = mergeSidecars(b, t, o).file;
  if (!sameValue(withoutLabels(file), withoutLabels(turned))) breaches.push('another result with the sides exchanged');
  const known = [b, o, t].flatMap(danglingReferences);
  breaches.push(...danglingReferences(file).filter((sentence) => !known.includes(sentence)));

  const [before, mine, yours, after] = [all(b), all(o), all(t), all(file)];
  let editsOfDeleted = 0;
  for (const [side, other] of [[mine, yours] as const, [yours, mine] as const]) {
    for (const [key, record] of side) {
      const old = before.get(key);
      const changed = !sameValue(old, record);
      if ((changed || other.has(key)) && !after.has(key)) breaches.push(`${key} is lost`);
      if (!changed || !old || other.has(key) || old.state === 'suggested' || record.state === 'suggested') continue;
      editsOfDeleted++;
      if (!after.get(key)?.conflict?.some(({ field }) => field === WHOLE_RECORD))
        breaches.push(`${key} is not flagged`);
    }
  }

  const save = (from: string) => {
    const blocks = new TextBlocks(text);
    return serialiseSidecar(decodeSidecar(checked(from), blocks).dossier, blocks);
  };
  const first = save(json);
  if (save(first) !== first) breaches.push('the second save has other bytes');
  if (o.source.sha256 === t.source.sha256 && b.source.sha256 === o.source.sha256 && first !== json)
    breaches.push('the editor would save other bytes');
  return { conflicts: conflicts.length, editsOfDeleted, breaches };
}
