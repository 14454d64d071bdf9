import type * as vscode from 'vscode';
import { TextBlocks } from '../../core/anchor/textBlocks.ts';
import { type SearchEntry, searchEntries } from '../../core/present/searchEntries.ts';
import { decodeSidecar } from '../../core/sidecar/decodeSidecar.ts';
import { parseSidecar } from '../../core/sidecar/parseSidecar.ts';
import { besidePrivateNotes } from '../../core/store/privateNotes.ts';
import type { PrivateNotes } from '../case/privateNotes.ts';
import { articleOf, readText } from '../sidecar/sidecarFiles.ts';

/**
 * What the search shows of an article that is not open. A sidecar or private notes that cannot be read are told of where
 * the article is opened; the search goes on without them.
 */
export async function closedEntries(sidecar: vscode.Uri, privateNotes: PrivateNotes): Promise<SearchEntry[]> {
  const text = await readText(sidecar).catch(() => null);
  const parsed = text === null ? null : parseSidecar(text);
  if (!parsed?.ok) return [];
  const secret = await privateNotes.of(articleOf(sidecar)).catch(() => new Map());
  // Where the words stand is asked when the article is opened.
  const { annotations } = decodeSidecar(parsed.value, new TextBlocks('')).dossier;
  return searchEntries(besidePrivateNotes(annotations, secret));
}
