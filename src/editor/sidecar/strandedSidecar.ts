import * as vscode from 'vscode';
import { parseSidecar } from '../../core/sidecar/parseSidecar.ts';
import { sha256Hex } from '../../core/text/hash.ts';
import { exists, readText } from './sidecarFiles.ts';

const MOST_SIDECARS = 500;
const NAME = /^(.*\/)(?:\.dossier\/)?([^/]+)\.dossier\.json$/;

/** A sidecar, and the article that it was made for and that is there no more. */
export interface Stranded {
  readonly sidecar: vscode.Uri;
  readonly article: vscode.Uri;
}

/**
 * A sidecar in the workspace that was made for this very text under another name: the article was renamed or moved outside
 * the editor. A copy of an article that is still there is none.
 */
export async function findStranded(article: vscode.Uri, text: string): Promise<Stranded | null> {
  const sha256 = sha256Hex(text);
  for (const sidecar of await vscode.workspace.findFiles('**/*.dossier.json', '**/node_modules/**', MOST_SIDECARS)) {
    const [, folder, name] = NAME.exec(sidecar.path) ?? [];
    if (folder === undefined || name === undefined || sidecar.scheme !== article.scheme) continue;
    const old = sidecar.with({ path: folder + name });
    if (await exists(old)) continue;
    const content = await readText(sidecar).catch(() => null);
    // Most are for other texts: only one that names the hash is read as a whole.
    if (!content?.includes(sha256)) continue;
    const parsed = parseSidecar(content);
    if (parsed.ok && parsed.value.source.sha256 === sha256) return { sidecar, article: old };
  }
  return null;
}
