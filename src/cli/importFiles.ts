import path from 'node:path';
import { nameOfText } from '../core/source/importedArticle.ts';
import { importedSidecar } from '../core/source/importedSidecar.ts';
import { type CliContext, sentenceOf } from './context.ts';
import type { Command } from './options.ts';

type ImportCommand = Extract<Command, { name: 'import' }>;

/** Imports files one after the other; one that fails is reported and the others go on. @returns the exit code. */
export async function importFiles(command: ImportCommand, context: CliContext): Promise<number> {
  let failed = false;
  for (const file of command.files) {
    try {
      await importFile(file, command, context);
    } catch (error) {
      failed = true;
      context.complain(`${file}: ${sentenceOf(error)}`);
    }
  }
  return failed ? 1 : 0;
}

async function importFile(file: string, { output, stdout }: ImportCommand, context: CliContext): Promise<void> {
  const { files, print, complain } = context;
  const bytes = await files.read(file);
  if (bytes === null) throw new Error('no such file');
  const read = await context.readOriginal({ name: path.basename(file), bytes }, new AbortController().signal);
  if (!read.ok) throw new Error(read.error);
  for (const notice of read.value.notices) complain(`${file}: ${notice}`);
  if (stdout) {
    await print(read.value.text);
    return;
  }
  const target = output ?? nameOfText(file);
  const sidecar = `${target}.dossier.json`;
  for (const taken of [target, sidecar]) {
    if ((await files.read(taken)) !== null) throw new Error(`${taken} is there already and was left as it is; use -o.`);
  }
  const original = path.relative(path.dirname(target), file).split(path.sep).join('/');
  const encoder = new TextEncoder();
  // The card first: an article that is seen has it.
  await files.write(sidecar, encoder.encode(importedSidecar(read.value, path.basename(target), original)));
  await files.write(target, encoder.encode(read.value.text));
  await print(`${target}\n`);
}
