import { type MovedFields, RECORD_KINDS, type RecordKind } from '../../model/records.ts';
import { mergeTarget } from '../../store/mergeTarget.ts';
import { sameValue } from '../../store/sameValue.ts';
import type { SidecarFile } from '../schema.ts';
import type { RawConflict } from './conflictList.ts';
import { isObject, type Json } from './json.ts';
import { mapEntityIds } from './mapEntityIds.ts';
import type { Records } from './repairReferences.ts';
import { flatten } from './units.ts';

interface Versions {
  readonly base: SidecarFile | null;
  readonly ours: SidecarFile;
  readonly theirs: SidecarFile;
}

/**
 * The entities, those with a fresh conflict on what they were merged into telling which references moved with the merge
 * and from where: only here are the versions at hand that know it.
 */
export function withMovedReferences(records: Readonly<Record<RecordKind, Records>>, versions: Versions): Records {
  const { base, ours, theirs } = versions;
  const entries = Object.entries(records.entities).map(([id, entity]): [string, Json] => {
    if (!Array.isArray(entity.conflict)) return [id, entity];
    const conflicts: readonly RawConflict[] = entity.conflict;
    const known = [ours, theirs].flatMap(({ entities = {} }) =>
      Object.hasOwn(entities, id) ? (entities[id]?.conflict ?? []) : [],
    );
    const isFresh = (conflict: RawConflict) => !known.some((one) => sameValue(one, conflict));
    const told = conflicts.map((conflict) => {
      if (conflict.field !== 'mergedInto' || !isFresh(conflict)) return conflict;
      const unmerged = conflict.ours.value === undefined ? ours : conflict.theirs.value === undefined ? theirs : base;
      const targets = [conflict.ours.value, conflict.theirs.value];
      const moved = unmerged && movedFrom(unmerged, { id, targets, records });
      return moved && Object.keys(moved).length > 0 ? { ...conflict, moved } : conflict;
    });
    return [id, { ...entity, conflict: told }];
  });
  return Object.fromEntries(entries);
}

/** The references to an entity in a version that did not merge it, and the other names that the targets had there. */
function movedFrom(
  version: SidecarFile,
  {
    id,
    targets,
    records,
  }: {
    readonly id: string;
    readonly targets: readonly unknown[];
    readonly records: Readonly<Record<RecordKind, Records>>;
  },
): MovedFields {
  const entities = new Map<string, { readonly mergedInto?: string | undefined }>(
    Object.entries(version.entities ?? {}),
  );
  entities.set(id, {});
  const moved = RECORD_KINDS.map((kind) => {
    const table = Object.entries((version[kind] ?? {}) as Records).filter(([one]) => Object.hasOwn(records[kind], one));
    const fields = table.flatMap(([one, record]): [string, Json][] => {
      if (kind === 'entities') return targets.includes(one) ? [[one, { aliases: record.aliases ?? [] }]] : [];
      // what was merged into it before moves with it, and the joined file names the last of them
      const resolved = mapEntityIds(kind, record, (entity) => (mergeTarget(entities, entity) === id ? id : entity));
      const others = flatten(mapEntityIds(kind, resolved, (entity) => (entity === id ? 'another' : entity)));
      const own = Object.entries(flatten(resolved)).filter(([key, value]) => !sameValue(value, others[key]));
      return own.length > 0 ? [[one, Object.fromEntries(own)]] : [];
    });
    return [kind, Object.fromEntries(fields)] as const;
  });
  return Object.fromEntries(moved.filter(([, fields]) => isObject(fields) && Object.keys(fields).length > 0));
}
