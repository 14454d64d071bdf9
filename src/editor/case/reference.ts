import * as vscode from 'vscode';

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
