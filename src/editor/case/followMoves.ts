import type * as vscode from 'vscode';
import { TextBlocks } from '../../core/anchor/textBlocks.ts';
import { decodeSidecar } from '../../core/sidecar/decodeSidecar.ts';
import { EncodedRecords } from '../../core/sidecar/encodedRecords.ts';
import { sidecarText } from '../../core/sidecar/merge/sidecarText.ts';
import { parseSidecar } from '../../core/sidecar/parseSidecar.ts';
import { renameInSidecar } from '../../core/sidecar/renameInSidecar.ts';
import type { Edit } from '../../core/store/edit.ts';
import { renameInEdit } from '../../core/store/fileReferences.ts';
import { besidePrivateNotes } from '../../core/store/privateNotes.ts';
import { normaliseText } from '../../core/text/normalise.ts';
import type { Articles } from '../articles/articles.ts';
import { fileName } from '../articles/fileName.ts';
import type { EditorHost } from '../host.ts';
import { tellError } from '../messages.ts';
import type { Registries } from '../registry/registries.ts';
import { contentOf } from '../sidecar/fileContent.ts';
import type { KeptHistories } from '../sidecar/keptHistories.ts';
import type { FileMove } from '../sidecar/movedArticles.ts';
import { articleOf, decodeText, findSidecars, readBytes, readText, writeBytes } from '../sidecar/sidecarFiles.ts';
import type { PrivateNotes } from './privateNotes.ts';
import { mayRefer, renamedReferences } from './reference.ts';

/** So many sidecars are read at a time. */
const AT_ONCE = 16;

interface FollowOptions {
  readonly articles: Articles;
  readonly registries: Registries;
  readonly histories: KeptHistories;
  readonly privateNotes: PrivateNotes;
  readonly host: EditorHost;
}

/**
 * Files and folders have other names now: the registry follows, and the sidecars of the workspace name them as evidence,
 * original and translation by their new names. Never rejects: what fails is told and stops nothing else.
 */
export async function followMoves(options: FollowOptions, moves: readonly FileMove[]): Promise<void> {
  if (moves.length === 0) return;
  for (const move of moves) await options.registries.move(move).catch(tellError);
  await renameInSidecars(options, moves).catch(tellError);
}

/** @throws Error in words when a sidecar may still use an old name; all others are done then. */
async function renameInSidecars(options: FollowOptions, moves: readonly FileMove[]) {
  const done = new Set<string>();
  for (const session of options.articles.all) {
    // One that was opened under its new name just now is not read yet.
    await session.whenAnalyzed();
    if (session.disposed || session.blocked) continue;
    session.store.renameFiles(renamedReferences(session.uri, moves));
    done.add(session.uri.toString());
  }
  const sidecars = (await findSidecars()).filter((sidecar) => !done.has(articleOf(sidecar).toString()));
  const failed: string[] = [];
  const renameNext = async () => {
    for (let sidecar = sidecars.pop(); sidecar; sidecar = sidecars.pop()) {
      const isDone = await renameInFile(options, sidecar, moves).catch(() => false);
      if (!isDone) failed.push(fileName(sidecar));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, renameNext));
  if (failed.length > 0) {
    throw new Error(
      `Evidence may still be called by an old name where the sidecar cannot be read or written: ${failed.join(', ')}`,
    );
  }
}

/** Rewrites the sidecar of an article that is not open, with what can be undone in it. @returns false when it cannot be read. */
async function renameInFile(
  { host, histories, privateNotes }: FollowOptions,
  sidecar: vscode.Uri,
  moves: readonly FileMove[],
): Promise<boolean> {
  const bytes = await readBytes(sidecar);
  const text = bytes && decodeText(bytes);
  const article = articleOf(sidecar);
  if (!text || !mayRefer(article, text, moves)) return true;
  const parsed = parseSidecar(text);
  if (!parsed.ok) return false;
  const rename = renamedReferences(article, moves);
  const file = renameInSidecar(parsed.value, rename);
  if (file === parsed.value) return true;
  const blocks = new TextBlocks(normaliseText((await readText(article)) ?? ''));
  const { annotations } = decodeSidecar(parsed.value, blocks).dossier;
  const history = await histories.find(article, {
    blocks,
    sidecar: (await contentOf(bytes)).hash,
    annotations: besidePrivateNotes(annotations, await privateNotes.of(article)),
  });
  const now = await contentOf(new TextEncoder().encode(sidecarText(file)));
  await writeBytes(host, sidecar, now.bytes);
  if (!history || history.asLeft) return true;
  const renamed = (edits: readonly Edit[]) => edits.map((edit) => renameInEdit(edit, rename));
  const kept = { ...history, done: renamed(history.done), undone: renamed(history.undone) };
  const encoded = new EncodedRecords((json) => new TextEncoder().encode(json));
  await histories.keep(article, kept, { sidecar: now.hash, encoded });
  return true;
}
