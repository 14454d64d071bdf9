import * as vscode from 'vscode';
import { type Identity, identityId } from '../../core/corpus/identities/identity.ts';
import type { Judgement } from '../../core/corpus/judgements/judgement.ts';
import type { KnownEntity } from '../../core/corpus/knownEntity.ts';
import { type Codebook, joinCodebooks, usesCodebook } from '../../core/corpus/registry.ts';
import { recordOf } from '../../core/store/edits/editContext.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { readSetting } from '../config/settings.ts';
import type { EditorHost } from '../host.ts';
import type { FileMove } from '../sidecar/movedArticles.ts';
import { FolderRegistry, type RegistryChange } from './folderRegistry.ts';

const ADDRESS = /^[a-z][a-z0-9+.-]+:/i;

/** The registries of the workspace folders: they hear of the decisions in open articles, and tell them of each other's. */
export class Registries implements vscode.Disposable {
  readonly #host: EditorHost;
  readonly #storage: vscode.Uri;
  readonly #folders = new Map<string, { readonly registry: FolderRegistry; readonly sessions: Set<ArticleSession> }>();
  readonly #changed = new vscode.EventEmitter<RegistryChange>();

  /** Fires when the registry of a folder says something new. */
  readonly onDidChange = this.#changed.event;

  /** @param storage of the extension, for what can be undone. */
  constructor(host: EditorHost, storage: vscode.Uri) {
    this.#host = host;
    this.#storage = storage;
  }

  /** A file or folder was renamed or moved. */
  async move({ oldUri, newUri }: FileMove): Promise<void> {
    const [from, to] = [placeOf(oldUri), placeOf(newUri)];
    if (from && to && from.folder === to.folder) (await this.of(newUri))?.move(from.path, to.path);
  }

  /** Tells the session what is known, now and when that changes; resolves when the registry is read. Never rejects. */
  async attach(session: ArticleSession): Promise<vscode.Disposable> {
    const place = placeOf(session.uri);
    if (!place || !readSetting('registry.enabled', session.uri)) return { dispose: () => undefined };
    const { registry, sessions } = this.#folderOf(place.folder);
    sessions.add(session);
    // Known from the second article on, before its analysis is asked for.
    session.known = registry.knownFor(place.path);
    const listening = session.store.onDidChange(({ origin, added, updated, removed }) => {
      if (origin !== 'user' && origin !== 'undo') return;
      const news = [...added, ...updated, ...removed]
        .filter(({ kind }) => kind === 'entities')
        .map(({ id }) => ({ id, record: session.store.annotations.entities.get(id) ?? null }));
      const own = ownCodebook(session.uri);
      const used = [...added, ...updated].some((ref) => {
        const record = recordOf(session.store, ref);
        return record !== undefined && usesCodebook(record, own);
      });
      if (news.length > 0 || used) registry.register(place.path, news, own);
    });
    await registry.settled();
    session.known = registry.knownFor(place.path);
    return {
      dispose: () => {
        listening.dispose();
        sessions.delete(session);
      },
    };
  }

  /** What other articles decided, when the registry is read. */
  async knownFor(article: vscode.Uri): Promise<readonly KnownEntity[]> {
    return (await this.of(article))?.knownFor(placeOf(article)?.path ?? '') ?? [];
  }

  /** The registry that keeps what people decide across sources on an article, when it is read; null where none counts. */
  async of(article: vscode.Uri): Promise<FolderRegistry | null> {
    const place = placeOf(article);
    if (!place || !readSetting('registry.enabled', article)) return null;
    const { registry } = this.#folderOf(place.folder);
    await registry.settled();
    return registry;
  }

  /** The judgements on passages of an article, and the address of an article by the name that they have for it. */
  async judgementsOn(article: vscode.Uri) {
    const name = this.nameOf(article, article);
    const registry = await this.of(article);
    const judgements = [...(registry?.judgements ?? new Map<string, Judgement>())].filter(([, { passages }]) =>
      passages.some((passage) => passage.article === name),
    );
    const folder = placeOf(article)?.folder ?? '';
    const addressOf = (other: string) =>
      (ADDRESS.test(other) ? vscode.Uri.parse(other) : vscode.Uri.joinPath(vscode.Uri.parse(folder), other)).toString();
    return { judgements, addressOf };
  }

  /** What holds of entities of different articles by what people said, in all workspace folders, by {@link identityId}. */
  get identities(): ReadonlyMap<string, Identity> {
    const all = [...this.#folders.values()].flatMap(({ registry }) => registry.identities);
    return new Map(all.map((identity) => [identityId(...identity.entities), identity]));
  }

  /** How the registry of `article` names another article: its path from the folder, or its address outside of it. */
  nameOf(article: vscode.Uri, other: vscode.Uri): string {
    const place = placeOf(other);
    return place && place.folder === placeOf(article)?.folder ? place.path : other.toString();
  }

  /** Tells one state of the registry of a workspace folder from another; empty where none counts. */
  async stampOf(folder: vscode.Uri): Promise<string> {
    if (!readSetting('registry.enabled', folder)) return '';
    const { registry } = this.#folderOf(folder.toString());
    await registry.settled();
    return registry.stamp;
  }

  /** The words of the settings and of the registry. */
  codebook(article: vscode.Uri): Codebook {
    const shared = this.#folders.get(placeOf(article)?.folder ?? '')?.registry.codebook;
    return shared ? joinCodebooks(ownCodebook(article), shared) : ownCodebook(article);
  }

  /** Where the registry tells of an entity of an article, or null. */
  async entryOf(article: vscode.Uri, id: string): Promise<vscode.Location | null> {
    return (await this.#folders.get(placeOf(article)?.folder ?? '')?.registry.entryOf(id)) ?? null;
  }

  /** Writes what waits; for the end of the window. */
  async flush(): Promise<void> {
    await Promise.all([...this.#folders.values()].map(({ registry }) => registry.flush()));
  }

  dispose(): void {
    for (const { registry } of this.#folders.values()) registry.dispose();
    this.#folders.clear();
    this.#changed.dispose();
  }

  #folderOf(folder: string) {
    const known = this.#folders.get(folder);
    if (known) return known;
    const registry = new FolderRegistry({
      folder: vscode.Uri.parse(folder),
      storage: this.#storage,
      host: this.#host,
    });
    const entry = { registry, sessions: new Set<ArticleSession>() };
    registry.onDidChange((change) => {
      this.#changed.fire(change);
      if (!change.names) return;
      for (const session of entry.sessions) session.known = registry.knownFor(placeOf(session.uri)?.path ?? '');
    });
    this.#folders.set(folder, entry);
    return entry;
  }
}

/** The workspace folder of an article and its path from there. */
function placeOf(article: vscode.Uri): { readonly folder: string; readonly path: string } | null {
  const folder = vscode.workspace.getWorkspaceFolder(article)?.uri;
  if (!folder) return null;
  return { folder: folder.toString(), path: article.path.slice(folder.path.replace(/\/$/, '').length + 1) };
}

function ownCodebook(article: vscode.Uri): Codebook {
  const words = (key: 'codebook.types' | 'codebook.verdicts' | 'codebook.tags') =>
    readSetting(key, article)
      .map((word) => word.trim())
      .filter((word) => word !== '' && word.length <= 60);
  return { types: words('codebook.types'), verdicts: words('codebook.verdicts'), tags: words('codebook.tags') };
}
