import { parseArgs } from 'node:util';
import { isDay } from '../core/text/isDay.ts';
import { fail, ok, type Result } from '../core/util/result.ts';

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help' | 'version' }
  | {
      readonly name: 'annotate';
      readonly files: readonly string[];
      readonly output: 'sidecar' | 'stdout' | 'standoff';
      readonly published?: string;
    }
  | { readonly name: 'stream'; readonly published?: string }
  | { readonly name: 'validate'; readonly files: readonly string[] };

export const HELP = `Annotates news articles: entities, claims, who says what.

Usage:
  dossier annotate [options] <files...>     write <file>.dossier.json beside each article
  dossier annotate --jsonl [options]        read documents from standard input, print standoff lines
  dossier validate <sidecars...>            check sidecar files

Decisions in a present sidecar are kept. A sidecar that cannot be read is reported and never overwritten.

Options of annotate:
  --stdout                 print the sidecar instead of writing it
  --standoff               print one line of standoff JSON for each article, write nothing
  --jsonl                  documents as JSON lines: {"id","text","published"?,"language"?}
  --published YYYY-MM-DD   the day of publication, from which "yesterday" counts

General:
  --help, -h               this text
  --version, -v            the version

Exit code: 0 when all went well, 1 when something failed (said on standard error), 2 for wrong usage.
`;

/** @returns the command, or what is wrong with the arguments, in words. */
export function parseCommand(args: readonly string[]): Result<Command> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return ok({ name: 'help' });
  if (values.version) return ok({ name: 'version' });
  const [name, ...files] = positionals;
  if (name === undefined) return fail('No command given.');
  if (name === 'validate') {
    const given = (['stdout', 'standoff', 'jsonl', 'published'] as const).find((key) => values[key] !== undefined);
    if (given) return fail(`--${given} belongs to annotate.`);
    return files.length > 0 ? ok({ name, files }) : fail('validate needs the names of sidecar files.');
  }
  if (name !== 'annotate') return fail(`There is no command "${name}".`);
  const { published } = values;
  if (published !== undefined && !isDay(published))
    return fail(`--published needs a day as YYYY-MM-DD, not "${published}".`);
  const day = published === undefined ? {} : { published };
  if (values.stdout && (values.standoff || values.jsonl)) return fail('--stdout cannot go with --standoff or --jsonl.');
  if (values.jsonl) {
    return files.length === 0 ? ok({ name: 'stream', ...day }) : fail('--jsonl reads standard input; name no files.');
  }
  if (files.length === 0) return fail('annotate needs the names of article files, or --jsonl.');
  return ok({ name, files, output: values.standoff ? 'standoff' : values.stdout ? 'stdout' : 'sidecar', ...day });
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      stdout: { type: 'boolean' },
      standoff: { type: 'boolean' },
      jsonl: { type: 'boolean' },
      published: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
}
