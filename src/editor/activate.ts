import * as vscode from 'vscode';
import type { Extraction, ExtractionRequest } from '../core/extract/extraction.ts';
import type { SourceRow } from '../core/present/sourceRows.ts';
import type { TreeNode } from '../core/present/treeNode.ts';
import { WorkerClient } from '../worker/workerClient.ts';
import { AcrossSources } from './across/acrossSources.ts';
import { ContradictionProblems } from './across/contradictionProblems.ts';
import { PassageDocuments } from './across/passageDocuments.ts';
import type { ArticleSession } from './articles/articleSession.ts';
import { Articles } from './articles/articles.ts';
import { GitIgnore } from './articles/gitIgnore.ts';
import { followMoves } from './case/followMoves.ts';
import { PrivateNotes } from './case/privateNotes.ts';
import type { CommandContext } from './commands/context.ts';
import { mergeDropped } from './commands/entityCommands.ts';
import { registerCommands } from './commands/register.ts';
import { Comparer } from './comparison/comparer.ts';
import { ComparisonPanel } from './comparison/comparisonPanel.ts';
import { ConflictProblems } from './conflicts/conflictProblems.ts';
import { type AnnotatorRow, SecondAnnotatorView } from './conflicts/secondAnnotatorView.ts';
import { Corpus } from './corpus/corpus.ts';
import { SourcesView } from './corpus/sourcesView.ts';
import { Painter } from './decorations/painter.ts';
import type { EditorHost } from './host.ts';
import { HoverProvider } from './hover/hoverProvider.ts';
import { corpusSymbols } from './language/corpusSymbols.ts';
import { openSymbols } from './language/openSymbols.ts';
import { registerLanguage } from './language/registerLanguage.ts';
import { ShownInText } from './language/shownInText.ts';
import { LintProblems } from './problems/lintProblems.ts';
import { OrphanProblems } from './problems/orphanProblems.ts';
import { Registries } from './registry/registries.ts';
import { ReviewMode } from './review/reviewMode.ts';
import { Authors } from './sidecar/authors.ts';
import { FirstSeen } from './sidecar/firstSeen.ts';
import { FormerNames } from './sidecar/formerNames.ts';
import { KeptHistories } from './sidecar/keptHistories.ts';
import type { FileMove } from './sidecar/movedArticles.ts';
import { isSidecar } from './sidecar/sidecarFiles.ts';
import { SidecarKeeper } from './sidecar/sidecarKeeper.ts';
import { Snapshots } from './sidecar/snapshots.ts';
import { BesideReading } from './source/besideReading.ts';
import { showCardStatus } from './source/cardStatus.ts';
import { articleStatus } from './status/articleStatus.ts';
import { showFirstSeenStatus } from './status/firstSeenStatus.ts';
import { showLanguageStatus } from './status/languageStatus.ts';
import { ViewState } from './tree/viewState.ts';
import { Views } from './tree/views.ts';

/** What the extension exports, for its own tests: read-only looks at what a person sees. */
export interface DossierApi {
  readonly session: (uri: vscode.Uri) => ArticleSession | undefined;
  readonly current: () => ArticleSession | null;
  readonly rows: (view: 'entities' | 'claims') => readonly TreeNode[];
  readonly selection: (view: 'entities' | 'claims') => readonly TreeNode[];
  readonly visible: (view: 'entities' | 'claims') => boolean;
  /** Milliseconds that the synchronous part of the activation took. */
  readonly activationTime: number;
  readonly corpus: Corpus;
  readonly across: AcrossSources;
  readonly sources: () => readonly SourceRow[];
  readonly secondAnnotator: () => readonly AnnotatorRow[];
  readonly comparison: ComparisonPanel;
  readonly privateNotes: PrivateNotes;
  readonly formerNames: FormerNames;
  readonly beside: BesideReading;
  /** Writes decisions that wait for the next save. */
  readonly flush: () => Promise<void>;
}

const after = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** 16 random letters and digits: made without a counter or a clock, so that two people never make the same. */
function newId(prefix: string): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return prefix + Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}

