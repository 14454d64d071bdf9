import * as vscode from 'vscode';
import { isMissing, remove } from './sidecarFiles.ts';

interface Bounds {
  readonly files: number;
  readonly bytes: number;
  /** Names of files that are kept before others, however old they are. */
  readonly before?: (name: string) => boolean;
}

/** Removes the oldest files of a folder until it is within bounds; the latest stays, however large it is. @returns the names of those that are gone. */
export async function keepLatest(
  folder: vscode.Uri,
  { files, bytes, before = () => false }: Bounds,
): Promise<readonly string[]> {
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  const found = await Promise.all(names.map((name) => statOf(folder, name)));
  const latest = found
    .filter((file) => file !== null)
    .sort((a, b) => Number(before(b.name)) - Number(before(a.name)) || b.mtime - a.mtime);
  const gone: string[] = [];
  let sum = 0;
  for (const [n, { name, size }] of latest.entries()) {
    sum += size;
    if (n === 0 || (n < files && sum <= bytes)) continue;
    await remove(vscode.Uri.joinPath(folder, name));
    gone.push(name);
  }
  return gone;
}

async function statOf(folder: vscode.Uri, name: string) {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
    return { name, mtime, size };
  } catch (error) {
    // Another window was faster.
    if (isMissing(error)) return null;
    throw error;
  }
}
