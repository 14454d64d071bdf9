import * as vscode from 'vscode';
import { definitionOf, entityAt } from '../../core/present/entityPlaces.ts';
import { type SpeechEdge, speaksAbout, spokenOfBy } from '../../core/present/quotedWhom.ts';
import { shortLine } from '../../core/present/short.ts';
import { OWN_VOICE, typeWords } from '../../core/present/words.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { toOffset, toRange } from '../articles/positions.ts';
import { entityUnder } from './readySession.ts';
import { entityKind } from './symbolKinds.ts';

/** Who speaks about whom: the callers of an entity are those who make claims about it, it calls whom it speaks about. */
export function callHierarchyProvider(articles: Articles): vscode.CallHierarchyProvider {
  const follow = (item: vscode.CallHierarchyItem, edges: typeof speaksAbout) => {
    const session = articles.get(item.uri);
    const id = session && session.phase !== 'analyzing' ? entityOf(session, item) : null;
    if (!session || !id) return [];
    return edges(session.index, id).flatMap(({ entity, claims }) => {
      const end = itemOf(session, entity);
      return end ? [{ end, claims: claims.map((span) => toRange(session.lines, span)) }] : [];
    });
  };
  return {
    async prepareCallHierarchy(document, position, token) {
      const found = await entityUnder(articles, document, position, token);
      return found && (itemOf(found.session, found.entity.id) ?? undefined);
    },
    provideCallHierarchyIncomingCalls: (item) =>
      follow(item, spokenOfBy).map(({ end, claims }) => new vscode.CallHierarchyIncomingCall(end, claims)),
    provideCallHierarchyOutgoingCalls: (item) =>
      follow(item, speaksAbout).map(({ end, claims }) => new vscode.CallHierarchyOutgoingCall(end, claims)),
  };
}

/** An entity at its first full mention, or the article's own voice and unnamed sources at the beginning; null without a place. */
function itemOf(session: ArticleSession, id: SpeechEdge['entity']): vscode.CallHierarchyItem | null {
  const { uri, lines, index } = session;
  const entity = id === null ? undefined : index.annotations.entities.get(id);
  const span = id === null ? { start: 0, end: 0 } : definitionOf(index, id);
  if (!span) return null;
  const range = toRange(lines, span);
  const name = entity ? shortLine(entity.name) : `${OWN_VOICE}, or somebody unnamed`;
  const kind = entity ? entityKind(entity.type) : vscode.SymbolKind.File;
  return new vscode.CallHierarchyItem(
    kind,
    name,
    entity ? shortLine(typeWords(entity.type).one) : '',
    uri,
    range,
    range,
  );
}

/** Items hold no id: the entity is the one that is mentioned where the item stands. */
function entityOf({ index, lines }: ArticleSession, { selectionRange }: vscode.CallHierarchyItem): string | null {
  if (selectionRange.isEmpty) return null;
  return entityAt(index, toOffset(lines, selectionRange.end))?.entity.id ?? null;
}
