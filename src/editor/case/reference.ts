import * as vscode from 'vscode';
import type { RenameReference } from '../../core/store/fileReferences.ts';
import type { FileMove } from '../sidecar/movedArticles.ts';

const ADDRESS = /^[a-z][a-z0-9+.-]+:/i;

/** How the sidecar of `article` names another file: the path from its folder, or the whole address where there is none. */
export function referenceTo(article: vscode.Uri, file: vscode.Uri): string {
  if (article.scheme !== file.scheme || article.authority !== file.authority) return file.toString();
  const from = article.path.split('/').slice(0, -1);
  const to = file.path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** The file that a sidecar names; see {@link referenceTo}. */
export function fileOf(article: vscode.Uri, reference: string): vscode.Uri {
  return ADDRESS.test(reference) ? vscode.Uri.parse(reference) : vscode.Uri.joinPath(article, '..', reference);
}

/**
 * How the sidecar of an article names other files now that files or folders, perhaps its own, were renamed or moved. What
 * still leads there, and what is no reference that can be read, stays as it is.
 * @param article as it is called now.
 */
export function renamedReferences(article: vscode.Uri, moves: readonly FileMove[]): RenameReference {
  const before = movedBy(
    article,
    moves.map(({ oldUri, newUri }) => ({ oldUri: newUri, newUri: oldUri })),
  );
  return (reference) => {
    try {
      const file = movedBy(fileOf(before, reference), moves);
      return fileOf(article, reference).toString() === file.toString() ? reference : referenceTo(article, file);
    } catch {
      // what is written there is no address at all
      return reference;
    }
  };
}

/**
 * Whether a sidecar may hold a reference that {@link renamedReferences} changes; quick, for the many that hold none.
 * @param text of the sidecar.
 */
export function mayRefer(article: vscode.Uri, text: string, moves: readonly FileMove[]): boolean {
  const isNamed = ({ oldUri, newUri }: FileMove) => isIn(article, newUri) || text.includes(plainPart(oldUri));
  return moves.some(isNamed) && /[".](?:evidence|original|translationOf|translations)"/.test(text);
}

/** The longest part of a file's name that is the same in a path, in an address and however JSON escapes it. */
function plainPart({ path }: vscode.Uri): string {
  const parts = path.slice(path.lastIndexOf('/') + 1).split(/[^\w.-]+/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest));
}

/** What a file is called after moves of itself or of a folder that it is in. */
function movedBy(file: vscode.Uri, moves: readonly FileMove[]): vscode.Uri {
  for (const { oldUri, newUri } of moves) {
    if (isIn(file, oldUri)) {
      return newUri.with({ path: newUri.path + file.path.slice(oldUri.path.length) });
    }
  }
  return file;
}

const isIn = (file: vscode.Uri, place: vscode.Uri): boolean =>
  file.scheme === place.scheme &&
  file.authority === place.authority &&
  (file.path === place.path || file.path.startsWith(`${place.path}/`));
