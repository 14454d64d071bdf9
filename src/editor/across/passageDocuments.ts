import * as vscode from 'vscode';
import { fileName } from '../articles/fileName.ts';
import { articleText } from './articleText.ts';
import { isPassage, type Passage, type PassagePair } from './passage.ts';

const SCHEME = 'dossier-passage';
/** UTF-16 units of context on each side, cut between words. */
const CONTEXT = 1200;

/** Read-only texts of single passages: the sentence, and what stands around it. */
export class PassageDocuments implements vscode.Disposable, vscode.TextDocumentContentProvider {
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const passage = readQuery(query);
    const text = passage && (await articleText(vscode.Uri.parse(passage.uri)));
    if (!passage || text === null) return 'The article cannot be read.\n';
    const { from, to } = passage;
    const before = text.slice(Math.max(0, from - CONTEXT), from);
    const around = [
      // What is cut begins with a whole word.
      from > CONTEXT ? before.replace(/^\S*\s/, '') : before,
      text.slice(from, to),
      to + CONTEXT < text.length ? text.slice(to, to + CONTEXT).replace(/\s\S*$/, '') : text.slice(to),
    ];
    return `${text.slice(from, to).trim()}\n\n---\n\n${around.join('').trim()}\n`;
  }

  /** Shows two passages as a difference, titled by their articles. */
  async compare({ passages }: PassagePair): Promise<void> {
    const [a, b] = passages.map(addressOf) as [vscode.Uri, vscode.Uri];
    const [left, right] = passages.map(({ uri }) => fileName(vscode.Uri.parse(uri)));
    await vscode.commands.executeCommand('vscode.diff', a, b, `${left} ↔ ${right}`);
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

function addressOf(passage: Passage): vscode.Uri {
  return vscode.Uri.from({
    scheme: SCHEME,
    path: `/${fileName(vscode.Uri.parse(passage.uri))}`,
    query: JSON.stringify(passage),
  });
}

/** An address may come from anywhere. */
function readQuery(query: string): Passage | null {
  try {
    const passage: unknown = JSON.parse(query);
    return isPassage(passage) ? passage : null;
  } catch {
    return null;
  }
}
