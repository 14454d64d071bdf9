import * as vscode from 'vscode';
import type { RecordRef } from '../../core/model/records.ts';
import { RECORD_KINDS } from '../../core/model/records.ts';
import { notesAt } from '../../core/present/notesAt.ts';
import { recordsUnder, type TreeNode } from '../../core/present/treeNode.ts';
import { recordsOf } from '../../core/store/recordTable.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { toOffset } from '../articles/positions.ts';
import type { LinkTarget } from '../hover/hoverProvider.ts';
import type { CommandContext } from './context.ts';

/** What a key of a view hands to its command: the rows that are selected there are meant. */
interface ViewTarget {
  readonly view: 'entities' | 'claims';
}

/** The article and the records that a command is about. */
export interface Target {
  readonly session: ArticleSession;
  /** The record of the clicked row first: commands on one record take that. */
  readonly refs: readonly RecordRef[];
}

/**
 * What a command is about, from wherever it was called: rows of a tree (with the multi-selection), a key in a tree, a
 * link of a hover, or else the annotation at the cursor. Records of the wrong kind are left out; links are checked, they are only data.
 * @param atCursor the kinds that are meant at the cursor, where a mention and its entity cannot be told apart.
 */
export function findTarget(
  { articles, views }: Pick<CommandContext, 'articles' | 'views'>,
  args: readonly unknown[],
  kinds: readonly RecordRef['kind'][],
  atCursor = kinds,
): Target | null {
  const [first, second] = args;
  if (isLinkTarget(first)) {
    const session = articles.get(vscode.Uri.parse(first.uri));
    return session ? keep(session, [{ kind: first.kind, id: first.id }], kinds) : null;
  }
  const nodes = isViewTarget(first)
    ? views.selection(first.view)
    : [...new Set([first, ...(Array.isArray(second) ? second : [])])].filter(isTreeNode);
  if (nodes.length > 0 || isViewTarget(first))
    return articles.current && keep(articles.current, nodes.flatMap(recordsUnder), kinds);
  const editor = vscode.window.activeTextEditor;
  const session = editor && articles.get(editor.document.uri);
  if (!session) return null;
  const offset = toOffset(session.lines, editor.selection.active);
  const notes = notesAt(session.store.annotations, offset).map(({ id }): RecordRef => ({ kind: 'notes', id }));
  const found = [...session.index.spans.at(offset).map(({ value }): RecordRef => value), ...notes];
  // A mention lies inside a claim: at the cursor the mention is meant, unless only claims are asked for.
  const mention = found.find(({ kind }) => kind === 'mentions');
  const best = atCursor.includes('mentions') || atCursor.includes('entities') ? (mention ?? found[0]) : found[0];
  return keep(session, best ? [best, ...found] : [], atCursor, 1);
}

function keep(
  session: ArticleSession,
  refs: readonly RecordRef[],
  kinds: readonly RecordRef['kind'][],
  most = Number.POSITIVE_INFINITY,
): Target {
  const kept: RecordRef[] = [];
  for (const ref of refs) {
    const wanted = asKind(session, ref, kinds);
    if (wanted && kept.length < most && !kept.some(({ kind, id }) => kind === wanted.kind && id === wanted.id))
      kept.push(wanted);
  }
  return { session, refs: kept };
}

/** The record itself where its kind is asked for, the entity of a mention where only entities are. */
function asKind(session: ArticleSession, ref: RecordRef, kinds: readonly RecordRef['kind'][]): RecordRef | null {
  const { annotations } = session.store;
  if (!recordsOf(annotations, ref.kind).has(ref.id)) return null;
  if (kinds.includes(ref.kind)) return ref;
  const mention = ref.kind === 'mentions' ? annotations.mentions.get(ref.id) : undefined;
  return mention && kinds.includes('entities') ? { kind: 'entities', id: mention.entity } : null;
}

/** A row that shows one item of a list of its record: a comment, a piece of evidence. */
export function isItemTarget(value: unknown): value is { readonly item: NonNullable<TreeNode['item']> } {
  return isTreeNode(value) && value.item !== null;
}

function isViewTarget(value: unknown): value is ViewTarget {
  if (typeof value !== 'object' || value === null) return false;
  const { view } = value as Partial<ViewTarget>;
  return view === 'entities' || view === 'claims';
}

function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'context' in value && 'children' in value;
}

function isLinkTarget(value: unknown): value is LinkTarget {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, kind, id } = value as Partial<LinkTarget>;
  return typeof uri === 'string' && typeof id === 'string' && RECORD_KINDS.some((known) => known === kind);
}
