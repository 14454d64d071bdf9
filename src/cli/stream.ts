import { isDay } from '../core/text/isDay.ts';
import type { CliContext } from './context.ts';
import { sentenceOf } from './context.ts';

interface Document {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
}

/** Reads documents as JSON lines and prints their standoff lines as they come; a bad line is reported with its number. */
export async function stream(published: string | undefined, context: CliContext): Promise<number> {
  let failed = false;
  let number = 0;
  for await (const line of linesOf(context.input)) {
    number++;
    if (line.trim() === '') continue;
    try {
      const { id, text, published: own = published } = readDocument(line);
      const standoff = context.service().standoff({ id, raw: text, ...(own === undefined ? {} : { published: own }) });
      await context.print(`${JSON.stringify(standoff)}\n`);
    } catch (error) {
      failed = true;
      context.complain(`line ${number}: ${sentenceOf(error)}`);
    }
  }
  return failed ? 1 : 0;
}

function readDocument(line: string): Document {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (error) {
    throw new Error(`not valid JSON: ${sentenceOf(error)}`);
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Error('not a JSON object');
  const { id, text, dct, published = dayOf(dct) } = data as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('"id" is missing');
  if (typeof text !== 'string') throw new Error('"text" is missing');
  if (published === undefined || published === null) return { id: String(id), text };
  if (typeof published !== 'string' || !isDay(published)) throw new Error('"published" is not a day as YYYY-MM-DD');
  return { id: String(id), text, published };
}

/** The day of a document creation time as sets annotated with TimeML write it ("1998-12-05T09:42"). */
function dayOf(time: unknown): string | undefined {
  const day = typeof time === 'string' ? time.slice(0, 10) : '';
  return isDay(day) ? day : undefined;
}

/** @throws TypeError when the bytes are not UTF-8. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces: string[] = []; // of the line that has not ended yet
  for await (const chunk of input) {
    let text = decoder.decode(chunk, { stream: true });
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n')) {
      pieces.push(text.slice(0, at));
      yield pieces.join('');
      pieces.length = 0;
      text = text.slice(at + 1);
    }
    if (text !== '') pieces.push(text);
  }
  pieces.push(decoder.decode());
  const last = pieces.join('');
  if (last !== '') yield last;
}
