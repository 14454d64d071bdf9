import * as vscode from 'vscode';
import { readSetting } from '../config/settings.ts';
import type { GitIgnore } from './gitIgnore.ts';

const LANGUAGES = new Set(['plaintext', 'markdown']);
// Versions of files and text that the editor itself shows, on file systems of their own: nobody opens these to read a source.
const FOREIGN_SCHEME =
  /^(git|gitlens|gitfs|review|pr|scm-.*|merge-.*|.*-diff|output|vscode|vscode-(chat|local-history|settings|userdata|scm|notebook).*|chat-.*|comment|search-editor|debug)$/;
const PROJECT_FILES = /^(readme|licen[cs]e|changelog|notice|contributing|code_of_conduct)(\.|$)/i;

/** Whether a person may have opened the document to read it: plain text or Markdown, new or from a file system. */
export function isReadable({ uri: { scheme }, languageId }: vscode.TextDocument): boolean {
  if (!LANGUAGES.has(languageId)) return false;
  if (scheme === 'untitled') return true;
  return !FOREIGN_SCHEME.test(scheme) && vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined;
}

/** Whether a file tells about a project, by its name: README, LICENSE and the like are no sources. */
function isProjectFile({ path }: vscode.Uri): boolean {
  return PROJECT_FILES.test(path.slice(path.lastIndexOf('/') + 1));
}

/** Whether the setting `dossier.articles` names a file, and it is none that tells about a project. */
export function isNamedArticle(uri: vscode.Uri): boolean {
  if (isProjectFile(uri)) return false;
  // The editor matches a pattern against the address alone.
  const file = { uri, languageId: 'plaintext' } as vscode.TextDocument;
  return readSetting('articles', uri).some((pattern) => vscode.languages.match({ pattern }, file) > 0);
}

/** Whether a document is an article: text that a person opened, that the setting names and that git does not ignore. */
export function isArticle(document: vscode.TextDocument, ignored: GitIgnore): boolean {
  const { uri } = document;
  if (!isReadable(document)) return false;
  return uri.scheme === 'untitled' || (isNamedArticle(uri) && !ignored.ignores(uri));
}
