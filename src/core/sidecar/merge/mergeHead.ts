import { RECORD_KINDS } from '../../model/records.ts';
import { sameValue } from '../../store/sameValue.ts';
import { type SidecarFile, sidecarSchema } from '../schema.ts';
import { canonical } from './canonical.ts';
import { joinConflicts, type RawConflict } from './conflictList.ts';
import { inOrder, type Json } from './json.ts';
import type { Side } from './mergeRecord.ts';
import { mergeTree } from './mergeTree.ts';

/** What the programs write of a file, not people: nobody is asked about it. */
const QUIET = ['$schema', 'format', 'version', 'extractor'] as const;
const QUIET_SOURCE = ['path', 'sha256', 'firstSha256', 'offsets', 'language'] as const;

/** The file without its records. A newer extractor stands before an older one. */
export function mergeHead(
  base: SidecarFile | null,
  ours: SidecarFile,
  theirs: SidecarFile,
  textSide: Side | null,
): Json {
  const conflicts: RawConflict[] = [];
  const tree = (file: SidecarFile | null) => {
    if (!file) return undefined;
    const { source, ...head } = file;
    return { ...without(head, [...RECORD_KINDS, ...QUIET, 'conflict']), source: without(source, QUIET_SOURCE) };
  };
  const merged = mergeTree({ base: tree(base), ours: tree(ours), theirs: tree(theirs) }, '', conflicts) as Json;
  const quiet = (keys: readonly string[], b: Json, o: Json, t: Json, preferred: Side | null) =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const side = sameValue(o[key], b[key])
          ? 'theirs'
          : sameValue(t[key], b[key])
            ? 'ours'
            : (preferred ?? greater(o[key], t[key]));
        const value = side === 'ours' ? o[key] : t[key];
        return value === undefined ? [] : [[key, value]];
      }),
    );
  const source = {
    ...(merged.source as Json),
    ...quiet(QUIET_SOURCE, base?.source ?? {}, ours.source, theirs.source, textSide),
  };
  const conflict = joinConflicts(base?.conflict, ours.conflict, theirs.conflict, conflicts);
  const head = {
    ...merged,
    ...quiet(QUIET, base ?? {}, ours, theirs, null),
    source: inOrder(source, Object.keys(sidecarSchema.shape.source.shape)),
    ...(conflict.length > 0 ? { conflict } : {}),
  };
  return inOrder(head, Object.keys(sidecarSchema.shape));
}

/** By the numbers in it, so that version 0.10 stands above 0.9; by the bytes where these are the same. */
function greater(ours: unknown, theirs: unknown): Side {
  const [a, b] = [canonical(ours), canonical(theirs)];
  return (a.localeCompare(b, 'en', { numeric: true }) || (a > b ? 1 : -1)) > 0 ? 'ours' : 'theirs';
}

function without(data: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));
}
