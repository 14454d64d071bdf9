import * as vscode from 'vscode';
import type { RecordRef } from '../../core/model/records.ts';
import { spanOf } from '../../core/present/conflicts.ts';
import { type SearchEntry, searchEntries } from '../../core/present/searchEntries.ts';
import { recordsOf } from '../../core/store/recordTable.ts';
import type { Articles } from '../articles/articles.ts';
import { fileName } from '../articles/fileName.ts';
import { selectSpan } from '../articles/selectSpan.ts';
import type { PrivateNotes } from '../case/privateNotes.ts';
import { sayBriefly, tellError } from '../messages.ts';
import { articleOf } from '../sidecar/sidecarFiles.ts';
import { closedEntries } from './closedEntries.ts';

interface Item extends vscode.QuickPickItem {
  readonly article: vscode.Uri;
  readonly record: RecordRef;
}

/** More are not shown: the list says so. */
const MOST_ITEMS = 20_000;

/**
 * A list over the annotations of all articles, open ones first, filtered while the person types; it fills while it is open.
 * @returns when what was chosen is shown, or nothing was.
 */
export function searchAnnotations(articles: Articles, notes: PrivateNotes): Promise<void> {
  const box = vscode.window.createQuickPick<Item>();
  let open = true;
  box.title = 'Search Annotations';
  box.placeholder = 'Names, claims, relations, notes, comments, tags, evidence, of all articles of the workspace';
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  box.busy = true;
  let chosen: Item | undefined;
  box.onDidAccept(() => {
    [chosen] = box.selectedItems;
    if (chosen) box.hide();
  });
  box.show();
  fill({ articles, notes }, box, () => open).catch(tellError);
  return new Promise((resolve, reject) => {
    box.onDidHide(() => {
      open = false;
      box.dispose();
      if (chosen) show(articles, chosen).then(resolve, reject);
      else resolve();
    });
  });
}

async function fill(
  { articles, notes }: { readonly articles: Articles; readonly notes: PrivateNotes },
  box: vscode.QuickPick<Item>,
  isOpen: () => boolean,
): Promise<void> {
  const items: Item[] = articles.all.flatMap(({ uri, store }) => itemsOf(uri, searchEntries(store.annotations)));
  box.items = items;
  const seen = new Set(articles.all.map(({ uri }) => uri.toString()));
  let shown = Date.now();
  for (const sidecar of await vscode.workspace.findFiles('**/*.dossier.json')) {
    const article = articleOf(sidecar);
    if (seen.has(article.toString())) continue;
    const entries = await closedEntries(sidecar, notes);
    if (!isOpen()) return;
    items.push(...itemsOf(article, entries));
    if (items.length > MOST_ITEMS) break;
    if (Date.now() - shown < 300) continue;
    box.items = items;
    shown = Date.now();
  }
  if (!isOpen()) return;
  box.items = items.slice(0, MOST_ITEMS);
  if (items.length > MOST_ITEMS) box.title = `Search Annotations (the first ${MOST_ITEMS.toLocaleString('en-US')})`;
  box.busy = false;
}

function itemsOf(article: vscode.Uri, entries: readonly SearchEntry[]): Item[] {
  const name = fileName(article);
  return entries.map(({ record, words, kind, remarks }) => ({
    label: words,
    description: `${kind} · ${name}`,
    ...(remarks ? { detail: remarks } : {}),
    article,
    record,
  }));
}

async function show(articles: Articles, { article, record }: Item): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(article));
  const session = articles.get(article);
  if (!session) return;
  await session.whenAnalyzed();
  const { annotations } = session.store;
  const mention = record.kind === 'entities' ? session.index.mentions.get(record.id)?.[0] : undefined;
  const found = mention ?? recordsOf(annotations, record.kind).get(record.id);
  const span = found && spanOf(annotations, found);
  if (span) await selectSpan(session, span);
  else sayBriefly('it stands nowhere in the text.');
}
