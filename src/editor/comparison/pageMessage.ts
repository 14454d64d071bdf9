import { z } from 'zod';
import { type PageMessage, PICTURES } from '../../core/present/comparisonMessages.ts';

const MOST_ROWS = 100_000;
const LONGEST_PICTURE = 64 * 1024 * 1024;

const number = z.number().int().nonnegative();

const schema: z.ZodType<PageMessage> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('open'), revision: number, statement: number }),
  z.object({ type: z.literal('choose') }),
  z.object({ type: z.literal('again') }),
  z.object({ type: z.literal('cancel') }),
  z.object({ type: z.literal('saveTable'), revision: number, rows: z.array(number).max(MOST_ROWS) }),
  z.object({
    type: z.literal('savePicture'),
    picture: z.enum(PICTURES),
    format: z.enum(['svg', 'png']),
    content: z.string().max(LONGEST_PICTURE),
  }),
]);

/** A message of the page, or null where it is none. */
export function readPageMessage(value: unknown): PageMessage | null {
  const read = schema.safeParse(value);
  return read.success ? read.data : null;
}
