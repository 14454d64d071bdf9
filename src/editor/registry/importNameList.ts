import * as vscode from 'vscode';
import { type ImportedNames, importNames } from '../../core/corpus/nameList/importNames.ts';
import type { NameList } from '../../core/corpus/nameList/nameList.ts';
import { fileName } from '../articles/fileName.ts';
import { sayBriefly } from '../messages.ts';
import type { FolderRegistry } from './folderRegistry.ts';
import { readNameList } from './readNameList.ts';

const LARGEST = 50_000_000;
const decoder = new TextDecoder();

/**
 * Asks whether the names of a list are to be known in the articles of a folder, and registers them.
 * @throws Error with a sentence where the file cannot be used.
 */
export async function importNameList(
  registry: FolderRegistry,
  file: vscode.Uri,
  known: readonly string[],
): Promise<void> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > LARGEST) throw new Error(`${fileName(file)} is larger than 50 MB, and no name list.`);
  const name = fileName(file);
  const list = readNameList(name, decoder.decode(await vscode.workspace.fs.readFile(file)), known);
  const preview = registry.preview((registered) => importNames(registered, list.names, name));
  if (list.problems.length > 0) await showProblems(name, list);
  if (preview.added + preview.extended === 0) {
    sayBriefly(`${name} has no name that is not known already.`);
    return;
  }
  const answer = await vscode.window.showInformationMessage(
    `Import names from ${name}?`,
    { modal: true, detail: countWords(preview, list) },
    'Import',
  );
  if (answer !== 'Import') return;
  registry.act(`Import ${name}`, (registered) => importNames(registered, list.names, name).registry);
  sayBriefly(`${preview.added} names of ${name} are known now; “Undo Registry Change” takes them back.`);
}

/** "12 new entities, 3 get further names, 5 are known already. 2 lines cannot be used." */
export function countWords({ added, extended, known }: Omit<ImportedNames, 'registry'>, { unused }: NameList): string {
  const refused = unused > 0 ? ` ${unused} lines cannot be used.` : '';
  return `${added} new entities, ${extended} get further names, ${known} are known already.${refused} Nothing that people decided is changed.`;
}

async function showProblems(name: string, { problems, unused }: NameList): Promise<void> {
  const more = unused > problems.length ? [`and ${unused - problems.length} more`] : [];
  const content = [`What of ${name} cannot be used:`, '', ...problems, ...more, ''].join('\n');
  const document = await vscode.workspace.openTextDocument({ content, language: 'log' });
  await vscode.window.showTextDocument(document, { preserveFocus: true, preview: true });
}
