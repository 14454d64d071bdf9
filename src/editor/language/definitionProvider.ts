import * as vscode from 'vscode';
import { definitionOf } from '../../core/present/entityPlaces.ts';
import type { Articles } from '../articles/articles.ts';
import { toRange } from '../articles/positions.ts';
import type { Registries } from '../registry/registries.ts';
import { entityUnder } from './readySession.ts';

/** From a mention to the first full mention of its entity; from there to the registry, where it knows the entity. */
export function definitionProvider(articles: Articles, registries: Registries): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position, token) {
      const found = await entityUnder(articles, document, position, token);
      const first = found && definitionOf(found.session.index, found.entity.id);
      if (!found || !first) return undefined;
      const { session, entity, span } = found;
      const isThere = first.start === span.start && first.end === span.end;
      const registered = isThere ? await registries.entryOf(session.uri, entity.id) : null;
      return registered ?? new vscode.Location(session.uri, toRange(session.lines, first));
    },
  };
}
