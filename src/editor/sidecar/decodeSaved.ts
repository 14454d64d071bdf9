import type * as vscode from 'vscode';
import { TextBlocks } from '../../core/anchor/textBlocks.ts';
import { type DecodedSidecar, decodeInSteps } from '../../core/sidecar/decodeSidecar.ts';
import { parseSidecar } from '../../core/sidecar/parseSidecar.ts';
import type { SidecarFile } from '../../core/sidecar/schema.ts';
import type { KeptHistory } from '../../core/store/keptHistory.ts';
import { besidePrivateNotes } from '../../core/store/privateNotes.ts';
import { runInSlices } from '../runInSlices.ts';
import type { BindingOptions } from './bindingOptions.ts';
import { contentOf } from './fileContent.ts';
import { decodeText } from './sidecarFiles.ts';
import type { WaitingDecisions } from './waitingDecisions.ts';

/** With what can be undone in it, where that is kept. */
export type SavedSidecar = DecodedSidecar & { readonly history?: KeptHistory | null };

type Options = Pick<BindingOptions, 'session' | 'snapshots' | 'histories'>;

/**
 * Anchors the records of a sidecar in the article as it is now, by the text that they were made for where it is to be had.
 * @param hash of the sidecar.
 * @param article whose history is taken up, where it is for this text or that of the sidecar.
 */
export async function decodeSaved(
  options: Options,
  hash: string,
  file: SidecarFile,
  article: vscode.Uri,
): Promise<SavedSidecar> {
  const { session, snapshots, histories } = options;
  const { sha256 } = file.source;
  const blocks = new TextBlocks(session.text);
  const oldText = sha256 === blocks.sha256 ? blocks.text : await snapshots.find(sha256, session.uri);
  const decoded = (await runInSlices(decodeInSteps(file, blocks, { oldText }))) as DecodedSidecar;
  const annotations = besidePrivateNotes(decoded.dossier.annotations, session.store.annotations.notes);
  const old = { sha256, text: oldText };
  const history = await histories.find(article, { blocks, sidecar: hash, annotations, old });
  if (session.text !== blocks.text) return decodeSaved(options, hash, file, article);
  return { ...decoded, history };
}

/** As {@link decodeSaved}, of decisions that wait. @returns null where what waits is no sidecar that can be read. */
export async function decodeWaitingSidecar(
  options: Options,
  { sidecar }: WaitingDecisions,
  article: vscode.Uri,
): Promise<SavedSidecar | null> {
  const parsed = parseSidecar(decodeText(sidecar));
  return parsed.ok ? decodeSaved(options, (await contentOf(sidecar)).hash, parsed.value, article) : null;
}
