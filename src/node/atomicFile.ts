import { randomBytes } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FileStore } from '../core/service/ports.ts';
import { temporaryName } from '../core/sidecar/temporaryName.ts';

/** Milliseconds after which a write by somebody else has another time: the clocks of file systems tick slower than time. */
const TICK = 20;
/** Bytes of a file that is worth waiting a tick, so that it need not be read again. */
const LARGE = 1_000_000;

/**
 * Replaces a file as a whole or leaves it as it was: writes a temporary file in the same folder, flushes it to the disk
 * and renames it over the old one. Keeps the permissions of the old file; a symbolic link stays one.
 * @returns the {@link fileStamp} that the file keeps until somebody else writes it; null where that cannot be told,
 * as for a small file that was written faster than the clock ticks.
 * @throws the error of the file system; the temporary file is removed then.
 */
export async function writeFileAtomic(file: string, bytes: Uint8Array): Promise<string | null> {
  const target = await unlessMissing(realpath(file), file);
  const mode = await unlessMissing<number | null>(
    stat(target).then((found) => found.mode & 0o777),
    null,
  );
  const random = randomBytes(6).toString('hex');
  const temporary = path.join(path.dirname(target), temporaryName(path.basename(target), random));
  const handle = await open(temporary, 'wx');
  let written: number;
  let found: BigIntStats;
  try {
    try {
      await handle.writeFile(bytes);
      written = performance.now();
      if (mode !== null) await handle.chmod(mode);
      await handle.sync();
      found = await handle.stat({ bigint: true });
    } finally {
      await handle.close();
    }
    if (bytes.length >= LARGE) await setTimeout(TICK);
    const old = performance.now() - written >= TICK;
    await rename(temporary, target);
    return old ? stampOf(found) : null;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Tells one state of a file from every other, by its number, size and time; null where there is none or the times are coarse. */
export async function fileStamp(file: string): Promise<string | null> {
  const found = await unlessMissing<BigIntStats | null>(stat(file, { bigint: true }), null);
  return found && stampOf(found);
}

/** Files of this machine. */
export const nodeFileStore: FileStore = {
  read: (file) => unlessMissing<Uint8Array | null>(readFile(file), null),
  write: async (file, bytes) => {
    await writeFileAtomic(file, bytes);
  },
};

/** A time of whole milliseconds is one of a file system that counts in seconds, or nearly. */
function stampOf({ ino, size, mtimeNs }: BigIntStats): string | null {
  return mtimeNs % 1_000_000n === 0n ? null : `${ino} ${size} ${mtimeNs}`;
}

async function unlessMissing<T>(answer: Promise<T>, missing: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return missing;
    throw error;
  }
}
