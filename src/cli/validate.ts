import { danglingReferences } from '../core/sidecar/danglingReferences.ts';
import { parseSidecar } from '../core/sidecar/parseSidecar.ts';
import { type CliContext, sentenceOf } from './context.ts';
import { readText } from './readText.ts';

/** Checks sidecar files and says what is wrong with each. @returns the exit code. */
export async function validate(files: readonly string[], context: CliContext): Promise<number> {
  let failed = false;
  for (const file of files) {
    const problems = await problemsOf(file, context);
    for (const problem of problems) context.complain(`${file}: ${problem}`);
    if (problems.length > 0) failed = true;
    else await context.print(`${file}: valid\n`);
  }
  return failed ? 1 : 0;
}

async function problemsOf(file: string, { files }: CliContext): Promise<readonly string[]> {
  try {
    const parsed = parseSidecar(await readText(files, file));
    return parsed.ok ? danglingReferences(parsed.value) : [parsed.error.message];
  } catch (error) {
    return [sentenceOf(error)];
  }
}
