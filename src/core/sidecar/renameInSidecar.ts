import { type RenameReference, renameInCard, renameInClaim, renameInConflict } from '../store/fileReferences.ts';
import { sameValue } from '../store/sameValue.ts';
import type { SidecarFile } from './schema.ts';

/** A sidecar with the present names of the files that it refers to; itself where they are there already. */
export function renameInSidecar(file: SidecarFile, rename: RenameReference): SidecarFile {
  const claims = Object.entries(file.claims ?? {}).map(([id, claim]) => [id, renameInClaim(claim, rename)] as const);
  const { conflict } = file;
  const next = {
    ...file,
    source: renameInCard(file.source, rename),
    ...(conflict ? { conflict: conflict.map((one) => renameInConflict(one, rename)) } : {}),
    ...(file.claims ? { claims: Object.fromEntries(claims) } : {}),
  };
  return sameValue(next, file) ? file : next;
}
