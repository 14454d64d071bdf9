import * as vscode from 'vscode';
import { readSetting } from '../config/settings.ts';

const LANGUAGES = new Set(['plaintext', 'markdown']);
// Text that the editor itself shows, and versions of files: nobody opens these to read a source.
const FOREIGN_SCHEMES = new Set([
  'output',
  'git',
  'gitlens',
  'vscode',
  'vscode-settings',
  'comment',
  'search-editor',
  'debug',
  'review',
]);
const PROJECT_FILES = /^(readme|licen[cs]e|changelog|notice|contributing|code_of_conduct)(\.|$)/i;

/** Whether a document is an article: text that a person opened and that the setting `dossier.articles` names. */
export function isArticle(document: vscode.TextDocument): boolean {
  const { uri, languageId } = document;
  if (!LANGUAGES.has(languageId) || FOREIGN_SCHEMES.has(uri.scheme) || uri.scheme.startsWith('vscode-chat'))
    return false;
  if (uri.scheme === 'untitled') return true;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (PROJECT_FILES.test(name)) return false;
  return readSetting('articles', uri).some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}
