import type * as vscode from 'vscode';

/** The last part of the path of a file. */
export const fileName = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);
