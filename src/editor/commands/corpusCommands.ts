import * as vscode from 'vscode';
import { SOURCE_GROUPINGS, type SourceRow } from '../../core/present/sourceRows.ts';
import { typeWords } from '../../core/present/words.ts';
import { openSource } from '../corpus/openSource.ts';
import { sayBriefly } from '../messages.ts';
import { askChoice, type Command, type Commands } from './context.ts';
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

export const corpusCommands: Commands = {
  'dossier.analyzeSources': analyze,
  'dossier.refreshSources': analyze,
  'dossier.cancelSources': ({ corpus }) => corpus.engine.cancel(),
  'dossier.filterSources': filterCommand(
    'Filter sources',
    'sourceFilter',
    'words of the title, the publisher or the path; of the name of an entity',
  ),
  'dossier.clearSourcesFilter': clearCommand('sourceFilter'),
  'dossier.groupSources': async ({ sources, views }) => {
    const grouping = await askArrangement('Show sources as', SOURCE_GROUPINGS, GROUP_WORDS, views.state.sourceGrouping);
    if (!grouping) return;
    await views.state.setSourceGrouping(grouping);
    sources.refresh();
  },
  'dossier.findEntityInSources': async ({ corpus, sources }) => {
    const { phase } = corpus.engine.state;
    if (phase === 'closed' || phase === 'opening') await sources.analyze();
    const totals = await corpus.engine.ask('entities');
    if (totals.length === 0) return sayBriefly('no entity was found in the articles of this workspace.');
    const total = await askChoice(
      'Find entity in all sources',
      totals.slice(0, MOST_CHOICES).map((value) => ({
        label: value.name,
        description: `${typeWords(value.type).one} · ${value.articles} ${value.articles === 1 ? 'article' : 'articles'}`,
        value,
      })),
      'A name, of the articles analyzed so far',
    );
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