export function activateDossier(context: vscode.ExtensionContext, host: EditorHost): DossierApi {
  const started = performance.now();
  const client = new WorkerClient<ExtractionRequest, Extraction>({ start: host.startWorker, after });
  const storage = context.storageUri ?? context.globalStorageUri;
  const snapshots = new Snapshots(storage, host);
  const privateNotes = new PrivateNotes({ storage, host, snapshots });
  const formerNames = new FormerNames(storage, host);
  const firstSeen = new FirstSeen(snapshots);
  const version = String(context.extension.packageJSON.version);
  const ignored = new GitIgnore();
  const registries = new Registries(host, storage);
  const histories = new KeptHistories(storage, host);
  const moved = (moves: readonly FileMove[]): Promise<void> =>
    followMoves({ articles, registries, histories, privateNotes, host }, moves);
  const sidecars = new SidecarKeeper({
    storage,
    host,
    snapshots,
    version,
    ignored,
    histories,
    formerNames,
    privateNotes,
    adopted: (move) => moved([move]),
  });
  const attach = async (session: ArticleSession) => {
    // What can be undone leads from them too.
    const notes = await privateNotes.attach(session);
    return vscode.Disposable.from(
      notes,
      ...(await Promise.all([sidecars.attach(session), registries.attach(session)])),
    );
  };
  const articles = new Articles({ client, ignored, attach });
  const painter = new Painter(articles);
  const authors = new Authors();
  // Asked early, so that the first decision is signed too; the first article is current already.
  if (articles.current) authors.stamp(articles.current.uri);
  const state = new ViewState(context.workspaceState);
  const corpus = new Corpus({ articles, ignored, registries, host, after, storage, version });
  const across = new AcrossSources({ corpus, articles, registries });
  const views = new Views({
    ...{ articles, across, state },
    onDrop: (dropped, entity) => mergeDropped(commands, dropped, entity),
  });
  const passages = new PassageDocuments();
  const sources = new SourcesView({ ...{ corpus, registries, state }, memory: context.workspaceState });
  const comparer = new Comparer({ corpus, registries, start: host.startWorker, after });
  const comparison = new ComparisonPanel({
    articles,
    registries,
    ignored,
    comparer,
    extension: context.extensionUri,
    memory: context.workspaceState,
  });
  const review = new ReviewMode(articles);
  const secondAnnotator = new SecondAnnotatorView(articles, after);
  const beside = new BesideReading();
  const conflicts = new ConflictProblems(articles);
  const shown = new ShownInText(articles, context.workspaceState);
  const commands: CommandContext = {
    articles,
    ignored,
    corpus,
    across,
    passages,
    sources,
    comparison,
    views,
    painter,
    sidecars,
    review,
    secondAnnotator,
    privateNotes,
    registries,
    firstSeen,
    host,
    beside,
    shown,
    newId,
    stamp: ({ uri }) => authors.stamp(uri),
  };
  context.subscriptions.push(
    { dispose: () => client.dispose() },
    // The articles first: what they close is still written by the sidecars.
    articles,
    ignored,
    sources,
    comparison,
    comparer,
    across,
    passages,
    corpus,
    sidecars,
    registries,
    firstSeen,
    views,
    painter,
    review,
    secondAnnotator,
    beside,
    shown,
    articleStatus({ id: 'dossier.status', name: 'Dossier', articles, show: showLanguageStatus }),
    articleStatus({ id: 'dossier.source', name: 'Dossier Source Card', articles, show: showCardStatus }),
    articleStatus({ id: 'dossier.firstSeen', name: 'Dossier First Seen', articles, show: showFirstSeenStatus }),
    new OrphanProblems(articles),
    new LintProblems(articles),
    new ContradictionProblems(articles, across),
    conflicts,
    vscode.languages.registerCodeActionsProvider([{ language: 'plaintext' }, { language: 'markdown' }], conflicts),
    // Sidecars go along with their articles, one by one: that moves nothing else.
    vscode.workspace.onDidRenameFiles(({ files }) => moved(files.filter(({ oldUri }) => !isSidecar(oldUri)))),
    articles.onDidChangeCurrent((session) => session && authors.stamp(session.uri)),
    vscode.languages.registerHoverProvider(
      [{ language: 'plaintext' }, { language: 'markdown' }],
      new HoverProvider(articles, across),
    ),
    ...registerLanguage(commands, [openSymbols(articles), corpusSymbols(corpus, articles)]),
    ...registerCommands(commands),
  );
  return Object.freeze({
    session: (uri: vscode.Uri) => articles.get(uri),
    current: () => articles.current,
    rows: (view: 'entities' | 'claims') => views.tree(view)?.roots ?? [],
    selection: (view: 'entities' | 'claims') => views.selection(view),
    visible: (view: 'entities' | 'claims') => views.visible(view),
    activationTime: performance.now() - started,
    corpus,
    across,
    sources: () => sources.roots,
    secondAnnotator: () => secondAnnotator.roots,
    comparison,
    privateNotes,
    formerNames,
    beside,
    flush: async () => {
      await Promise.all([sidecars.flush(), registries.flush(), privateNotes.flush()]);
    },
  });
}
