import { fail, ok, type Result } from '../util/result.ts';
import { migrate, SIDECAR_VERSION } from './migrations.ts';
import { readJson } from './readJson.ts';
import { type SidecarFile, sidecarSchema } from './schema.ts';

/** Why a sidecar cannot be used. It must not be overwritten until a person acts. */
export interface SidecarProblem {
  readonly kind: 'size' | 'json' | 'conflict' | 'foreign' | 'newer' | 'shape';
  /** A sentence for people, without the name of the file. */
  readonly message: string;
  /** Counting from 1, where the place is known. */
  readonly line?: number;
  readonly column?: number;
}

const MOST_CHARACTERS = 64 * 1024 * 1024;
const MOST_REASONS = 5;
const LONGEST_REASON = 200;

/** Reads and checks the text of a sidecar. What this version does not know is kept in the result. */
export function parseSidecar(json: string): Result<SidecarFile, SidecarProblem> {
  if (json.length > MOST_CHARACTERS) return problem('size', 'The file is larger than 64 MB.');
  const read = readJson(json);
  if (!read.ok) {
    const conflict = /^(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)/m.exec(json);
    if (conflict) {
      const line = json.slice(0, conflict.index).split('\n').length;
      const message = `The file holds conflict markers of git (line ${line}): the merge has to be finished first.`;
      return fail({ kind: 'conflict', message, line, column: 1 });
    }
    const { line, column, message } = read.error;
    return fail({
      kind: 'json',
      message: `Not valid JSON at line ${line}, column ${column}: ${message}.`,
      line,
      column,
    });
  }
  const data = read.value;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return problem('foreign', 'The file does not hold a JSON object.');
  }
  const head = data as Readonly<Record<string, unknown>>;
  if (head.format !== 'dossier')
    return problem('foreign', 'The file is no Dossier sidecar: "format" is not "dossier".');
  const { version } = head;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return problem('shape', '"version" is not a whole number from 1.');
  }
  if (version > SIDECAR_VERSION) {
    return problem('newer', `The file is of version ${version}; this Dossier reads up to version ${SIDECAR_VERSION}.`);
  }
  const migrated = migrate(head, version);
  const checked = check(migrated);
  if (checked === null) return problem('shape', 'The data is wrong in too many places to name them.');
  if (checked.success) return ok(migrated as SidecarFile);
  const { issues } = checked.error;
  const reasons = issues
    .slice(0, MOST_REASONS)
    .map(({ path, message }) => `${shorten(path.map(String).join('.') || 'file')}: ${shorten(message)}`);
  const more = issues.length > MOST_REASONS ? [`and ${issues.length - MOST_REASONS} more`] : [];
  return problem('shape', `The data is not as it should be: ${[...reasons, ...more].join('; ')}.`);
}

/** Null when so much is wrong that zod runs out of stack while it collects it. */
function check(data: unknown) {
  try {
    return sidecarSchema.safeParse(data);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function shorten(words: string): string {
  return words.length > LONGEST_REASON ? `${words.slice(0, LONGEST_REASON)}…` : words;
}

function problem(kind: SidecarProblem['kind'], message: string): Result<never, SidecarProblem> {
  return fail({ kind, message });
}
