import { namesIn, recordWords } from '../core/agreement/differenceWords.ts';
import { mergeRegistries, type RegistryVersions } from '../core/corpus/mergeRegistries.ts';
import { EMPTY_REGISTRY } from '../core/corpus/registry.ts';
import { parseRegistry, serialiseRegistry } from '../core/corpus/registryFile.ts';
import { fieldWords, oneLine, valueWords } from '../core/present/valueWords.ts';
import type { KeptConflict } from '../core/sidecar/merge/keptConflicts.ts';
import { mergeSidecars } from '../core/sidecar/merge/mergeSidecars.ts';
import { sidecarText } from '../core/sidecar/merge/sidecarText.ts';
import type { SidecarFile } from '../core/sidecar/schema.ts';
import { ok } from '../core/util/result.ts';
import type { CliContext } from './context.ts';
import type { Command } from './options.ts';
import { readSidecar, readSidecarOrEmpty } from './readSidecar.ts';
import { readText } from './readText.ts';

const IS_REGISTRY = /^\uFEFF?\s*\{\s*(?:"\$schema"\s*:\s*"[^"]*"\s*,\s*)?"format"\s*:\s*"dossier-registry"/;

type MergeCommand = Extract<Command, { name: 'merge' }>;

/**
 * Merges three sidecars or three registries and writes the result, by default over ours, as git asks of a merge driver.
 * @returns 1 while a conflict waits for a person, so that git shows the file as unmerged; else 0.
 * @throws Error with a sentence when a file cannot be read; nothing is written then.
 */
export async function merge({ base, ours, theirs, output }: MergeCommand, context: CliContext): Promise<number> {
  const { files, complain } = context;
  const registries = await readRegistries(context, { base, ours, theirs });
  if (registries) {
    await files.write(output, new TextEncoder().encode(serialiseRegistry(mergeRegistries(registries))));
    return 0;
  }
  const before = await readSidecarOrEmpty(files, base);
  const { file, conflicts, notices } = mergeSidecars(
    before,
    await readSidecar(files, ours),
    await readSidecar(files, theirs),
  );
  await files.write(output, new TextEncoder().encode(sidecarText(file)));
  for (const notice of notices) complain(notice);
  for (const conflict of conflicts) complain(`conflict: ${conflictWords(conflict, file)}`);
  return conflicts.length > 0 ? 1 : 0;
}

/** Null where ours is no registry. @throws Error with a sentence when another version cannot be read as one. */
async function readRegistries(
  { files }: CliContext,
  versions: Pick<MergeCommand, 'base' | 'ours' | 'theirs'>,
): Promise<RegistryVersions | null> {
  // What cannot be read is told by the reading of the sidecars.
  if (!IS_REGISTRY.test(await readText(files, versions.ours).catch(() => ''))) return null;
  const read = async (file: string) => {
    const text = await readText(files, file);
    const parsed = text.trim() === '' ? ok(EMPTY_REGISTRY) : parseRegistry(text);
    if (!parsed.ok) throw new Error(`${file}: ${parsed.error}`);
    return parsed.value;
  };
  return { base: await read(versions.base), ours: await read(versions.ours), theirs: await read(versions.theirs) };
}

function conflictWords({ record, field, ours, theirs }: KeptConflict, file: SidecarFile): string {
  const side = ({ value, by }: KeptConflict['ours']) => {
    return `${valueWords(value, namesIn(file))}${typeof by === 'string' ? ` by ${oneLine(by)}` : ''}`;
  };
  const name = record ? recordWords(record, file) : 'The article';
  return `${name}: ${fieldWords(field)}: ours ${side(ours)}, theirs ${side(theirs)}`;
}
