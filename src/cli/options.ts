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
      readonly registry?: string;
    }
  | { readonly name: 'stream'; readonly published?: string }
  | { readonly name: 'import'; readonly files: readonly string[]; readonly stdout: boolean; readonly output?: string }
  | { readonly name: 'validate'; readonly files: readonly string[] }
  | {
      readonly name: 'merge';
      readonly base: string;
      readonly ours: string;
      readonly theirs: string;
      readonly output: string;
    }
  | {
      readonly name: 'compare';
      readonly files: readonly string[];
      readonly format: 'text' | 'json' | 'markdown';
      /** Day of publication by file, as the files were named. */
      readonly published: ReadonlyMap<string, string>;
    }
  | { readonly name: 'diff' | 'agree'; readonly files: readonly [string, string]; readonly json: boolean };

/** Options that only some commands know. */
const OPTIONS_OF = {
  annotate: ['stdout', 'standoff', 'jsonl', 'published', 'registry'],
  import: ['stdout', 'output'],
  validate: [],
  merge: ['output'],
  diff: ['json'],
  agree: ['json'],
  compare: ['json', 'markdown', 'published'],
} as const;

export const HELP = `Annotates news articles: entities, claims, who says what.

Usage:
  dossier annotate [options] <files...>     write <file>.dossier.json beside each article
  dossier annotate --jsonl [options]        read documents from standard input, print standoff lines
  dossier import [options] <files...>       make an article of each .html, .eml, .docx or .pdf beside it
  dossier validate <sidecars...>            check sidecar files
  dossier merge [-o FILE] <base> <ours> <theirs>
                                            merge by record and field, over ours or into FILE; an empty base is none
  dossier diff [--json] <old> <new>         say what changed between two sidecars
  dossier compare [options] <articles...>   what several articles say on the same questions, and where they differ
  dossier agree [--json] <one> <other>      how far two annotators of one text agree

Decisions in a present sidecar are kept. A sidecar that cannot be read is reported and never overwritten.

Options of annotate:
  --stdout                 print the sidecar instead of writing it
  --standoff               print one line of standoff JSON for each article, write nothing; the words that a report
                           quotes stand beside it as quotations of their own
  --jsonl                  documents as JSON lines: {"id","text","published"?,"language"?}
  --published YYYY-MM-DD   the day of publication, from which "yesterday" counts
  --registry FILE          let the decisions of a registry count (.dossier/registry.json of a folder)

Options of compare:
  --json, --markdown       print JSON or Markdown instead of text
  --published FILE=DATE    the day of publication of one of the files (may be given for each)

Options of import:
  --stdout                 print the text instead of writing it and its source card
  --output, -o FILE        write the text of the one file there; no file is ever written over

Options of merge:
  --output, -o FILE        write the result there instead of over ours

General:
  --help, -h               this text
  --version, -v            the version

Exit code: 0 when all went well, 1 when something failed (said on standard error), 2 for wrong usage.
merge: 1 also while the result keeps a conflict that a person has to settle. diff: 0 the same, 1 different, 2 trouble.
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
  if (!isCommand(name)) return fail(`There is no command "${name}".`);
  const known: readonly string[] = OPTIONS_OF[name];
  const stray = Object.keys(values).find((key) => !known.includes(key));
  if (stray) return fail(`--${stray} does not belong to ${name}.`);
  if (name === 'annotate') return annotateCommand(values, files);
  if (name === 'import') return importCommand(values, files);
  if (name === 'validate')
    return files.length > 0 ? ok({ name, files }) : fail('validate needs the names of sidecar files.');
  if (name === 'compare') return compareCommand(values, files);
  const [first, second, third] = files;
  if (name === 'merge') {
    if (!first || !second || !third || files.length > 3)
      return fail('merge needs three sidecars or registries: base, ours and theirs.');
    return ok({ name, base: first, ours: second, theirs: third, output: values.output ?? second });
  }
  if (!first || !second || files.length > 2) return fail(`${name} needs two sidecars.`);
  return ok({ name, files: [first, second], json: values.json ?? false });
}

const isCommand = (name: string): name is keyof typeof OPTIONS_OF => Object.hasOwn(OPTIONS_OF, name);

function annotateCommand(values: Values, files: readonly string[]): Result<Command> {
  const { registry } = values;
  const [published, ...more] = values.published ?? [];
  if (more.length > 0) return fail('annotate knows one --published.');
  if (published !== undefined && !isDay(published))
    return fail(`--published needs a day as YYYY-MM-DD, not "${published}".`);
  const day = published === undefined ? {} : { published };
  if (values.stdout && (values.standoff || values.jsonl)) return fail('--stdout cannot go with --standoff or --jsonl.');
  if (registry !== undefined && (values.standoff || values.jsonl))
    return fail('--registry cannot go with --standoff or --jsonl: these print what the machine alone finds.');
  if (values.jsonl) {
    return files.length === 0 ? ok({ name: 'stream', ...day }) : fail('--jsonl reads standard input; name no files.');
  }
  if (files.length === 0) return fail('annotate needs the names of article files, or --jsonl.');
  return ok({
    name: 'annotate',
    files,
    output: values.standoff ? 'standoff' : values.stdout ? 'stdout' : 'sidecar',
    ...day,
    ...(registry === undefined ? {} : { registry }),
  });
}

function compareCommand(values: Values, files: readonly string[]): Result<Command> {
  if (files.length < 2) return fail('compare needs the names of two or more article files.');
  if (values.json && values.markdown) return fail('--json cannot go with --markdown.');
  const published = new Map<string, string>();
  for (const given of values.published ?? []) {
    const at = given.lastIndexOf('=');
    const [file, day] = [given.slice(0, at), given.slice(at + 1)];
    if (at < 1 || !isDay(day)) return fail(`--published needs FILE=YYYY-MM-DD, not "${given}".`);
    if (!files.includes(file)) return fail(`--published names "${file}", which is not compared.`);
    published.set(file, day);
  }
  return ok({
    name: 'compare',
    files,
    format: values.json ? 'json' : values.markdown ? 'markdown' : 'text',
    published,
  });
}

function importCommand({ stdout = false, output }: Values, files: readonly string[]): Result<Command> {
  if (files.length === 0) return fail('import needs the names of files.');
  if (output !== undefined && (files.length > 1 || stdout)) return fail('-o is for one file, and not with --stdout.');
  return ok({ name: 'import', files, stdout, ...(output === undefined ? {} : { output }) });
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      stdout: { type: 'boolean' },
      standoff: { type: 'boolean' },
      jsonl: { type: 'boolean' },
      published: { type: 'string', multiple: true },
      markdown: { type: 'boolean' },
      registry: { type: 'string' },
      output: { type: 'string', short: 'o' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
}
