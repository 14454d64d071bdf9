import * as vscode from 'vscode';
import {
  IMPORTED_ENDINGS,
  type ImportedArticle,
  nameOfText,
  type OriginalFile,
} from '../../core/source/importedArticle.ts';
import { importedSidecar } from '../../core/source/importedSidecar.ts';
import { fileName } from '../articles/fileName.ts';
import { referenceTo } from '../case/reference.ts';
import type { EditorHost } from '../host.ts';
import { exists, sidecarPlaces } from '../sidecar/sidecarFiles.ts';

/** Asks for a file of a format that can be imported. */
export async function askOriginal(): Promise<vscode.Uri | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: 'Article to import',
      openLabel: 'Import',
      filters: { Articles: [...IMPORTED_ENDINGS] },
    })) ?? [];
  return file;
}

/** Reads a file with progress and a way to stop. @returns null when the person stopped it. @throws why it cannot be read. */
export async function readOriginal(host: EditorHost, file: OriginalFile): Promise<ImportedArticle | null> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: `Dossier: importing ${file.name}`,
    cancellable: true,
  };
  const read = await vscode.window.withProgress(options, async (_, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    try {
      return await host.readOriginal(file, stop.signal);
    } catch (error) {
      if (stop.signal.aborted) return null;
      throw error;
    }
  });
  if (read && !read.ok) throw new Error(`${file.name}: ${read.error}`);
  return read?.value ?? null;
}

/**
 * Writes the text of a file and its source card beside it; no file is written over.
 * @returns where the text is, or undefined when the person leaves.
 */
export async function writeImported(original: vscode.Uri, article: ImportedArticle): Promise<vscode.Uri | undefined> {
  const target = await freePlace(original);
  if (!target) return undefined;
  const [sidecar] = sidecarPlaces(target);
  const encoder = new TextEncoder();
  const card = importedSidecar(article, fileName(target), referenceTo(target, original));
  const edit = new vscode.WorkspaceEdit();
  // The card first: an article that is seen has it.
  edit.createFile(sidecar, { overwrite: false, contents: encoder.encode(card) });
  edit.createFile(target, { overwrite: false, contents: encoder.encode(article.text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(
      `${fileName(target)} could not be written. The folder may be read-only; copy the original elsewhere.`,
    );
  }
  return target;
}

/** A name beside the original that no article and no sidecar has: the one of the original, or one that the person gives. */
async function freePlace(original: vscode.Uri): Promise<vscode.Uri | undefined> {
  const beside = (name: string) => vscode.Uri.joinPath(original, '..', name);
  const taken = async (name: string) => {
    const place = beside(name);
    return (await Promise.all([place, ...sidecarPlaces(place)].map(exists))).includes(true);
  };
  const wanted = nameOfText(fileName(original));
  if (!(await taken(wanted))) return beside(wanted);
  const name = await vscode.window.showInputBox({
    title: `${wanted} is there already`,
    prompt: 'Another name for the text. Nothing is written over.',
    value: wanted.replace(/\.txt$/, '-2.txt'),
    validateInput: async (input) => {
      if (!/^[^\\/:]+\.(?:txt|md)$/.test(input.trim())) return 'A name that ends with .txt or .md, without a folder.';
      return (await taken(input.trim())) ? 'That name is taken too.' : null;
    },
  });
  return name === undefined ? undefined : beside(name.trim());
}
