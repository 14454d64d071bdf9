import * as vscode from 'vscode';
import { sha256Hex } from '../../core/text/hash.ts';
import { readSetting } from '../config/settings.ts';
import type { EditorHost } from '../host.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const encoder = new TextEncoder();

/** Where the sidecar of an article stands, by the setting. */
export function sidecarUri(article: vscode.Uri): vscode.Uri {
  const folder = vscode.Uri.joinPath(article, '..');
  const name = `${article.path.slice(article.path.lastIndexOf('/') + 1)}.dossier.json`;
  return readSetting('sidecar.location', article) === 'folder'
    ? vscode.Uri.joinPath(folder, '.dossier', name)
    : vscode.Uri.joinPath(folder, name);
}

/** Where decisions wait that cannot be written beside the article yet. */
export function pendingUri(storage: vscode.Uri, article: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(storage, 'pending', `${sha256Hex(article.toString()).slice(0, 32)}.json`);
}

export const isMissing = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory');

/** The text of a file, or null where there is none. @throws when it cannot be read or is not UTF-8. */
export async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return decoder.decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Writes in one step where the host can; folders are made as needed. */
export async function writeText(host: EditorHost, uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  const bytes = encoder.encode(text);
  if (uri.scheme === 'file' && host.replaceFile) await host.replaceFile(uri.fsPath, bytes);
  else await vscode.workspace.fs.writeFile(uri, bytes);
}

export async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
