import * as vscode from 'vscode';
import { sha256Hex } from '../../core/text/hash.ts';
import { fileName } from '../articles/fileName.ts';
import { readSetting } from '../config/settings.ts';
import type { EditorHost } from '../host.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const encoder = new TextEncoder();

/** Where the sidecar of an article may stand: the place of the setting first. */
export function sidecarPlaces(article: vscode.Uri): [wanted: vscode.Uri, other: vscode.Uri] {
  const folder = vscode.Uri.joinPath(article, '..');
  const name = `${fileName(article)}.dossier.json`;
  const beside = vscode.Uri.joinPath(folder, name);
  const inFolder = vscode.Uri.joinPath(folder, '.dossier', name);
  return readSetting('sidecar.location', article) === 'folder' ? [inFolder, beside] : [beside, inFolder];
}

export const isSidecar = ({ path }: vscode.Uri): boolean => path.endsWith('.dossier.json');

/** The article that a sidecar belongs to, by its name; see {@link sidecarPlaces}. */
export function articleOf(sidecar: vscode.Uri): vscode.Uri {
  const path = sidecar.path.replace(/\.dossier\.json$/, '');
  return sidecar.with({ path: path.replace(/\/\.dossier\/([^/]*)$/, '/$1') });
}

/** All sidecars of the workspace. */
export const findSidecars = () => vscode.workspace.findFiles('**/*.dossier.json', '**/node_modules/**');

/** What is kept of single articles in the storage of the extension. */
export const KEPT_FOLDERS = ['history', 'pending', 'private-notes'] as const;

/** Where something about an article, or the registry of a workspace folder, is kept in the storage of the extension. */
export function storedFile(
  storage: vscode.Uri,
  folder: (typeof KEPT_FOLDERS)[number] | 'registry-acts',
  of: vscode.Uri,
): vscode.Uri {
  return vscode.Uri.joinPath(storage, folder, `${sha256Hex(of.toString()).slice(0, 32)}.json`);
}

/** The sidecar that is there, also in the place that the setting does not name; else where a new one goes. */
export async function findSidecar(article: vscode.Uri): Promise<vscode.Uri> {
  const [wanted, other] = sidecarPlaces(article);
  return !(await exists(wanted)) && (await exists(other)) ? other : wanted;
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory');

/** @throws TypeError when it is not UTF-8. */
export const decodeText = (bytes: Uint8Array): string => decoder.decode(bytes);

/** The text of a file, or null where there is none. @throws when it cannot be read or is not UTF-8. */
export async function readText(uri: vscode.Uri): Promise<string | null> {
  const bytes = await readBytes(uri);
  return bytes && decodeText(bytes);
}

/** What a file holds, or null where there is none. @throws when it cannot be read. */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array | null> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

export async function writeText(host: EditorHost, uri: vscode.Uri, text: string): Promise<void> {
  await writeBytes(host, uri, encoder.encode(text));
}

/** Writes in one step where the host can; folders are made as needed. @returns the stamp of the file, as the host tells it. */
export async function writeBytes(host: EditorHost, uri: vscode.Uri, bytes: Uint8Array): Promise<string | null> {
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  if (uri.scheme === 'file' && host.files) return host.files.replace(uri.fsPath, bytes);
  await vscode.workspace.fs.writeFile(uri, bytes);
  return null;
}

export async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
