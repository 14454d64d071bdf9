import * as vscode from 'vscode';
import { readSetting } from '../config/settings.ts';

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
export function isProjectFile({ path }: vscode.Uri): boolean {
  return PROJECT_FILES.test(path.slice(path.lastIndexOf('/') + 1));
}

/** Whether a document is an article: text that a person opened and that the setting `dossier.articles` names. */
export function isArticle(document: vscode.TextDocument): boolean {
  const { uri } = document;
  if (!isReadable(document)) return false;
  if (uri.scheme === 'untitled') return true;
  if (isProjectFile(uri)) return false;
  return readSetting('articles', uri).some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}
