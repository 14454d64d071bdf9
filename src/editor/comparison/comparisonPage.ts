import * as vscode from 'vscode';

/** The folder of the extension that a comparison page may load from. */
export const pageFolder = (extension: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extension, 'dist', 'page');

/**
 * The page of a comparison: its own script and style sheet by nonce, pictures that it draws itself, and nothing else.
 * @param nonce a random word that no other page has.
 */
export function comparisonPage(webview: vscode.Webview, extension: vscode.Uri, nonce: string): string {
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extension), name)).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Compare Sources</title>
  <link rel="stylesheet" nonce="${nonce}" href="${file('comparison.css')}">
</head>
<body>
  <script nonce="${nonce}" src="${file('comparison.js')}"></script>
</body>
</html>`;
}
