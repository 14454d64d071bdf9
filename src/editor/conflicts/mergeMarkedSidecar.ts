import type * as vscode from 'vscode';
import { type MarkedVersions, splitConflictMarkers } from '../../core/sidecar/merge/conflictMarkers.ts';
import { type MergedSidecar, mergeSidecars } from '../../core/sidecar/merge/mergeSidecars.ts';
import { sidecarText } from '../../core/sidecar/merge/sidecarText.ts';
import { checkedFile } from '../../core/sidecar/rawFile.ts';
import { fileName } from '../articles/fileName.ts';
import type { EditorHost } from '../host.ts';
import { messageOf } from '../messages.ts';
import { gitRepository } from '../sidecar/gitRepository.ts';
import { readText, writeText } from '../sidecar/sidecarFiles.ts';

/**
 * Writes the merge by meaning over a sidecar that git left with conflict markers. The versions are those of git's index,
 * or the two sides of the markers where git does not have them.
 * @throws Error in words when a version cannot be read; nothing is written then.
 */
export async function mergeMarkedSidecar(sidecar: vscode.Uri, host: EditorHost): Promise<MergedSidecar> {
  const text = (await readText(sidecar)) ?? '';
  if (!/^<{7}/m.test(text))
    throw new Error(`${fileName(sidecar)} holds no conflict markers: there is nothing to merge.`);
  const marked = splitConflictMarkers(text);
  if (!marked)
    throw new Error(
      'The conflict markers are not as git writes them. Merge the file by hand, or take one side with git.',
    );
  const { base, ours, theirs } = (await stagedVersions(sidecar)) ?? marked;
  const read = (name: string, version: string) => {
    try {
      return checkedFile(version);
    } catch (error) {
      throw new Error(`The version of ${name} cannot be read: ${messageOf(error)}`);
    }
  };
  const merged = mergeSidecars(base ? read('both', base) : null, read('ours', ours), read('theirs', theirs));
  await writeText(host, sidecar, sidecarText(merged.file));
  return merged;
}

/** What git's index has of an unmerged file; null where there is no git, or no such file in it. */
async function stagedVersions(file: vscode.Uri): Promise<MarkedVersions | null> {
  const repository = await gitRepository(file);
  if (!repository) return null;
  const stage = (number: 1 | 2 | 3) => repository.show(`:${number}`, file.fsPath);
  try {
    const [ours, theirs] = await Promise.all([stage(2), stage(3)]);
    // Without a common version there is no stage 1.
    return { ours, theirs, base: await stage(1).catch(() => null) };
  } catch (error) {
    console.warn(`Dossier: git's index does not tell the versions of ${file.path}: ${error}`);
    return null;
  }
}
