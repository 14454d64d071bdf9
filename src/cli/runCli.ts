import { agree } from './agree.ts';
import { annotate } from './annotate.ts';
import { compare } from './compare.ts';
import { type CliContext, sentenceOf } from './context.ts';
import { diff } from './diff.ts';
import { importFiles } from './importFiles.ts';
import { merge } from './merge.ts';
import { HELP, parseCommand } from './options.ts';
import { stream } from './stream.ts';
import { validate } from './validate.ts';

/** Carries out one command line. @returns the exit code: 0, 1 for failures, 2 for wrong usage. */
export async function runCli(args: readonly string[], context: CliContext): Promise<number> {
  const parsed = parseCommand(args);
  if (!parsed.ok) {
    context.complain(parsed.error);
    context.complain('Try dossier --help.');
    return 2;
  }
  const command = parsed.value;
  const orComplain = async (failure: number, run: () => Promise<number>) => {
    try {
      return await run();
    } catch (error) {
      context.complain(sentenceOf(error));
      return failure;
    }
  };
  switch (command.name) {
    case 'help':
      await context.print(HELP);
      return 0;
    case 'version':
      await context.print(`${context.version}\n`);
      return 0;
    case 'annotate':
      return annotate(command, context);
    case 'stream':
      return stream(command.published, context);
    case 'import':
      return importFiles(command, context);
    case 'validate':
      return validate(command.files, context);
    case 'merge':
      return orComplain(1, () => merge(command, context));
    case 'diff':
      return orComplain(2, () => diff(command.files, command.json, context));
    case 'compare':
      return orComplain(1, () => compare(command, context));
    case 'agree':
      return orComplain(1, () => agree(command.files, command.json, context));
  }
}
