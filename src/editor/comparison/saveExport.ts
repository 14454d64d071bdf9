import * as vscode from 'vscode';
import { sayBriefly } from '../messages.ts';

const KINDS = { csv: 'Comma-Separated Values', svg: 'SVG Picture', png: 'PNG Picture' } as const;

/** Asks where to, and writes a file there. @param name without its ending. */
export async function saveExport(name: string, kind: keyof typeof KINDS, bytes: Uint8Array): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: 'Export',
    filters: { [KINDS[kind]]: [kind] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${name}.${kind}`) } : {}),
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, bytes);
  sayBriefly(`saved as ${vscode.workspace.asRelativePath(target)}.`);
}
