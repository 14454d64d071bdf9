import * as vscode from 'vscode';

/** Text of an article as Markdown that shows it as it is, on one line that can break between words. */
export function escapeText(text: string): string {
  // Made as the card is, with icons: "$(check)" in an article is escaped too.
  return new vscode.MarkdownString('', true)
    .appendText(text.replace(/\s+/g, ' ').trim())
    .value.replaceAll('&nbsp;', ' ');
}
