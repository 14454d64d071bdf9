import type { FileStore } from '../core/service/ports.ts';
import { parseSidecar } from '../core/sidecar/parseSidecar.ts';
import type { SidecarFile } from '../core/sidecar/schema.ts';
import { sentenceOf } from './context.ts';
import { readText } from './readText.ts';

/**
 * A checked sidecar, or null for an empty file, which git gives where there is no version in common.
 * @throws Error with a sentence that names the file when it cannot be read.
 */
export async function readSidecarOrEmpty(files: FileStore, file: string): Promise<SidecarFile | null> {
  let text: string;
  try {
    text = await readText(files, file);
  } catch (error) {
    throw new Error(`${file}: ${sentenceOf(error)}`);
  }
  if (text.trim() === '') return null;
  const parsed = parseSidecar(text);
  if (!parsed.ok) throw new Error(`${file}: ${parsed.error.message}`);
  return parsed.value;
}

/** A checked sidecar. @throws Error with a sentence that names the file when it cannot be read or is empty. */
export async function readSidecar(files: FileStore, file: string): Promise<SidecarFile> {
  const found = await readSidecarOrEmpty(files, file);
  if (!found) throw new Error(`${file}: The file is empty.`);
  return found;
}
