import * as vscode from 'vscode';
import { adoptRecord } from '../../core/agreement/adoptRecord.ts';
import { agreementOf } from '../../core/agreement/agreement.ts';
import { agreementLines } from '../../core/agreement/agreementWords.ts';
import { alignIds } from '../../core/agreement/alignIds.ts';
import { differences } from '../../core/agreement/differences.ts';
import { differenceWords } from '../../core/agreement/differenceWords.ts';
import type { RecordRef } from '../../core/model/records.ts';
import { spanOf } from '../../core/present/conflicts.ts';
import { decodeSidecar } from '../../core/sidecar/decodeSidecar.ts';
import { checkedFile, rawFile } from '../../core/sidecar/rawFile.ts';
import type { SidecarFile, SidecarRecord } from '../../core/sidecar/schema.ts';
import type { Edit } from '../../core/store/edit.ts';
import { withoutPrivateNotes } from '../../core/store/privateNotes.ts';
import { recordsOf } from '../../core/store/recordTable.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { fileName } from '../articles/fileName.ts';
import { selectSpan } from '../articles/selectSpan.ts';
import { tellError } from '../messages.ts';
import { readText } from '../sidecar/sidecarFiles.ts';

const WHOSE = { added: 'only the other has it', removed: 'only this one has it', changed: '' } as const;

function isDecided(file: SidecarFile, { kind, id }: RecordRef): boolean {
  const state = (file[kind] as Record<string, SidecarRecord> | undefined)?.[id]?.state;
  return state !== undefined && state !== 'suggested';
}

interface DifferenceItem extends vscode.QuickPickItem {
  readonly record?: RecordRef;
}

interface SidecarItem extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** Asks for the sidecar of another annotator of the same text: one beside the article, those of this text first, or any file. */
export async function askOtherSidecar(own: vscode.Uri, session: ArticleSession): Promise<vscode.Uri | undefined> {
  const other: SidecarItem = { label: '$(folder-opened) Another File...' };
  const beside = await sidecarsBeside(own, session);
  const picked =
    beside.length > 0 ? await vscode.window.showQuickPick([...beside, other], { title: 'Compare with' }) : other;
  if (!picked || picked.uri) return picked?.uri;
  const chosen = await vscode.window.showOpenDialog({
    title: 'Sidecar of another annotator',
    openLabel: 'Compare',
    filters: { Sidecars: ['json'] },
  });
  return chosen?.[0];
}

async function sidecarsBeside(own: vscode.Uri, { document, store }: ArticleSession): Promise<SidecarItem[]> {
  const { uri: article, isUntitled } = document;
  if (isUntitled) return [];
  const folder = vscode.Uri.joinPath(article, '..');
  const [ofThis, ofOthers]: [SidecarItem[], SidecarItem[]] = [[], []];
  for (const [name] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (!name.endsWith('.dossier.json') || uri.toString() === own.toString()) continue;
    // One that cannot be read says why when it is chosen.
    const content = await readText(uri).catch(() => null);
    const same =
      content?.includes(store.blocks.sha256) || content?.includes(`"path": ${JSON.stringify(fileName(article))}`);
    (same ? ofThis : ofOthers).push({ label: name, uri });
  }
  const group = (label: string, items: readonly SidecarItem[]) =>
    items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
  return [...group('of this article', ofThis), ...group('of other articles', ofOthers)];
}

/** Reads the other sidecar. @throws Error in words when it is none. */
export async function readOther(uri: vscode.Uri): Promise<SidecarFile> {
  return checkedFile((await readText(uri)) ?? '');
}

/**
 * Steps through what another annotator of the text decided otherwise: the agreement above, one row a difference, the
 * passage of the row shown in the text. The chosen row's version of the other is adopted, as one undo step.
 */
export async function stepThroughDifferences(
  session: ArticleSession,
  other: SidecarFile,
  adopt: (edit: Edit) => void,
): Promise<void> {
  for (;;) {
    const mine = rawFile(withoutPrivateNotes(session.store.annotations), session.store.blocks);
    const theirs = alignIds(mine, other);
    const picked = await pickDifference(session, mine, theirs);
    if (!picked) return;
    if (picked.record) adopt(adoptRecord(session.store, picked.record, theirs));
  }
}

function pickDifference(
  session: ArticleSession,
  mine: SidecarFile,
  theirs: SidecarFile,
): Promise<DifferenceItem | undefined> {
  const { annotations } = decodeSidecar(theirs, session.store.blocks).dossier;
  const items = differences(mine, theirs).flatMap((difference): DifferenceItem[] => {
    const { record, change } = difference;
    if (!record || !(isDecided(mine, record) || isDecided(theirs, record))) return [];
    return [{ label: differenceWords(difference, mine, theirs), description: WHOSE[change], record }];
  });
  const figures = agreementLines(agreementOf(mine, theirs)).map(
    (label): DifferenceItem => ({ label: `$(graph) ${label}` }),
  );
  const show = async ({ record }: DifferenceItem) => {
    if (!record) return;
    const here = recordsOf(session.store.annotations, record.kind).get(record.id);
    const there = recordsOf(annotations, record.kind).get(record.id);
    const span = (here && spanOf(session.store.annotations, here)) ?? (there && spanOf(annotations, there));
    if (span) await selectSpan(session, span, true);
  };
  const pick = vscode.window.createQuickPick<DifferenceItem>();
  pick.title = items.length === 1 ? 'One difference' : `${items.length} differences`;
  pick.placeholder = 'Choose a row to adopt what the other has; Escape ends';
  pick.ignoreFocusOut = true;
  pick.items = [...figures, ...items];
  pick.activeItems = items.slice(0, 1);
  return new Promise((resolve) => {
    pick.onDidChangeActive(([item]) => {
      if (item) show(item).catch(tellError);
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
