import type * as vscode from 'vscode';
import { CLAIM_GROUPINGS, type ClaimGrouping } from '../../core/present/claimTree.ts';
import { ENTITY_SORTS, type EntitySort } from '../../core/present/entityTree.ts';

const SORT = 'dossier.entitySort';
const GROUP = 'dossier.claimGrouping';

/** How the person wants the views in this workspace; filters last as long as the window. */
export class ViewState {
  readonly #memory: vscode.Memento;
  entityFilter = '';
  claimFilter = '';

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
}
