import * as vscode from 'vscode';

/** The settings of the extension as they stand for a resource, under the keys of the manifest. */
interface Settings {
  readonly articles: string[];
  readonly 'decorations.mentions': boolean;
  readonly 'decorations.claims': boolean;
  readonly 'decorations.furniture': boolean;
  readonly 'hover.enabled': boolean;
  readonly 'sidecar.location': 'beside' | 'folder';
  readonly 'sidecar.suggestions': boolean;
  readonly 'lint.enabled': boolean;
  readonly 'registry.enabled': boolean;
  /** Kilobytes. */
  readonly 'corpus.maxFileSize': number;
  readonly 'codebook.types': string[];
  readonly 'codebook.verdicts': string[];
  readonly 'codebook.tags': string[];
  readonly 'author.record': boolean;
  readonly 'author.name': string;
}

const SECTION = 'dossier';

export function readSetting<K extends keyof Settings>(key: K, resource?: vscode.Uri): Settings[K] {
  // The manifest gives every setting its default and type; the editor keeps to them.
  return vscode.workspace.getConfiguration(SECTION, resource).get(key) as Settings[K];
}

export const onDidChangeSettings = (run: () => void): vscode.Disposable =>
  vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SECTION)) run();
  });
