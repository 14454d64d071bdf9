import type * as vscode from 'vscode';
import { CLAIM_GROUPINGS, type ClaimGrouping } from '../../core/present/claimTree.ts';
import { ENTITY_SORTS, type EntitySort } from '../../core/present/entityTree.ts';
import { SOURCE_GROUPINGS, type SourceGrouping } from '../../core/present/sourceRows.ts';

const SORT = 'dossier.entitySort';
const GROUP = 'dossier.claimGrouping';
const SOURCES = 'dossier.sourceGrouping';

/** How the person wants the views in this workspace; filters last as long as the window. */
export class ViewState {
  readonly #memory: vscode.Memento;
  entityFilter = '';
  claimFilter = '';
  sourceFilter = '';

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get entitySort(): EntitySort {
    return ENTITY_SORTS.find((sort) => sort === this.#memory.get(SORT)) ?? 'mentions';
  }
  setEntitySort(sort: EntitySort): Thenable<void> {
    return this.#memory.update(SORT, sort);
  }

  get claimGrouping(): ClaimGrouping {
    return CLAIM_GROUPINGS.find((grouping) => grouping === this.#memory.get(GROUP)) ?? 'source';
  }
  setClaimGrouping(grouping: ClaimGrouping): Thenable<void> {
    return this.#memory.update(GROUP, grouping);
  }

  get sourceGrouping(): SourceGrouping {
    return SOURCE_GROUPINGS.find((grouping) => grouping === this.#memory.get(SOURCES)) ?? 'folder';
  }
  setSourceGrouping(grouping: SourceGrouping): Thenable<void> {
    return this.#memory.update(SOURCES, grouping);
  }
}
