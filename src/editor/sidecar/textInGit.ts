import type * as vscode from 'vscode';
import { sha256Hex } from '../../core/text/hash.ts';
import { normaliseText } from '../../core/text/normalise.ts';
import { gitRepository } from './gitRepository.ts';

const MOST_COMMITS = 50;
/** In milliseconds: the decisions on an article wait for it. */
const LONGEST_SEARCH = 2_000;

/**
 * The text with this hash among those that the article had in the last 50 commits that touched it, as far as git tells
 * them in two seconds; else null.
 */
export async function textInGit(article: vscode.Uri, sha256: string): Promise<string | null> {
  const repository = await gitRepository(article);
  if (!repository) return null;
  let late = false;
  const search = async () => {
    for (const { hash } of await repository.log({ maxEntries: MOST_COMMITS, path: article.fsPath })) {
      if (late) return null;
      // A commit that removed the article has no text of it.
      const text = normaliseText(await repository.show(hash, article.fsPath).catch(() => ''));
      if (sha256Hex(text) === sha256) return text;
    }
    return null;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LONGEST_SEARCH);
  });
  try {
    return await Promise.race([search(), end]);
  } finally {
    late = true;
    clearTimeout(timer);
  }
}
