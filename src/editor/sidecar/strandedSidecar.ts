import * as vscode from 'vscode';
import { parseSidecar } from '../../core/sidecar/parseSidecar.ts';
import { sha256Hex } from '../../core/text/hash.ts';
import { fileName } from '../articles/fileName.ts';
import { entriesOf } from '../corpus/articleFiles.ts';
import { articleOf, findSidecars, readText } from './sidecarFiles.ts';

/** A sidecar, and the article that it was made for and that is there no more. */
export interface Stranded {
  readonly sidecar: vscode.Uri;
  readonly article: vscode.Uri;
}

/**
 * A sidecar in the workspace that was made for this very text under another name: the article was renamed or moved outside
 * the editor; of several one with the file name of the article first. A copy of an article that is still there is none. However many sidecars there are, each folder is listed once,
 * and only those are read that have no article.
 */
export async function findStranded(article: vscode.Uri, text: string): Promise<Stranded | null> {
  const sha256 = sha256Hex(text);
  const paths = new Map<string, ReadonlySet<string>>();
  let found: Stranded | null = null;
  for (const sidecar of await findSidecars()) {
    if (sidecar.scheme !== article.scheme) continue;
    const old = articleOf(sidecar);
    const folder = vscode.Uri.joinPath(old, '..');
    const there = paths.get(folder.path) ?? (await pathsIn(folder));
    paths.set(folder.path, there);
    if (there.has(old.path)) continue;
    const content = await readText(sidecar).catch(() => null);
    // Most are for other texts: only one that names the hash is read as a whole.
    if (!content?.includes(sha256)) continue;
    const parsed = parseSidecar(content);
    if (!parsed.ok || parsed.value.source.sha256 !== sha256) continue;
    found ??= { sidecar, article: old };
    if (fileName(old) === fileName(article)) return { sidecar, article: old };
  }
  return found;
}

async function pathsIn(folder: vscode.Uri): Promise<ReadonlySet<string>> {
  return new Set((await entriesOf(folder)).map(([name]) => vscode.Uri.joinPath(folder, name).path));
}
