import { keptConflicts } from '../../core/sidecar/merge/keptConflicts.ts';
import { mergeSidecars } from '../../core/sidecar/merge/mergeSidecars.ts';
import { parseSidecar } from '../../core/sidecar/parseSidecar.ts';
import { checkedFile } from '../../core/sidecar/rawFile.ts';
import type { SidecarFile } from '../../core/sidecar/schema.ts';
import { decodeText } from './sidecarFiles.ts';

/**
 * Joins two sidecars of an article by meaning.
 * @param base what both build on; null, or what cannot be read, where that is not known.
 * @returns also how many conflicts are new.
 */
export function joinSidecars(
  base: Uint8Array | null,
  ours: string,
  theirs: SidecarFile,
): { readonly file: SidecarFile; readonly conflicts: number } {
  const both = base && parseSidecar(decodeText(base));
  const own = checkedFile(ours);
  const { file, conflicts } = mergeSidecars(both?.ok ? both.value : null, own, theirs);
  return { file, conflicts: conflicts.length - keptConflicts(own).length };
}
