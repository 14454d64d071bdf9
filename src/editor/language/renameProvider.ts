import * as vscode from 'vscode';
import type { Edit } from '../../core/store/edit.ts';
import type { Stamp } from '../../core/store/edits/editContext.ts';
import { renameEntity } from '../../core/store/edits/entityEdits.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { toRange } from '../articles/positions.ts';
import { entityUnder } from './readySession.ts';

const NO_ENTITY = 'There is no entity here. Put the cursor on a marked name; the text itself is renamed by editing it.';

interface RenameOptions {
  readonly articles: Articles;
  readonly decide: (session: ArticleSession, edit: Edit) => void;
  readonly stamp: (session: ArticleSession) => Stamp;
}

/** Renames the entity, never the text: the edit that VS Code is given is empty. */
export function renameProvider({ articles, decide, stamp }: RenameOptions): vscode.RenameProvider {
  return {
    async prepareRename(document, position, token) {
      const found = await entityUnder(articles, document, position, token);
      if (!found) throw new Error(NO_ENTITY);
      return { range: toRange(found.session.lines, found.span), placeholder: found.entity.name };
    },
    async provideRenameEdits(document, position, newName, token) {
      const found = await entityUnder(articles, document, position, token);
      if (!found) throw new Error(NO_ENTITY);
      const { session, entity } = found;
      decide(session, renameEntity(session.store, entity.id, newName, stamp(session)));
      return new vscode.WorkspaceEdit();
    },
  };
}
