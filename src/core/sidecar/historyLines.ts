import * as z from 'zod';
import { RECORD_KINDS } from '../model/records.ts';
import { CARD_FIELDS } from '../model/sourceCard.ts';
import { LOSSES } from '../store/keptHistory.ts';
import { conflictOf } from './decodeRecord.ts';
import { conflicts, id } from './schema.ts';

/** The kept history is lines of JSON: a head, for each edit a line and one for each of its changes, an end. */
export const HISTORY_FORMAT = 2;

const hash = z.string();
export const headLine = z.object({ format: z.literal(HISTORY_FORMAT), sidecar: hash, text: hash });

const paths = z.array(z.string()).nullable();
const words = z.string().nullable();
const disputes = conflicts.transform((list) => list.map(conflictOf)).nullable();
const card = z.array(
  z.union([
    z.object({ field: z.literal('translations'), before: paths, after: paths }),
    z.object({ field: z.literal('conflict'), before: disputes, after: disputes }),
    z.object({ field: z.enum(CARD_FIELDS).exclude(['translations']), before: words, after: words }),
  ]),
);
export const editLine = z.object({
  list: z.enum(['done', 'undone']),
  label: z.string(),
  changes: z.int().min(0),
  card: card.optional(),
});

/**
 * A record as undo or redo finds it, by its hash, and what makes of it what it is to become: fields, or a record as a
 * sidecar has it. Without either there is to be none.
 */
export const changeLine = z.object({
  kind: z.enum(RECORD_KINDS),
  id,
  from: hash.nullable(),
  plain: z.object({ set: z.record(z.string(), z.unknown()), drop: z.array(z.string()) }).optional(),
  record: z.looseObject({}).optional(),
});

const lost = z.object({ label: z.string(), because: z.enum(LOSSES) }).optional();
export const endLine = z.object({ lost: z.object({ done: lost, undone: lost }) });

const firstOf = z.array(z.looseObject({ label: z.string().optional() })).transform(([edit]) => edit?.label);
/** All of what the version before kept: of its edits only the names are read. */
export const olderHistory = z.object({ text: hash, done: firstOf, undone: firstOf });
