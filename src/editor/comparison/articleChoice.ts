import * as vscode from 'vscode';
import { fileName } from '../articles/fileName.ts';
import type { GitIgnore } from '../articles/gitIgnore.ts';
import { isNamedArticle } from '../articles/isArticle.ts';

/** What a person wants compared: chosen articles, or all of the folder of one. Addresses as text, to be kept. */
export interface ArticleChoice {
  readonly articles: readonly string[];
  readonly ofFolder: boolean;
}

/** The work of a comparison grows with the square of its articles. */
const MOST_ARTICLES = 30;

/** @returns the articles to compare, by path, and what a person should know of it, in sentences. */
export async function articlesOf(
  { articles, ofFolder }: ArticleChoice,
  ignored: GitIgnore,
): Promise<{ readonly articles: readonly vscode.Uri[]; readonly notices: readonly string[] }> {
  const chosen = articles.map((address) => vscode.Uri.parse(address));
  const [first] = chosen;
  if (!ofFolder || !first || first.scheme === 'untitled') return bounded(chosen, 0);
  const all = await articlesBeside(first, ignored);
  const at = all.findIndex(({ path }) => path === first.path);
  // Those around the article, by path: archives are sorted by date or event more often than not.
  return bounded(at < 0 ? [first, ...all] : all, Math.max(0, at - MOST_ARTICLES / 2));
}

function bounded(articles: readonly vscode.Uri[], from: number) {
  const start = Math.max(0, Math.min(from, articles.length - MOST_ARTICLES));
  const kept = articles.slice(start, start + MOST_ARTICLES);
  const [first, last] = [kept[0], kept.at(-1)];
  const left = articles.length - kept.length;
  if (left === 0 || !first || !last) return { articles: kept, notices: [] };
  const words = `${kept.length} of ${articles.length} articles are compared, from ${fileName(first)} to ${fileName(last)}. Select articles in the explorer and choose Compare Sources to compare others.`;
  return { articles: kept, notices: [words] };
}

async function articlesBeside(article: vscode.Uri, ignored: GitIgnore): Promise<vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(article, '..');
  const [entries] = await Promise.all([vscode.workspace.fs.readDirectory(folder), ignored.load(folder)]);
  return entries
    .filter(([, type]) => (type & vscode.FileType.File) !== 0)
    .map(([name]) => vscode.Uri.joinPath(folder, name))
    .filter((uri) => isNamedArticle(uri) && !ignored.ignoresLoaded(uri, false))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
