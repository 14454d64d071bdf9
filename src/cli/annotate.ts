import path from 'node:path';
import { knownEntities } from '../core/corpus/knownEntities.ts';
import type { KnownEntity } from '../core/corpus/knownEntity.ts';
import { parseRegistry } from '../core/corpus/registryFile.ts';
import type { CliContext } from './context.ts';
import { sentenceOf } from './context.ts';
import type { Command } from './options.ts';
import { decodeText, readText } from './readText.ts';

type AnnotateCommand = Extract<Command, { name: 'annotate' }>;

/** Annotates files one after the other; one that fails is reported and the others go on. @returns the exit code. */
export async function annotate(command: AnnotateCommand, context: CliContext): Promise<number> {
  let failed = false;
  let known: readonly KnownEntity[];
  try {
    known = command.registry === undefined ? [] : await readKnown(command.registry, context);
  } catch (error) {
    context.complain(`${command.registry}: ${sentenceOf(error)}`);
    return 1;
  }
  for (const file of command.files) {
    try {
      await annotateFile(file, { command, known }, context);
    } catch (error) {
      failed = true;
      context.complain(`${file}: ${sentenceOf(error)}`);
    }
  }
  return failed ? 1 : 0;
}

async function readKnown(file: string, { files }: CliContext): Promise<readonly KnownEntity[]> {
  const parsed = parseRegistry(await readText(files, file));
  if (!parsed.ok) throw new Error(parsed.error);
  return knownEntities(parsed.value);
}

async function annotateFile(
  file: string,
  { command, known }: { readonly command: AnnotateCommand; readonly known: readonly KnownEntity[] },
  context: CliContext,
): Promise<void> {
  const { files, print, complain } = context;
  const raw = await readText(files, file);
  const article = { raw, ...(command.published === undefined ? {} : { published: command.published }) };
  if (command.output === 'standoff') {
    await print(`${JSON.stringify(context.service().standoff({ ...article, id: file, fragments: true }))}\n`);
    return;
  }
  const sidecarFile = `${file}.dossier.json`;
  const present = await files.read(sidecarFile);
  const sidecar = present && presentText(present, sidecarFile);
  const result = context.service().annotate({ ...article, fileName: path.basename(file), sidecar, known });
  if (!result.ok) throw new Error(`${path.basename(sidecarFile)} was left as it is. ${result.error.message}`);
  const { sidecar: text, dossier, orphans, notices } = result.value;
  for (const notice of notices) complain(`${file}: ${notice}`);
  if (command.output === 'stdout') {
    await print(text);
    return;
  }
  if (text !== sidecar) await files.write(sidecarFile, new TextEncoder().encode(text));
  const { entities, claims } = dossier.annotations;
  const lost = orphans > 0 ? `, ${orphans} of them without their words in the text` : '';
  await print(`${sidecarFile}: ${entities.size} entities, ${claims.size} claims${lost}\n`);
}

function presentText(bytes: Uint8Array, sidecarFile: string): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    throw new Error(`${path.basename(sidecarFile)} was left as it is. It ${sentenceOf(error)}.`);
  }
}
