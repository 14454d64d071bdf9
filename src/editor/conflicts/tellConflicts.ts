import * as vscode from 'vscode';
import { fileName } from '../articles/fileName.ts';
import { offer } from '../messages.ts';

/** Says that a merge kept conflicts, with the way to go through them; nothing where it kept none. */
export function tellConflicts(article: vscode.Uri, count: number): void {
  if (count <= 0) return;
  const what = count === 1 ? 'one field' : `${count} fields`;
  const name = fileName(article);
  const message = `Somebody else changed the annotations of ${name} too. All is joined; for ${what} both values are kept until you choose.`;
  const step = () => vscode.commands.executeCommand('dossier.nextConflict', article.toString());
  offer('information', message, 'Step Through Them', step);
}
