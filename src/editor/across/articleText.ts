import * as vscode from 'vscode';
import { normaliseText } from '../../core/text/normalise.ts';
import { messageOf } from '../messages.ts';

const decoder = new TextDecoder();

/** The LF-normalised text of an article: what is open counts before what is saved. Null where it cannot be read. */
export async function articleText(uri: vscode.Uri): Promise<string | null> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return normaliseText(open.getText());
  try {
    return normaliseText(decoder.decode(await vscode.workspace.fs.readFile(uri)));
  } catch (error) {
    console.warn(`Dossier: ${uri.path} cannot be read: ${messageOf(error)}`);
    return null;
  }
}
