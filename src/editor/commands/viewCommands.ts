import * as vscode from 'vscode';
import { CLAIM_GROUPINGS } from '../../core/present/claimTree.ts';
import { ENTITY_SORTS } from '../../core/present/entityTree.ts';
import { FILTER_HINT } from '../../core/present/filter.ts';
import { askChoice, type Command, type Commands } from './context.ts';

const SORT_WORDS = { mentions: 'Number of mentions', name: 'Name', position: 'First mention in the text' } as const;
const GROUP_WORDS = { source: 'Who says it', topic: 'Topic', position: 'Order in the text' } as const;

/** A filter that acts while it is typed; Escape brings back the one before. */
function askFilter(title: string, hint: string, before: string, apply: (input: string) => void): void {
  const box = vscode.window.createInputBox();
  box.title = title;
  box.value = before;
  box.placeholder = hint;
  let accepted = false;
  box.onDidChangeValue(apply);
  box.onDidAccept(() => {
    accepted = true;
    box.hide();
  });
  box.onDidHide(() => {
    if (!accepted) apply(before);
    box.dispose();
  });
  box.show();
}

type FilterKey = 'entityFilter' | 'claimFilter' | 'sourceFilter';

export function filterCommand(title: string, key: FilterKey, hint = FILTER_HINT): Command {
  return ({ views, sources }, given) => {
    const apply = (input: string) => {
      views.state[key] = input.trim();
      if (key === 'sourceFilter') sources.refresh();
      else views.refreshSoon();
    };
    // A link may name the filter; a person is asked.
    if (typeof given === 'string') apply(given);
    else askFilter(title, hint, views.state[key], apply);
  };
}

export function clearCommand(key: FilterKey): Command {
  return ({ views, sources }) => {
    views.state[key] = '';
    if (key === 'sourceFilter') sources.refresh();
    else views.refreshSoon();
  };
}

/** Asks for one of `values` by its words; the one in force says so. */
export function askArrangement<T extends string>(
  title: string,
  values: readonly T[],
  words: Readonly<Record<T, string>>,
  now: T,
) {
  const choices = values.map((value) => ({ label: words[value], description: value === now ? 'now' : '', value }));
  return askChoice(title, choices);
}

export const viewCommands: Commands = {
  'dossier.toggleDecorations': ({ painter }) => painter.toggle(),
  'dossier.toggleValues': ({ shown }) => shown.toggle('values'),
  'dossier.toggleSummaries': ({ shown }) => shown.toggle('summaries'),
  'dossier.filterEntities': filterCommand('Filter entities', 'entityFilter'),
  'dossier.clearEntitiesFilter': clearCommand('entityFilter'),
  'dossier.filterClaims': filterCommand('Filter claims', 'claimFilter'),
  'dossier.clearClaimsFilter': clearCommand('claimFilter'),
  'dossier.sortEntities': async ({ views }) => {
    const sort = await askArrangement('Sort entities by', ENTITY_SORTS, SORT_WORDS, views.state.entitySort);
    if (!sort) return;
    await views.state.setEntitySort(sort);
    views.refreshSoon();
  },
  'dossier.groupClaims': async ({ views }) => {
    const grouping = await askArrangement('Group claims by', CLAIM_GROUPINGS, GROUP_WORDS, views.state.claimGrouping);
    if (!grouping) return;
    await views.state.setClaimGrouping(grouping);
    views.refreshSoon();
  },
  'dossier.openWalkthrough': async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'dossier.dossier#start', false);
  },
};
