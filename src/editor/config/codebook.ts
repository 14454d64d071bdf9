import type * as vscode from 'vscode';
import { readSetting } from './settings.ts';

/** A person's own words for types, verdicts and tags, beside those that Dossier has. */
export interface Codebook {
  readonly types: readonly string[];
  readonly verdicts: readonly string[];
  readonly tags: readonly string[];
}

export function codebookOf(article: vscode.Uri): Codebook {
  const words = (key: 'codebook.types' | 'codebook.verdicts' | 'codebook.tags') =>
    readSetting(key, article)
      .map((word) => word.trim())
      .filter((word) => word !== '' && word.length <= 60);
  return { types: words('codebook.types'), verdicts: words('codebook.verdicts'), tags: words('codebook.tags') };
}
