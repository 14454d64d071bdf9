import * as vscode from 'vscode';
import { type IdentityKind, identityId, idOf, type NamedEntity } from '../../core/corpus/identities/identity.ts';
import { judgeIdentity } from '../../core/corpus/identities/judgeIdentity.ts';
import { tiesOf } from '../../core/corpus/identities/ties.ts';
import { SOURCE_GROUPINGS, type SourceRow } from '../../core/present/sourceRows.ts';
import { typeWords } from '../../core/present/words.ts';
import { registryFor } from '../across/judge.ts';
import { openSource } from '../corpus/openSource.ts';
import { sayBriefly } from '../messages.ts';
import { askChoice, type Command, type CommandContext, type Commands } from './context.ts';
import { askArrangement, clearCommand, filterCommand } from './viewCommands.ts';

const GROUP_WORDS = { folder: 'Articles by folder', entity: 'Entities over all articles' } as const;
/** More are not offered: the view has a filter. */
const MOST_CHOICES = 20_000;

const analyze: Command = async ({ sources }) => {
  await sources.analyze();
};

function isTarget(value: unknown): value is NonNullable<SourceRow['target']> {
  return typeof value === 'object' && value !== null && 'uri' in value && 'entity' in value;
}

function isRow(value: unknown): value is SourceRow {
  return typeof value === 'object' && value !== null && 'about' in value && Array.isArray(value.about);
}

async function askEntity({ corpus, sources }: CommandContext, title: string, but?: NamedEntity) {
  const { phase } = corpus.engine.state;
  if (phase === 'closed' || phase === 'opening') await sources.analyze();
  const totals = (await corpus.engine.ask('entities')).filter((total) => !but || idOf(total) !== idOf(but));
  if (totals.length === 0) {
    sayBriefly('no entity was found in the articles of this workspace.');
    return undefined;
  }
  return askChoice(
    title,
    totals.slice(0, MOST_CHOICES).map((value) => ({
      label: value.name,
      description: `${typeWords(value.type).one} · ${value.articles} ${value.articles === 1 ? 'article' : 'articles'}`,
      value,
    })),
    'A name, of the articles analyzed so far',
  );
}

/** Keeps what a person says of two entities in the registry of the folder whose articles have them. */
async function sayIdentity(context: CommandContext, kept: NamedEntity, other: NamedEntity, is: IdentityKind) {
  const { corpus, registries, sources } = context;
  const hit = (await corpus.engine.ask('named', other.name))[0] ?? (await corpus.engine.ask('named', kept.name))[0];
  if (!hit) return sayBriefly('no article has this entity any more.');
  const article = vscode.Uri.parse(hit.uri);
  const registry = await registryFor(registries, article);
  const stamp = context.stamp({ uri: article });
  const next = registry.preview((registered) => judgeIdentity(registered, { kept, other, is, stamp }));
  if (is === 'same' && !tiesOf(next).same.some(({ entities }) => identityId(...entities) === identityId(kept, other))) {
    return sayBriefly(
      `people told “${other.name}” and “${kept.name}” apart; where that was in an article, merge them there.`,
    );
  }
  const says = is === 'same' ? 'is' : 'is not';
  registry.act(`“${other.name}” ${says} “${kept.name}”`, (registered) =>
    judgeIdentity(registered, { kept, other, is, stamp }),
  );
  sources.refresh();
  const told = is === 'same' ? 'counts as' : 'is another than';
  sayBriefly(`“${other.name}” ${told} “${kept.name}”; “Undo Registry Change” takes it back.`);
}

const sayOfRow =
  (is: IdentityKind): Command =>
  async (context, row) => {
    const [kept, other] = isRow(row) ? (row.about ?? []) : [];
    if (kept && other) await sayIdentity(context, kept, other, is);
  };

export const corpusCommands: Commands = {
  'dossier.analyzeSources': async (context, ...args) => {
    // Progress and result are in the view, which may be folded.
    await vscode.commands.executeCommand('dossier.sources.focus');
    await analyze(context, ...args);
  },
  'dossier.refreshSources': analyze,
  'dossier.cancelSources': ({ corpus }) => corpus.engine.cancel(),
  'dossier.filterSources': filterCommand(
    'Filter sources',
    'sourceFilter',
    'words of the title, the publisher or the path; of the name of an entity',
  ),
  'dossier.clearSourcesFilter': clearCommand('sourceFilter'),
  'dossier.groupSources': async ({ sources, views }, given) => {
    const grouping =
      SOURCE_GROUPINGS.find((known) => known === given) ??
      (await askArrangement('Show sources as', SOURCE_GROUPINGS, GROUP_WORDS, views.state.sourceGrouping));
    if (!grouping) return;
    await views.state.setSourceGrouping(grouping);
    sources.refresh();
  },
  'dossier.sameEntity': sayOfRow('same'),
  'dossier.differentEntity': sayOfRow('different'),
  'dossier.sameEntityAs': async (context, row) => {
    const other = (isRow(row) ? row.about?.[0] : undefined) ?? (await askEntity(context, 'Which entity?'));
    const kept = other && (await askEntity(context, `“${other.name}” is the same as`, other));
    if (kept) await sayIdentity(context, kept, other, 'same');
  },
  'dossier.findEntityInSources': async (context) => {
    const { corpus } = context;
    const total = await askEntity(context, 'Find entity in all sources');
    if (!total) return;
    const hits = (await corpus.engine.ask('named', total.name)).filter(
      ({ name, type }) => name === total.name && type === total.type,
    );
    const [only] = hits;
    const hit =
      hits.length === 1
        ? only
        : await askChoice(
            total.name,
            hits.map((value) => ({
              label: vscode.workspace.asRelativePath(vscode.Uri.parse(value.uri)),
              description: String(value.mentions),
              value,
            })),
          );
    if (hit) await openSource(corpus, hit);
  },
  'dossier.openSource': async ({ corpus }, target) => {
    if (isTarget(target)) await openSource(corpus, target);
  },
};
