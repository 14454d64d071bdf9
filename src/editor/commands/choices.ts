import * as vscode from 'vscode';
import type { ClaimRecord, EntityRecord } from '../../core/model/records.ts';
import { ENTITY_TYPES, type EntityTypeKey, VERDICTS, type VerdictKey } from '../../core/model/types.ts';
import { type ArticleIndex, listedEntities } from '../../core/present/articleIndex.ts';
import { typeIcon } from '../../core/present/entityTree.ts';
import { typeWords } from '../../core/present/words.ts';
import { askChoice, type Choice } from './context.ts';

/** @param own types of the codebook; they come before the others. */
export function askType(
  title: string,
  own: readonly string[],
  now?: EntityTypeKey,
): Promise<EntityTypeKey | undefined> {
  const types = [...new Set([...own, ...(now ? [now] : []), ...ENTITY_TYPES])];
  return askChoice(
    title,
    types.map((type) => ({
      label: `$(${typeIcon(type)}) ${typeWords(type).one}`,
      description: type === now ? 'now' : '',
      value: type,
    })),
  );
}

const byMentions = (index: ArticleIndex) => (a: EntityRecord, b: EntityRecord) =>
  (index.mentions.get(b.id)?.length ?? 0) - (index.mentions.get(a.id)?.length ?? 0);

function entityChoices(index: ArticleIndex, without: ReadonlySet<string>): Choice<string>[] {
  return listedEntities(index)
    .filter(({ id }) => !without.has(id))
    .sort(byMentions(index))
    .map(({ id, name, type, aliases }) => ({
      label: `$(${typeIcon(type)}) ${name}`,
      description: typeWords(type).one,
      detail: aliases.map((alias) => alias.name).join(', '),
      value: id,
    }));
}

export function askEntity(title: string, index: ArticleIndex, without: Iterable<string>): Promise<string | undefined> {
  return askChoice(title, entityChoices(index, new Set(without)), 'Type to find an entity of this article');
}

/** What all of `values` are, or undefined. */
function common<T>([first, ...more]: readonly T[]): T | undefined {
  return more.every((value) => value === first) ? first : undefined;
}

const claimWords = (claims: readonly ClaimRecord[]) =>
  claims.length === 1 ? (claims[0]?.text ?? '') : `${claims.length} claims`;

/** An entity id, or null for the article itself. */
export function askSource(index: ArticleIndex, claims: readonly ClaimRecord[]): Promise<string | null | undefined> {
  // Of somebody unnamed none of the choices is what it is now.
  const now = common(
    claims.map(({ attribution: { voice, source } }) => (source === null && voice !== 'outlet' ? undefined : source)),
  );
  const choices: Choice<string | null>[] = entityChoices(index, new Set());
  const own: Choice<string | null> = { label: '$(megaphone) The article', description: 'its own voice', value: null };
  const marked = [own, ...choices].map((choice) =>
    choice.value === now ? { ...choice, description: `${choice.description}, now` } : choice,
  );
  return askChoice(claims.length === 1 ? 'Who says the claim' : 'Who says the claims', marked, claimWords(claims));
}

/**
 * A verdict, or null to take it away.
 * @param own verdicts of the codebook; they come before the others.
 */
export function askVerdict(
  claims: readonly ClaimRecord[],
  own: readonly string[],
): Promise<VerdictKey | null | undefined> {
  const now = common(claims.map(({ verdict }) => verdict));
  const choices: Choice<VerdictKey | null>[] = [...new Set([...own, ...VERDICTS])].map((verdict) => ({
    label: verdict,
    description: verdict === now ? 'now' : '',
    value: verdict,
  }));
  if (claims.some(({ verdict }) => verdict)) choices.push({ label: 'No verdict', value: null });
  return askChoice('Verdict', choices, claimWords(claims));
}

/** Any of the known tags and those that the person types; undefined when the person leaves. */
export function askTags(known: readonly string[], now: readonly string[]): Promise<readonly string[] | undefined> {
  const box = vscode.window.createQuickPick();
  box.title = 'Tags';
  box.placeholder = 'Choose tags, or type a new one';
  box.canSelectMany = true;
  const all = new Set([...now, ...known]);
  const show = (typed: string) => {
    const selected = new Set(box.selectedItems.map(({ label }) => label));
    if (selected.size === 0 && box.items.length === 0) for (const tag of now) selected.add(tag);
    box.items = [...new Set([...all, ...selected, ...(typed ? [typed] : [])])].map((label) => ({ label }));
    box.selectedItems = box.items.filter(({ label }) => selected.has(label));
  };
  show('');
  box.onDidChangeValue((value) => show(value.trim()));
  return new Promise((resolve) => {
    let chosen: readonly string[] | undefined;
    box.onDidAccept(() => {
      chosen = box.selectedItems.map(({ label }) => label);
      box.hide();
    });
    box.onDidHide(() => {
      box.dispose();
      resolve(chosen);
    });
    box.show();
  });
}
