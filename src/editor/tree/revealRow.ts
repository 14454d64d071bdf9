import type * as vscode from 'vscode';

/**
 * Selects a row in its view, in a turn of the event loop of its own: where a view fetches rows and is asked for one of them in
 * the same turn, VS Code throws away one of the two fetches, and the row is not found or its siblings are missing.
 *
 * @throws when the rows changed while the view looked for this one.
 */
export async function revealRow<T>(view: vscode.TreeView<T>, row: T, { focus }: { focus: boolean }): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await view.reveal(row, { select: true, focus });
}
