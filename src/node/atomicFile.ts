import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from '../core/service/ports.ts';
import { temporaryName } from '../core/sidecar/temporaryName.ts';

/**
 * Replaces a file as a whole or leaves it as it was: writes a temporary file in the same folder, flushes it to the disk
 * and renames it over the old one. Keeps the permissions of the old file; a symbolic link stays one.
 * @throws the error of the file system; the temporary file is removed then.
 */
export async function writeFileAtomic(file: string, bytes: Uint8Array): Promise<void> {
  const target = await unlessMissing(realpath(file), file);
  const mode = await unlessMissing<number | null>(
    stat(target).then((found) => found.mode & 0o777),
    null,
  );
  const random = randomBytes(6).toString('hex');
  const temporary = path.join(path.dirname(target), temporaryName(path.basename(target), random));
  const handle = await open(temporary, 'wx');
  try {
    try {
      await handle.writeFile(bytes);
      if (mode !== null) await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Files of this machine. */
export const nodeFileStore: FileStore = {
  read: (file) => unlessMissing<Uint8Array | null>(readFile(file), null),
  write: writeFileAtomic,
};

async function unlessMissing<T>(answer: Promise<T>, missing: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return missing;
    throw error;
  }
}
