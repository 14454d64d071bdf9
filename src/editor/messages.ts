import * as vscode from 'vscode';

const SHOW = {
  information: vscode.window.showInformationMessage,
  error: vscode.window.showErrorMessage,
} as const;

/** What a failure says of itself. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Shows a message with one button and goes on; when what the button does fails, that is told. */
export function offer(kind: keyof typeof SHOW, message: string, button: string, act: () => unknown): void {
  const answered = async (answer: string | undefined) => {
    if (answer) await act();
  };
  SHOW[kind](message, button).then(answered).then(undefined, tellError);
}

export function tellError(error: unknown): void {
  void vscode.window.showErrorMessage(`Dossier: ${messageOf(error)}`);
}

/** Says in the status bar how a command went; `words` end a sentence. */
export function sayBriefly(words: string): void {
  vscode.window.setStatusBarMessage(`Dossier: ${words}`, 6000);
}
