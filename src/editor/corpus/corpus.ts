import * as vscode from 'vscode';
import type { FoundArticle } from '../../core/corpus/corpusIndex.ts';
import type { DigestRequest } from '../../core/corpus/digestArticle.ts';
import { knownIn } from '../../core/corpus/knownIn.ts';
import { decisionsOnly } from '../../core/sidecar/decisionsOnly.ts';
import { serialiseSidecar } from '../../core/sidecar/encodeSidecar.ts';
import { normaliseText } from '../../core/text/normalise.ts';
import { CorpusEngine } from '../../worker/corpusEngine.ts';
import type { After } from '../../worker/workerClient.ts';
import type { Articles } from '../articles/articles.ts';
import type { GitIgnore } from '../articles/gitIgnore.ts';
import { isNamedArticle } from '../articles/isArticle.ts';
import { readSetting } from '../config/settings.ts';
import type { EditorHost } from '../host.ts';
import type { Registries } from '../registry/registries.ts';
import { exists, isMissing, readText, remove, sidecarPlaces, writeText } from '../sidecar/sidecarFiles.ts';
import { type ArticleFile, articleFiles } from './articleFiles.ts';
import { CorpusWatch } from './corpusWatch.ts';

export interface CorpusOptions {
  readonly articles: Articles;
  readonly ignored: GitIgnore;
  readonly registries: Registries;
  readonly host: EditorHost;
  readonly after: After;
  readonly storage: vscode.Uri;
  /** Version of the extension, and so of the extractor. */
  readonly version: string;
}

const FOLDER = 'corpus';
const decoder = new TextDecoder();

/**
 * All articles of the workspace folders, analysed in the background. Nothing is looked for before {@link refresh}; from
 * then on files, sidecars, the registries and open articles are followed.
 */
export class Corpus implements vscode.Disposable {
  readonly engine: CorpusEngine;
  readonly #options: CorpusOptions;
  readonly #files = new Map<string, ArticleFile>();
  #watch: CorpusWatch | null = null;
  #tooLarge = 0;

  constructor(options: CorpusOptions) {
    this.#options = options;
    const { host, after, storage, version } = options;
    const cached = (name: string) => vscode.Uri.joinPath(storage, FOLDER, `${name}.txt`);
    this.engine = new CorpusEngine({
      start: host.startWorker,
      after,
      version,
      list: () => this.#list(),
      read: (uri) => this.digestRequest(vscode.Uri.parse(uri), this.#files.get(uri)?.sidecar ?? null),
      readCache: (name) => readText(cached(name)),
      writeCache: (name, text) => (text === '' ? remove(cached(name)) : writeText(host, cached(name), text)),
      log: (words) => console.warn(`Dossier: ${words}`),
    });
  }

  /** Articles that the last look left out for their size. */
  get tooLarge(): number {
    return this.#tooLarge;
  }

  /** Looks for all articles and has new and changed ones analysed; resolves when that is done or cancelled. Never rejects. */
  refresh(): Promise<void> {
    this.#watch ??= new CorpusWatch({
      articles: this.#options.articles,
      ignored: this.#options.ignored,
      registries: this.#options.registries,
      holds: (folder) => [...this.#files.keys()].some((uri) => uri.startsWith(`${folder}/`)),
      lookAgain: () => this.engine.refresh(),
      changed: (uris) => this.#update(uris),
    });
    return this.engine.refresh();
  }

  dispose(): void {
    this.#watch?.dispose();
    this.engine.dispose();
  }

  async #list(): Promise<FoundArticle[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = await Promise.all(folders.map(({ uri }) => this.#listFolder(uri)));
    // One folder of the workspace may stand in another.
    const files = new Map(found.flatMap(({ files }) => files.map((file) => [file.uri.toString(), file])));
    this.#files.clear();
    for (const [uri, file] of files) this.#files.set(uri, file);
    this.#tooLarge = found.reduce((sum, { tooLarge }) => sum + tooLarge, 0);
    return [...new Map(found.flatMap(({ articles }) => articles.map((one) => [one.uri, one]))).values()];
  }

  async #listFolder(folder: vscode.Uri) {
    const files = await articleFiles(folder, this.#options.ignored);
    const registry = await this.#options.registries.stampOf(folder);
    const looked = await Promise.all(files.map((file) => this.#look(file, registry)));
    return {
      files,
      articles: looked.filter((one) => one !== null && one !== 'large'),
      tooLarge: looked.filter((one) => one === 'large').length,
    };
  }

  async #update(uris: readonly vscode.Uri[]): Promise<void> {
    const { ignored, registries } = this.#options;
    const found: FoundArticle[] = [];
    const gone: string[] = [];
    for (const uri of uris) {
      await ignored.load(vscode.Uri.joinPath(uri, '..'));
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      const wanted = folder && isNamedArticle(uri) && !ignored.ignores(uri);
      const file = { uri, sidecar: wanted ? await standingSidecar(uri) : null };
      const one = wanted ? await this.#look(file, await registries.stampOf(folder.uri)) : null;
      if (one && one !== 'large') {
        this.#files.set(one.uri, file);
        found.push(one);
      } else {
        this.#files.delete(uri.toString());
        gone.push(uri.toString());
      }
    }
    await this.engine.update(found, gone);
  }

  /** How an article stands; null when it is gone. */
  async #look({ uri, sidecar }: ArticleFile, registry: string): Promise<FoundArticle | 'large' | null> {
    const session = this.#options.articles.get(uri);
    if (session?.document.isDirty) {
      return { uri: uri.toString(), stamp: `open ${session.document.version} ${session.store.revision} ${registry}` };
    }
    const [own, beside] = await Promise.all([statOf(uri), sidecar ? statOf(sidecar) : null]);
    if (!own) return null;
    if (own.size > readSetting('corpus.maxFileSize', uri) * 1000) return 'large';
    const stamp = [own, beside].map((stat) => (stat ? `${stat.mtime} ${stat.size}` : '-'));
    return { uri: uri.toString(), stamp: [...stamp, registry].join(' ') };
  }

  /**
   * What the digest of an article is made from; null when the article is gone. Unsaved edits count: of an article that
   * has some, what is open is read.
   */
  async digestRequest(uri: vscode.Uri, sidecar: vscode.Uri | null): Promise<DigestRequest | null> {
    const { articles, registries } = this.#options;
    const all = await registries.knownFor(uri);
    const session = articles.get(uri);
    if (session?.document.isDirty) {
      const { store, source } = session;
      const annotations = decisionsOnly(store.annotations);
      const sidecar = serialiseSidecar({ source, annotations }, store.blocks);
      return { text: store.text, sidecar, known: knownIn(store.text, all) };
    }
    try {
      // As the editor reads it: what is no UTF-8 has signs in its place, and the offsets are the same.
      const text = normaliseText(decoder.decode(await vscode.workspace.fs.readFile(uri)));
      return { text, sidecar: sidecar ? await readText(sidecar).catch(() => null) : null, known: knownIn(text, all) };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }
}

/** The sidecar of an article, where it has one. */
export async function standingSidecar(article: vscode.Uri): Promise<vscode.Uri | null> {
  for (const place of sidecarPlaces(article)) if (await exists(place)) return place;
  return null;
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | null> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
